//! A progress bar on a terminal, silence elsewhere.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use kelias_sources::Progress;

/// Progress through the bytes of one file.
pub(crate) struct Reading(ProgressBar);

impl Reading {
    /// A bar for the file, hidden unless standard error is a terminal.
    pub(crate) fn start(name: &str) -> Self {
        let target =
            if std::io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target).with_message(name.to_owned());
        bar.set_style(spinner());
        Self(bar)
    }

    pub(crate) fn advance(&self, progress: Progress) {
        if self.0.length().is_none()
            && let Some(total) = progress.bytes_total
        {
            self.0.set_length(total);
            self.0.set_style(bar());
        }
        self.0.set_position(progress.bytes_read);
    }

    pub(crate) fn finish(self) {
        self.0.finish_and_clear();
    }
}

/// Shows that something is going on whose end is not known.
pub(crate) struct Working(ProgressBar);

impl Working {
    pub(crate) fn start(what: &'static str) -> Self {
        let target =
            if std::io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target).with_message(what);
        bar.enable_steady_tick(Duration::from_millis(120));
        Self(bar)
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

fn bar() -> ProgressStyle {
    ProgressStyle::with_template("{msg} [{wide_bar}] {bytes}/{total_bytes}, {bytes_per_sec}, {eta} left")
        .expect("the template is well formed")
        .progress_chars("=> ")
}

fn spinner() -> ProgressStyle {
    ProgressStyle::with_template("{spinner} {msg} {bytes}, {bytes_per_sec}").expect("the template is well formed")
}
