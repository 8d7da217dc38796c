//! Read: one article, paragraph by paragraph, with its positions in the margin.

use super::chips::Chips;
use super::empty::whole;
use super::margin::margin;
use super::marked::marked;
use super::outline::outline;
use super::own_copy::OpenCopy;
use super::{cite, link, record, witnesses, words};
use crate::dom;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::cite::Cited;
use sightlines_engine::model::{Article, ArticleId, Locator, Paragraph};
use sightlines_engine::search::marks;
use std::collections::BTreeSet;

/// The element of a paragraph.
pub fn place_id(n: u32) -> String {
    format!("p-{n}")
}

/// So many articles are listed to choose from; more would be no list that a person reads.
const LISTED: usize = 200;

/// What of an article is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layer {
    Text,
    Digest,
    Both,
}

/// The view.
#[component]
pub fn Read() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let article = Memo::new(move |_| explorer.article());
    // A place in the address is brought into view once it is drawn.
    let place = Memo::new(move |_| explorer.view.with(|view| (view.article.clone(), view.p)));
    let is_here = Memo::new(move |_| article.with(Option::is_some));
    Effect::new(move |_| {
        if let ((Some(_), Some(p)), true) = (place.get(), is_here.get()) {
            request_animation_frame(move || {
                dom::scroll_to(&place_id(p.p));
                dom::focus_from_link(&place_id(p.p));
            });
        }
    });
    view! {
        {move || article.get().is_none().then(|| view! { <h1 class="choose">{choose(explorer)}</h1> })}
        <Contents/>
        {move || article.get().map(|article| view! { <Reader article=article/> })}
    }
}

/// What stands where no article does; one that a link asks for may be in a part that is still to come.
fn choose(explorer: Explorer) -> &'static str {
    let messages = &explorer.messages().read;
    let coming = explorer.corpus(|corpus| corpus.later > 0) && explorer.broken.with(Option::is_none);
    match coming && explorer.view.with(|view| view.article.is_some()) {
        true => messages.this_article_is_still_being_read,
        false => messages.choose_an_article_to_read,
    }
}

/// The articles, to choose one from.
#[component]
fn Contents() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let rows = move || {
        let view = explorer.view.get();
        explorer.corpus(|corpus| {
            let row = |article: &Article| {
                let href = link(&view.reading(article.id.as_str(), None));
                let here = view.article.as_deref() == Some(article.id.as_str());
                let (title, language) = (article.title.value.clone(), article.language.clone());
                let by = [words::authors(corpus, article, messages), article.date.value.label(messages)];
                let line = by.join(messages.words.comma);
                view! {
                    <li><a href=href aria-current=here.then_some("true")>
                        <span class="title" lang=language>{title}</span><span class="by">{line}</span>
                    </a></li>
                }
            };
            let rest = corpus.articles.len().saturating_sub(LISTED);
            let rest = (rest > 0).then(|| {
                let says = messages.read.and_more_articles.with(rest);
                view! { <li><a href=link(&view.showing(sightlines_engine::view::Pane::Articles))>{says}</a></li> }
            });
            view! { {corpus.articles.iter().take(LISTED).map(row).collect_view()}{rest} }
        })
    };
    let chosen = move || explorer.view.with(|view| view.article.is_some());
    view! {
        <details class="contents" open=move || !chosen()>
            <summary>{move || messages.counts.articles.with(explorer.corpus(|c| c.articles.len()))}</summary>
            <ul>{rows}</ul>
        </details>
    }
}

/// One article.
#[component]
fn Reader(article: Article) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let says = &messages.read;
    let layer =
        RwSignal::new(if article.paragraphs.iter().any(|p| p.text.is_some()) { Layer::Text } else { Layer::Digest });
    let has_text = article.paragraphs.iter().any(|p| p.text.is_some());
    let own_copy = article.paragraphs.iter().any(|p| !p.placed.is_empty());
    let has_digests = article.paragraphs.iter().any(|p| p.digest.is_some());
    let layers = (has_text && has_digests).then(|| {
        let button = |of: Layer, label: &'static str| {
            view! {
                <button type="button" class="pill" aria-pressed=move || (layer.get() == of).to_string()
                    on:click=move |_| layer.set(of)>{label}</button>
            }
        };
        view! {
            <div class="pills" role="group" aria-label=says.what_is_shown>
                {button(Layer::Text, says.text)}{button(Layer::Digest, says.digest)}{button(Layer::Both, says.both)}
            </div>
        }
    });
    let whose = (!has_text).then(|| view! { <p class="whose-words">{says.in_our_own_words}</p> });
    let whose_copy = own_copy.then(|| view! { <p class="whose-words">{says.text_of_your_own_copy}</p> });
    let open_copy = (!article.is_full() || own_copy).then(|| view! { <OpenCopy/> });
    let notice = (!article.notice.is_empty()).then(|| {
        view! {
            <p class="caution"><strong>{says.before_you_share_this_article}</strong>{article.notice.clone()}</p>
        }
    });
    let line = record::line(explorer, &article);
    let card = record::card(explorer, &article);
    let outline = outline(explorer, &article);
    let cited = cite::panel(says.cite_this_article, Some(Cited::Article(article.id.clone())));
    let coins = explorer.corpus(|corpus| cite::record_of(corpus, &article));
    let apparatus = witnesses::apparatus(messages, &article);
    let notes = witnesses::notes(explorer, &article, None);
    let id = article.id.clone();
    let outside = move || {
        let selection = explorer.selection()?;
        let (shown, all) = explorer.corpus(|corpus| {
            let here = |at: &&usize| corpus.positions[**at].article == id;
            (
                selection.positions.iter().filter(here).count(),
                corpus.positions.iter().filter(|p| p.article == id).count(),
            )
        });
        let everything = explorer.view.with(whole);
        (shown < all).then(|| {
            let shown = says.in_the_present_selection.with([shown.to_string(), messages.counts.positions.with(all)]);
            view! { <p class="outside">{shown}<a href=link(&everything)>{says.show_all}</a></p> }
        })
    };
    let rows = article.paragraphs.iter().map(|paragraph| row(explorer, &article, paragraph, layer)).collect_view();
    view! {
        <article class="reader">
            <header>
                <h1 lang=article.language.clone()>{article.title.value.clone()}</h1>
                {line}{coins}
                <div class="bar">{layers}</div>
                {outline}
                <details class="fold"><summary>{says.record_and_basis}</summary>{card}</details>
                {cited}
                {apparatus}{notes}
                {notice}
                <Chips/>
                {outside}
                {whose}{whose_copy}{open_copy}
            </header>
            <div class="body">{rows}</div>
            {move || neighbours(explorer)}
        </article>
    }
}

/// The articles that stand before and after the one that is read.
fn neighbours(explorer: Explorer) -> AnyView {
    let messages = &explorer.messages().read;
    let view = explorer.view.get();
    explorer.corpus(|corpus| {
        let here = corpus.articles.iter().position(|of| view.article.as_deref() == Some(of.id.as_str()));
        let to = |at: Option<usize>, says: &'static str| {
            at.and_then(|at| corpus.articles.get(at)).map(|of| {
                let href = link(&view.reading(of.id.as_str(), None));
                view! { <a href=href><span class="by">{says}</span><span class="title" lang=of.language.clone()>{of.title.value.clone()}</span></a> }
            })
        };
        let before = to(here.and_then(|at| at.checked_sub(1)), messages.previous_article);
        let after = to(here.map(|at| at + 1), messages.next_article);
        view! { <nav class="neighbours no-print" aria-label=messages.other_articles>{before}{after}</nav> }.into_any()
    })
}

/// A paragraph with its number, its heading and the positions that it gives rise to.
fn row(explorer: Explorer, article: &Article, paragraph: &Paragraph, layer: RwSignal<Layer>) -> AnyView {
    let messages = explorer.messages();
    let n = paragraph.n;
    let id = article.id.clone();
    let headings: Vec<AnyView> = article
        .headings
        .iter()
        .filter(|heading| heading.before == n)
        .map(|heading| match heading.source {
            true => view! { <h2 class="source" lang=article.language.clone()>{heading.label.clone()}</h2> }.into_any(),
            false => {
                view! { <h2 class="ours" lang=explorer.content_language()>{heading.label.clone()}</h2> }.into_any()
            }
        })
        .collect();
    let place = Locator { p: n, s: None };
    let href = {
        let id = id.clone();
        move || link(&explorer.view.with(|view| view.reading(id.as_str(), Some(place))))
    };
    let here = Memo::new(move |_| explorer.view.with(|view| view.p.is_some_and(|p| p.p == n)));
    let text = paragraph.text.clone().map(|text| {
        let language = article.language.clone();
        let of_article = id.clone();
        let paragraph = paragraph.clone();
        move || {
            (layer.get() != Layer::Digest).then(|| {
                let body = source(explorer, &of_article, &paragraph, &text.read());
                view! { <p class="source" dir="auto" lang=language.clone()>{body}</p> }
            })
        }
    });
    let has_text = paragraph.text.is_some();
    let digest = paragraph.digest.clone().map(|digest| {
        let marked = evidence_here(explorer, id.clone(), n);
        move || {
            (!has_text || layer.get() != Layer::Text).then(|| {
                let whose = has_text.then(|| view! { <span class="whose">{messages.read.editors_digest}</span> " " });
                let chosen = !has_text && marked.get();
                let digest = view! { <span lang=explorer.content_language()>{digest.clone()}</span> };
                view! { <p class="digest" class:evidence=chosen>{whose}{digest}</p> }
            })
        }
    });
    // Of the place that the address names: a button at every paragraph would drown the text.
    let copy = {
        let id = id.clone();
        move || explorer.view.with(|view| view.p).filter(|p| p.p == n).map(|p| cite::copy_passage(&id, p))
    };
    let variants = witnesses::variants(messages, article, n);
    let notes = witnesses::notes(explorer, article, Some(n));
    let number = [n.to_string()];
    let (name, to_it) = match n {
        0 => (messages.read.standfirst.to_string(), messages.read.link_to_standfirst.with(number)),
        _ => (messages.read.paragraph.with(number.each_ref()), messages.read.link_to_paragraph.with(number)),
    };
    let element = place_id(n);
    view! {
        {headings}
        <section class="para" class:here=here id=element tabindex="-1" role="group" aria-label=name>
            <a class="pilcrow" href=href aria-label=to_it>"¶ "{n}</a>
            <div class="words">{text}{digest}{copy}{variants}{notes}</div>
            {margin(explorer, article, n)}
        </section>
    }
    .into_any()
}

/// The places that the chosen position or, without one, the address names in an article.
fn lit(explorer: Explorer, article: &ArticleId) -> Vec<Locator> {
    let (here, chosen, p) =
        explorer.view.with(|v| (v.article.as_deref() == Some(article.as_str()), v.position.clone(), v.p));
    let of_position =
        chosen.and_then(|id| explorer.corpus(|c| c.position(&id).map(|of| (of.article.clone(), of.evidence.clone()))));
    match of_position {
        Some((of, evidence)) if of == *article => evidence,
        _ if here => p.into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Whether one of these places is in this paragraph.
fn evidence_here(explorer: Explorer, article: ArticleId, n: u32) -> Memo<bool> {
    Memo::new(move |_| lit(explorer, &article).iter().any(|place| place.p == n))
}

/// The source's words, with the marks of the query, and the sentences lit up that the chosen position or the address names.
fn source(explorer: Explorer, article: &ArticleId, paragraph: &Paragraph, text: &str) -> AnyView {
    let messages = explorer.messages();
    let leaves = explorer.selection().map(|s| s.leaves.clone()).unwrap_or_default();
    let marks = explorer.library.with(|library| marks(text, &leaves, library.lexicon()));
    let lit: BTreeSet<u32> =
        lit(explorer, article).into_iter().filter(|place| place.p == paragraph.n).filter_map(|place| place.s).collect();
    let sentences = if lit.is_empty() { Vec::new() } else { paragraph.spans(text) };
    let (mut parts, mut at): (Vec<AnyView>, usize) = (Vec::new(), 0);
    for (s, span) in (1..).zip(sentences).filter(|(s, _)| lit.contains(s)) {
        let found = words::found(paragraph.found(s), messages);
        let found = found.map(|found| view! { <span class="found-how">{found}</span> });
        parts.push(marked(text, at..span.start, &marks, messages));
        at = span.end;
        parts.push(view! { <span class="evidence">{marked(text, span, &marks, messages)}{found}</span> }.into_any());
    }
    parts.push(marked(text, at..text.len(), &marks, messages));
    parts.collect_view().into_any()
}
