//! Commands of others (cargo, npm, apt): each a named step with a progress bar, and where it fails, the end of what it
//! said and the line to run by hand.

use crate::trouble::{Outcome, Trouble};
use indicatif::{ProgressBar, ProgressStyle};
use std::ffi::OsStr;
use std::io::{IsTerminal, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How many lines of a failed command are repeated: enough for a compiler's errors and what its callers add.
const TAIL: usize = 60;
/// How often a step says that it is alive where no bar can be drawn, as in a log.
const HEARTBEAT: Duration = Duration::from_secs(60);

/// A command of others, about to run.
pub struct Outside {
    label: String,
    command: Command,
    remedy: String,
}

/// How far Cargo is: it prints `Building [==>  ] 12/345: this, that`.
#[derive(Debug, PartialEq, Eq)]
struct Progress<'a> {
    done: u64,
    of: u64,
    now: &'a str,
}

impl Outside {
    /// A step called `label` that runs `program`.
    pub fn new(label: impl Into<String>, program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.stdin(Stdio::null());
        // Cargo tells the package to what it runs; a build below is not of that package and must not see it.
        for (name, _) in std::env::vars_os() {
            let told = name.to_str().is_some_and(|n| n.starts_with("CARGO_PKG_") || n.starts_with("CARGO_MANIFEST_"));
            if told {
                command.env_remove(name);
            }
        }
        Outside { label: label.into(), command, remedy: String::new() }
    }

    /// Adds arguments.
    pub fn args<I: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = I>) -> Self {
        self.command.args(args);
        self
    }

    /// Sets a variable of its environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Takes a variable out of its environment.
    pub fn without(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs it in a folder.
    pub fn dir(mut self, dir: &Path) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// What to run by hand where it fails; without it, the command itself is named.
    pub fn by_hand(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = remedy.into();
        self
    }

    /// Runs it quietly, with a bar on a terminal and a line now and then in a log.
    ///
    /// # Errors
    /// Where it is not there, or fails: with its last lines and the remedy.
    pub fn run(self) -> Outcome<()> {
        self.told().map(drop)
    }

    /// The same, giving the last lines of what it said.
    ///
    /// # Errors
    /// As [`Outside::run`].
    pub fn told(mut self) -> Outcome<Vec<String>> {
        let started = Instant::now();
        // Cargo counts only where it draws its own bar.
        self.command.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "100");
        self.command.env("CARGO_TERM_COLOR", "never").env("RUST_BACKTRACE", "0");
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let bar = bar(&self.label);
        let mut child = self.command.spawn().map_err(|error| self.not_started(&error))?;
        let (sender, lines) = mpsc::channel();
        for pipe in [child.stdout.take().map(boxed), child.stderr.take().map(boxed)].into_iter().flatten() {
            let sender = sender.clone();
            std::thread::spawn(move || read_lines(pipe, &sender));
        }
        drop(sender);
        let (mut tail, mut count, mut beat) = (Vec::new(), None, Instant::now());
        loop {
            match lines.recv_timeout(Duration::from_secs(1)) {
                Ok(line) => match progress(&line) {
                    Some(Progress { done, of, now }) => {
                        bar.set_length(of);
                        bar.set_position(done);
                        bar.set_message(now.to_string());
                        count = Some((done, of));
                    }
                    None => tail.push(line),
                },
                Err(mpsc::RecvTimeoutError::Timeout) => {}
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
            }
            if tail.len() > 4 * TAIL {
                tail.drain(..tail.len() - TAIL);
            }
            if bar.is_hidden() && beat.elapsed() > HEARTBEAT {
                beat = Instant::now();
                let far = count.map_or(String::new(), |(done, of)| format!("{done} of {of} crates, "));
                println!("  {}: {far}{} s", self.label, started.elapsed().as_secs());
            }
        }
        let status = child.wait();
        bar.finish_and_clear();
        match status {
            Ok(status) if status.success() => {
                println!("  {}: done in {:.1} s", self.label, started.elapsed().as_secs_f64());
                Ok(tail)
            }
            Ok(status) => {
                let end = ending(&tail).join("\n    ");
                Err(Trouble::new(format!("{} failed ({status}); it ended with\n    {end}", self.label))
                    .mend(self.hand()))
            }
            Err(error) => Err(self.not_started(&error)),
        }
    }

    /// Runs it with its output passed through, for checks whose output is the point.
    ///
    /// # Errors
    /// Where it is not there, or fails.
    pub fn aloud(mut self) -> Outcome<()> {
        let status = self.command.status().map_err(|error| self.not_started(&error))?;
        if status.success() {
            return Ok(());
        }
        Err(Trouble::new(format!("{} failed ({status})", self.label)).mend(self.hand()))
    }

    /// What it prints, where it runs and succeeds. For asking tools their version.
    pub fn answer(mut self) -> Option<String> {
        let output = self.command.stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
    }

    fn hand(&self) -> String {
        if !self.remedy.is_empty() {
            return self.remedy.clone();
        }
        let words = std::iter::once(self.command.get_program()).chain(self.command.get_args());
        words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }

    fn not_started(&self, error: &std::io::Error) -> Trouble {
        let program = self.command.get_program().to_string_lossy();
        let says = match error.kind() {
            std::io::ErrorKind::NotFound => format!("{}: {program} is not installed here", self.label),
            _ => format!("{}: {program} cannot be run: {error}", self.label),
        };
        Trouble::new(says).mend(self.hand())
    }
}

/// The last lines; where an error is among them, from the first one on.
fn ending(lines: &[String]) -> &[String] {
    let last = &lines[lines.len().saturating_sub(TAIL)..];
    let error = last.iter().position(|line| line.starts_with("error"));
    &last[error.unwrap_or(last.len().saturating_sub(TAIL / 3))..]
}

fn boxed(pipe: impl Read + Send + 'static) -> Box<dyn Read + Send> {
    Box::new(pipe)
}

/// A bar on a terminal; in a log, the step's name.
fn bar(label: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        println!("  {label} …");
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("  {prefix} {spinner} [{bar:30}] {pos}/{len} {elapsed} {wide_msg}")
    {
        bar.set_style(style.progress_chars("=> "));
    }
    bar.set_prefix(label.to_string());
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// Sends what is read line by line; a carriage return ends a line too, since bars are drawn with it.
fn read_lines(mut pipe: impl Read, lines: &mpsc::Sender<String>) {
    let (mut line, mut chunk) = (Vec::new(), [0; 4096]);
    while let Ok(n @ 1..) = pipe.read(&mut chunk) {
        for &byte in &chunk[..n] {
            if !matches!(byte, b'\n' | b'\r') {
                line.push(byte);
                continue;
            }
            send(&mut line, lines);
        }
    }
    send(&mut line, lines);
}

fn send(line: &mut Vec<u8>, lines: &mpsc::Sender<String>) {
    let text = String::from_utf8_lossy(line).trim_end().to_string();
    line.clear();
    if !text.is_empty() {
        // Whoever listened may have gone; the rest is then of no use.
        let _ = lines.send(text);
    }
}

fn progress(line: &str) -> Option<Progress<'_>> {
    let rest = line.trim_start().strip_prefix("Building [")?.split_once("] ")?.1;
    let (count, now) = rest.split_once(": ").unwrap_or((rest, ""));
    let (done, of) = count.trim().split_once('/')?;
    Some(Progress { done: done.parse().ok()?, of: of.parse().ok()?, now })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargos_bar_is_read_and_other_lines_are_not() {
        for (line, read) in [
            ("    Building [=====>       ] 12/345: leptos, syn(build)", Some((12, 345, "leptos, syn(build)"))),
            ("    Building [=============] 7/7", Some((7, 7, ""))),
            ("   Compiling leptos v0.8.23", None),
            ("    Building [", None),
            ("    Building [=>] x/7: a", None),
        ] {
            assert_eq!(progress(line).map(|p| (p.done, p.of, p.now)), read, "{line}");
        }
    }

    #[test]
    fn a_failing_command_repeats_its_last_lines_and_says_what_to_run() {
        let script = "echo first; echo second >&2; printf 'a\\rb'; exit 3";
        let failed = Outside::new("the step", "sh").args(["-c", script]).by_hand("do it so").run().unwrap_err();
        let says = failed.to_string();
        for part in ["the step failed", "first", "second", "\n    b", "do it so"] {
            assert!(says.contains(part), "{part} in {says}");
        }
    }

    #[test]
    fn what_ran_well_before_an_error_is_not_repeated() {
        let lines = |words: &[&str]| words.iter().map(|w| (*w).to_string()).collect::<Vec<_>>();
        let said = lines(&["   Compiling a", "error[E0425]: no b", "  --> c.rs:1", "error: could not compile"]);
        assert_eq!(ending(&said), &said[1..]);
        let said: Vec<_> = (0..200).map(|n| n.to_string()).collect();
        assert_eq!(ending(&said).first().unwrap(), "180");
        assert_eq!(ending(&lines(&["one"])), ["one"]);
    }

    #[test]
    fn a_command_that_is_not_there_is_said_to_be_missing() {
        let says = Outside::new("the step", "no-such-program-here").args(["now"]).run().unwrap_err().to_string();
        assert!(says.contains("no-such-program-here is not installed"), "{says}");
        assert!(says.contains("what helps: no-such-program-here now"), "{says}");
    }

    #[test]
    fn an_answer_is_what_a_command_prints_if_it_succeeds() {
        let ask = |script| Outside::new("asking", "sh").args(["-c", script]).answer();
        assert_eq!(ask("echo 1.2; echo noise >&2"), Some("1.2".into()));
        assert_eq!(ask("echo 1.2; exit 1"), None);
    }
}
