//! A position, wherever it is shown: what it says, how it is held, who vouches for it, when, on what it rests, and how it came
//! to be coded so.

use super::{cite, dispute, link, words};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::cite::Cited;
use sightlines_engine::messages::Messages;
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
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let actor = (position.actor.as_str() != column).then(|| format!("{} ", words::actor(corpus, position, messages)));
    let article = corpus.article(&position.article);
    let source = article.map(|a| {
        let href = link(&view.reading_position(position, None));
        let outlet = corpus.outlet_label(a.outlet.value.as_str()).to_string();
        let line = [words::authors(corpus, a, messages), outlet].join(messages.words.comma);
        view! { <p class="from"><a href=href>{line}</a></p> }
    });
    let passages = article.map(|a| passages(a, position, view));
    view! {
        <li class=format!("position {}", nearness(corpus, position).id()) id=id data-position=position.id.to_string()>
            <p class="summary" lang=explorer.content_language()>{position.summary.clone()}</p>
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
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let stance = corpus.codebook.stance(&position.stance);
    let voice = corpus.codebook.voice(&position.voice);
    let near = nearness(corpus, position);
    let voice_rule = voice.map(|voice| {
        let near = near.label(messages).to_lowercase();
        messages.positions.counts_as.with([&voice.rule, &near])
    });
    view! {
        <div class="how">
            <span>{actor}</span>
            {rule(position.stance.word(messages).to_string(), stance.map(|s| s.rule.clone()))}
            " " <strong lang=explorer.content_language()>{words::answer(corpus, position, messages)}</strong>
            " · " {rule(words::voice(corpus, position, messages), voice_rule)}
            " · " {rule(words::as_of(position, messages), Some(words::date_basis(corpus, position, messages)))}
            " · " {rule(position.confidence.label(messages).to_string(), Some(position.confidence.rule(messages).to_string()))}
            " · " <code>{position.id.to_string()}</code>
        </div>
    }
    .into_any()
}

/// What stands behind a position: the coder's note, what the two readings had, a reader's own dissent, and how to cite it.
pub fn background(corpus: &Corpus, position: &Position) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let note = (!position.note.is_empty())
        .then(|| view! { <p class="coder-note">{messages.positions.coders_note}<span lang=explorer.content_language()>{position.note.clone()}</span></p> });
    let cited = cite::panel(messages.positions.cite_this_position, Some(Cited::Position(position.id.clone())));
    view! { {note}{coded(corpus, position, messages)}{dispute::form(position)}{cited} }.into_any()
}

/// How two readings had it; nothing, where there were no two.
fn coded(corpus: &Corpus, position: &Position, messages: &Messages) -> Option<AnyView> {
    let says = &messages.positions;
    if corpus.agreement.is_empty() {
        return None;
    }
    let Some(coding) = &position.coding else {
        return Some(view! { <p class="coder-note both">{says.two_readings_had_it_so}</p> }.into_any());
    };
    let own = Coded {
        issue: position.issue.clone(),
        answer: position.answer.clone(),
        stance: position.stance.clone(),
        voice: position.voice.clone(),
    };
    let had = coding.readings.each_ref().map(|reading| match reading {
        None => says.had_no_such_position.to_string(),
        Some(reading) if *reading == own => says.had_it_so.to_string(),
        Some(reading) => says.had.with([read_as(corpus, reading, &own, messages)]),
    });
    let rule = (!coding.rule.is_empty()).then(|| says.settled_by.with([coding.rule.trim_end_matches('.')]));
    Some(view! { <p class="coder-note">{says.readings.with(had)}{rule}</p> }.into_any())
}

/// What a reading had otherwise, in the words of the codebook.
fn read_as(corpus: &Corpus, reading: &Coded, own: &Coded, messages: &Messages) -> String {
    let says = &messages.positions;
    let mut parts = Vec::new();
    let issue = corpus.codebook.issue(&reading.issue);
    if reading.issue != own.issue {
        parts.push(says.the_question.with([issue.map_or(reading.issue.as_str(), |issue| &issue.label)]));
    }
    if (&reading.issue, &reading.answer) != (&own.issue, &own.answer) {
        let label = reading.answer.as_ref().map(|id| {
            let answer = issue.and_then(|issue| issue.answer(id));
            answer.map_or(id.as_str(), |answer| &answer.label)
        });
        parts.push(says.the_answer.with([label.unwrap_or(messages.coding.another_answer)]));
    }
    if reading.stance != own.stance {
        parts.push(says.the_stance.with([reading.stance.word(messages)]));
    }
    if reading.voice != own.voice {
        parts.push(says.the_voice.with([reading.voice.word(messages)]));
    }
    listed(&parts, messages)
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
    let explorer = expect_context::<Explorer>();
    let (rules, messages) = (explorer.rules, &explorer.messages().positions);
    let name = messages.its_rule_of.with([&issue.question]);
    let (id, same) = (issue.id.clone(), issue.id.clone());
    let toggle = move || {
        rules.update(|open| match open.iter().position(|open| *open == id) {
            Some(at) => drop(open.remove(at)),
            None => open.push(id.clone()),
        });
    };
    let opener = opener(
        messages.its_rule.to_string(),
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
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let mut digests: BTreeSet<u32> = BTreeSet::new();
    let show = |place: &Locator| {
        let paragraph = article.paragraph(place.p)?;
        let href = link(&view.reading_position(position, Some(*place)));
        let where_ = match place.s {
            Some(s) => messages.positions.place_of_sentence.with([place.p, s].map(|n| n.to_string())) + " ",
            None => format!("¶ {} ", place.p),
        };
        let body = match paragraph.text() {
            Some(text) => {
                let all = paragraph.spans(&text);
                let span = place.s.and_then(|s| all.get(s as usize - 1)).cloned().unwrap_or(0..text.len());
                let found = place.s.and_then(|s| words::found(paragraph.found(s), messages));
                let found = found.map(|found| view! { <span class="found-how">{found}</span> });
                view! { <p class="source" dir="auto" lang=article.language.clone()>{text[span].to_string()}{found}</p> }
                    .into_any()
            }
            // Two sentences of one paragraph have one digest.
            None if !digests.insert(place.p) => ().into_any(),
            None => paragraph
                .digest
                .clone()
                .map(|digest| {
                    let whose = messages.positions.editors_digest_of.with([place.p.to_string()]);
                    let digest = view! { <span lang=explorer.content_language()>{digest}</span> };
                    view! { <p class="digest"><span class="whose">{whose}</span> {digest}</p> }
                })
                .into_any(),
        };
        let copy = cite::copy_passage(&article.id, *place);
        Some(
            view! { <div class="quote">{body}<a class="place" href=href>{where_}<span aria-hidden="true">"→"</span></a>{copy}</div> },
        )
    };
    position.evidence.iter().filter_map(show).collect_view().into_any()
}
