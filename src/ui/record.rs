//! The record of an article: one line of it, and all of it with the basis of every field.

use super::words;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::messages::Messages;
use sightlines_engine::model::{Article, Based};

/// Author, outlet, date: what an editor or a rule supplied stands in italics and says so.
pub fn line(explorer: Explorer, article: &Article) -> AnyView {
    let messages = explorer.messages();
    let (authors, outlet) = explorer.corpus(|corpus| {
        (words::authors(corpus, article, messages), corpus.outlet_label(article.outlet.value.as_str()).to_string())
    });
    let copies = article.witnesses.len();
    let copies = (copies > 1).then(|| format!(" · {}", messages.counts.copies.with(copies)));
    view! {
        <p class="record">
            {field(&article.authors, authors, messages)} " · " {field(&article.outlet, outlet, messages)} " · "
            {field(&article.date, article.date.value.label(messages), messages)} {copies}
        </p>
    }
    .into_any()
}

fn field<T>(based: &Based<T>, label: String, messages: &'static Messages) -> AnyView {
    match words::basis(based.basis, messages) {
        Some(basis) => {
            let note = if based.note.is_empty() { based.source.clone() } else { based.note.clone() };
            let says = messages.words.with_brackets.with([label, basis.to_string()]);
            view! { <span class="inferred" title=note>{says}</span> }.into_any()
        }
        None => view! { <span>{label}</span> }.into_any(),
    }
}

/// Every field with its basis, and what is known of author and outlet.
pub fn card(explorer: Explorer, article: &Article) -> AnyView {
    let messages = explorer.messages();
    let says = &messages.record;
    // What is in the source's language says so.
    let worded = |name: &'static str, label: String, language: Option<String>, basis: &'static str, note: String| {
        (!label.is_empty()).then(|| {
            let note = (!note.is_empty())
                .then(|| view! { {messages.words.colon}<span lang=explorer.content_language()>{note}</span> });
            view! { <div><dt>{name}</dt><dd><span lang=language>{label}</span>" "<span class="basis">{basis}{note}</span></dd></div> }
        })
    };
    let row = |name, label, basis, note| worded(name, label, None, basis, note);
    // What the editors say stands in the corpus's.
    let told = |name, label: &str| worded(name, label.to_string(), explorer.content_language(), "", String::new());
    fn of<T>(based: &Based<T>, messages: &'static Messages) -> (&'static str, String) {
        let note =
            if based.source.is_empty() { based.note.clone() } else { format!("{} {}", based.note, based.source) };
        (based.basis.label(messages), note)
    }
    let (authors, affiliations, outlet, about) = explorer.corpus(|corpus| {
        let of_author = |id: &_| corpus.authors.iter().find(|a| a.id == *id).map(|a| a.affiliation.clone());
        let affiliations: Vec<String> =
            article.authors.value.iter().filter_map(of_author).filter(|a| !a.is_empty()).collect();
        let outlet = corpus.outlet(&article.outlet.value);
        (
            words::authors(corpus, article, messages),
            affiliations.join("; "),
            corpus.outlet_label(article.outlet.value.as_str()).to_string(),
            outlet.map(|o| o.about.clone()).unwrap_or_default(),
        )
    });
    let (title, title_note) = of(&article.title, messages);
    let (author, author_note) = of(&article.authors, messages);
    let (outlet_basis, outlet_note) = of(&article.outlet, messages);
    let (date, date_note) = of(&article.date, messages);
    let genre = article.genre.as_ref().map(|genre| {
        let (basis, note) = of(genre, messages);
        worded(says.kind, genre.value.clone(), explorer.content_language(), basis, note)
    });
    let copies = article.witnesses.iter().map(|w| view! { <li><code>{w.clone()}</code></li> }).collect_view();
    view! {
        <dl class="card">
            {worded(says.title, article.title.value.clone(), Some(article.language.clone()), title, title_note)}
            {row(says.author, authors, author, author_note)}
            {told(says.who_they_are, &affiliations)}
            {row(says.outlet, outlet, outlet_basis, outlet_note)}
            {told(says.what_it_is, &about)}
            {row(says.date, article.date.value.label(messages), date, date_note)}
            {genre}
            {told(says.rights, &article.rights)}
            {told(says.contact, &article.contact)}
            {told(says.notice, &article.notice)}
            <div><dt>{says.copies}</dt><dd><ul class="plain">{copies}</ul></dd></div>
        </dl>
    }
    .into_any()
}
