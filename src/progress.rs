//! A bar on a terminal, nothing elsewhere.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// When to show the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum When {
    /// On a terminal only.
    #[default]
    Auto,
    Always,
    Never,
}

/// Files and bytes read so far, and the time that remains.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    files: usize,
}

impl Progress {
    /// A bar over `files` files of `bytes` bytes together, on standard error.
    pub fn new(when: When, files: usize, bytes: u64) -> Progress {
        let visible = match when {
            When::Auto => std::io::stderr().is_terminal(),
            When::Always => true,
            When::Never => false,
        };
        let target = if visible {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(Some(bytes), target);
        let style = ProgressStyle::with_template("{prefix} {bar:24} {bytes}/{total_bytes} {eta}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        let progress = Progress { bar, files };
        progress.done(0, 0);
        progress
    }

    /// One more file is read: `files` in all, this one of `bytes` bytes.
    pub fn done(&self, files: usize, bytes: u64) {
        self.bar.set_prefix(format!("{files}/{}", self.files));
        self.bar.inc(bytes);
    }

    /// Takes the bar away: results follow.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// Columns of the terminal behind standard output; `None` where there is none.
pub fn terminal_width() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(std::io::stdout()).ok()?;
    (size.ws_col > 0).then_some(usize::from(size.ws_col))
}
