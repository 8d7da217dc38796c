use super::*;
use crate::messages::Language;
use crate::model::{ContrastKind, Corpus};
use crate::positions::By;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Two articles that tell of a town hall and a pilot: they differ, one of them moved, and one is read in two ways.
fn corpus() -> Corpus {
    let based = |value: Value| json!({"value": value, "basis": "stated"});
    let article = |id: &str, date: &str| {
        json!({"id": id, "title": based("x".into()), "authors": based(json!([])), "outlet": based(id.into()),
            "date": based(date.into()), "language": "en", "witnesses": [], "headings": [],
            "paragraphs": [{"n": 1, "text": "One. Two."}, {"n": 2, "text": "Three."}]})
    };
    let row = |id: &str, article: &str, actor: &str, answer: &str, stance: &str, voice: &str, as_of: &str, p: u32| {
        json!({"id": id, "article": article, "actor": actor, "issue": "runs", "answer": answer, "stance": stance, "summary": id,
            "voice": voice, "as_of": as_of, "evidence": [{"p": p, "s": 1}], "confidence": "high"})
    };
    let event = |id: &str, date: &str| json!({"id": id, "date": date, "basis": "stated", "label": id, "evidence": []});
    serde_json::from_value(json!({
        "id": "harbour", "title": "", "description": "", "horizon": "", "language": "en", "licence": "", "public_url": "", "version": "2",
        "hash": "abc", "authors": [], "outlets": [], "rings": [], "related": [], "search": {},
        "articles": [article("post", "2031"), article("wire", "2032")],
        "codebook": {
            "issue": [
                {"id": "runs", "label": "Runs", "question": "Who runs it?", "rule": "", "answers": [{"id": "town", "label": "Town"}, {"id": "pilots", "label": "Pilots"}]},
                {"id": "pays", "label": "Pays", "question": "Who pays?", "rule": "", "answers": [{"id": "town", "label": "Town"}]},
            ],
            "stance": [{"id": "supports", "polarity": "+", "strength": 2, "rule": ""}, {"id": "demands", "polarity": "+", "strength": 3, "rule": ""},
                {"id": "opposes", "polarity": "-", "strength": 2, "rule": ""}, {"id": "withdraws", "polarity": "-", "strength": 2, "rule": ""}],
            "voice": [{"id": "quoted", "nearness": "own", "rule": ""}, {"id": "inferred", "nearness": "inferred", "rule": ""}],
            "actor": [{"id": "hall", "label": "Town hall", "kind": "government"}, {"id": "mayor", "label": "Mayor", "kind": "person", "speaks_for": "hall"},
                {"id": "crown", "label": "Crown", "kind": "government"}, {"id": "pilot", "label": "Pilot", "kind": "person"}],
        },
        "positions": [
            row("hall-town", "post", "mayor", "town", "supports", "quoted", "2030", 1),
            row("crown-pilots", "post", "crown", "pilots", "demands", "inferred", "2031", 1),
            row("mayor-withdraws", "wire", "mayor", "town", "withdraws", "quoted", "2032", 2),
            row("pilot-pilots", "wire", "pilot", "pilots", "supports", "quoted", "2032", 2),
        ],
        "events": [event("strike", "2031-05"), event("flood", "1999")],
        "contrasts": [{"id": "seen", "issue": "runs", "kind": "agree", "side_a": "crown", "side_b": "pilot", "summary": "Both want pilots.",
            "evidence": [{"article": "wire", "at": {"p": 2, "s": 1}}]}],
    }))
    .unwrap()
}

fn all(corpus: &Corpus) -> Vec<usize> {
    (0..corpus.positions.len()).collect()
}

fn in_english(
    corpus: &Corpus,
    selected: &[usize],
    by: By,
    columns: &BTreeSet<String>,
    pair: Option<(&str, &str)>,
) -> Vec<Prompt> {
    prompts(corpus, selected, by, columns, pair, Language::English.messages())
}

#[test]
fn each_contrast_that_asks_something_is_a_prompt() {
    let corpus = corpus();
    let found = in_english(&corpus, &all(&corpus), By::Government, &BTreeSet::new(), None);
    let from: Vec<From> = found.iter().map(|prompt| prompt.from).collect();
    // Of the town hall the two articles tell opposite things; with the crown it differs; it changed; and the editors see one.
    assert_eq!(
        from,
        [
            From::Told,
            From::Rule(ContrastKind::Differ),
            From::Rule(ContrastKind::Changed),
            From::Editors(ContrastKind::Agree)
        ]
    );
    assert!(found[1].asks.starts_with("One side speaks for itself"), "{}", found[1].asks);
    assert_eq!(found[2].events, [0], "the strike lies between the dates, the flood does not");
    assert_eq!(found[3].places.len(), 1);
}

#[test]
fn prompts_ask_the_same_in_each_language() {
    let corpus = corpus();
    let [english, russian, japanese] = Language::ALL
        .map(|language| prompts(&corpus, &all(&corpus), By::Government, &BTreeSet::new(), None, language.messages()));
    assert!(english[1].asks.starts_with("One side speaks for itself; the other is spoken for. Does"));
    for (of, question) in [(russian, "?"), (japanese, "か。")] {
        assert_eq!(of.len(), english.len());
        for (prompt, in_english) in of.iter().zip(&english) {
            assert_eq!((&prompt.a, &prompt.b, prompt.from), (&in_english.a, &in_english.b, in_english.from));
            assert!(prompt.asks.contains(question) && !prompt.asks.contains('{'), "{}", prompt.asks);
        }
    }
}

#[test]
fn prompts_belong_to_the_selection_and_to_the_pair() {
    let corpus = corpus();
    let of = |selected: &[usize], pair| in_english(&corpus, selected, By::Government, &BTreeSet::new(), pair);
    assert_eq!(of(&[0], None), [], "one position contrasts with nothing");
    let only_rule = of(&all(&corpus), Some(("crown", "hall")));
    assert!(only_rule.iter().all(|prompt| matches!(prompt.from, From::Rule(_))) && !only_rule.is_empty());
    let of_columns = |columns: &[&str]| {
        let columns: BTreeSet<String> = columns.iter().map(ToString::to_string).collect();
        in_english(&corpus, &all(&corpus), By::Government, &columns, None)
            .into_iter()
            .filter(|p| matches!(p.from, From::Rule(_)))
            .count()
    };
    assert_eq!((of_columns(&["crown", "hall"]), of_columns(&["crown"])), (2, 0));
    let by_outlet = in_english(&corpus, &all(&corpus), By::Outlet, &BTreeSet::new(), None);
    assert!(by_outlet.iter().any(|prompt| prompt.from == From::Rule(ContrastKind::Differ)));
    assert!(by_outlet.iter().all(|prompt| prompt.from != From::Told), "no question is asked twice");
    // A silence of one side asks nothing.
    assert_eq!(of(&[0, 2], Some(("crown", "hall"))).iter().filter(|prompt| prompt.b.is_empty()).count(), 0);
}

#[test]
fn every_position_is_set_once_and_the_last_leads_to_the_first() {
    for n in 0..60 {
        let selected: Vec<usize> = (0..n).map(|at| at * 3).collect();
        let order = order(&selected);
        assert_eq!(order.iter().collect::<BTreeSet<_>>().len(), n, "{n} positions, each once");
        assert!(order.iter().all(|at| selected.contains(at)));
        for pair in order.windows(2) {
            assert_eq!(next(&selected, Some(pair[0])), Some(pair[1]));
        }
        assert_eq!(next(&selected, order.last().copied()), order.first().copied());
        assert_eq!(next(&selected, None), order.first().copied());
        assert_eq!(next(&selected, Some(999)), order.first().copied(), "one that is not selected leads to the first");
    }
}

#[test]
fn neighbours_in_the_order_are_no_neighbours_in_the_file() {
    let selected: Vec<usize> = (0..262).collect();
    let near = order(&selected).windows(2).filter(|pair| pair[0].abs_diff(pair[1]) < 10).count();
    assert_eq!(near, 0);
}

#[test]
fn a_verdict_says_what_is_the_same() {
    let corpus = corpus();
    let position = &corpus.positions[1];
    let own = |answer: Option<&str>, stance: &str, voice: &str| Own {
        answer: answer.map(Into::into),
        stance: stance.into(),
        voice: voice.into(),
    };
    let said = |own: Own| {
        let verdict = judge(&corpus, position, &own);
        (verdict.answer, verdict.stance, verdict.polarity, verdict.voice, verdict.is_same())
    };
    assert_eq!(said(own(Some("pilots"), "demands", "inferred")), (true, true, true, true, true));
    assert_eq!(said(own(Some("pilots"), "supports", "inferred")), (true, false, true, true, false));
    assert_eq!(said(own(Some("pilots"), "opposes", "quoted")), (true, false, false, false, false));
    assert_eq!(said(own(None, "demands", "inferred")), (false, true, true, true, false));
    assert_eq!(
        said(own(Some("pilots"), "", "")),
        (true, false, false, false, false),
        "what is not said is not the same"
    );
}

#[test]
fn a_role_has_all_its_positions_what_is_not_told_and_whom_it_meets() {
    let corpus = corpus();
    let hall = role(&corpus, &all(&corpus), &"hall".into(), &[0, 1], Language::English.messages());
    assert_eq!((hall.by, hall.held, hall.unsaid), (By::Government, vec![(0, vec![0, 2])], vec![1]));
    assert_eq!(hall.speakers, ["mayor".into()]);
    assert!(hall.meets.iter().all(|contrast| contrast.a_column == "hall"));
    let crown = role(&corpus, &all(&corpus), &"crown".into(), &[0], Language::English.messages());
    let met = crown.meets.iter().find(|contrast| contrast.b_column == "hall").expect("the two differ");
    assert!(crown.unsaid.is_empty(), "a question that is not asked is not unsaid");
    assert_eq!((met.a.as_slice(), met.a_column.as_str()), ([1].as_slice(), "crown"), "the role is the first side");
    let mayor = role(&corpus, &all(&corpus), &"mayor".into(), &[0, 1], Language::English.messages());
    assert_eq!((mayor.by, mayor.held.len(), mayor.speakers.len()), (By::Actor, 1, 0));
    let pilot = role(&corpus, &[0], &"pilot".into(), &[0, 1], Language::English.messages());
    assert_eq!((pilot.held.len(), pilot.unsaid.len()), (0, 2));
}

#[test]
fn a_note_names_the_row_as_it_is_coded() {
    let corpus = corpus();
    let note = |position: &str, field: Field| Dispute {
        position: position.into(),
        field,
        proposal: "=town".to_string(),
        reason: "It says so;\nread on.".to_string(),
    };
    let listing = disputes(&corpus, &[note("crown-pilots", Field::Answer), note("gone", Field::Whole)], "https://x/");
    assert_eq!(listing.rows.len(), 1, "a note on what is not in this edition is no row");
    let cell =
        |name: &str| listing.rows[0][listing.columns.iter().position(|column| *column == name).unwrap()].as_str();
    assert_eq!((cell("position"), cell("field"), cell("coded")), ("crown-pilots", "answer", "pilots"));
    assert_eq!((cell("proposal"), cell("hash"), cell("evidence")), ("=town", "abc", "1.1"));
    assert_eq!(cell("link"), "https://x/#view=read&article=post&p=1.1&position=crown-pilots");
    assert!(listing.csv().contains("'=town"), "no cell runs as a formula");
    for field in Field::ALL {
        let listing = disputes(&corpus, &[note("hall-town", field)], "");
        let coded = &listing.rows[0][7];
        assert_eq!(coded.is_empty(), field == Field::Whole, "{field:?}: {coded}");
    }
}
