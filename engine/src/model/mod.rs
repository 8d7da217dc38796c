//! The corpus as data: what a page holds, with ids as types of their own.
//!
//! In: the data island, or what the tools read from a corpus folder. Out: plain values with serde's forms. Nothing here
//! searches, cleans or counts; that a folder is sound is checked by the tools, before a page is made of it.

mod article;
mod codebook;
mod corpus;
mod date;
mod ids;
mod outlet;
mod position;

pub use article::{Article, Based, Basis, Found, Heading, Paragraph, Reading, RepairCount, Variant};
pub use codebook::{Actor, ActorKind, Answer, Codebook, Issue, Nearness, Polarity, Stance, Voice};
pub use corpus::{Author, Corpus, Edition, Names, SearchForms};
pub use date::{DateError, Day, Edtf};
pub use ids::{ActorId, AnswerId, ArticleId, AuthorId, IssueId, OutletId, PositionId, StanceId, UNNAMED, VoiceId};
pub use outlet::Outlet;
pub use position::{Confidence, Locator, Position};
