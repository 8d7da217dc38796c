//! A reader's own copies: where to open one, and what was found in it.

use super::{link, witnesses};
use crate::state::{Copy, Explorer};
use crate::{dom, own_copy};
use leptos::prelude::*;
use sightlines_engine::model::Locator;
use sightlines_engine::supply::Report;
use std::collections::BTreeMap;

/// Where a copy is opened.
#[component]
pub fn OpenCopy() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().own_copy;
    let open = move |event: web_sys::Event| own_copy::open_chosen(explorer, &event);
    view! {
        <p class="own-copy">
            <label class="file"><span class="pill">{messages.open_your_own_copy}</span>
                <input type="file" class="visually-hidden" multiple accept=".txt,.text,.md,.html,.htm,.xhtml,text/plain,text/html" on:change=open/></label>
            " " <span>{messages.or_drop_it}</span>
        </p>
    }
}

/// What was found in the copies that were opened.
#[component]
pub fn CopyNotices() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let label = explorer.messages().own_copy.close;
    let close = move |_| {
        explorer.copies.set(Vec::new());
        dom::focus_main_if_lost();
    };
    let notices = move || {
        let copies = explorer.copies.get();
        (!copies.is_empty()).then(|| {
            view! {
                <div class="notices copies">
                    {copies.iter().map(|copy| one(explorer, copy)).collect_view()}
                    <button type="button" class="quiet" on:click=close>{label}</button>
                </div>
            }
        })
    };
    view! { <div role="status">{notices}</div> }
}

fn one(explorer: Explorer, copy: &Copy) -> AnyView {
    let file = copy.file.clone();
    let messages = &explorer.messages().own_copy;
    match &copy.found {
        Err(why) => view! { <p><strong>{file}</strong>{messages.was_not_used.with([why])}</p> }.into_any(),
        Ok(reports) => reports.iter().map(|report| found(explorer, &file, report)).collect_view().into_any(),
    }
}

fn found(explorer: Explorer, file: &str, report: &Report) -> AnyView {
    let messages = explorer.messages();
    let tells = &messages.own_copy;
    let title = |article: &sightlines_engine::model::Article| (article.title.value.clone(), article.language.clone());
    let (title, language) = explorer.corpus(|corpus| corpus.article(&report.article).map(title)).unwrap_or_default();
    let href = explorer.view.with_untracked(|view| link(&view.reading(report.article.as_str(), None)));
    let all = report.exact + report.close.len() + report.lost.len();
    let says = tells.found.with([
        messages.counts.sentences.with(all),
        report.exact.to_string(),
        report.close.len().to_string(),
        report.lost.len().to_string(),
    ]);
    let had = report.had.then_some(tells.had_already);
    let mut mended: BTreeMap<&str, u32> = BTreeMap::new();
    for repair in &report.repairs {
        *mended.entry(witnesses::mending(messages, repair.kind.label())).or_default() += 1;
    }
    let mended = mended.into_iter().map(|(kind, n)| if n > 1 { format!("{kind} (× {n})") } else { kind.to_string() });
    // A short sentence is at best close: its words could be another's.
    let short = report.close.iter().filter(|(_, score)| *score == 100).map(|(at, _)| format!("¶ {at}")).collect();
    let close = report.close.iter().filter(|(_, score)| *score < 100).map(|(at, score)| format!("¶ {at} ({score}%)"));
    let list = |label: &'static str, entries: Vec<String>| {
        (!entries.is_empty()).then(|| view! { <p><strong>{label}</strong>" "{entries.join(messages.words.comma)}</p> })
    };
    let left_out = report.left_out.iter().map(|line| messages.words.quoted_label.with([line])).collect();
    view! {
        <div class="copy">
            <p><strong>{file.to_string()}</strong>{tells.holds}<a href=href lang=language>{title}</a>{says}{had}</p>
            <details><summary>{tells.what_was_found_how}</summary>
                {list(tells.closely_too_few_to_be_sure, short)}
                {list(tells.closely, close.collect())}
                {list(tells.not_found, report.lost.iter().map(|at: &Locator| format!("¶ {at}")).collect())}
                {list(tells.mended_or_set_apart, mended.collect())}
                {list(tells.left_out, left_out)}
            </details>
        </div>
    }
    .into_any()
}
