//! The command line: words → a task. Whatever is not understood is said with what would be.

use crate::fuzz;
use crate::trouble::{Outcome, Trouble};
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Build the page and show it.
    Explore {
        /// End after building.
        once: bool,
        /// The corpus folder and its texts.
        corpus: Source,
        /// Where the page goes.
        out: Option<PathBuf>,
    },
    /// Validate a corpus folder.
    Check(Source),
    /// Rewrite what is generated from the texts.
    Derive(Source),
    /// Compare two readings of the articles.
    Agree(Source),
    /// Tell what differs between two versions of a corpus.
    Changes {
        /// The corpus folder.
        corpus: Source,
        /// The folder of the earlier version.
        since: PathBuf,
    },
    /// Write a corpus in the forms that search servers load.
    Export {
        /// The corpus folder and its texts.
        corpus: Source,
        /// Where the files go.
        out: Option<PathBuf>,
    },
    /// Look for inputs that break a law.
    Fuzz {
        /// One of the targets; none means all of them.
        target: Option<&'static str>,
        /// For how long, each.
        seconds: u64,
        /// An input that broke the target's law, to be tried again.
        input: Option<PathBuf>,
    },
    /// Run the checks.
    Test {
        /// Leave out the build and the browsers.
        quick: bool,
        /// The texts that the full edition is tested with.
        texts: Option<PathBuf>,
    },
    /// Print this.
    Help(&'static str),
}

/// A corpus folder and the texts that go into it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The folder; none means the repository's first corpus.
    pub corpus: Option<PathBuf>,
    /// The texts; none means the folder's own `texts/`, where there is one.
    pub texts: Option<PathBuf>,
}

const HELP: &str = "\
cargo xtask explore   build the explorer, serve it here and open a browser
cargo xtask check     validate a corpus folder
cargo xtask derive    rewrite what is generated from the texts
cargo xtask agree     compare two readings of the articles
cargo xtask changes   tell what differs between two versions of a corpus
cargo xtask export    write a corpus for search servers: OpenSearch, Quickwit
cargo xtask fuzz      look for inputs that break a law
cargo xtask test      run all checks

Each tells more with --help.";

const EXPLORE: &str = "\
cargo xtask explore [--once] [--texts DIR] [--corpus DIR] [--out DIR]

Gets what is missing, builds the program, puts the corpus into the page and serves it on this machine.
  --once        end after building
  --texts DIR   the articles' texts, for the full edition (default: the corpus folder's texts/, if it is there)
  --corpus DIR  another corpus folder (default: corpus/kurils); compiles nothing anew
  --out DIR     where the page goes (default: dist)

Tools are kept in $SIGHTLINES_TOOLS, or $XDG_CACHE_HOME/sightlines/tools, or ~/.cache/sightlines/tools.";

const CHECK: &str = "\
cargo xtask check [--corpus DIR] [--texts DIR]

Reads a whole corpus folder and reports every fault with its file and line; exits 1 if there is one.
  --corpus DIR  the folder (default: corpus/kurils)
  --texts DIR   the articles' texts (default: the folder's texts/, if it is there)";

const DERIVE: &str = "\
cargo xtask derive --texts DIR [--corpus DIR]

Rewrites terms.csv, anchors.csv, variants.csv and repairs.csv from the texts.
  --texts DIR   the articles' texts (default: the folder's texts/, if it is there)
  --corpus DIR  the corpus folder (default: corpus/kurils)";

const AGREE: &str = "\
cargo xtask agree [--corpus DIR]

Compares coding/first.csv with coding/second.csv, two readings in the form of positions.csv: prints how many rows each
found of the other's, and for issue, answer, stance and voice the agreement in per cent and Krippendorff's alpha.
  --corpus DIR  the corpus folder (default: corpus/kurils)";

const CHANGES: &str = "\
cargo xtask changes --since DIR [--corpus DIR]

Prints a changelog in Markdown from an earlier version of a corpus folder to this one. Exits 1 where a position lost its id: ids are
for ever, and a position that is taken back stands in withdrawn.csv.
  --since DIR   the folder of the earlier version, such as one of another checkout
  --corpus DIR  the corpus folder (default: corpus/kurils)";

const EXPORT: &str = "\
cargo xtask export [--corpus DIR] [--texts DIR] [--out DIR]

Writes a corpus in the bulk forms that OpenSearch and Quickwit load: articles, paragraphs, positions and rings of names. Without
texts no sentence of an article is in it: paragraphs have their words in no order, and their digests apart.
  --corpus DIR  the corpus folder (default: corpus/kurils)
  --texts DIR   the articles' texts, for the full edition (default: the corpus folder's texts/, if it is there)
  --out DIR     where the files go (default: export)

README.md says when to take that way, and how the files are loaded.";

const FUZZ: &str = "\
cargo xtask fuzz [TARGET] [--seconds N] [--input FILE]

Makes up inputs, guided by what they reach in the code, and holds what comes of each against the target's law. What breaks one is
written to a file, whose path is printed.
  TARGET        address, query, capture, corpus, exports or messages (default: all, one after the other)
  --seconds N   for how long, each (default: 60)
  --input FILE  tries this one input of TARGET again

What an earlier run found worth keeping is kept below target/sightlines/fuzz, and the next begins there. It needs a C++ compiler.";

const TEST: &str = "\
cargo xtask test [--quick] [--texts DIR]

Gets what the tests need, then runs formatting, lints, the engine's and the tools' tests, the validation of corpus/kurils,
and the page's tests in real browsers.
  --quick      leave out the build and the browsers
  --texts DIR  the articles' texts: tests the full edition too";

/// For how long a target runs where nothing is said.
const FUZZ_SECONDS: u64 = 60;

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// An unknown command or option, a missing or a repeated value.
pub fn read(words: impl IntoIterator<Item = OsString>) -> Outcome<Task> {
    let mut parser = Parser::from_args(words);
    let (name, help) = match parser.next().map_err(not_understood)? {
        None | Some(Arg::Short('h') | Arg::Long("help")) => return Ok(Task::Help(HELP)),
        Some(Arg::Value(word)) => match word.to_str() {
            Some("explore") => ("explore", EXPLORE),
            Some("check") => ("check", CHECK),
            Some("derive") => ("derive", DERIVE),
            Some("agree") => ("agree", AGREE),
            Some("changes") => ("changes", CHANGES),
            Some("export") => ("export", EXPORT),
            Some("fuzz") => ("fuzz", FUZZ),
            Some("test") => ("test", TEST),
            Some("help") => return Ok(Task::Help(HELP)),
            _ => {
                let says = format!("there is no command {:?}", word.to_string_lossy());
                return Err(
                    Trouble::new(says).mend("one of explore, check, derive, agree, changes, export, fuzz, test")
                );
            }
        },
        Some(other) => return Err(not_understood(other.unexpected()).mend("cargo xtask --help")),
    };
    let (mut once, mut quick, mut source, mut out) = (false, false, Source::default(), None);
    let (mut target, mut seconds, mut input, mut since) = (None, None, None, None);
    while let Some(arg) = parser.next().map_err(not_understood)? {
        match (name, arg) {
            (_, Arg::Short('h') | Arg::Long("help")) => return Ok(Task::Help(help)),
            ("explore", Arg::Long("once")) => once = true,
            ("test", Arg::Long("quick")) => quick = true,
            ("explore" | "export", Arg::Long("out")) => path("--out", "folder", &mut out, &mut parser)?,
            ("changes", Arg::Long("since")) => path("--since", "folder", &mut since, &mut parser)?,
            ("explore" | "check" | "derive" | "agree" | "changes" | "export", Arg::Long("corpus")) => {
                path("--corpus", "folder", &mut source.corpus, &mut parser)?
            }
            ("explore" | "check" | "derive" | "export" | "test", Arg::Long("texts")) => {
                path("--texts", "folder", &mut source.texts, &mut parser)?
            }
            ("fuzz", Arg::Long("seconds")) => once_only("--seconds", &mut seconds, whole_number(&mut parser)?)?,
            ("fuzz", Arg::Long("input")) => path("--input", "file", &mut input, &mut parser)?,
            ("fuzz", Arg::Value(word)) => once_only("TARGET", &mut target, known_target(&word)?)?,
            (_, other) => {
                return Err(not_understood(other.unexpected()).mend(format!("cargo xtask {name} --help")));
            }
        }
    }
    if input.is_some() && target.is_none() {
        return Err(Trouble::new("--input is tried by one target, and none is named")
            .mend("cargo xtask fuzz TARGET --input FILE"));
    }
    Ok(match name {
        "explore" => Task::Explore { once, corpus: source, out },
        "check" => Task::Check(source),
        "derive" => Task::Derive(source),
        "agree" => Task::Agree(source),
        "changes" => {
            let no_folder = || Trouble::new("changes are told from an earlier version, and none is named");
            let since = since.ok_or_else(|| no_folder().mend("cargo xtask changes --since DIR"))?;
            Task::Changes { corpus: source, since }
        }
        "export" => Task::Export { corpus: source, out },
        "fuzz" => Task::Fuzz { target, seconds: seconds.unwrap_or(FUZZ_SECONDS), input },
        _ => Task::Test { quick, texts: source.texts },
    })
}

/// Reads the value of an option that names a file or a folder.
fn path(option: &str, kind: &str, slot: &mut Option<PathBuf>, parser: &mut Parser) -> Outcome<()> {
    let value = parser.value().and_then(|v| v.parse::<PathBuf>()).map_err(not_understood)?;
    if value.as_os_str().is_empty() {
        return Err(Trouble::new(format!("{option} wants a {kind}, and was given an empty name")));
    }
    once_only(option, slot, value)
}

fn whole_number(parser: &mut Parser) -> Outcome<u64> {
    let value = parser.value().map_err(not_understood)?;
    let number = value.to_str().and_then(|word| word.parse().ok()).filter(|number| *number > 0);
    number.ok_or_else(|| {
        Trouble::new(format!("--seconds wants a whole number from 1 on, not {:?}", value.to_string_lossy()))
            .mend("cargo xtask fuzz --seconds 60")
    })
}

fn known_target(word: &OsStr) -> Outcome<&'static str> {
    fuzz::TARGETS.into_iter().find(|target| word == *target).ok_or_else(|| {
        Trouble::new(format!("there is no fuzz target {:?}", word.to_string_lossy()))
            .mend(format!("one of {}", fuzz::TARGETS.join(", ")))
    })
}

fn once_only<T>(option: &str, slot: &mut Option<T>, value: T) -> Outcome<()> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(Trouble::new(format!("{option} is given twice")).mend("name one")),
    }
}

fn not_understood(error: lexopt::Error) -> Trouble {
    Trouble::new(format!("the command line: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &str) -> Outcome<Task> {
        read(words.split_whitespace().map(OsString::from))
    }

    #[test]
    fn a_line_names_its_task() {
        let source = |corpus: Option<&str>, texts: Option<&str>| Source {
            corpus: corpus.map(PathBuf::from),
            texts: texts.map(PathBuf::from),
        };
        for (words, task) in [
            ("explore", Task::Explore { once: false, corpus: Source::default(), out: None }),
            (
                "explore --once --texts a --corpus=b --out c",
                Task::Explore { once: true, corpus: source(Some("b"), Some("a")), out: Some("c".into()) },
            ),
            ("check --corpus b", Task::Check(source(Some("b"), None))),
            ("agree --corpus b", Task::Agree(source(Some("b"), None))),
            ("export", Task::Export { corpus: Source::default(), out: None }),
            (
                "export --texts a --corpus b --out=c",
                Task::Export { corpus: source(Some("b"), Some("a")), out: Some("c".into()) },
            ),
            ("export --help", Task::Help(EXPORT)),
            ("derive --texts a", Task::Derive(source(None, Some("a")))),
            ("changes --since a --corpus b", Task::Changes { corpus: source(Some("b"), None), since: "a".into() }),
            ("fuzz", Task::Fuzz { target: None, seconds: 60, input: None }),
            ("fuzz query --seconds 600", Task::Fuzz { target: Some("query"), seconds: 600, input: None }),
            ("fuzz query --input a", Task::Fuzz { target: Some("query"), seconds: 60, input: Some("a".into()) }),
            ("test --quick", Task::Test { quick: true, texts: None }),
            ("test --texts a", Task::Test { quick: false, texts: Some("a".into()) }),
            ("", Task::Help(HELP)),
            ("explore --help", Task::Help(EXPLORE)),
            ("check -h", Task::Help(CHECK)),
        ] {
            assert_eq!(line(words).unwrap(), task, "{words}");
        }
    }

    #[test]
    fn what_is_not_understood_is_said_with_what_would_be() {
        for (words, says) in [
            ("explode", "one of explore, check, derive, agree, changes, export, fuzz, test"),
            ("changes", "--since DIR"),
            ("--once", "cargo xtask --help"),
            ("explore --onec", "cargo xtask explore --help"),
            ("check --out d", "cargo xtask check --help"),
            ("test --corpus d", "cargo xtask test --help"),
            ("export --once", "cargo xtask export --help"),
            ("export --out", "--out"),
            ("export --out a --out b", "given twice"),
            ("explore more", "cargo xtask explore --help"),
            ("explore --texts", "--texts"),
            ("explore --texts a --texts b", "given twice"),
            ("explore --texts=", "empty name"),
        ] {
            let trouble = line(words).unwrap_err().to_string();
            assert!(trouble.contains(says), "{words}: {trouble}");
        }
    }
}
