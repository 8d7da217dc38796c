//! The one typed state of the page ⇄ the fragment of its address.
//!
//! In: whatever stands after `#` (or our keys after `?`). Out: a [`View`] and notices; reading is total. Back: the shortest
//! fragment that reads as that view, so that equal views have equal addresses. Nothing here names History or Location.

mod escape;
mod path;
mod read;
mod state;
mod write;

pub use escape::{decode, encode};
pub use path::{MOST_STOPS, Path, Stop};
use read::PAIR;
pub use read::{MAX_FRAGMENT, is_view_key};
pub use state::{Cell, Pane, View};
