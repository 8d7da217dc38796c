//! The engine of Sightlines: everything that needs neither a browser nor a clock.
//!
//! Two ways lead through it. A capture is [`clean`]ed, [`collate`]d with its other witnesses and anchored, and becomes part
//! of a [`model::Corpus`]; so does a reader's own copy, which is [`supply`]d while the page is open. A keystroke becomes a [`view::View`], its words a [`query`], and the [`search`] over the
//! [`index`] gives the one selection that every view of the page shows. The same code runs in the browser and in the
//! tools; it names no corpus.

pub mod anchor;
pub mod beginning;
pub mod block;
pub mod cite;
pub mod clean;
pub mod collate;
pub mod concordance;
pub mod export;
pub mod frame;
pub mod index;
pub mod messages;
pub mod model;
pub mod order;
pub mod positions;
pub mod query;
pub mod script;
pub mod search;
pub mod seminar;
pub mod supply;
pub mod text;
pub mod timeline;
pub mod view;
