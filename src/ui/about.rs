//! About: what this is and how it was made, the sources, the codebook, rights, the edition.

use super::{cell, cite, places, record, words};
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
    let (articles, all) = explorer
        .corpus(|corpus| (corpus.articles.iter().take(CARDS).cloned().collect::<Vec<_>>(), corpus.articles.len()));
    let rest = (all > CARDS).then(|| {
        view! { <p class="minor">{format!("And {} more, each with its record where it is read.", words::count(all - CARDS, "article", "articles"))}</p> }
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
        view! {
            <div class="about">
                <h1>{corpus.title.clone()}</h1>
                <p class="lead">{corpus.description.clone()}</p>
                <p>{corpus.horizon.clone()}". What these do not say, this page cannot: silence in the table is said as silence, and is no position."</p>
                {made(corpus)}
                <h2>"Sources"</h2>
                <p>"What a field rests on is said beside it: stated in the copy, inferred from it, supplied by the editors, or looked up."</p>
                {cards}{rest}
                {figures(corpus, &explorer.view.get_untracked())}
                {codebook(&corpus.codebook)}
                {edition(corpus)}
            </div>
        }
        .into_any()
    })
}

fn made(corpus: &Corpus) -> AnyView {
    let text = match corpus.edition() {
        Edition::Full => {
            "This edition was built with the articles’ texts: search runs over them, and evidence is shown to the sentence."
        }
        Edition::Mixed => {
            "This edition holds the texts of some articles. Of the others it holds digests and the words of each paragraph with their counts, in no order."
        }
        Edition::Digest => {
            "This edition holds no article’s text, since the articles are their publishers’ property. It holds a digest of each paragraph in our own words, and the words of each paragraph with their counts, in no order: search runs over these words, never over the digests. What needs their order, a phrase for instance, gives the paragraphs that hold all the words, and says so."
        }
    };
    view! {
        <h2>"How this was made"</h2>
        <p>{text}</p>
        <p>"Serif letters are the sources’ words and titles; sans-serif letters are ours. Each position is one row that editors coded from the text by the codebook below: an actor, a question, an answer, how it is held, who vouches for it, when, and at which sentence it stands. Own words and acts stand upright; what another ascribes names who ascribes it; what is inferred stands in italics."</p>
        {coded(corpus)}
    }
    .into_any()
}

/// Numbers that the articles give, each with its place.
fn figures(corpus: &Corpus, view: &View) -> Option<AnyView> {
    let row = |figure: &Figure| {
        let date =
            figure.date.as_ref().map(|date| date.label(expect_context::<Explorer>().messages())).unwrap_or_default();
        let value = format!("{} {}", figure.value, figure.unit);
        view! { <tr><th scope="row">{figure.label.clone()}</th><td>{value}</td><td>{date}</td><td>{places(corpus, view, &figure.evidence)}</td></tr> }
    };
    (!corpus.figures.is_empty()).then(|| {
        let rows = corpus.figures.iter().map(row).collect_view();
        let summary = format!("{} that the articles give", words::count(corpus.figures.len(), "figure", "figures"));
        view! {
            <details><summary>{summary}</summary>
                <div class="usage-scroll" tabindex="0" role="group" aria-label="Figures"><table class="figures">
                    <thead><tr><th scope="col">"What"</th><th scope="col">"How much"</th><th scope="col">"When"</th><th scope="col">"Where"</th></tr></thead>
                    <tbody>{rows}</tbody></table></div>
            </details>
        }
        .into_any()
    })
}

/// The editors' account of the coding, and how far two readings agree.
fn coded(corpus: &Corpus) -> AnyView {
    let method = (!corpus.method.is_empty()).then(|| view! { <p>{corpus.method.clone()}</p> });
    let figure = |(what, figure): &(String, String)| view! { <tr><th scope="row">{what.clone()}</th><td>{figure.clone()}</td></tr> };
    let figures = (!corpus.agreement.is_empty()).then(|| {
        let rows = corpus.agreement.iter().map(figure).collect_view();
        view! {
            <table class="figures"><caption>"Agreement of two independent readings; alpha is Krippendorff’s: 1 is full agreement, 0 is chance"</caption>
                <tbody>{rows}</tbody></table>
        }
    });
    view! { {method}{figures} }.into_any()
}

fn codebook(book: &Codebook) -> AnyView {
    let issues = book
        .issues
        .iter()
        .map(|issue| view! {
            <div class="entry"><dt><span class="asks">{issue.question.clone()}</span> <code>{issue.id.to_string()}</code></dt>
                <dd>{issue.rule.clone()}{cell::answers(issue, expect_context::<Explorer>().content_language())}</dd></div>
        })
        .collect_view();
    let polarity = |of: sightlines_engine::model::Polarity| {
        use sightlines_engine::model::Polarity::{Against, Both, For, Neither};
        match of {
            For => "for it",
            Against => "against it",
            Both => "for it, with a reserve",
            Neither => "neither",
        }
    };
    let stances = book
        .stances
        .iter()
        .map(|s| view! { <div class="entry"><dt>{s.id.to_string()}" "<span class="basis">{polarity(s.polarity)}</span></dt><dd>{s.rule.clone()}</dd></div> })
        .collect_view();
    let voices = book
        .voices
        .iter()
        .map(|v| view! { <div class="entry"><dt>{v.id.to_string()}" "<span class="basis">{v.nearness.id()}</span></dt><dd>{v.rule.clone()}</dd></div> })
        .collect_view();
    view! {
        <h2>"The codebook"</h2>
        <details open><summary>{words::count(book.issues.len(), "question", "questions")}</summary><dl class="book">{issues}</dl></details>
        <details><summary>{format!("{}: how an answer is held", words::count(book.stances.len(), "stance", "stances"))}</summary><dl class="book">{stances}</dl></details>
        <details><summary>{format!("{}: who vouches for it", words::count(book.voices.len(), "voice", "voices"))}</summary><dl class="book">{voices}</dl></details>
    }
    .into_any()
}

fn edition(corpus: &Corpus) -> AnyView {
    let program = dom::mount_point().and_then(|app| app.get_attribute("data-program")).unwrap_or_default();
    view! {
        <h2>"Rights, edition, privacy"</h2>
        <p>"The articles belong to their publishers. Our digests and the coding may be used under "{corpus.licence.clone()}
            "; the program under MIT or Apache-2.0."</p>
        {(!corpus.contact.is_empty()).then(|| view! { <p>"Whom to ask: "{corpus.contact.clone()}</p> })}
        {cite::panel("Cite this explorer", Some(Cited::View(String::new())))}
        <p>{if dom::is_one_file() {
            "Nothing leaves this page. It makes no request, sets no cookie and stores nothing; its own security policy forbids it."
        } else {
            "Nothing that you do here leaves this page. It loads its own files from its host and keeps them for when there is no network; its own security policy forbids all else."
        }}</p>
        <p>"To compare this copy with the published one: the file SHA256SUMS beside that has the checksum of each file, which sha256sum (Windows: certutil -hashfile, macOS: shasum -a 256) computes of yours. The program in it is "<code class="hash">{program}</code>", as it was built; but a page that was altered may say anything, and only your own sum of the file tells."</p>
    }
    .into_any()
}
