//! Code, then reveal: a passage, the reader's own answer, then ours and by which rule.

use super::empty::empty;
use super::{link, position, words};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::messages::Messages;
use sightlines_engine::model::{AnswerId, Corpus, Position, PositionId};
use sightlines_engine::seminar::{Own, Verdict, judge, next, order};
use sightlines_engine::view::View;

/// The value of the choice for another answer than the issue's.
const OTHER: &str = "+";

/// The sheet.
#[component]
pub fn Exercise() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().exercise;
    // The exercise in the address, or the first; one that the selection does not hold is set all the same: a class was sent to it.
    let present = Memo::new(move |_| {
        let asked = explorer.view.with(|view| view.position.clone());
        let selection = explorer.selection()?;
        explorer.corpus(|corpus| {
            let first = || next(&selection.positions, None);
            let at = asked.and_then(|id| corpus.positions.iter().position(|p| p.id == id)).or_else(first)?;
            Some(corpus.positions[at].id.clone())
        })
    });
    let kept = move || {
        explorer.tally.with(|tally| {
            let same = |of: fn(&Verdict) -> bool| tally.iter().filter(|(_, verdict)| of(verdict)).count().to_string();
            (!tally.is_empty()).then(|| {
                let coded = messages.passages_coded.with(tally.len());
                messages.tally.with([coded, same(|v| v.answer), same(|v| v.stance), same(|v| v.voice)])
            })
        })
    };
    view! {
        <p class="lead no-print">{messages.about}</p>
        <p class="told" role="status">{kept}</p>
        {move || match present.get() {
            Some(id) => view! { <One id=id/> }.into_any(),
            None => empty(&explorer.view.read(), messages.nothing_to_code, explorer.messages()),
        }}
    }
}

#[component]
fn One(id: PositionId) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let Some(of) = explorer.corpus(|corpus| corpus.position(&id).cloned()) else { return ().into_any() };
    let (answer, stance, voice) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let revealed: RwSignal<Option<Verdict>> = RwSignal::new(None);
    let asked = of.clone();
    let reveal = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let own = Own {
            answer: Some(answer.get_untracked()).filter(|id| id != OTHER).map(AnswerId),
            stance: stance.get_untracked().as_str().into(),
            voice: voice.get_untracked().as_str().into(),
        };
        let verdict = explorer.corpus(|corpus| judge(corpus, &asked, &own));
        revealed.set(Some(verdict));
        explorer.speak(says(verdict, messages).to_string());
        // The first answer counts: after a look at ours another is no answer.
        explorer.tally.update(|tally| {
            if tally.iter().all(|(id, _)| *id != asked.id) {
                tally.push((asked.id.clone(), verdict))
            }
        });
    };
    let head = explorer.corpus(|corpus| head(explorer, corpus, &of));
    let passage = explorer.corpus(|corpus| {
        let view = explorer.view.get_untracked();
        corpus.article(&of.article).map(|article| position::passages(article, &of, &view))
    });
    let choices = explorer.corpus(|corpus| choices(explorer, corpus, &of, answer, stance, voice));
    let after = {
        let of = of.clone();
        move || {
            let verdict = revealed.get()?;
            let view = explorer.view.get_untracked();
            Some(explorer.corpus(|corpus| ours(explorer, corpus, &of, verdict, &view)))
        }
    };
    let onward = move || {
        let selection = explorer.selection()?;
        let view = explorer.view.get();
        explorer.corpus(|corpus| {
            let at = corpus.positions.iter().position(|p| p.id == id);
            let order = order(&selection.positions);
            let nth = at.and_then(|at| order.iter().position(|of| *of == at));
            let following = next(&selection.positions, at)?;
            let to = View { position: Some(corpus.positions[following].id.clone()), ..view };
            let messages = &messages.exercise;
            let where_ = nth.map(|nth| messages.passage_of.with([nth + 1, order.len()].map(|n| n.to_string())));
            Some(view! { <p class="onward">{where_}<a href=link(&to)>{messages.another_passage}</a></p> })
        })
    };
    view! {
        <article class="exercise">
            {head}
            <div class="passage-to-code">{passage}</div>
            <form on:submit=reveal>{choices}<button type="submit">{messages.exercise.reveal}</button></form>
            {after}
            {onward}
        </article>
    }
    .into_any()
}

/// Whom and what is asked about.
fn head(explorer: Explorer, corpus: &Corpus, of: &Position) -> AnyView {
    let messages = explorer.messages();
    let issue = corpus.codebook.issue(&of.issue);
    let question = issue.map(|issue| issue.question.clone()).unwrap_or_default();
    let rule = issue.map(|issue| issue.rule.clone()).unwrap_or_default();
    let article = corpus.article(&of.article);
    let from = article
        .map(|a| messages.exercise.from.with([words::authors(corpus, a, messages), a.date.value.label(messages)]));
    let asked_of = messages.exercise.asked_of.with([words::actor(corpus, of, messages)]);
    let language = explorer.content_language();
    view! {
        <h2 id="exercise" tabindex="-1">{asked_of}<span class="asks inline" lang=language.clone()>{question}</span></h2>
        <p class="minor">{from}</p>
        <details class="rule"><summary>{messages.exercise.what_belongs_to_this_question}</summary><p lang=language>{rule}</p></details>
    }
    .into_any()
}

fn choices(
    explorer: Explorer,
    corpus: &Corpus,
    of: &Position,
    answer: RwSignal<String>,
    stance: RwSignal<String>,
    voice: RwSignal<String>,
) -> AnyView {
    let messages = explorer.messages();
    let answers = corpus.codebook.issue(&of.issue).map(|issue| issue.answers.clone()).unwrap_or_default();
    let of_issue = answers.into_iter().map(|answer| (answer.id.to_string(), answer.label, explorer.content_language()));
    let other = (OTHER.to_string(), messages.coding.another_answer.to_string(), None);
    let radios = of_issue.chain([other]).map(|(id, label, language)| {
        let (value, is, chosen) = (id.clone(), id.clone(), id);
        view! {
            <label class="tick" lang=language><input type="radio" name="own-answer" required=true aria-invalid="false" value=value prop:checked=move || answer.get() == chosen
                on:change=move |_| answer.set(is.clone())/>{label}</label>
        }
    });
    let word = |id: &dyn ToString, word: &str, rule: &String| Word {
        id: id.to_string(),
        word: word.to_string(),
        rule: rule.clone(),
    };
    let (stances, voices) = (&corpus.codebook.stances, &corpus.codebook.voices);
    let stances = stances.iter().map(|stance| word(&stance.id, stance.id.word(messages), &stance.rule)).collect();
    let voices = voices.iter().map(|voice| word(&voice.id, voice.id.word(messages), &voice.rule)).collect();
    view! {
        <fieldset><legend>{messages.exercise.which_answer}</legend>{radios.collect_view()}</fieldset>
        {chooser(explorer, messages.exercise.how_is_it_held, stances, stance)}
        {chooser(explorer, messages.exercise.who_vouches_for_it, voices, voice)}
    }
    .into_any()
}

/// A word of the codebook, as it is chosen and as it is read, with its rule.
struct Word {
    id: String,
    word: String,
    rule: String,
}

/// A choice of words, each with its rule below once it is chosen.
fn chooser(explorer: Explorer, label: &'static str, words: Vec<Word>, chosen: RwSignal<String>) -> AnyView {
    let messages = &explorer.messages().exercise;
    let options = words.iter().map(|Word { id, word, .. }| {
        let (value, is) = (id.clone(), id.clone());
        view! { <option value=value prop:selected=move || chosen.get() == is>{word.clone()}</option> }
    });
    let options = options.collect_view();
    let all = words.iter().map(|of| of.word.as_str()).collect::<Vec<_>>().join(" · ");
    let rule = move || words.iter().find(|of| of.id == chosen.get()).map(|of| of.rule.clone());
    view! {
        <label class="stacked"><span>{label}</span><select required=true aria-invalid="false" on:change=move |event| chosen.set(event_target_value(&event))>
            <option value="" prop:selected=move || chosen.get().is_empty()>{messages.choose}</option>{options}
        </select><span class="minor" lang=explorer.content_language()>{rule}</span><span class="print-only">{all}</span></label>
    }
    .into_any()
}

/// How a reader's coding stands to ours.
fn says(verdict: Verdict, messages: &Messages) -> &'static str {
    let messages = &messages.exercise;
    match verdict {
        v if v.is_same() => messages.same,
        v if v.answer && v.stance => messages.another_voice,
        v if v.answer && v.polarity => messages.another_word,
        v if v.answer => messages.held_otherwise,
        _ => messages.other_than_ours,
    }
}

/// Our coding beside the reader's.
fn ours(explorer: Explorer, corpus: &Corpus, of: &Position, verdict: Verdict, view: &View) -> AnyView {
    let messages = explorer.messages();
    let rule = |word: &str, rule: &str| messages.exercise.word_and_rule.with([word, rule]);
    let stance = corpus.codebook.stance(&of.stance).map(|stance| rule(stance.id.word(messages), &stance.rule));
    let voice = corpus.codebook.voice(&of.voice).map(|voice| rule(voice.id.word(messages), &voice.rule));
    let language = explorer.content_language();
    let table = link(&view.comparing_position(corpus, of));
    view! {
        <div class=format!("ours position {}", position::nearness(corpus, of).id())>
            <p><strong>{says(verdict, messages)}</strong></p>
            <p class="summary" lang=language.clone()>{of.summary.clone()}</p>
            {position::how(corpus, of, None)}
            <ul class="rules"><li>{stance}</li><li>{voice}</li></ul>
            <p class="ways"><a href=table>{messages.exercise.in_the_table}</a></p>
            {position::background(corpus, of)}
        </div>
    }
    .into_any()
}
