//! About: what this is and how it was made, the sources, the codebook, rights, the edition.

use super::{cell, cite, places, record};
use crate::dom;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::cite::Cited;
use sightlines_engine::model::{Codebook, Corpus, Edition, Figure};
use sightlines_engine::view::View;

/// So many sources have a card here; more would be no list that a person reads.
const CARDS: usize = 200;

/// The view.
#[component]
pub fn About() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    // A corpus may still be on its way.
    move || told(explorer)
}

fn told(explorer: Explorer) -> AnyView {
    let messages = &explorer.messages().about;
    let (articles, all) = explorer
        .corpus(|corpus| (corpus.articles.iter().take(CARDS).cloned().collect::<Vec<_>>(), corpus.articles.len()));
    let rest = (all > CARDS).then(|| {
        view! { <p class="minor">{messages.more_articles.with(all - CARDS)}</p> }
    });
    let cards = articles
        .iter()
        .map(|article| {
            let caution =
                (!article.notice.is_empty()).then(|| view! { <p class="caution">{article.notice.clone()}</p> });
            view! {
                <details class="source-card">
                    <summary lang=article.language.clone()>{article.title.value.clone()}</summary>
                    {record::line(explorer, article)}{caution}{record::card(explorer, article)}
                </details>
            }
        })
        .collect_view();
    explorer.corpus(|corpus| {
        let language = explorer.content_language();
        view! {
            <div class="about">
                <h1 lang=language.clone()>{corpus.title.clone()}</h1>
                <p class="lead" lang=language>{corpus.description.clone()}</p>
                <p>{messages.what_these_do_not_say.with([&corpus.horizon])}</p>
                {made(explorer, corpus)}
                <h2>{messages.sources}</h2>
                <p>{messages.what_a_field_rests_on}</p>
                {cards}{rest}
                {figures(explorer, corpus, &explorer.view.get_untracked())}
                {codebook(explorer, &corpus.codebook)}
                {edition(explorer, corpus)}
            </div>
        }
        .into_any()
    })
}

fn made(explorer: Explorer, corpus: &Corpus) -> AnyView {
    let messages = explorer.messages();
    let text = match corpus.edition() {
        Edition::Full => messages.about.made_with_texts,
        Edition::Mixed => messages.about.made_with_some_texts,
        Edition::Digest => messages.about.made_without_texts,
    };
    view! {
        <h2>{messages.page.how_this_was_made}</h2>
        <p>{text}</p>
        <p>{messages.about.letters_and_rows}</p>
        {coded(explorer, corpus)}
    }
    .into_any()
}

/// Numbers that the articles give, each with its place.
fn figures(explorer: Explorer, corpus: &Corpus, view: &View) -> Option<AnyView> {
    let (messages, language) = (explorer.messages(), explorer.content_language());
    let row = |figure: &Figure| {
        let date = figure.date.as_ref().map(|date| date.label(messages)).unwrap_or_default();
        let value = format!("{} {}", figure.value, figure.unit);
        view! { <tr><th scope="row" lang=language.clone()>{figure.label.clone()}</th><td lang=language.clone()>{value}</td><td>{date}</td><td>{places(corpus, view, &figure.evidence)}</td></tr> }
    };
    (!corpus.figures.is_empty()).then(|| {
        let rows = corpus.figures.iter().map(row).collect_view();
        let summary = messages.about.figures_given.with(corpus.figures.len());
        view! {
            <details><summary>{summary}</summary>
                <div class="usage-scroll" tabindex="0" role="group" aria-label=messages.about.figures><table class="figures">
                    <thead><tr><th scope="col">{messages.about.what}</th><th scope="col">{messages.about.how_much}</th><th scope="col">{messages.about.when}</th><th scope="col">{messages.about.where_it_stands}</th></tr></thead>
                    <tbody>{rows}</tbody></table></div>
            </details>
        }
        .into_any()
    })
}

/// The editors' account of the coding, and how far two readings agree.
fn coded(explorer: Explorer, corpus: &Corpus) -> AnyView {
    let language = explorer.content_language();
    let method = (!corpus.method.is_empty()).then(|| view! { <p lang=language.clone()>{corpus.method.clone()}</p> });
    let figure = |(what, figure): &(String, String)| view! { <tr><th scope="row" lang=language.clone()>{what.clone()}</th><td lang=language.clone()>{figure.clone()}</td></tr> };
    let figures = (!corpus.agreement.is_empty()).then(|| {
        let rows = corpus.agreement.iter().map(figure).collect_view();
        view! {
            <table class="figures"><caption>{explorer.messages().about.agreement}</caption>
                <tbody>{rows}</tbody></table>
        }
    });
    view! { {method}{figures} }.into_any()
}

fn codebook(explorer: Explorer, book: &Codebook) -> AnyView {
    let (messages, language) = (explorer.messages(), explorer.content_language());
    let issues = book
        .issues
        .iter()
        .map(|issue| view! {
            <div class="entry"><dt><span class="asks" lang=language.clone()>{issue.question.clone()}</span> <code>{issue.id.to_string()}</code></dt>
                <dd lang=language.clone()>{issue.rule.clone()}{cell::answers(issue, None)}</dd></div>
        })
        .collect_view();
    let polarity = |of: sightlines_engine::model::Polarity| {
        use sightlines_engine::model::Polarity::{Against, Both, For, Neither};
        match of {
            For => messages.about.for_it,
            Against => messages.about.against_it,
            Both => messages.about.for_it_with_a_reserve,
            Neither => messages.about.neither,
        }
    };
    let stances = book
        .stances
        .iter()
        .map(|s| view! { <div class="entry"><dt>{s.id.word(messages).to_string()}" "<span class="basis">{polarity(s.polarity)}</span></dt><dd lang=language.clone()>{s.rule.clone()}</dd></div> })
        .collect_view();
    let voices = book
        .voices
        .iter()
        .map(|v| view! { <div class="entry"><dt>{v.id.word(messages).to_string()}" "<span class="basis">{v.nearness.word(messages)}</span></dt><dd lang=language.clone()>{v.rule.clone()}</dd></div> })
        .collect_view();
    view! {
        <h2>{messages.about.codebook}</h2>
        <details open><summary>{messages.counts.questions.with(book.issues.len())}</summary><dl class="book">{issues}</dl></details>
        <details><summary>{messages.about.stances.with(book.stances.len())}</summary><dl class="book">{stances}</dl></details>
        <details><summary>{messages.about.voices.with(book.voices.len())}</summary><dl class="book">{voices}</dl></details>
    }
    .into_any()
}

fn edition(explorer: Explorer, corpus: &Corpus) -> AnyView {
    let messages = &explorer.messages().about;
    let program = dom::mount_point().and_then(|app| app.get_attribute("data-program")).unwrap_or_default();
    view! {
        <h2>{messages.rights_edition_privacy}</h2>
        <p>{messages.rights.with([&corpus.licence])}</p>
        {(!corpus.contact.is_empty()).then(|| view! { <p>{messages.whom_to_ask}{corpus.contact.clone()}</p> })}
        {cite::panel(messages.cite_this_explorer, Some(Cited::View(String::new())))}
        <p>{if dom::is_one_file() { messages.privacy_of_the_file } else { messages.privacy_of_a_host }}</p>
        <p>{messages.to_compare_this_copy}<code class="hash">{program}</code>{messages.only_your_own_sum_tells}</p>
    }
    .into_any()
}
