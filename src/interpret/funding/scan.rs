//! Which words of a cell of sources say what: its pieces, the phrases in them, levels, denials, shares.

use super::denials::{self, Denial};
use super::payers::{self, Hit};
use super::shares::Event;
use crate::interpret::accounting::{Used, citations};
use crate::interpret::money::{self, Amount};
use crate::model::value::{FundingClass, FundingLevel};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::funding::{FundingWord, Use};
use crate::vocabulary::tokens::{Token, TokenKind};
use smallvec::SmallVec;

/// A cell of sources with the amounts in it.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    pub text: &'a str,
    pub all: &'a [Token<'a>],
    pub amounts: &'a [Amount],
    pub vocabulary: &'a Vocabulary,
}

/// A stretch of tokens between separators.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    pub from: usize,
    pub to: usize,
}

/// What the pieces of a cell come to.
#[derive(Debug, Default)]
pub struct Said {
    /// Sources and shares, each with the index of its first token.
    found: Vec<(usize, Event)>,
    pub no_cost: bool,
    pub undetermined: bool,
    /// A source is denied or stands beside another, and what holds was not said.
    pub doubtful: bool,
    pub unknown: SmallVec<[String; 1]>,
    /// "NSNN: 120": a figure beside a source that no unit makes an amount.
    pub without_unit: bool,
}

impl Said {
    pub fn names_a_source(&self) -> bool {
        !self.found.is_empty()
    }

    /// Sources, shares and amounts in the order written.
    pub fn events(&self, amounts: &[Amount]) -> Vec<Event> {
        let mut all = self.found.clone();
        all.extend(
            amounts
                .iter()
                .map(|amount| (amount.from, Event::Amount(*amount))),
        );
        all.sort_by_key(|(at, _)| *at);
        all.into_iter().map(|(_, event)| event).collect()
    }

    fn take(&mut self, at: usize, word: FundingWord) {
        match word.class {
            FundingClass::None => self.no_cost = true,
            FundingClass::Unknown => self.undetermined = true,
            class => self.found.push((at, Event::Source(class, word.level))),
        }
    }

    /// The source named last, if nothing but a colon stands between it and a token.
    fn source_before(&self, cell: &Cell<'_>, at: usize) -> Option<usize> {
        let stated = at
            .checked_sub(1)
            .is_some_and(|before| cell.all[before].is_sign(':'));
        let last = self
            .found
            .last()
            .filter(|(_, event)| stated && matches!(event, Event::Source(..)));
        last.map(|_| self.found.len() - 1)
    }
}

/// Reads the pieces of a cell, and marks as used what says something.
pub fn said(cell: &Cell<'_>, used: &mut Used) -> Said {
    let mut out = Said::default();
    if let Some(word) = whole_cell(cell) {
        used.take(0..cell.all.len());
        out.take(0, word);
        return out;
    }
    for piece in pieces(cell) {
        read(cell, piece, used, &mut out);
    }
    out
}

/// A listed phrase that holds separators itself: "Cơ quan, tổ chức đài thọ".
fn whole_cell(cell: &Cell<'_>) -> Option<FundingWord> {
    let word = cell.vocabulary.funding.whole_cell(cell.text)?;
    // A phrase knows nothing of the signs round it: "NSNN?" is not "NSNN".
    let sure = !cell.all.iter().any(|t| t.is_sign('?') || t.is_sign('%'));
    (sure && matches!(word.usage, Use::Always | Use::Whole)).then_some(word)
}

fn pieces(cell: &Cell<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut from = 0;
    for at in 0..cell.all.len() {
        let inside = cell.amounts.iter().any(|a| (a.from..a.to).contains(&at));
        if !inside && is_separator(cell.all, at) {
            out.push(Piece { from, to: at });
            from = at + 1;
        }
    }
    out.push(Piece {
        from,
        to: cell.all.len(),
    });
    out.retain(|piece| piece.from < piece.to);
    out
}

fn is_separator(all: &[Token<'_>], at: usize) -> bool {
    let token = &all[at];
    match token.kind {
        TokenKind::Sign(';' | '\n' | '+' | '(' | ')' | ':' | '|') => true,
        // "KH&CN" is one name.
        TokenKind::Sign('&') => !token.glued,
        // "75,5" is one number; "N/A" and "ODA/NGO" are told apart by the phrases.
        TokenKind::Sign(',' | '.') => {
            let digits = |t: Option<&Token<'_>>| t.is_some_and(|t| t.is_number());
            let decimal = at > 0
                && digits(all.get(at - 1))
                && digits(all.get(at + 1))
                && all.get(at + 1).is_some_and(|t| t.glued);
            let abbreviation = token.is_sign('.') && token.glued;
            !decimal && !abbreviation
        }
        TokenKind::Sign('/') => true,
        TokenKind::Sign('-') => !token.glued || all.get(at + 1).is_none_or(|next| !next.glued),
        TokenKind::Word => token.folded == "hoac" || token.folded == "va" && token.is_marked("và"),
        _ => false,
    }
}

fn read(cell: &Cell<'_>, piece: Piece, used: &mut Used, out: &mut Said) {
    let Piece { from, to } = piece;
    let cut = &cell.all[..to];
    let whole = cell.vocabulary.funding.whole.longest(cut, from);
    if let Some((_, word)) = whole.filter(|(end, _)| *end == to) {
        let in_amount = cell.amounts.iter().any(|a| a.from == from && a.to != to);
        if !in_amount {
            used.take(from..to);
            // "NSNN: không; tự túc: có".
            match out
                .source_before(cell, from)
                .filter(|_| word.class == FundingClass::None)
            {
                Some(denied) => drop(out.found.remove(denied)),
                None => out.take(from, *word),
            }
            return;
        }
    }
    let scanned = scan(cell, piece, used);
    out.without_unit |= scanned.figure && scanned.foreign == 0;
    let sources = payers::sources(cell, piece, &scanned.hits);
    let before = out.found.last().copied();
    let sources = payers::without_attribute(cell, piece, sources, before);
    let sources = payers::without_verbs(sources, scanned.foreign == 0, before);
    settle(cell, piece, scanned, sources, out);
}

/// Puts down what a piece says.
fn settle(
    cell: &Cell<'_>,
    piece: Piece,
    scanned: Scanned,
    sources: Vec<(usize, FundingWord)>,
    out: &mut Said,
) {
    let text = &cell.text[cell.all[piece.from].start..cell.all[piece.to - 1].end()];
    let said_something = !sources.is_empty() || !scanned.events.is_empty() || out.no_cost;
    let level = scanned.hits.iter().find(|hit| hit.word.usage == Use::Level);
    out.doubtful |= run_together(cell, &sources);
    let word = |usage: Use, class: FundingClass| {
        scanned
            .hits
            .iter()
            .any(|hit| hit.word.usage == usage && hit.word.class == class)
    };
    if payers::is_asked_for(cell, piece) && !sources.is_empty() {
        out.undetermined = true;
        return;
    }
    match scanned.denied {
        Some(Denial::NotUsed) => out.no_cost = true,
        Some(Denial::NotThis) => out.doubtful |= sources.is_empty() && out.found.is_empty(),
        _ => {}
    }
    if sources.is_empty() && word(Use::Always, FundingClass::Unknown) {
        out.undetermined = true;
    } else if let (true, Some(hit)) = (sources.is_empty(), level) {
        match payers::level_pays(cell, piece, hit) {
            true => out.found.push((
                hit.from,
                Event::Source(FundingClass::StateBudget, hit.word.level),
            )),
            false => level_beside(hit, out),
        }
    } else if sources.is_empty() && is_unknown(&scanned, said_something) {
        out.unknown.push(text.to_owned());
    }
    out.found.extend(scanned.events);
    out.found.extend(
        sources
            .iter()
            .map(|(at, word)| (*at, Event::Source(word.class, word.level))),
    );
}

/// Words that name no source: a body that may pay or not, or words in no list with nothing said beside them.
fn is_unknown(scanned: &Scanned, said_something: bool) -> bool {
    let of = |usage: Use, class: FundingClass| {
        let mut hits = scanned.hits.iter();
        hits.any(|hit| hit.word.usage == usage && hit.word.class == class)
    };
    let body = of(Use::Body, FundingClass::OwnFunds) && !of(Use::Always, FundingClass::None);
    let foreign = !said_something && scanned.foreign > 0;
    body || foreign && scanned.denied.is_none() && !scanned.attribute
}

/// "học bổng NSNN": two payers side by side, and nothing says how they share.
fn run_together(cell: &Cell<'_>, sources: &[(usize, FundingWord)]) -> bool {
    sources.windows(2).any(|pair| {
        let [(first, before), (second, after)] = pair else {
            return false;
        };
        let between = &cell.all[*first..*second];
        before.class != after.class && !between.iter().any(|t| t.is_number())
    })
}

/// What stands in a piece.
#[derive(Debug, Default)]
struct Scanned {
    hits: Vec<Hit>,
    events: Vec<(usize, Event)>,
    denied: Option<Denial>,
    /// Words that are in no list.
    foreign: u32,
    /// A figure that may be an amount without its unit.
    figure: bool,
    /// In brackets after its source: "NSNN (sự nghiệp y tế)".
    attribute: bool,
}

fn scan(cell: &Cell<'_>, piece: Piece, used: &mut Used) -> Scanned {
    let words = &cell.vocabulary.funding;
    let cut = &cell.all[..piece.to];
    let mut out = Scanned {
        attribute: piece.from > 0 && cell.all[piece.from - 1].is_sign('('),
        ..Scanned::default()
    };
    let mut at = piece.from;
    while at < piece.to {
        if let Some(amount) = cell.amounts.iter().find(|a| a.from == at) {
            at = amount.to.max(at + 1);
            continue;
        }
        let end = if let Some(end) = citations::citation(cut, at).or_else(|| code(cut, at)) {
            end
        } else if let Some((percent, end)) = percent(cut, at) {
            out.events.push((at, Event::Percent(percent)));
            end
        } else if let Some((denial, end)) = denials::before(cut, at, words) {
            out.denied = Some(denial);
            end
        } else if let Some((end, word)) = words.within.longest(cut, at) {
            match denials::after(cut, end, *word) {
                Some(end) => {
                    out.denied = Some(Denial::NotThis);
                    end
                }
                None => {
                    out.hits.push(Hit {
                        from: at,
                        to: end,
                        word: *word,
                    });
                    end
                }
            }
        } else if let Some(end) = payers::pays_for_himself(cut, at) {
            out.hits.push(Hit {
                from: at,
                to: end,
                word: FundingWord {
                    class: FundingClass::SelfFunded,
                    level: FundingLevel::Unsaid,
                    usage: Use::Always,
                },
            });
            end
        } else if let Some(end) =
            money::bare_figure(cell.all, at).filter(|end| !is_a_bound(cell.all, *end))
        {
            out.figure = true;
            end
        } else {
            out.foreign += u32::from(cut[at].kind == TokenKind::Word);
            at += 1;
            continue;
        };
        used.take(at..end);
        at = end.max(at + 1);
    }
    out
}

/// "NSNN (tỉnh)", "ngân sách trung ương và tỉnh": a level beside a state budget named before.
fn level_beside(hit: &Hit, out: &mut Said) {
    let source = |event: &&mut (usize, Event)| matches!(event.1, Event::Source(..));
    let before = out.found.iter_mut().rev().find(source);
    match before.map(|(_, event)| event) {
        Some(Event::Source(FundingClass::StateBudget, level)) if *level == FundingLevel::Unsaid => {
            *level = hit.word.level;
        }
        Some(Event::Source(FundingClass::StateBudget, _)) => {
            out.found
                .push((hit.from, Event::Source(hit.word.class, hit.word.level)));
        }
        _ => out.undetermined = true,
    }
}

/// "100-120 triệu": the figure shares the unit that comes.
fn is_a_bound(all: &[Token<'_>], end: usize) -> bool {
    let joins =
        |t: &Token<'_>| t.is_sign('-') || t.is_sign('+') || t.is_word("den") || t.is_word("hoac");
    all.get(end).is_some_and(joins) && all.get(end + 1).is_some_and(Token::is_number)
}

fn percent(all: &[Token<'_>], at: usize) -> Option<(u8, usize)> {
    let value = all[at].value().filter(|n| *n <= 100)?;
    all.get(at + 1).filter(|t| t.is_sign('%'))?;
    Some((value as u8, at + 2))
}

/// "BRG-12", "VIE035": the name of a project.
fn code(all: &[Token<'_>], at: usize) -> Option<usize> {
    let word = all.get(at)?;
    let capitals = word.kind == TokenKind::Word
        && word.raw.len() >= 2
        && word.raw.bytes().all(|b| b.is_ascii_uppercase());
    let dash = usize::from(
        all.get(at + 1)
            .is_some_and(|t| t.glued && (t.is_sign('-') || t.is_sign('/'))),
    );
    let number = at + 1 + dash;
    let glued = all.get(number).is_some_and(|t| t.glued && t.is_number());
    let money = all
        .get(number + 1)
        .is_some_and(|t| t.kind == TokenKind::Word || t.is_sign('%') || t.is_sign('.'));
    (capitals && glued && !money).then_some(number + 1)
}
