//! The page's components, one a file. Controls are projections of the view; there is no second copy of a filter.

mod about;
mod articles;
mod cell;
mod chips;
mod cite;
mod compare;
mod concordance;
mod contrasts;
mod count;
mod dispute;
mod embedding;
mod empty;
mod evidence;
mod exercise;
mod export;
mod facets;
mod first;
mod grid;
mod help;
mod keys;
mod map;
mod margin;
mod marked;
mod masthead;
mod matrix;
mod notices;
mod outline;
mod own_copy;
mod paper;
mod passage;
mod path;
mod position;
mod prompts;
mod qr;
mod questions;
mod read;
mod record;
mod role;
mod search_box;
mod seminar;
mod share;
mod taking;
mod timeline;
mod witnesses;
mod words;

use crate::dom;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::messages::Language;
use sightlines_engine::model::{Corpus, Evidence};
use sightlines_engine::seminar::Sheet;
use sightlines_engine::view::{Pane, View};

/// The whole page, drawn anew where its language changes.
#[component]
pub fn App() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    // The choice that was made is gone with the page in which it was made.
    Effect::new(move |before: Option<Language>| {
        let now = explorer.language.get();
        if before.is_some_and(|before| before != now) {
            dom::once_painted(|| dom::focus_if_lost("language"));
        }
        now
    });
    move || {
        dom::set_root_attribute("lang", explorer.language.get().tag());
        view! { <Page/> }
    }
}

/// The page in one language.
#[component]
fn Page() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().page;
    let pane = Memo::new(move |_| explorer.view.with(|view| view.pane));
    let embed = Memo::new(move |_| explorer.view.with(|view| view.embed));
    Effect::new(move |_| dom::set_title(&title(explorer)));
    // A link or a choice takes the focus with it: what was pressed may be gone.
    Effect::new(move |before: Option<View>| {
        let (now, view) = (pane.get(), explorer.view.get());
        if before.is_some_and(|before| before != view) {
            explorer.heard.set(String::new());
            let place = explorer.view.with_untracked(|view| view.p.filter(|_| now == Pane::Read));
            let id = match (place, now == Pane::Seminar && view.sheet == Sheet::Code) {
                (Some(place), _) => read::place_id(place.p),
                (None, true) => "exercise".to_string(),
                (None, false) => "main".to_string(),
            };
            // What folds away loses the focus only once it is drawn so.
            dom::once_painted(move || dom::focus_if_lost(&id));
        }
        view
    });
    // Once what was found or is read is drawn.
    Effect::new(move |_| {
        let _ = (explorer.selection(), explorer.view.with(|view| view.article.clone()), pane.get());
        request_animation_frame(dom::records_changed);
    });
    keys::listen(explorer);
    view! {
        <div class="page" class:embed=embed>
            // No plain anchor: it would take the place of the view in the address.
            <a class="skip" href="#main" on:click=move |event| { event.prevent_default(); dom::focus("main"); }>{messages.skip_to_the_content}</a>
            <masthead::Masthead/>
            <paper::Head/>
            <path::PathBar/>
            <main id="main" tabindex="-1" aria-busy=move || explorer.is_pending().to_string()>
                <notices::AddressNotices/>
                <count::Reading/>
                <own_copy::CopyNotices/>
                {move || match pane.get() {
                    Pane::Articles => view! { <articles::Articles/> }.into_any(),
                    Pane::Read => view! { <read::Read/> }.into_any(),
                    Pane::Compare => view! { <compare::Compare/> }.into_any(),
                    Pane::Timeline => view! { <timeline::Timeline/> }.into_any(),
                    Pane::Words => view! { <concordance::Words/> }.into_any(),
                    Pane::Seminar => view! { <seminar::Seminar/> }.into_any(),
                    Pane::About => view! { <about::About/> }.into_any(),
                }}
            </main>
            <p class="visually-hidden" id="heard" role="status">{move || explorer.heard.get()}</p>
            <Footer/>
        </div>
    }
}

/// What the page is called in tabs and bookmarks: the most particular first.
fn title(explorer: Explorer) -> String {
    let pane = explorer.view.with(|view| view.pane);
    let corpus = explorer.corpus(|corpus| corpus.title.clone());
    let of = |what: &str| explorer.messages().page.title.with([what, &corpus]);
    match (pane, explorer.article()) {
        (Pane::Read, Some(article)) => of(&article.title.value),
        (Pane::Articles, _) => corpus,
        _ => of(words::pane(explorer, pane)),
    }
}

#[component]
fn Footer() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let edition = move || {
        explorer.corpus(|c| messages.page.edition.with([words::edition(c.edition(), messages), &c.hash, &c.licence]))
    };
    let messages = &messages.page;
    view! {
        <footer class="foot">
            <span>{edition}</span>
            // A hosted copy has its files to fetch, and keeps them.
            <span>{if dom::is_one_file() { messages.nothing_leaves_this_file } else { messages.nothing_you_do_leaves }}</span>
            <a href=move || link(&explorer.view.get().showing(Pane::About))>{messages.how_this_was_made}</a>
        </footer>
    }
}

/// Links to places in articles, each called by who tells it: `Chris Cheang ¶ 4.1`.
fn places(corpus: &Corpus, view: &View, evidence: &[Evidence]) -> AnyView {
    let place = |place: &Evidence| {
        let href = link(&view.reading(place.article.as_str(), Some(place.at)));
        let who = corpus
            .article(&place.article)
            .map(|article| words::authors(corpus, article, expect_context::<Explorer>().messages()))
            .unwrap_or_default();
        view! { " " <a class="place" href=href>{format!("{who} ¶ {}", place.at)}</a> }
    };
    evidence.iter().map(place).collect_view().into_any()
}

/// The address of a view, for links.
fn link(view: &View) -> String {
    format!("#{}", view.fragment())
}
