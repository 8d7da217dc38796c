//! Articles: the search box, the filters, and results by article with their passages.

use super::chips::Chips;
use super::count::Count;
use super::facets::Facets;
use super::first::first;
use super::map::Places;
use super::marked::marked;
use super::notices::AnswerNotices;
use super::passage::{link_id, passage};
use super::search_box::SearchBox;
use super::{cite, link, record};
use crate::dom;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::index::Place;
use sightlines_engine::model::Corpus;
use sightlines_engine::order::InOrder;
use sightlines_engine::search::{Selection, Sort, title_marks};
use sightlines_engine::view::{Pane, View};

/// So many passages of an article are shown at first.
const FIRST: usize = 4;

/// So many articles are drawn with the answer: they fill a window. Those below it follow once these are painted.
const AT_ONCE: usize = 4;

/// So many articles are drawn unasked, and so many more whenever the end of them is near.
const DRAWN: usize = 20;

/// So many articles at least are printed.
const PRINTED: usize = 100;

/// The view.
#[component]
pub fn Articles() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    // As many as were asked for, of what is asked now.
    let drawn = RwSignal::new((explorer.asked(), AT_ONCE));
    let many = Memo::new(move |_| {
        let asked = explorer.asked();
        drawn.with(|(of, many)| if *of == asked { *many } else { AT_ONCE })
    });
    let found = Memo::new(move |_| {
        let many = many.get();
        let found = |s: std::sync::Arc<Selection>| s.hits.iter().take(many).map(|hit| hit.article).collect::<Vec<_>>();
        explorer.selection().map(found).unwrap_or_default()
    });
    let total = Memo::new(move |_| explorer.selection().map_or(0, |s| s.hits.len()));
    let rest = Memo::new(move |_| total.get().saturating_sub(many.get().max(DRAWN)));
    let draw_more = move || drawn.set((explorer.asked(), many.get_untracked().max(DRAWN) + DRAWN));
    Effect::new(move |_| {
        let (asked, now) = (explorer.asked(), many.get());
        if now < total.get().min(DRAWN) {
            dom::once_painted(move || {
                // Unless something else was asked meanwhile, or the view is gone.
                if explorer.asked() == asked && many.try_get_untracked() == Some(now) {
                    drawn.set((asked, DRAWN.min(now + AT_ONCE)));
                }
            });
        }
    });
    // Who asks for more goes on with the first of it.
    let go_on = move || {
        let next =
            explorer.selection().and_then(|s| s.hits.get(many.get_untracked().max(DRAWN)).map(|hit| hit.article));
        draw_more();
        if let Some(article) = next {
            dom::once_painted(move || dom::focus(&title_id(article)));
        }
    };
    // Whatever is asked anew is read from its beginning.
    Effect::new(move |before: Option<sightlines_engine::search::Ask>| {
        let asked = explorer.asked();
        if before.is_some_and(|before| before != asked) {
            dom::back_to("results");
        }
        asked
    });
    let near_end = window_event_listener(leptos::ev::scroll, move |_| {
        // Where the first are still being drawn, the end is near only for now.
        let are_first_drawn = many.get_untracked() >= DRAWN;
        if are_first_drawn && rest.get_untracked() > 0 && dom::is_near("more-articles") {
            draw_more();
        }
    });
    // Paper unfolds nothing: what was found is all printed, as far as that is a sheet that anyone reads.
    let printing = RwSignal::new(false);
    let print = window_event_listener(leptos::ev::beforeprint, move |_| {
        drawn.set((explorer.asked(), many.get_untracked().max(PRINTED)));
        printing.set(true);
    });
    let printed = window_event_listener(leptos::ev::afterprint, move |_| printing.set(false));
    on_cleanup(move || [near_end, print, printed].into_iter().for_each(|listener| listener.remove()));
    // What is in no article so far may be in one that comes.
    let none = move || explorer.selection().is_some_and(|s| s.hits.is_empty()) && explorer.corpus(Corpus::is_whole);
    let on = move || explorer.view.with(|v| v.filters.sets().iter().map(|(_, set)| set.len()).sum::<usize>());
    view! {
        <h1 class="visually-hidden">{messages.masthead.articles}</h1>
        <div class="controls"><SearchBox/><Chips/></div>
        <div class="columns">
            <details class="sheet" aria-label=messages.search.filters open=!dom::matches("(max-width: 760px)")>
                <summary>{messages.search.filters} {move || (on() > 0).then(|| format!(" {}", on()))}</summary>
                <Facets/>
                <Places/>
            </details>
            <section class="results" id="results" aria-label=messages.search.results>
                <Lead/>
                <div class="found-line"><Count/><Order/></div>
                <AnswerNotices/>
                {move || none().then(|| view! { <Nothing/> })}
                <For each=move || found.get() key=|article| *article let:article>
                    <Card article=article printing=printing/>
                </For>
                {move || (rest.get() > 0).then(|| view! {
                    <p id="more-articles"><button type="button" class="quiet" on:click=move |_| go_on()>{move || messages.search.more_articles.with(rest.get())}</button>
                        <span class="print-only">{move || messages.search.more_that_are_not_printed.with(rest.get())}</span></p>
                })}
            </section>
        </div>
    }
}

/// In which order the articles stand; of one there is none.
#[component]
fn Order() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let several = Memo::new(move |_| explorer.selection().is_some_and(|s| s.hits.len() > 1));
    let sort = move || explorer.view.with(|view| view.sort);
    let choose = move |event| {
        let id = event_target_value(&event);
        if let Some(of) = Sort::ALL.into_iter().find(|of| of.id() == id) {
            explorer.choose(|view| view.sort = of);
        }
    };
    move || {
        several.get().then(|| {
            let options = Sort::ALL
                .map(|of| view! { <option value=of.id() prop:selected=move || sort() == of>{of.label(messages)}</option> });
            view! { <label class="field sort"><span>{messages.search.order}</span><select on:change=choose>{options}</select></label> }
        })
    }
}

/// What this is about, while nothing is asked yet; and what to begin with, but for a frame, whose page says why it is there, and
/// for a path, which leads already.
#[component]
fn Lead() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let state = Memo::new(move |_| {
        explorer
            .view
            .with(|view| (view.q.trim().is_empty() && view.filters.is_empty(), view.embed || !view.path.is_empty()))
    });
    let compare = move || link(&explorer.view.with(|view| view.showing(Pane::Compare)));
    move || {
        let (untouched, led) = state.get();
        untouched.then(|| {
            let (about, coded) =
                explorer.library.with_untracked(|l| (l.corpus().description.clone(), !l.corpus().positions.is_empty()));
            view! {
                <p class="lead"><span lang=explorer.content_language()>{about}</span>{coded.then(|| view! { " " <a href=compare>{messages.search.compare_the_positions}</a> })}</p>
                {(!led).then(|| first(explorer))}
            }
        })
    }
}

/// The id of the link that is a hit's title.
fn title_id(article: usize) -> String {
    format!("hit-{article}")
}

/// One article that was found.
#[component]
fn Card(article: usize, printing: RwSignal<bool>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let unfolded = RwSignal::new(false);
    let all = Memo::new(move |_| unfolded.get() || printing.get());
    let record = explorer.corpus(|corpus| corpus.articles[article].clone());
    let id = record.id.to_string();
    let href = move || link(&explorer.view.with(|view| view.reading(&id, None)));
    let title = {
        let title = record.title.value.clone();
        move || match explorer.selection() {
            Some(selection) => {
                let marks = explorer.library.with(|l| title_marks(&title, &selection.leaves, l.lexicon()));
                marked(&title, 0..title.len(), &marks, messages)
            }
            None => title.clone().into_any(),
        }
    };
    let line = record::line(explorer, &record);
    let language = record.language.clone();
    let coins = explorer.corpus(|corpus| cite::record_of(corpus, &record));
    let passages = move || {
        // Read anew, since a text may have been added since.
        let article_now = explorer.corpus(|corpus| corpus.articles[article].clone());
        let selection = explorer.selection()?;
        let hit = selection.hit(article)?;
        // The densest ones first, in the order in which they stand in the article.
        // A match in the title is shown by the title.
        let passages: Vec<_> = hit.passages.iter().filter(|p| p.place != Place::Title).collect();
        let mut scores: Vec<f64> = passages.iter().map(|p| p.score).collect();
        scores.order_by(|a, b| b.total_cmp(a));
        let least = scores.get(FIRST - 1).copied().filter(|_| !all.get()).unwrap_or(f64::NEG_INFINITY);
        let mut room = if all.get() { usize::MAX } else { FIRST };
        let (dense, others): (Vec<_>, Vec<_>) = passages.iter().partition(|p| {
            let shown = p.score >= least && room > 0;
            room -= usize::from(shown);
            shown
        });
        let list = dense.into_iter().filter_map(|p| passage(explorer, &article_now, &selection, p));
        let list: Vec<AnyView> = list.collect();
        // Who asks for the others goes on with the first of them: the button is gone.
        let next = others.first().and_then(|p| match p.place {
            Place::Paragraph(at) => Some(link_id(&article_now, &article_now.paragraphs[at])),
            Place::Title => None,
        });
        let unfold = move |_| {
            unfolded.set(true);
            let next = next.clone().unwrap_or_default();
            dom::once_painted(move || {
                dom::focus(&next);
                dom::bring_into_view(&next);
            });
        };
        let rest = passages.len().saturating_sub(if all.get() { usize::MAX } else { FIRST });
        let more = (rest > 0).then(|| {
            let says = messages.search.more_passages.with(rest);
            view! { <button type="button" class="quiet" on:click=unfold>{says}</button> }
        });
        (!list.is_empty()).then(|| view! { <ol class="passages">{list}</ol> {more} })
    };
    let about = move || {
        let selection = explorer.selection()?;
        let hit = selection.hit(article)?;
        let text = explorer.corpus(|corpus| {
            let article = &corpus.articles[article];
            let positions = corpus.positions.iter().filter(|p| p.article == article.id).count();
            let body = article.paragraphs.iter().filter(|p| p.n > 0).count();
            let (search, counts) = (&messages.search, &messages.counts);
            let had = if article.is_full() { &search.with_its_text } else { &search.as_a_digest };
            let coded = if corpus.positions.is_empty() {
                String::new()
            } else {
                format!(" · {}", counts.positions.with(positions))
            };
            had.with([counts.paragraphs.with(body)]) + &coded
        });
        // Without words to search for, the beginning of the digest says what the article is about.
        let opening = explorer.corpus(|corpus| {
            let first = corpus.articles[article].paragraphs.iter().find_map(|p| Some((p.n, p.digest.clone()?)));
            first.map(|(n, digest)| {
                let whose = messages.search.digest_of.with([n.to_string()]);
                let digest = view! { <span lang=explorer.content_language()>{digest}</span> };
                view! { <p class="digest"><span class="whose">{whose}</span> {digest}</p> }
            })
        });
        hit.passages.is_empty().then(|| view! { <p class="holds">{text}</p> {opening} })
    };
    view! {
        <article class="hit">
            <h2 lang=language><a id=title_id(article) href=href>{title}</a></h2>
            {line}{coins}
            {about}
            {passages}
        </article>
    }
}

/// Nothing was found: what would match, word by word, and what stands in the way.
#[component]
fn Nothing() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().search;
    let words = move |selection: &Selection| {
        let many = selection.leaves.len() > 1;
        let row = |(leaf, articles): (&sightlines_engine::query::Leaf, &usize)| {
            let typed = leaf.typed.clone();
            let says = match articles {
                0 => messages.is_in_no_article.to_string(),
                n => messages.is_in_articles.with(*n),
            };
            let alone = explorer.view.with(|view| View { q: typed.clone(), ..view.clone() });
            let search =
                (*articles > 0 && many).then(|| view! { " · " <a href=link(&alone)>{messages.search_it_alone}</a> });
            view! { <li><strong>{typed}</strong>" "{says}{search}</li> }
        };
        let leaves = selection.leaves.iter().zip(&selection.alone).filter(|(leaf, _)| !leaf.negated);
        leaves.map(row).collect_view()
    };
    let way_out = move || {
        let (filtered, bare) = explorer.view.with(|view| {
            let bare = View { filters: Default::default(), ..view.clone() };
            (!view.filters.is_empty(), link(&bare))
        });
        filtered.then(|| view! { <p><a href=bare>{messages.search_without_the_filters}</a></p> })
    };
    let start = move || link(&explorer.view.with(View::fresh));
    view! {
        <div class="nothing">
            <p>{messages.nothing_in_this_selection}</p>
            <ul>{move || explorer.selection().map(|s| words(&s))}</ul>
            {way_out}
            <p><a href=start>{messages.show_all_articles}</a></p>
        </div>
    }
}
