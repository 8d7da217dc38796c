//! Why a command ends early: what is wrong, and what its reader can do about it.

use std::fmt;

/// A failure as its reader sees it. Never a stack trace.
#[derive(Debug)]
pub struct Trouble {
    /// What happened, naming the file or the step.
    says: String,
    /// What to run or change by hand; empty where nothing is to be added.
    remedy: String,
}

/// What the tools' functions return.
pub type Outcome<T> = Result<T, Trouble>;

impl Trouble {
    /// A failure that explains itself.
    pub fn new(says: impl Into<String>) -> Self {
        Trouble { says: says.into(), remedy: String::new() }
    }

    /// The same, with what to run or change by hand.
    pub fn mend(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = remedy.into();
        self
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.says)?;
        if self.remedy.is_empty() { Ok(()) } else { write!(f, "\n  what helps: {}", self.remedy) }
    }
}

/// Names the file in an error of reading or writing.
pub trait Naming<T> {
    /// `doing` is a verb: `read`, `write`.
    fn naming(self, doing: &str, path: &std::path::Path) -> Outcome<T>;
}

impl<T> Naming<T> for std::io::Result<T> {
    fn naming(self, doing: &str, path: &std::path::Path) -> Outcome<T> {
        self.map_err(|error| Trouble::new(format!("cannot {doing} {}: {error}", path.display())))
    }
}
