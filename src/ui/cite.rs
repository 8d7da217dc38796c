//! How to cite: what is cited in every form, to be copied or kept as a file; and a passage copied with its reference.

use super::taking::Taking;
use crate::state::Explorer;
use crate::{address, dom};
use leptos::prelude::*;
use sightlines_engine::cite::{Cited, Form, Item, cite, coins, passage_with_reference};
use sightlines_engine::model::{Article, ArticleId, Corpus, Locator};
use sightlines_engine::view::View;

/// The panel, folded away, and made when it is opened; without `cited` it is of the present view.
pub fn panel(summary: &'static str, cited: Option<Cited>) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let open = RwSignal::new(false);
    // A view may have hundreds of positions, each with its panel.
    let which = match &cited {
        Some(Cited::Position(id)) => Some(view! { <span class="visually-hidden">{format!(": {id}")}</span> }),
        _ => None,
    };
    let shown = move || {
        open.get().then(|| {
            let of_view = || Cited::View(explorer.view.with(View::fragment));
            forms(explorer, cited.clone().unwrap_or_else(of_view))
        })
    };
    view! {
        // What is drawn anew in the place of an open panel is folded.
        <details class="citing" open=move || open.get() on:toggle=move |event: web_sys::Event| open.set(dom::is_open(&event))>
            <summary>{summary}{which}</summary>
            {shown}
        </details>
    }
    .into_any()
}

/// The forms: those to be read with a button that copies, those for other programs with one that keeps a file too.
fn forms(explorer: Explorer, cited: Cited) -> AnyView {
    let messages = explorer.messages();
    let says = &messages.citing;
    let taking = Taking::new(explorer);
    let (name, caution) = explorer.corpus(|corpus| (file_name(corpus, &cited), notice(corpus, &cited)));
    let row = |form: Form| {
        let text = explorer
            .corpus(|corpus| cite(corpus, &cited, form, &address::base(&corpus.public_url), dom::today(), messages));
        let (label, copied) = ([form.label()], text.clone());
        let copy = move |_| taking.copy(copied.clone());
        let shown = match form {
            Form::Text(_) => view! { <p class="reference" lang=explorer.content_language()>{text}</p> }.into_any(),
            _ => {
                let (end, kind) = form.file();
                let name = format!("{name}.{end}");
                let save = move |_| taking.save(&name, kind, &text, says.copy);
                view! { <button type="button" aria-label=says.download_form.with(label) on:click=save>{says.download}</button> }
                    .into_any()
            }
        };
        view! { <li><span>{form.label()}</span>{shown}<button type="button" aria-label=says.copy_form.with(label) on:click=copy>{says.copy}</button></li> }
    };
    let rows = Form::ALL.map(row).collect_view();
    view! { {caution.map(|caution| cautioned(explorer, caution))}<ul>{rows}</ul>{taking.view()} }.into_any()
}

/// What files of it are called.
fn file_name(corpus: &Corpus, cited: &Cited) -> String {
    match cited {
        Cited::Article(id) => id.to_string(),
        Cited::Position(id) => id.to_string(),
        Cited::View(_) => format!("sightlines-{}", corpus.id),
    }
}

/// What a reader must know before something of it leaves the page.
fn notice(corpus: &Corpus, cited: &Cited) -> Option<String> {
    let article = match cited {
        Cited::Article(id) => id,
        Cited::Position(id) => &corpus.position(id)?.article,
        Cited::View(_) => return None,
    };
    Some(corpus.article(article)?.notice.clone()).filter(|notice| !notice.is_empty())
}

fn cautioned(explorer: Explorer, notice: String) -> AnyView {
    let before = explorer.messages().citing.before_you_share_it;
    view! { <p class="caution"><strong>{before}</strong>{notice}</p> }.into_any()
}

/// The button that copies what stands at a place in an article, with its reference and its link. Where the article has a notice, that
/// is shown first, and the button is to be pressed again.
pub fn copy_passage(article: &ArticleId, place: Locator) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let says = &messages.citing;
    let (id, taking, shown) = (article.clone(), Taking::one_of_many(explorer), RwSignal::new(None));
    let copy = move |_| {
        let (text, notice) = explorer.corpus(|corpus| {
            let base = address::base(&corpus.public_url);
            let text = corpus.article(&id).and_then(|of| passage_with_reference(corpus, of, place, &base, messages));
            (text, notice(corpus, &Cited::Article(id.clone())))
        });
        match text {
            None => taking.say(says.no_words_of_it_here),
            Some(_) if notice.is_some() && shown.get_untracked().is_none() => shown.set(notice),
            Some(text) => taking.copy(text),
        }
    };
    let does = move || if shown.get().is_some() { says.copy_all_the_same } else { says.copy_with_reference };
    let name = move || says.at_place.with([does(), &place.to_string()]);
    view! {
        <div class="copy-passage">
            {move || shown.get().map(|notice| cautioned(explorer, notice))}
            <button type="button" class="quiet" aria-label=name on:click=copy>
                {does}
            </button>
            {taking.view()}
        </div>
    }
    .into_any()
}

/// The record of an article, as Zotero and others read it from a page.
pub fn record_of(corpus: &Corpus, article: &Article) -> AnyView {
    view! { <span class="Z3988" aria-hidden="true" title=coins(&Item::of_article(corpus, article))></span> }.into_any()
}
