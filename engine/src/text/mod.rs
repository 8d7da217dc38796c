//! Words and sentences with their places: the one set of functions for documents and queries.
//!
//! In: a text, and the [`Lexicon`] that a corpus gives. Out: [`Token`]s (a search key and the bytes it stands at) and
//! sentence spans. Every span lies on character boundaries. Nothing here changes what is displayed: look-alike letters,
//! quotes, dashes, accents and case are folded in the key only.

mod bases;
mod compose;
mod fold;
mod lexicon;
mod quick;
mod sentences;
mod stem;
mod tokens;
mod utf16;

pub use fold::{fold_char, look_alike};
pub(crate) use fold::{is_cyrillic, is_mark, is_unspaced};
pub use lexicon::Lexicon;
pub use quick::each_key;
pub use sentences::sentences;
pub use stem::stem;
pub use tokens::{Token, key, keys, tokens};
pub use utf16::Utf16;
