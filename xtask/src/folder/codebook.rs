//! `codebook.toml`: what may be coded, and by which rule.

use super::fault::{Faults, Place, Register, check_unique};
use super::section::{Document, Section};
use super::source::Source;
use sightlines_engine::model::{Actor, ActorId, ActorKind, Answer, Codebook, Issue, Nearness, Polarity, Stance, Voice};
use std::path::Path;

pub(super) const FILE: &str = "codebook.toml";

const KINDS: [&str; 7] = ["government", "person", "author", "public", "media", "organisation", "collective"];

/// The codebook, with the ids that other files may name.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) codebook: Codebook,
    pub(super) issues: Register,
    pub(super) stances: Register,
    pub(super) voices: Register,
    pub(super) actors: Register,
}

/// Reads and checks the codebook by itself.
pub(super) fn read(dir: &Path, faults: &mut Faults) -> Book {
    let Some(source) = Source::read(dir, FILE, faults) else {
        if !dir.join(FILE).exists() {
            faults.add(
                Place::new(FILE, 1),
                "there is no such file",
                "write one: its questions, stances, voices and actors",
            );
        }
        return Book::default();
    };
    let document = Document::parse(&source, 0..source.text.len(), faults);
    let root = document.root();
    root.only(&["issue", "stance", "voice", "actor"], faults);
    let mut codebook = Codebook::default();
    for issue in root.sections("issue", faults) {
        codebook.issues.push(read_issue(&issue, faults));
    }
    for stance in root.sections("stance", faults) {
        stance.only(&["id", "polarity", "strength", "rule"], faults);
        codebook.stances.push(Stance {
            id: stance.id(faults).value.as_str().into(),
            polarity: stance.word("polarity", &["+", "-", "±", "0"], faults).unwrap_or(Polarity::Neither),
            strength: stance.number("strength", faults),
            rule: stance.required("rule", faults).value,
        });
    }
    for voice in root.sections("voice", faults) {
        voice.only(&["id", "nearness", "rule"], faults);
        let words = Nearness::ALL.map(Nearness::id);
        codebook.voices.push(Voice {
            id: voice.id(faults).value.as_str().into(),
            nearness: voice.word("nearness", &words, faults).unwrap_or(Nearness::Own),
            rule: voice.required("rule", faults).value,
        });
    }
    for actor in root.sections("actor", faults) {
        actor.only(&["id", "label", "kind", "of", "speaks_for"], faults);
        codebook.actors.push(Actor {
            id: actor.id(faults).value.as_str().into(),
            label: actor.required("label", faults).value,
            kind: actor.word("kind", &KINDS, faults).unwrap_or(ActorKind::Author),
            of: actor.optional("of", faults).map(|of| of.value.as_str().into()),
            speaks_for: actor.optional("speaks_for", faults).map(|actor| actor.value.as_str().into()),
        });
    }
    let register = |kind: &str, ids: Vec<&str>| Register::new(kind, FILE, document.complete, ids);
    let book = Book {
        issues: register("issue", codebook.issues.iter().map(|issue| issue.id.as_str()).collect()),
        stances: register("stance", codebook.stances.iter().map(|stance| stance.id.as_str()).collect()),
        voices: register("voice", codebook.voices.iter().map(|voice| voice.id.as_str()).collect()),
        actors: register("actor", codebook.actors.iter().map(|actor| actor.id.as_str()).collect()),
        codebook,
    };
    check_ids_and_links(&root, &book, faults);
    book
}

fn read_issue(section: &Section<'_>, faults: &mut Faults) -> Issue {
    section.only(&["id", "label", "question", "rule", "answers"], faults);
    if !section.has("answers") {
        section.missing("answers", "[{ id = \"…\", label = \"…\" }]", faults);
    }
    let sections = section.sections("answers", faults);
    let mut answers = Vec::new();
    for answer in &sections {
        answer.only(&["id", "label", "implies"], faults);
        answers.push(Answer {
            id: answer.id(faults).value.as_str().into(),
            label: answer.required("label", faults).value,
            implies: answer.optional("implies", faults).map(|implied| implied.value.as_str().into()),
        });
    }
    let ids = answers.iter().zip(&sections).map(|(answer, at)| (answer.id.as_str(), at.place().line));
    check_unique("answer", FILE, ids, faults);
    let issue = Issue {
        id: section.id(faults).value.as_str().into(),
        label: section.required("label", faults).value,
        question: section.required("question", faults).value,
        rule: section.required("rule", faults).value,
        answers,
    };
    check_implications(&issue, &sections, faults);
    issue
}

/// What an answer implies must be another answer of the same issue, and must not lead back.
fn check_implications(issue: &Issue, sections: &[Section<'_>], faults: &mut Faults) {
    let known = Register::new(
        &format!("answer of `{}`", issue.id),
        "its answers",
        true,
        issue.answers.iter().map(|answer| answer.id.as_str()),
    );
    for (answer, section) in issue.answers.iter().zip(sections) {
        let Some(implied) = &answer.implies else { continue };
        let at = section.place_of("implies");
        if !known.check(implied.as_str(), at, faults) {
            continue;
        }
        let next =
            |id: &Option<_>| id.as_ref().and_then(|id| issue.answer(id)).and_then(|answer| answer.implies.clone());
        let mut reached = answer.implies.clone();
        for _ in 0..issue.answers.len() {
            if reached.as_ref() == Some(&answer.id) {
                faults.add(
                    at,
                    format!("the answer `{}` implies itself", answer.id),
                    "take `implies` out of one of them",
                );
                break;
            }
            reached = next(&reached);
        }
    }
}

fn check_ids_and_links(root: &Section<'_>, book: &Book, faults: &mut Faults) {
    // The tables were read once already: asking again adds no new fault, since equal ones are told once.
    let lines = |key: &str, faults: &mut Faults| -> Vec<u32> {
        root.sections(key, faults).iter().map(|section| section.place().line).collect()
    };
    let codebook = &book.codebook;
    let issues = codebook.issues.iter().map(|issue| issue.id.as_str()).zip(lines("issue", faults));
    check_unique("issue", FILE, issues, faults);
    let stances = codebook.stances.iter().map(|stance| stance.id.as_str()).zip(lines("stance", faults));
    check_unique("stance", FILE, stances, faults);
    let voices = codebook.voices.iter().map(|voice| voice.id.as_str()).zip(lines("voice", faults));
    check_unique("voice", FILE, voices, faults);
    let actors = codebook.actors.iter().map(|actor| actor.id.as_str()).zip(lines("actor", faults));
    check_unique("actor", FILE, actors, faults);
    for (actor, section) in codebook.actors.iter().zip(root.sections("actor", faults)) {
        for (key, linked) in [("of", &actor.of), ("speaks_for", &actor.speaks_for)] {
            let Some(linked): &Option<ActorId> = linked else { continue };
            let at = section.place_of(key);
            if book.actors.check(linked.as_str(), at, faults) && *linked == actor.id {
                faults.add(at, format!("`{key}` of the actor `{}` names the actor itself", actor.id), "take it out");
            }
        }
    }
}
