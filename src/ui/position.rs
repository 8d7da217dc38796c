//! A position, wherever it is shown: what it says, how it is held, who vouches for it, when, on what it rests, and how it came
//! to be coded so.

use super::{cite, dispute, link, words};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::cite::Cited;
use sightlines_engine::model::{Article, Coded, Corpus, Issue, Locator, Nearness, Position};
use sightlines_engine::positions::listed;
use sightlines_engine::view::View;
use std::collections::BTreeSet;

/// One position with its passages; its actor is named where that is not the column itself.
pub fn one(corpus: &Corpus, position: &Position, view: &View, column: &str) -> AnyView {
    listed_as(corpus, position, view, column, Some(format!("position-{}", position.id)))
}

/// The same in a list that has it more than once: without an id.
pub fn again(corpus: &Corpus, position: &Position, view: &View, column: &str) -> AnyView {
    listed_as(corpus, position, view, column, None)
}

fn listed_as(corpus: &Corpus, position: &Position, view: &View, column: &str, id: Option<String>) -> AnyView {
    let actor = (position.actor.as_str() != column)
        .then(|| format!("{} ", words::actor(corpus, position, expect_context::<Explorer>().messages())));
    let article = corpus.article(&position.article);
    let source = article.map(|a| {
        let href = link(&view.reading_position(position, None));
        let line = format!(
            "{}, {}",
            words::authors(corpus, a, expect_context::<Explorer>().messages()),
            corpus.outlet_label(a.outlet.value.as_str())
        );
        view! { <p class="from"><a href=href>{line}</a></p> }
    });
    let passages = article.map(|a| passages(a, position, view));
    view! {
        <li class=format!("position {}", nearness(corpus, position).id()) id=id data-position=position.id.to_string()>
            <p class="summary">{position.summary.clone()}</p>
            {how(corpus, position, actor)}
            {source}
            {passages}
            {background(corpus, position)}
        </li>
    }
    .into_any()
}

/// How near a position is to its actor's own words.
pub fn nearness(corpus: &Corpus, position: &Position) -> Nearness {
    corpus.codebook.voice(&position.voice).map_or(Nearness::Inferred, |voice| voice.nearness)
}

/// Stance, answer, voice, date and confidence, each word with its rule.
pub fn how(corpus: &Corpus, position: &Position, actor: Option<String>) -> AnyView {
    let stance = corpus.codebook.stance(&position.stance);
    let voice = corpus.codebook.voice(&position.voice);
    let near = nearness(corpus, position);
    let voice_rule = voice.map(|voice| {
        format!("{} Counts as: {}.", voice.rule, near.label(expect_context::<Explorer>().messages()).to_lowercase())
    });
    view! {
        <div class="how">
            <span>{actor}</span>
            {rule(position.stance.to_string(), stance.map(|s| s.rule.clone()))}
            " " <strong>{words::answer(corpus, position, expect_context::<Explorer>().messages())}</strong>
            " · " {rule(words::voice(corpus, position, expect_context::<Explorer>().messages()), voice_rule)}
            " · " {rule(words::as_of(position, expect_context::<Explorer>().messages()), Some(words::date_basis(corpus, position, expect_context::<Explorer>().messages())))}
            " · " {rule(position.confidence.label(expect_context::<Explorer>().messages()).to_string(), Some(position.confidence.rule(expect_context::<Explorer>().messages()).to_string()))}
            " · " <code>{position.id.to_string()}</code>
        </div>
    }
    .into_any()
}

/// What stands behind a position: the coder's note, what the two readings had, a reader's own dissent, and how to cite it.
pub fn background(corpus: &Corpus, position: &Position) -> AnyView {
    let note = (!position.note.is_empty())
        .then(|| view! { <p class="coder-note">"Coder’s note: "{position.note.clone()}</p> });
    let cited = cite::panel("Cite this position", Some(Cited::Position(position.id.clone())));
    view! { {note}{coded(corpus, position)}{dispute::form(position)}{cited} }.into_any()
}

/// How two readings had it; nothing, where there were no two.
fn coded(corpus: &Corpus, position: &Position) -> Option<AnyView> {
    if corpus.agreement.is_empty() {
        return None;
    }
    let Some(coding) = &position.coding else {
        return Some(view! { <p class="coder-note both">"Two independent readings had it so."</p> }.into_any());
    };
    let own = Coded {
        issue: position.issue.clone(),
        answer: position.answer.clone(),
        stance: position.stance.clone(),
        voice: position.voice.clone(),
    };
    let one = |(name, reading): (&str, &Option<Coded>)| {
        let had = match reading {
            None => "had no such position".to_string(),
            Some(reading) if *reading == own => "had it so".to_string(),
            Some(reading) => format!("had {}", read_as(corpus, reading, &own)),
        };
        format!("{name} {had}")
    };
    let says: Vec<String> = ["The first reading", "the second"].into_iter().zip(&coding.readings).map(one).collect();
    let rule = (!coding.rule.is_empty()).then(|| format!(" Settled by: {}.", coding.rule.trim_end_matches('.')));
    Some(view! { <p class="coder-note">{says.join("; ")}"."{rule}</p> }.into_any())
}

/// What a reading had otherwise, in the words of the codebook.
fn read_as(corpus: &Corpus, reading: &Coded, own: &Coded) -> String {
    let mut parts = Vec::new();
    let issue = corpus.codebook.issue(&reading.issue);
    if reading.issue != own.issue {
        parts.push(format!("the question “{}”", issue.map_or(reading.issue.as_str(), |issue| &issue.label)));
    }
    if (&reading.issue, &reading.answer) != (&own.issue, &own.answer) {
        let label = reading.answer.as_ref().map(|id| {
            let answer = issue.and_then(|issue| issue.answer(id));
            answer.map_or(id.as_str(), |answer| &answer.label)
        });
        parts.push(format!("the answer “{}”", label.unwrap_or("another answer")));
    }
    if reading.stance != own.stance {
        parts.push(format!("the stance “{}”", reading.stance));
    }
    if reading.voice != own.voice {
        parts.push(format!("the voice “{}”", reading.voice));
    }
    listed(&parts)
}

/// A word that opens its rule below it.
pub fn rule(word: String, rule: Option<String>) -> AnyView {
    let Some(rule) = rule else { return word.into_any() };
    let open = RwSignal::new(false);
    opener(word, None, rule, move || open.get(), move || open.update(|open| *open = !*open))
}

/// The rule of a question, beside the question; by name it is told apart from those of the others. It stays open while the table
/// is drawn anew around it.
pub fn rule_of(issue: &Issue) -> AnyView {
    let rules = expect_context::<Explorer>().rules;
    let word = "its rule";
    let name = format!("{word}: {}", issue.question);
    let (id, same) = (issue.id.clone(), issue.id.clone());
    let toggle = move || {
        rules.update(|open| match open.iter().position(|open| *open == id) {
            Some(at) => drop(open.remove(at)),
            None => open.push(id.clone()),
        });
    };
    let opener = opener(
        word.to_string(),
        Some(name),
        issue.rule.clone(),
        move || rules.with(|open| open.contains(&same)),
        toggle,
    );
    view! { <span class="of-rule">{opener}</span> }.into_any()
}

fn opener(
    word: String,
    name: Option<String>,
    rule: String,
    is_open: impl Fn() -> bool + Clone + Send + 'static,
    toggle: impl Fn() + Send + 'static,
) -> AnyView {
    let shown = is_open.clone();
    view! {
        <button type="button" class="rule-word" aria-label=name aria-expanded=move || is_open().to_string()
            on:click=move |_| toggle()>{word}</button>
        {move || shown().then(|| view! { <span class="rule-text">{rule.clone()}</span> })}
    }
    .into_any()
}

/// The evidence: the sentences where the text is here, else the digest of the paragraph; each with its place.
pub fn passages(article: &Article, position: &Position, view: &View) -> AnyView {
    let mut digests: BTreeSet<u32> = BTreeSet::new();
    let show = |place: &Locator| {
        let paragraph = article.paragraph(place.p)?;
        let href = link(&view.reading_position(position, Some(*place)));
        let where_ = match place.s {
            Some(s) => format!("¶ {}, sentence {s} ", place.p),
            None => format!("¶ {} ", place.p),
        };
        let body = match &paragraph.text {
            Some(text) => {
                let all = paragraph.spans(text);
                let span = place.s.and_then(|s| all.get(s as usize - 1)).cloned().unwrap_or(0..text.len());
                let found = place.s.and_then(|s| words::found(paragraph.found(s), expect_context::<Explorer>().messages()));
                let found = found.map(|found| view! { <span class="found-how">{found}</span> });
                view! { <p class="source" dir="auto" lang=article.language.clone()>{text[span].to_string()}{found}</p> }.into_any()
            }
            // Two sentences of one paragraph have one digest.
            None if !digests.insert(place.p) => ().into_any(),
            None => paragraph
                .digest
                .clone()
                .map(|digest| view! { <p class="digest"><span class="whose">{format!("Editors’ digest of ¶ {}", place.p)}</span> {digest}</p> })
                .into_any(),
        };
        let copy = cite::copy_passage(&article.id, *place);
        Some(
            view! { <div class="quote">{body}<a class="place" href=href>{where_}<span aria-hidden="true">"→"</span></a>{copy}</div> },
        )
    };
    position.evidence.iter().filter_map(show).collect_view().into_any()
}
