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
mod beginning;
mod cells;
mod citing;
mod coding;
mod columns;
mod compare;
mod concordance;
mod contrasts;
mod counted;
mod counts;
mod dates;
mod embedding;
mod evidence;
mod exercise;
mod filled;
mod keys;
mod language;
mod link;
mod masthead;
mod notices;
mod own_copy;
mod page;
mod paper;
mod path;
mod positions;
mod prompts;
mod read;
mod record;
mod role;
mod search;
mod seminar;
mod share;
mod starting;
mod taking;
mod telling;
mod timeline;
mod witnesses;
mod words;

pub use counted::Counted;
pub use filled::Filled;
pub use language::Language;
pub use search::Search;

/// All that the page says in one language, by areas.
#[derive(Debug)]
pub struct Messages {
    pub about: about::About,
    pub beginning: beginning::Beginning,
    pub cells: cells::Cells,
    pub citing: citing::Citing,
    pub coding: coding::Coding,
    pub columns: columns::Columns,
    pub compare: compare::Compare,
    pub concordance: concordance::Concordance,
    pub contrasts: contrasts::Contrasts,
    pub counts: counts::Counts,
    pub dates: dates::Dates,
    pub embedding: embedding::Embedding,
    pub evidence: evidence::Evidence,
    pub exercise: exercise::Exercise,
    pub keys: keys::Keys,
    pub link: link::Link,
    pub masthead: masthead::Masthead,
    pub notices: notices::Notices,
    pub own_copy: own_copy::OwnCopy,
    pub page: page::Page,
    pub paper: paper::Paper,
    pub path: path::Path,
    pub positions: positions::Positions,
    pub prompts: prompts::Prompts,
    pub read: read::Read,
    pub record: record::Record,
    pub role: role::Role,
    pub search: search::Search,
    pub seminar: seminar::Seminar,
    pub share: share::Share,
    pub starting: starting::Starting,
    pub taking: taking::Taking,
    pub telling: telling::Telling,
    pub timeline: timeline::Timeline,
    pub witnesses: witnesses::Witnesses,
    pub words: words::Words,
}

static ENGLISH: Messages = Messages {
    about: about::EN,
    beginning: beginning::EN,
    cells: cells::EN,
    citing: citing::EN,
    coding: coding::EN,
    columns: columns::EN,
    compare: compare::EN,
    concordance: concordance::EN,
    contrasts: contrasts::EN,
    counts: counts::EN,
    dates: dates::EN,
    embedding: embedding::EN,
    evidence: evidence::EN,
    exercise: exercise::EN,
    keys: keys::EN,
    link: link::EN,
    masthead: masthead::EN,
    notices: notices::EN,
    own_copy: own_copy::EN,
    page: page::EN,
    paper: paper::EN,
    path: path::EN,
    positions: positions::EN,
    prompts: prompts::EN,
    read: read::EN,
    record: record::EN,
    role: role::EN,
    search: search::EN,
    seminar: seminar::EN,
    share: share::EN,
    starting: starting::EN,
    taking: taking::EN,
    telling: telling::EN,
    timeline: timeline::EN,
    witnesses: witnesses::EN,
    words: words::EN,
};
static RUSSIAN: Messages = Messages {
    about: about::RU,
    beginning: beginning::RU,
    cells: cells::RU,
    citing: citing::RU,
    coding: coding::RU,
    columns: columns::RU,
    compare: compare::RU,
    concordance: concordance::RU,
    contrasts: contrasts::RU,
    counts: counts::RU,
    dates: dates::RU,
    embedding: embedding::RU,
    evidence: evidence::RU,
    exercise: exercise::RU,
    keys: keys::RU,
    link: link::RU,
    masthead: masthead::RU,
    notices: notices::RU,
    own_copy: own_copy::RU,
    page: page::RU,
    paper: paper::RU,
    path: path::RU,
    positions: positions::RU,
    prompts: prompts::RU,
    read: read::RU,
    record: record::RU,
    role: role::RU,
    search: search::RU,
    seminar: seminar::RU,
    share: share::RU,
    starting: starting::RU,
    taking: taking::RU,
    telling: telling::RU,
    timeline: timeline::RU,
    witnesses: witnesses::RU,
    words: words::RU,
};
static JAPANESE: Messages = Messages {
    about: about::JA,
    beginning: beginning::JA,
    cells: cells::JA,
    citing: citing::JA,
    coding: coding::JA,
    columns: columns::JA,
    compare: compare::JA,
    concordance: concordance::JA,
    contrasts: contrasts::JA,
    counts: counts::JA,
    dates: dates::JA,
    embedding: embedding::JA,
    evidence: evidence::JA,
    exercise: exercise::JA,
    keys: keys::JA,
    link: link::JA,
    masthead: masthead::JA,
    notices: notices::JA,
    own_copy: own_copy::JA,
    page: page::JA,
    paper: paper::JA,
    path: path::JA,
    positions: positions::JA,
    prompts: prompts::JA,
    read: read::JA,
    record: record::JA,
    role: role::JA,
    search: search::JA,
    seminar: seminar::JA,
    share: share::JA,
    starting: starting::JA,
    taking: taking::JA,
    telling: telling::JA,
    timeline: timeline::JA,
    witnesses: witnesses::JA,
    words: words::JA,
};
