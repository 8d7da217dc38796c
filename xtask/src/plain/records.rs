//! An article's record: each field with what it says and on what ground.

use super::Html;
use sightlines_engine::cite::{Item, coins};
use sightlines_engine::messages::Language;
use sightlines_engine::model::{Article, Based, Basis, Corpus};

/// Title, the record as reference managers read it, description list, notice.
pub fn record(html: &mut Html, corpus: &Corpus, article: &Article) {
    let coins = coins(&Item::of_article(corpus, article));
    html.raw("<h3>")
        .text(&article.title.value)
        .raw("<span class=\"Z3988\" title=\"")
        .text(&coins)
        .raw("\"></span></h3>\n<dl>\n");
    if article.title.basis != Basis::Stated {
        field(html, "Title", &article.title.value, &article.title);
    }
    let authors: Vec<_> = article.author_values().into_iter().map(|value| author(corpus, value)).collect();
    field(html, "Author", &authors.join("; "), &article.authors);
    field(html, "Outlet", corpus.outlet_label(article.outlet.value.as_str()), &article.outlet);
    field(html, "Date", &article.date.value.label(Language::English.messages()), &article.date);
    if let Some(genre) = &article.genre {
        field(html, "Genre", &genre.value, genre);
    }
    line(html, "Language", &article.language);
    line(html, "Captures", &article.witnesses.join(", "));
    line(html, "Address", &article.url);
    line(html, "Rights", &article.rights);
    line(html, "Contact", &article.contact);
    html.raw("</dl>\n");
    if !article.notice.is_empty() {
        html.raw("<p><strong>Before you share it:</strong> ").text(&article.notice).raw("</p>\n");
    }
}

/// Articles in one list: the browser lays a list out only where it is looked at, and a long one takes it a second.
const LIST: usize = 100;

/// All articles in a line each, where records would be too many: title, authors, outlet, date.
pub fn list(html: &mut Html, corpus: &Corpus) {
    html.element(
        "p",
        "So many articles are here that only their titles stand without the program: their texts need it.",
    );
    for articles in corpus.articles.chunks(LIST) {
        html.raw("<ul>\n");
        articles.iter().for_each(|article| one_line(html, corpus, article));
        html.raw("</ul>\n");
    }
}

fn one_line(html: &mut Html, corpus: &Corpus, article: &Article) {
    let authors: Vec<&str> = article.author_values().into_iter().map(|value| corpus.author_label(value)).collect();
    html.raw("<li>").text(&article.title.value).raw(" \u{b7} ").text(&authors.join("; ")).raw(", ");
    html.text(corpus.outlet_label(article.outlet.value.as_str())).raw(", ");
    html.text(&article.date.value.label(Language::English.messages())).raw("\n");
}

fn author(corpus: &Corpus, value: &str) -> String {
    let known = corpus.authors.iter().find(|author| author.id.as_str() == value);
    match known.map(|author| author.affiliation.as_str()).filter(|affiliation| !affiliation.is_empty()) {
        Some(affiliation) => format!("{}, {affiliation}", corpus.author_label(value)),
        None => corpus.author_label(value).to_string(),
    }
}

/// A field with its basis, unless it is simply printed there.
fn field<T>(html: &mut Html, name: &str, value: &str, based: &Based<T>) {
    let mut ground = match based.basis {
        Basis::Stated => String::new(),
        basis => basis.label(Language::English.messages()).to_string(),
    };
    for more in [&based.note, &based.source] {
        if !more.is_empty() {
            ground.push_str(if ground.is_empty() { "" } else { ": " });
            ground.push_str(more);
        }
    }
    if ground.is_empty() {
        line(html, name, value);
    } else {
        line(html, name, &format!("{value} ({ground})"));
    }
}

fn line(html: &mut Html, name: &str, value: &str) {
    if !value.is_empty() {
        html.raw("<dt>").text(name).raw("<dd>").text(value).raw("\n");
    }
}
