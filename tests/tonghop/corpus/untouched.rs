//! Correct Unicode stays as it was written, in Vietnamese and in the languages of the partners.

use super::words::{changed, lower, rows, title, upper};

/// Names and words as other languages write them: the letters that a repair could take for others.
const FOREIGN: &str = "
São Paulo|Köln|Düsseldorf|Zürich|Genève|Besançon|Île-de-France|Côte d'Ivoire|La Réunion|Curaçao|Saint-Barthélemy|\
Åland|Malmö|Göteborg|Tromsø|Ålesund|Færøerne|Reykjavík|Ísafjörður|Akureyri|Guðmundur Jónsson|Þórsmörk|Seyðisfjörður|\
España|El Niño|La Niña|Logroño|A Coruña|Castellón|León|Cádiz|Málaga|México|Perú|Panamá|Bogotá|Medellín|Asunción|\
Brasília|Belém|Maceió|Florianópolis|Coimbra|Évora|Setúbal|Bragança|Lisboa e Açores|Praça do Comércio|Fundação|\
İstanbul|Türkiye|Diyarbakır|Eskişehir|Çanakkale|Muğla|Kayseri Büyükşehir|Łódź|Kraków|Gdańsk|Wrocław|Poznań|Świętokrzyskie|\
Česká republika|Plzeň|Ústí nad Labem|České Budějovice|Žilina|Košice|Banská Bystrica|Ljubljana|Čačak|Niš|Đakovica|\
Győr|Székesfehérvár|Kecskemét|Hódmezővásárhely|Bükkábrány|România|Iași|Brașov|Târgu Mureș|Timișoara|Constanța|\
Tallinn|Jõhvi|Pärnu|Võru|Jūrmala|Liepāja|Daugavpils|Šiauliai|Klaipėda|Panevėžys|Jyväskylä|Hämeenlinna|Seinäjoki|\
Université de Genève|École polytechnique fédérale|Société générale|Médecins sans frontières|Ambassade de France au Viêt Nam|\
Französische Republik|Österreich|Universität Tübingen|Gesellschaft für Internationale Zusammenarbeit|Straße des 17. Juni|\
Région Île-de-France|Département de la Dordogne|Ville de Liège|Namur, Wallonie|Brüssel-Hauptstadt|Fédération Wallonie-Bruxelles|\
Agência Brasileira de Cooperação|Fundação Calouste Gulbenkian|Agencia Española de Cooperación|Universidad Autónoma de Yucatán|\
Norges forskningsråd|Utenriksdepartementet|Københavns Universitet|Aarhus Å|Sjælland|Ærø|Øresund|Lund, Skåne län|Västra Götaland|\
Pão de Açúcar|naïve|façade|résumé|Noël|Citroën|Nestlé|L'Oréal|Crédit Agricole|Société du Canal|Hôtel de Ville|Château|forêt|\
Kūrdistan|Kurdistanê|Kosovë|Shqipëri|Tiranë|Gjirokastër|Malabo, Guinée équatoriale|Bénin|Sénégal|São Tomé e Príncipe|Timor-Leste|\
Ōsaka|Kyōto|Hokkaidō|Ryūkyū|東京都|大阪府|北京市|广西壮族自治区|서울특별시|부산광역시|กรุงเทพมหานคร|มุกดาหาร|ສະຫວັນນະເຂດ|ວຽງຈັນ|\
Москва|Санкт-Петербург|Владивосток|Київ|Минск|Αθήνα|Θεσσαλονίκη|القاهرة|תל אביב|दिल्ली|Ulaanbaatar|Bandar Seri Begawan|\
© 2020|10 µm|25 °C|± 5 %|½ ngày|3 × 4|§ 12|€ 1.200|£ 300|¥ 5000|№ 7|– như trên –|“Hàng Việt”|‘A’|… tiếp|Nº 3|1ª fase|2º ciclo|\
Beyoncé|Björk|Zoë Kravitz|François Hollande|Angela Müller|José María Álvarez|Søren Kierkegaard|Håkan Çalhanoğlu|Antonín Dvořák|\
Nguyễn Văn A|Trần Thị Ý|Úc|Ý|Áo|Bỉ|Hà Lan|Ghi chú|Tự túc|Không|Số|Quý I|Đà Nẵng|Vĩnh Linh|Đakrông|Hướng Hóa|Cồn Cỏ|Óc Eo|tù túng";

/// Lists of the program's own vocabulary: thousands of names as offices write them.
const LISTS: [&str; 4] = [
    include_str!("../../../src/vocabulary/data/countries.tsv"),
    include_str!("../../../src/vocabulary/data/places.tsv"),
    include_str!("../../../src/vocabulary/data/headers.tsv"),
    include_str!("../../../src/vocabulary/data/funding.tsv"),
];

fn foreign() -> Vec<String> {
    FOREIGN.trim().split('|').map(str::to_string).collect()
}

fn listed() -> Vec<String> {
    let cells = LISTS.iter().flat_map(|list| list.split(['\t', '|', '\n']));
    cells
        .map(str::trim)
        .filter(|cell| !cell.is_empty() && !cell.contains(['"', ';']))
        .map(str::to_string)
        .collect()
}

/// A file of semicolons, five cells a line.
fn file(cells: &[String]) -> (Vec<u8>, Vec<Vec<String>>) {
    let rows: Vec<Vec<String>> = cells.chunks(5).map(<[String]>::to_vec).collect();
    let lines: Vec<String> = rows.iter().map(|row| row.join(";")).collect();
    (lines.join("\n").into_bytes(), rows)
}

#[test]
fn correct_unicode_is_never_repaired() {
    let mut cells = 0;
    let mut wrong = Vec::new();
    let mut see = |what: &str, of: &[String]| {
        let (bytes, rows) = file(of);
        cells += of.len();
        let (changed, _) = changed(bytes, &rows);
        wrong.extend(
            changed
                .into_iter()
                .map(|(written, read)| format!("{what}: {written:?} as {read:?}")),
        );
    };
    for (shape, shaped) in [
        ("lower", rows(lower)),
        ("title", rows(title)),
        ("upper", rows(upper)),
    ] {
        see(shape, &shaped.concat());
        // Alone in its cell a word has the least to say for itself.
        let words: Vec<String> = shaped
            .concat()
            .iter()
            .flat_map(|cell| cell.split(' ').map(str::to_string))
            .collect();
        see(&format!("{shape}, one a cell"), &words);
    }
    see("vocabulary", &listed());
    see("other languages", &foreign());
    let mut mixed = Vec::new();
    for (foreign, own) in foreign().iter().zip(rows(title).concat().chunks(3)) {
        mixed.push(foreign.clone());
        mixed.extend(own.iter().cloned());
    }
    see("among Vietnamese", &mixed);
    for foreign in foreign() {
        let one = [
            "TT",
            "Tên đoàn",
            "Đối tác làm việc",
            "Số người",
            "Ghi chú",
            "1",
            "Đoàn A",
            &foreign,
            "5",
            "",
        ];
        see("the only name of a file", &one.map(str::to_string));
        // A comma in the only cell of a file may well be a delimiter.
        if !foreign.contains(',') {
            see("the only cell of a file", &[foreign]);
        }
    }
    println!("{} of {cells} correct cells changed", wrong.len());
    assert!(
        wrong.is_empty(),
        "{} of {cells}: {:#?}",
        wrong.len(),
        &wrong[..wrong.len().min(60)]
    );
}
