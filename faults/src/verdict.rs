//! What the suite found: failures, and what could not be tried here.

/// Collects the results of all trials.
#[derive(Debug, Default)]
pub struct Verdict {
    trials: u32,
    failures: Vec<String>,
    left_out: Vec<String>,
}

impl Verdict {
    /// One trial: no wrongs is a pass. `said` is shown with a failure.
    pub fn judge(&mut self, trial: &str, wrongs: Vec<String>, said: &str) {
        self.trials += 1;
        if wrongs.is_empty() {
            return;
        }
        let failure = format!("{trial}: {}", wrongs.join("; "));
        println!("FAILED {failure}");
        for line in said.lines().take(8) {
            println!("    {}", line.escape_debug());
        }
        self.failures.push(failure);
    }

    /// Something that cannot be tried on this machine.
    pub fn leave_out(&mut self, what: &str, why: &str) {
        println!("left out: {what}: {why}");
        self.left_out.push(format!("{what}: {why}"));
    }

    /// The last lines. `true` if nothing failed.
    pub fn conclude(&self) -> bool {
        let (failed, left) = (self.failures.len(), self.left_out.len());
        println!(
            "{} trials, {failed} failed, {left} kinds left out",
            self.trials
        );
        for failure in &self.failures {
            println!("  {failure}");
        }
        self.failures.is_empty()
    }
}
