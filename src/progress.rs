//! A bar on a terminal, nothing elsewhere.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle, TermLike};
use std::io::{self, IsTerminal, Write};

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
        let target = match (visible, std::io::stderr().is_terminal()) {
            (true, true) => ProgressDrawTarget::stderr(),
            (true, false) => ProgressDrawTarget::term_like(Box::new(Plain)),
            (false, _) => ProgressDrawTarget::hidden(),
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

/// Standard error as it is: for `--progress always` where it is no terminal.
#[derive(Debug)]
struct Plain;

impl TermLike for Plain {
    fn width(&self) -> u16 {
        80
    }

    fn move_cursor_up(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn move_cursor_down(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn move_cursor_right(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn move_cursor_left(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn write_line(&self, text: &str) -> io::Result<()> {
        writeln!(io::stderr(), "{text}")
    }

    fn write_str(&self, text: &str) -> io::Result<()> {
        write!(io::stderr(), "{text}")
    }

    fn clear_line(&self) -> io::Result<()> {
        write!(io::stderr(), "\r")
    }

    fn flush(&self) -> io::Result<()> {
        io::stderr().flush()
    }
}
