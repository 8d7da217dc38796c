//! The page: a thin Leptos layer over the engine.
//!
//! A keystroke or a choice changes the one [`View`](sightlines_engine::view::View); the engine answers it with a selection;
//! every view of the page shows that selection, and the address follows. Nothing here searches, counts or parses.

mod address;
mod corpus;
mod dom;
mod frame;
mod loading;
mod markup;
mod own_copy;
mod script;
mod state;
mod ui;

use leptos::prelude::*;
use sightlines_engine::search::Library;
use state::Explorer;

/// Reads the corpus from the page, mounts the explorer in `#app` and offers it to scripts. What cannot be read is said in
/// the page's box, over the plain articles. In another thread, which has no page, nothing.
pub fn start() {
    if dom::document().is_none() {
        return;
    }
    dom::report_panics();
    match corpus::read() {
        Ok(corpus) => {
            let Some(place) = dom::mount_point() else { return };
            leptos::mount::mount_to(place, move || {
                let explorer = Explorer::new(Library::new(corpus));
                address::follow(explorer);
                script::offer(explorer);
                own_copy::take_drops(explorer);
                frame::attend(explorer);
                loading::read_on(explorer);
                provide_context(explorer);
                dom::remove_plain_records();
                view! { <ui::App/> }
            })
            .forget();
        }
        Err(says) => dom::fail("sightlines:no-corpus", &says),
    }
}
