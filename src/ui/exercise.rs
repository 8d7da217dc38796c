//! Code, then reveal: a passage, the reader's own answer, then ours and by which rule.

use super::empty::empty;
use super::{link, position, words};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{AnswerId, Corpus, Position, PositionId};
use sightlines_engine::seminar::{Own, Verdict, judge, next, order};
use sightlines_engine::view::View;

/// The value of the choice for another answer than the issue's.
const OTHER: &str = "+";

/// The sheet.
#[component]
pub fn Exercise() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
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
            let same = |of: fn(&Verdict) -> bool| tally.iter().filter(|(_, verdict)| of(verdict)).count();
            (!tally.is_empty()).then(|| {
                format!(
                    "{} coded. As we have it: the answer {} times, the stance {}, the voice {}.",
                    words::count(tally.len(), "passage", "passages"),
                    same(|v| v.answer),
                    same(|v| v.stance),
                    same(|v| v.voice)
                )
            })
        })
    };
    view! {
        <p class="lead no-print">"Read the passage, answer for yourself, then see how it was coded and by which rule. Where you differ you may be right: the rules are there to be argued with."</p>
        <p class="told" role="status">{kept}</p>
        {move || match present.get() {
            Some(id) => view! { <One id=id/> }.into_any(),
            None => empty(&explorer.view.read(), "There is no position in this selection to code.", explorer.messages()),
        }}
    }
}

#[component]
fn One(id: PositionId) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
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
        explorer.speak(says(verdict).to_string());
        // The first answer counts: after a look at ours another is no answer.
        explorer.tally.update(|tally| {
            if tally.iter().all(|(id, _)| *id != asked.id) {
                tally.push((asked.id.clone(), verdict))
            }
        });
    };
    let head = explorer.corpus(|corpus| head(corpus, &of));
    let passage = explorer.corpus(|corpus| {
        let view = explorer.view.get_untracked();
        corpus.article(&of.article).map(|article| position::passages(article, &of, &view))
    });
    let choices = explorer.corpus(|corpus| choices(corpus, &of, answer, stance, voice));
    let after = {
        let of = of.clone();
        move || {
            let verdict = revealed.get()?;
            let view = explorer.view.get_untracked();
            Some(explorer.corpus(|corpus| ours(corpus, &of, verdict, &view)))
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
            let where_ = nth.map(|nth| format!("Passage {} of {}. ", nth + 1, order.len()));
            Some(view! { <p class="onward">{where_}<a href=link(&to)>"Another passage"</a></p> })
        })
    };
    view! {
        <article class="exercise">
            {head}
            <div class="passage-to-code">{passage}</div>
            <form on:submit=reveal>{choices}<button type="submit">"Reveal"</button></form>
            {after}
            {onward}
        </article>
    }
    .into_any()
}

/// Whom and what is asked about.
fn head(corpus: &Corpus, of: &Position) -> AnyView {
    let issue = corpus.codebook.issue(&of.issue);
    let question = issue.map(|issue| issue.question.clone()).unwrap_or_default();
    let rule = issue.map(|issue| issue.rule.clone()).unwrap_or_default();
    let article = corpus.article(&of.article);
    let from = article.map(|a| {
        format!(
            "{}, {}",
            words::authors(corpus, a, expect_context::<Explorer>().messages()),
            a.date.value.label(expect_context::<Explorer>().messages())
        )
    });
    view! {
        <h2 id="exercise" tabindex="-1">{words::actor(corpus, of, expect_context::<Explorer>().messages())}": "<span class="asks inline">{question}</span></h2>
        <p class="minor">{from}</p>
        <details class="rule"><summary>"What belongs to this question"</summary><p>{rule}</p></details>
    }
    .into_any()
}

fn choices(
    corpus: &Corpus,
    of: &Position,
    answer: RwSignal<String>,
    stance: RwSignal<String>,
    voice: RwSignal<String>,
) -> AnyView {
    let answers = corpus.codebook.issue(&of.issue).map(|issue| issue.answers.clone()).unwrap_or_default();
    let of_issue = answers.into_iter().map(|answer| (answer.id.to_string(), answer.label));
    let radios = of_issue.chain([(OTHER.to_string(), "another answer".to_string())]).map(|(id, label)| {
        let (value, is, chosen) = (id.clone(), id.clone(), id);
        view! {
            <label class="tick"><input type="radio" name="own-answer" required=true aria-invalid="false" value=value prop:checked=move || answer.get() == chosen
                on:change=move |_| answer.set(is.clone())/>{label}</label>
        }
    });
    let stances: Vec<(String, String)> =
        corpus.codebook.stances.iter().map(|stance| (stance.id.to_string(), stance.rule.clone())).collect();
    let voices: Vec<(String, String)> =
        corpus.codebook.voices.iter().map(|voice| (voice.id.to_string(), voice.rule.clone())).collect();
    view! {
        <fieldset><legend>"Which answer?"</legend>{radios.collect_view()}</fieldset>
        {chooser("How is it held?", stances, stance)}
        {chooser("Who vouches for it?", voices, voice)}
    }
    .into_any()
}

/// A choice of words, each with its rule below once it is chosen.
fn chooser(label: &'static str, words: Vec<(String, String)>, chosen: RwSignal<String>) -> AnyView {
    let options = words.iter().map(|(id, _)| {
        let (value, is) = (id.clone(), id.clone());
        view! { <option value=value prop:selected=move || chosen.get() == is>{id.clone()}</option> }
    });
    let options = options.collect_view();
    let all = words.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>().join(" · ");
    let rule = move || words.iter().find(|(id, _)| *id == chosen.get()).map(|(_, rule)| rule.clone());
    view! {
        <label class="stacked"><span>{label}</span><select required=true aria-invalid="false" on:change=move |event| chosen.set(event_target_value(&event))>
            <option value="" prop:selected=move || chosen.get().is_empty()>"choose"</option>{options}
        </select><span class="minor">{rule}</span><span class="print-only">{all}</span></label>
    }
    .into_any()
}

/// How a reader's coding stands to ours.
fn says(verdict: Verdict) -> &'static str {
    match verdict {
        v if v.is_same() => "You coded it as we did.",
        v if v.answer && v.stance => "The same answer in the same stance; another voice.",
        v if v.answer && v.polarity => "The same answer, held on the same side; another word for it.",
        v if v.answer => "The same answer, but held otherwise.",
        _ => "Another answer than ours.",
    }
}

/// Our coding beside the reader's.
fn ours(corpus: &Corpus, of: &Position, verdict: Verdict, view: &View) -> AnyView {
    let stance = corpus.codebook.stance(&of.stance).map(|stance| format!("{}: {}", stance.id, stance.rule));
    let voice = corpus.codebook.voice(&of.voice).map(|voice| format!("{}: {}", voice.id, voice.rule));
    let table = link(&view.comparing_position(corpus, of));
    view! {
        <div class=format!("ours position {}", position::nearness(corpus, of).id())>
            <p><strong>{says(verdict)}</strong></p>
            <p class="summary">{of.summary.clone()}</p>
            {position::how(corpus, of, None)}
            <ul class="rules"><li>{stance}</li><li>{voice}</li></ul>
            <p class="ways"><a href=table>"In the table"</a></p>
            {position::background(corpus, of)}
        </div>
    }
    .into_any()
}
