//! What must be said about an answer, so that nothing happens silently.

/// Something to be said about an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A name was also found under its other names.
    Alias {
        /// What was typed.
        typed: String,
        /// The other names that were found.
        also: Vec<String>,
    },
    /// A word was also found in other written forms.
    Form {
        /// What was typed.
        typed: String,
        /// The other forms that were found.
        also: Vec<String>,
    },
    /// Related names, which are not equal: offered, never added.
    Related {
        /// What was typed.
        typed: String,
        /// The names.
        offered: Vec<String>,
    },
    /// The order of words is not known in some articles: they are shown for holding the words.
    Unordered {
        /// The phrase.
        typed: String,
    },
    /// An exclusion that needs order had no effect in articles of which the order is not known.
    ExclusionUnordered {
        /// The phrase.
        typed: String,
    },
    /// `author:` names nobody here.
    NoAuthor(String),
    /// `outlet:` names none here.
    NoOutlet(String),
}

impl Notice {
    /// Its kind, for scripts.
    pub fn kind(&self) -> &'static str {
        match self {
            Notice::Alias { .. } => "alias",
            Notice::Form { .. } => "form",
            Notice::Related { .. } => "related",
            Notice::Unordered { .. } => "unordered",
            Notice::ExclusionUnordered { .. } => "exclusion_unordered",
            Notice::NoAuthor(_) => "no_author",
            Notice::NoOutlet(_) => "no_outlet",
        }
    }

    /// The notice as a sentence.
    pub fn says(&self) -> String {
        match self {
            Notice::Alias { typed, also } => format!("“{typed}” was also found as {}.", also.join(", ")),
            Notice::Form { typed, also } => format!("“{typed}” was also found written {}.", also.join(", ")),
            Notice::Related { typed, offered } => {
                format!("Not the same as “{typed}”, but related: {}.", offered.join(", "))
            }
            Notice::Unordered { typed } => format!(
                "Where only an article’s words are held here and not their order, {typed} gives the paragraphs that hold all its words (unordered)."
            ),
            Notice::ExclusionUnordered { typed } => format!(
                "Excluding {typed} had no effect where only an article’s words are held here and not their order (unordered)."
            ),
            Notice::NoAuthor(value) => format!("No author here is called “{value}”."),
            Notice::NoOutlet(value) => format!("No outlet here is called “{value}”."),
        }
    }
}
