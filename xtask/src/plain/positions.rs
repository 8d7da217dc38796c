//! The positions: one table a question, each row with the place that it stands on.

use super::{Html, anchor};
use sightlines_engine::messages::Language;
use sightlines_engine::model::{Corpus, Issue, Position};

/// All questions in the codebook's order, those without a position said as such.
pub fn tables(html: &mut Html, corpus: &Corpus) {
    if corpus.codebook.issues.is_empty() {
        return;
    }
    html.element("h2", "Positions");
    for issue in &corpus.codebook.issues {
        let rows: Vec<_> = corpus.positions.iter().filter(|position| position.issue == issue.id).collect();
        if rows.is_empty() {
            html.element("h3", &issue.question);
            html.element("p", "Nothing in this corpus.");
            continue;
        }
        html.raw("<h3>").text(&issue.question).raw("</h3>\n<table>\n<tr>");
        for head in ["Actor", "Stance", "Answer", "In short", "Voice", "Where"] {
            html.raw("<th scope=\"col\">").text(head);
        }
        html.raw("\n");
        for position in rows {
            row(html, corpus, issue, position);
        }
        html.raw("</table>\n");
    }
}

fn row(html: &mut Html, corpus: &Corpus, issue: &Issue, position: &Position) {
    let answer = match &position.answer {
        Some(id) => issue.answer(id).map_or(id.as_str(), |answer| answer.label.as_str()),
        None => "another answer",
    };
    let mut voice = position.voice.to_string();
    if let Some(via) = &position.via {
        voice.push_str(&format!(", via {}", corpus.actor_label(via)));
    }
    if let Some(day) = &position.as_of {
        voice.push_str(&format!(", {}", day.label(Language::English.messages())));
    }
    // Rows and cells need no end tags, and there are hundreds of them.
    html.raw("<tr><th scope=\"row\">").text(corpus.actor_label(&position.actor));
    for cell in [position.stance.as_str(), answer, &position.summary, &voice] {
        html.raw("<td>").text(cell);
    }
    html.raw("<td>").text(&source(corpus, position));
    for place in &position.evidence {
        html.raw(" <a href=\"#").text(&anchor(position.article.as_str(), Some(place.p))).raw("\">¶");
        html.text(&place.to_string()).raw("</a>");
    }
    html.raw("\n");
}

/// The article in a few words: its outlet and date; the whole record stands above.
fn source(corpus: &Corpus, position: &Position) -> String {
    match corpus.article(&position.article) {
        Some(article) => {
            format!(
                "{}, {}",
                corpus.outlet_label(article.outlet.value.as_str()),
                article.date.value.label(Language::English.messages())
            )
        }
        None => position.article.to_string(),
    }
}
