//! The record of an article: one line of it, and all of it with the basis of every field.

use super::words;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{Article, Based};

/// Author, outlet, date: what an editor or a rule supplied stands in italics and says so.
pub fn line(explorer: Explorer, article: &Article) -> AnyView {
    let (authors, outlet) = explorer.corpus(|corpus| {
        (words::authors(corpus, article), corpus.outlet_label(article.outlet.value.as_str()).to_string())
    });
    let copies = article.witnesses.len();
    let copies = (copies > 1).then(|| format!(" · {copies} copies"));
    view! {
        <p class="record">
            {field(&article.authors, authors)} " · " {field(&article.outlet, outlet)} " · "
            {field(&article.date, article.date.value.label())} {copies}
        </p>
    }
    .into_any()
}

fn field<T>(based: &Based<T>, label: String) -> AnyView {
    match words::basis(based.basis) {
        Some(basis) => {
            let note = if based.note.is_empty() { based.source.clone() } else { based.note.clone() };
            view! { <span class="inferred" title=note>{label}" ("{basis}")"</span> }.into_any()
        }
        None => view! { <span>{label}</span> }.into_any(),
    }
}

/// Every field with its basis, and what is known of author and outlet.
pub fn card(explorer: Explorer, article: &Article) -> AnyView {
    // What is in the source's language says so.
    let worded = |name: &'static str, label: String, language: Option<String>, basis: &'static str, note: String| {
        (!label.is_empty()).then(|| {
            let note = if note.is_empty() { note } else { format!(": {note}") };
            view! { <div><dt>{name}</dt><dd><span lang=language>{label}</span>" "<span class="basis">{basis}{note}</span></dd></div> }
        })
    };
    let row = |name, label, basis, note| worded(name, label, None, basis, note);
    fn of<T>(based: &Based<T>) -> (&'static str, String) {
        let note =
            if based.source.is_empty() { based.note.clone() } else { format!("{} {}", based.note, based.source) };
        (based.basis.label(), note)
    }
    let (authors, affiliations, outlet, about) = explorer.corpus(|corpus| {
        let of_author = |id: &_| corpus.authors.iter().find(|a| a.id == *id).map(|a| a.affiliation.clone());
        let affiliations: Vec<String> =
            article.authors.value.iter().filter_map(of_author).filter(|a| !a.is_empty()).collect();
        let outlet = corpus.outlet(&article.outlet.value);
        (
            words::authors(corpus, article),
            affiliations.join("; "),
            corpus.outlet_label(article.outlet.value.as_str()).to_string(),
            outlet.map(|o| o.about.clone()).unwrap_or_default(),
        )
    });
    let (title, title_note) = of(&article.title);
    let (author, author_note) = of(&article.authors);
    let (outlet_basis, outlet_note) = of(&article.outlet);
    let (date, date_note) = of(&article.date);
    let genre = article.genre.as_ref().map(|genre| {
        let (basis, note) = of(genre);
        row("Kind", genre.value.clone(), basis, note)
    });
    let copies = article.witnesses.iter().map(|w| view! { <li><code>{w.clone()}</code></li> }).collect_view();
    view! {
        <dl class="card">
            {worded("Title", article.title.value.clone(), Some(article.language.clone()), title, title_note)}
            {row("Author", authors, author, author_note)}
            {row("Who they are", affiliations, "", String::new())}
            {row("Outlet", outlet, outlet_basis, outlet_note)}
            {row("What it is", about, "", String::new())}
            {row("Date", article.date.value.label(), date, date_note)}
            {genre}
            {row("Rights", article.rights.clone(), "", String::new())}
            {row("Contact", article.contact.clone(), "", String::new())}
            {row("Notice", article.notice.clone(), "", String::new())}
            <div><dt>"Copies"</dt><dd><ul class="plain">{copies}</ul></dd></div>
        </dl>
    }
    .into_any()
}
