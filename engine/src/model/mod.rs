//! The corpus as data: what a page holds, with ids as types of their own.
//!
//! In: the data island, or what the tools read from a corpus folder. Out: plain values with serde's forms. Nothing here
//! searches, cleans or counts; that a folder is sound is checked by the tools, before a page is made of it.

mod article;
mod codebook;
mod contrast;
mod corpus;
mod date;
mod event;
mod figure;
mod ids;
mod map;
mod note;
mod outlet;
mod position;
mod text;

pub use article::{Article, Based, Basis, Found, Heading, Paragraph, Reading, RepairCount, Variant};
pub use codebook::{Actor, ActorKind, Answer, Codebook, Issue, Nearness, Polarity, Stance, Voice};
pub use contrast::{ContrastKind, EditorContrast};
pub use corpus::{Author, Corpus, Edition, Names, SearchForms};
pub use date::{DateError, Day, Edtf};
pub use event::Event;
pub use figure::Figure;
pub use ids::{
    ActorId, AnswerId, ArticleId, AuthorId, ContrastId, EventId, FigureId, IssueId, OutletId, PlaceId, PositionId,
    StanceId, UNNAMED, VoiceId,
};
pub use map::{Land, Map, MapLabel, MapPlace, Point, Side};
pub use note::Note;
pub use outlet::{Outlet, OutletKind};
pub use position::{Coded, Coding, Confidence, Evidence, Locator, Position};
pub use text::Text;
