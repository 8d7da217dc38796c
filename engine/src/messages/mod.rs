//! What the page says, in each language that it speaks: English, Russian, Japanese.
//!
//! In: a [`Language`]. Out: its [`Messages`], an area of the page a field. An area is a file: a type with a field for each message,
//! and a constant of that type for each language, so that the compiler refuses a language that lacks one; `xtask`'s house rules
//! refuse a message that nothing says. A message is a text; a text with gaps ([`Filled`]), whose number the compiler
//! checks; or one for each plural form of a number ([`Counted`]). What a corpus says is not translated: it stands in its
//! own language, and is marked as such. Nothing here knows of views.

// A message's English says what it is for; a sentence about each would say it again.
#![allow(missing_docs)]

mod about;
mod coding;
mod counted;
mod counts;
mod dates;
mod embedding;
mod exercise;
mod filled;
mod keys;
mod language;
mod link;
mod masthead;
mod page;
mod paper;
mod path;
mod prompts;
mod record;
mod role;
mod seminar;
mod share;
mod words;

pub use counted::Counted;
pub use filled::Filled;
pub use language::Language;

/// All that the page says in one language, by areas.
#[derive(Debug)]
pub struct Messages {
    pub about: about::About,
    pub coding: coding::Coding,
    pub counts: counts::Counts,
    pub dates: dates::Dates,
    pub embedding: embedding::Embedding,
    pub exercise: exercise::Exercise,
    pub keys: keys::Keys,
    pub link: link::Link,
    pub masthead: masthead::Masthead,
    pub page: page::Page,
    pub paper: paper::Paper,
    pub path: path::Path,
    pub prompts: prompts::Prompts,
    pub record: record::Record,
    pub role: role::Role,
    pub seminar: seminar::Seminar,
    pub share: share::Share,
    pub words: words::Words,
}

static ENGLISH: Messages = Messages {
    about: about::EN,
    coding: coding::EN,
    counts: counts::EN,
    dates: dates::EN,
    embedding: embedding::EN,
    exercise: exercise::EN,
    keys: keys::EN,
    link: link::EN,
    masthead: masthead::EN,
    page: page::EN,
    paper: paper::EN,
    path: path::EN,
    prompts: prompts::EN,
    record: record::EN,
    role: role::EN,
    seminar: seminar::EN,
    share: share::EN,
    words: words::EN,
};
static RUSSIAN: Messages = Messages {
    about: about::RU,
    coding: coding::RU,
    counts: counts::RU,
    dates: dates::RU,
    embedding: embedding::RU,
    exercise: exercise::RU,
    keys: keys::RU,
    link: link::RU,
    masthead: masthead::RU,
    page: page::RU,
    paper: paper::RU,
    path: path::RU,
    prompts: prompts::RU,
    record: record::RU,
    role: role::RU,
    seminar: seminar::RU,
    share: share::RU,
    words: words::RU,
};
static JAPANESE: Messages = Messages {
    about: about::JA,
    coding: coding::JA,
    counts: counts::JA,
    dates: dates::JA,
    embedding: embedding::JA,
    exercise: exercise::JA,
    keys: keys::JA,
    link: link::JA,
    masthead: masthead::JA,
    page: page::JA,
    paper: paper::JA,
    path: path::JA,
    prompts: prompts::JA,
    record: record::JA,
    role: role::JA,
    seminar: seminar::JA,
    share: share::JA,
    words: words::JA,
};
