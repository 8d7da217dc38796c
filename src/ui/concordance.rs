//! Words: what was asked for in its lines, and which article uses which name.

use super::chips::Chips;
use super::count::Count;
use super::empty::empty;
use super::export::{Export, Thing};
use super::notices::AnswerNotices;
use super::search_box::SearchBox;
use super::{link, words};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::concordance::{Line, Order, Usage, forms, groups, lines, usage};
use sightlines_engine::messages::Messages;
use sightlines_engine::model::{Corpus, Locator};
use sightlines_engine::view::View;

/// So many lines are drawn at once.
const MOST: usize = 500;

/// So many articles stand beside one another; more would be no table that a person reads.
const MOST_COLUMNS: usize = 40;

/// The view.
#[component]
pub fn Words() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let says = &messages.concordance;
    let asked = Memo::new(move |_| explorer.selection().is_some_and(|s| s.leaves.iter().any(|leaf| !leaf.negated)));
    let result = move || {
        let view = explorer.view.get();
        let selection = explorer.selection().filter(|_| asked.get())?;
        Some(explorer.library.with(|library| {
            let corpus = library.corpus();
            if selection.hits.is_empty() {
                let nothing = empty(&view, says.nothing_holds_it, messages);
                return view! { <Count/><AnswerNotices/>{nothing} }.into_any();
            }
            let lines = lines(library, &selection, view.lines);
            view! {
                <AnswerNotices/>
                {table_of(explorer, corpus, says.found_by_article, &[forms(library, &selection)])}
                {kwic(messages, corpus, &view, &lines)}
                {(!lines.is_empty()).then(|| view! { <Export things=&[Thing::Lines]/> })}
            }
            .into_any()
        }))
    };
    let names = move || {
        explorer.library.with(|library| {
            let corpus = library.corpus();
            let used: Vec<Vec<Usage>> = groups(corpus)
                .iter()
                .map(|names| usage(library, names).into_iter().filter(Usage::is_used).collect::<Vec<_>>())
                .filter(|used| !used.is_empty())
                .collect();
            table_of(explorer, corpus, "", &used).map(|table| {
                view! {
                    <section class="names">
                        <h2>{says.names_used_by_whom}</h2>
                        <p class="minor">{says.a_name_is_a_position}</p>
                        {table}
                    </section>
                }
            })
        })
    };
    view! {
        <h1 class="visually-hidden">{messages.masthead.words}</h1>
        <div class="controls"><SearchBox/><Chips/></div>
        <div class="concordance">
            {move || (!asked.get()).then(|| view! { <p class="lead">{says.search_to_see_lines}</p> })}
            // Not drawn anew with what it counts: it speaks up when it changes.
            {move || asked.get().then(|| view! { <Count/> })}
            {result}
            {names}
        </div>
    }
}

/// Counts by article, names of one set together; nothing, where there is nothing to count.
fn table_of(explorer: Explorer, corpus: &Corpus, caption: &'static str, groups: &[Vec<Usage>]) -> Option<AnyView> {
    let messages = explorer.messages();
    let shown: Vec<usize> = (0..corpus.articles.len())
        .filter(|&at| groups.iter().flatten().any(|row| row.counts[at] > 0))
        .take(MOST_COLUMNS)
        .collect();
    if shown.is_empty() {
        return None;
    }
    let heads = shown.iter().map(|&at| {
        let article = &corpus.articles[at];
        let who = words::authors(corpus, article, messages);
        view! { <th scope="col">{who}<span class="of" lang=explorer.content_language()>{corpus.outlet_label(article.outlet.value.as_str()).to_string()}</span></th> }
    });
    let row = |row: &Usage| {
        let cells = shown.iter().map(|&at| {
            let count = row.counts[at];
            match count {
                0 => view! { <td class="none"><span aria-hidden="true">"–"</span><span class="visually-hidden">"0"</span></td> }.into_any(),
                count => view! { <td>{count}</td> }.into_any(),
            }
        });
        view! { <tr><th scope="row" class="source" lang=explorer.content_language()>{row.name.clone()}</th>{cells.collect_view()}</tr> }
    };
    let says = &messages.concordance;
    let name = if caption.is_empty() { says.names_by_article } else { says.counts_by_article };
    let body = groups.iter().map(|rows| view! { <tbody>{rows.iter().map(row).collect_view()}</tbody> });
    Some(
        view! {
            <div class="usage-scroll" tabindex="0" role="group" aria-label=name><table class="usage">
                {(!caption.is_empty()).then(|| view! { <caption>{caption}</caption> })}
                <thead><tr><td></td>{heads.collect_view()}</tr></thead>
                {body.collect_view()}
            </table></div>
        }
        .into_any(),
    )
}

/// Keyword in context: each line a link to its sentence.
fn kwic(messages: &'static Messages, corpus: &Corpus, view: &View, lines: &[Line]) -> AnyView {
    let says = &messages.concordance;
    if lines.is_empty() {
        let had = corpus.articles.iter().any(|article| article.paragraphs.iter().any(|p| p.text.is_some()));
        return (!had).then(|| view! { <p class="silence">{says.lines_need_text}</p> }).into_any();
    }
    let order = |of: Order, label: &'static str| {
        let href = link(&View { lines: of, ..view.clone() });
        view! { <a class="pill" href=href aria-current=(view.lines == of).then_some("true")>{label}</a> }
    };
    let row = |line: &Line| {
        let article = &corpus.articles[line.article];
        let href = link(&view.reading(article.id.as_str(), Some(Locator { p: line.p, s: Some(line.s) })));
        let place = format!("{} ¶ {}.{}", words::authors(corpus, article, messages), line.p, line.s);
        view! {
            <li lang=article.language.clone()><a href=href>
                <span class="left">{line.left.clone()}</span>
                <mark>{line.word.clone()}</mark>
                <span class="right">{line.right.clone()}</span>
                <span class="place">{place}</span>
            </a></li>
        }
    };
    let rest = lines.len().saturating_sub(MOST);
    view! {
        <div class="pills" role="group" aria-label=says.order_of_the_lines>
            {order(Order::Text, says.as_in_the_articles)}{order(Order::Left, says.by_what_stands_before)}{order(Order::Right, says.by_what_stands_after)}
        </div>
        <ol class="kwic source">{lines.iter().take(MOST).map(row).collect_view()}</ol>
        {(rest > 0).then(|| view! { <p class="minor">{says.more_lines.with(rest)}</p> })}
    }
    .into_any()
}
