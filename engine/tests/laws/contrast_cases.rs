//! Contrasts by example: what a reader of two columns would say, and the words in which the page says it.

use super::corpora::coded;
use serde_json::{Value, json};
use sightlines_engine::messages::Language;
use sightlines_engine::model::Corpus;
use sightlines_engine::positions::{By, RowOrder, contrasts, rows, table, told_apart, told_by};
use sightlines_engine::script::{self, ContrastOptions};
use sightlines_engine::search::Library;

fn all(corpus: &Corpus) -> Vec<usize> {
    (0..corpus.positions.len()).collect()
}

/// What is said of the crown and the town hall.
fn said(rows: &[[&str; 7]]) -> Vec<String> {
    let corpus = coded(rows);
    let found =
        contrasts(&corpus, &all(&corpus), By::Government, Some(("crown", "town_hall")), Language::English.messages());
    found.iter().map(|c| format!("{} {:?} {:?}: {}", c.kind.id(), c.a, c.b, c.says)).collect()
}

/// A row of 2019 from an article without an author.
fn row<'a>(actor: &'a str, issue: &'a str, answer: &'a str, stance: &'a str) -> [&'a str; 7] {
    ["2", actor, issue, answer, stance, "reported", "2019"]
}

#[test]
fn two_governments_differ_and_agree_by_the_rule() {
    for (rows, expected) in [
        // Different answers, neither being for the other's.
        (
            vec![row("crown", "when", "now", "demands"), row("town_hall", "when", "later", "accepts")],
            vec!["differ [0] [1]: crown is for “now”; town_hall is for “later”"],
        ),
        // Who is for the other's answer as well does not differ from it.
        (
            vec![
                row("crown", "when", "now", "demands"),
                row("crown", "when", "later", "accepts"),
                row("town_hall", "when", "later", "accepts"),
            ],
            vec!["agree [1] [2]: crown and town_hall are both for “later”"],
        ),
        // For and against the same; who speaks for the town hall stands in its column.
        (
            vec![row("crown", "when", "now", "opposes"), row("mayor", "when", "now", "accepts")],
            vec!["differ [0] [1]: crown is against “now”; town_hall is for it"],
        ),
        // Who is for an answer is for what it implies, at any remove.
        (
            vec![row("crown", "run", "town", "demands"), row("town_hall", "run", "anyone", "accepts")],
            vec!["agree [0] [1]: crown and town_hall are both for “anyone” (crown by “town”)"],
        ),
        // Who is against an answer is against those that imply it, and not against what it implies.
        (
            vec![row("crown", "run", "anyone", "opposes"), row("town_hall", "run", "town", "wavers")],
            vec!["differ [0] [1]: crown is against “anyone”; town_hall is with a reserve for “town”"],
        ),
        (vec![row("crown", "run", "town", "opposes"), row("town_hall", "run", "anyone", "demands")], vec![]),
        // That both imply a third answer makes no agreement on it, as nobody gives it.
        (
            vec![row("crown", "run", "nobody", "accepts"), row("town_hall", "run", "state", "accepts")],
            vec!["differ [0] [1]: crown is for “nobody”; town_hall is for “state”"],
        ),
        // ± counts as for, and is marked; what is also held without a reserve is not.
        (
            vec![row("crown", "cost", "high", "wavers"), row("town_hall", "cost", "high", "accepts")],
            vec!["agree [0] [1]: crown and town_hall are both for “high” (crown with a reserve)"],
        ),
        (
            vec![
                row("crown", "cost", "high", "wavers"),
                row("crown", "cost", "high", "demands"),
                row("town_hall", "cost", "high", "opposes"),
            ],
            vec!["differ [0, 1] [2]: crown is for “high”; town_hall is against it"],
        ),
        // 0 is neither, an empty answer nothing, and two who are against the same do not agree on anything by that.
        (vec![row("crown", "when", "now", "doubts"), row("town_hall", "when", "now", "opposes")], vec![]),
        (vec![row("crown", "when", "now", "doubts"), row("town_hall", "when", "later", "demands")], vec![]),
        (vec![row("crown", "when", "", "demands"), row("town_hall", "when", "now", "demands")], vec![]),
        (vec![row("crown", "when", "now", "opposes"), row("town_hall", "when", "now", "opposes")], vec![]),
        // Both at once, and several answers.
        (
            vec![
                row("crown", "run", "town", "demands"),
                row("crown", "run", "nobody", "opposes"),
                row("town_hall", "run", "nobody", "demands"),
                row("town_hall", "run", "anyone", "wavers"),
            ],
            vec![
                "differ [0, 1] [2]: crown is for “town”, against “nobody”; town_hall is for “nobody”",
                "agree [0] [3]: crown and town_hall are both for “anyone” (crown by “town”, town_hall with a reserve)",
            ],
        ),
        // Whoever has no column stands aside, and an empty answer still speaks.
        (
            vec![
                row("crown", "when", "", "demands"),
                row("town_hall", "run", "town", "doubts"),
                row("pilot", "when", "now", "demands"),
            ],
            vec![
                "only_b [] [1]: Of the two, only town_hall has a position on “run”",
                "only_a [0] []: Of the two, only crown has a position on “when”",
            ],
        ),
    ] {
        assert_eq!(said(&rows), expected, "{rows:?}");
    }
}

#[test]
fn a_change_is_what_one_text_says_or_the_actors_own_words_show() {
    let own = |actor, answer, stance, as_of| ["2", actor, "when", answer, stance, "quoted", as_of];
    let ascribed = |answer, as_of| ["2", "crown", "when", answer, "demands", "inferred", as_of];
    let other = ["2", "town_hall", "cost", "high", "demands", "quoted", "2019"];
    for (rows, expected) in [
        // One text says so.
        (
            vec![own("crown", "now", "withdraws", "2019-01")],
            vec!["changed [0] []: crown withdraws “now” (January 2019)"],
        ),
        (vec![own("crown", "", "withdraws", "2019-01")], vec![]),
        // The actor's own words at two dates.
        (
            vec![own("crown", "later", "demands", "2019-01"), own("crown", "now", "accepts", "2016-05")],
            vec!["changed [0, 1] []: crown is for “now” (May 2016), is for “later” (January 2019)"],
        ),
        (
            vec![own("crown", "now", "opposes", "2016"), own("crown", "now", "wavers", "2019-01")],
            vec!["changed [0, 1] []: crown is against “now” (2016), is, with a reserve, for “now” (January 2019)"],
        ),
        // Dates that overlap are one time, and no date is no time.
        (vec![own("crown", "later", "demands", "2019-01"), own("crown", "now", "accepts", "2019")], vec![]),
        (vec![own("crown", "now", "opposes", "2019-01"), own("crown", "now", "accepts", "2018-12/2019-01")], vec![]),
        (vec![own("crown", "later", "demands", "2019-01"), own("crown", "now", "accepts", "")], vec![]),
        // Who held both all along did not change from one to the other.
        (
            vec![
                own("crown", "later", "demands", "2019-05/2019-06"),
                own("crown", "now", "accepts", "2016"),
                own("crown", "later", "accepts", "2016-05"),
            ],
            vec![],
        ),
        // Two authors who read an actor differently are no change, nor are two who speak for one government.
        (vec![ascribed("now", "2016"), ascribed("later", "2019")], vec![]),
        (vec![own("crown", "now", "demands", "2016"), ascribed("later", "2019")], vec![]),
        // The same at several dates is said once.
        (
            vec![
                own("crown", "now", "demands", "2016-05"),
                own("crown", "now", "accepts", "2018"),
                own("crown", "now", "withdraws", "2019-01"),
            ],
            vec!["changed [0, 1, 2] []: crown is for “now” (May 2016; 2018), withdraws “now” (January 2019)"],
        ),
        (vec![own("mayor", "now", "demands", "2016"), own("town_hall", "later", "demands", "2019")], vec![]),
    ] {
        let mut with_other = rows.clone();
        with_other.push(other);
        let changed: Vec<String> = said(&with_other).into_iter().filter(|said| said.starts_with("changed")).collect();
        assert_eq!(changed, expected, "{rows:?}");
    }
}

#[test]
fn outlets_are_compared_actor_by_actor_and_their_authors_with_one_another() {
    let rows = [
        ["0", "crown", "when", "now", "demands", "reported", ""],
        ["0", "mayor", "when", "later", "demands", "reported", ""],
        ["0", "lee", "when", "later", "accepts", "quoted", ""],
        ["2", "crown", "when", "now", "opposes", "inferred", ""],
        ["2", "town_hall", "when", "later", "demands", "inferred", ""],
        ["2", "dockers", "when", "now", "demands", "inferred", ""],
    ];
    let corpus = coded(&rows);
    let says = |by, pair| {
        contrasts(&corpus, &all(&corpus), by, Some(pair), Language::English.messages())
            .into_iter()
            .map(|c| c.says)
            .collect::<Vec<_>>()
    };
    let expected = [
        "crown (The Evening Post) is for “now”; crown (The Leaf) is against it",
        "town_hall (The Evening Post) and town_hall (The Leaf) are both for “later”",
    ];
    assert_eq!(says(By::Outlet, ("post", "leaf")), expected);

    let mut rows = rows.to_vec();
    rows.push(["1", "dockers", "when", "now", "demands", "inferred", ""]);
    rows.push(["1", "pilot", "when", "now", "demands", "quoted", ""]);
    let mut corpus = coded(&rows);
    // Ulla Öde is the pilot.
    corpus.authors[1].actor = Some("pilot".into());
    let found = contrasts(&corpus, &all(&corpus), By::Author, Some(("lee", "ode")), Language::English.messages());
    let says: Vec<&str> = found.iter().map(|c| c.says.as_str()).collect();
    assert_eq!(says, ["Dana Lee is for “later”; Ulla Öde is for “now”"]);
    let found = contrasts(&corpus, &all(&corpus), By::Outlet, Some(("wire", "leaf")), Language::English.messages());
    let says: Vec<&str> = found.iter().map(|c| c.says.as_str()).collect();
    assert_eq!(says, ["dockers (Harbour Wire) and dockers (The Leaf) are both for “now”"]);
}

#[test]
fn an_actor_as_told_by_each_article() {
    let corpus = coded(&[
        ["1", "crown", "when", "now", "demands", "reported", "2019"],
        ["0", "town_hall", "when", "now", "demands", "reported", ""],
        ["2", "mayor", "when", "later", "demands", "inferred", ""],
        ["0", "mayor", "when", "now", "demands", "inferred", ""],
        ["2", "town_hall", "cost", "high", "demands", "inferred", ""],
    ]);
    let told_in = |by: By, actor: &str| {
        let told = told_by(&corpus, &all(&corpus), by, &actor.into(), &"when".into());
        told.into_iter().map(|(article, held)| format!("{article} {held:?}")).collect::<Vec<_>>()
    };
    let told = |actor: &str| told_in(By::of_holder(&corpus, &actor.into()), actor);
    assert_eq!(told_in(By::Actor, "town_hall"), ["article-0 [1]"], "alone, without who speaks for it");
    assert_eq!(told("town_hall"), ["article-0 [1, 3]", "article-2 [2]"]);
    assert_eq!(told("mayor"), ["article-0 [3]", "article-2 [2]"]);
    assert_eq!(told("pilot"), Vec::<String>::new());
    let apart = told_apart(
        &corpus,
        &all(&corpus),
        By::Government,
        &"town_hall".into(),
        &"when".into(),
        Language::English.messages(),
    );
    let says: Vec<&str> = apart.iter().map(|apart| apart.says.as_str()).collect();
    assert_eq!(says, ["town_hall in Dana Lee, 2016: for “now”; town_hall in The Leaf, 2019: for “later”"]);
    assert!(
        told_apart(
            &corpus,
            &all(&corpus),
            By::Government,
            &"crown".into(),
            &"when".into(),
            Language::English.messages()
        )
        .is_empty()
    );
    // Who tells that an actor was for an answer and against it reads it as another does who tells the same.
    let both = |article, stance| [article, "crown", "when", "now", stance, "reported", ""];
    let mut rows = vec![both("0", "demands"), both("0", "withdraws"), both("1", "wavers"), both("1", "opposes")];
    let corpus = coded(&rows);
    assert!(
        told_apart(
            &corpus,
            &all(&corpus),
            By::Government,
            &"crown".into(),
            &"when".into(),
            Language::English.messages()
        )
        .is_empty()
    );
    assert!(
        contrasts(&corpus, &all(&corpus), By::Outlet, Some(("post", "wire")), Language::English.messages())
            .iter()
            .all(|c| c.kind.id() != "differ")
    );
    rows.pop();
    let corpus = coded(&rows);
    assert_eq!(
        told_apart(
            &corpus,
            &all(&corpus),
            By::Government,
            &"crown".into(),
            &"when".into(),
            Language::English.messages()
        )
        .len(),
        1
    );
}

#[test]
fn rows_stand_by_the_codebook_by_positions_or_by_disagreement() {
    let corpus = coded(&[
        row("crown", "run", "town", "demands"),
        row("pilot", "run", "nobody", "demands"),
        row("pilot", "run", "nobody", "accepts"),
        row("crown", "when", "now", "demands"),
        row("crown", "when", "later", "demands"),
        row("crown", "cost", "high", "demands"),
        row("town_hall", "cost", "high", "opposes"),
    ]);
    for (by, order, expected) in [
        (By::Actor, RowOrder::Codebook, [0, 1, 2]),
        (By::Actor, RowOrder::Positions, [0, 1, 2]),
        (By::Actor, RowOrder::Disagreement, [0, 2, 1]),
        // The pilot stands aside, and so does what would differ from the crown.
        (By::Government, RowOrder::Positions, [1, 2, 0]),
        (By::Government, RowOrder::Disagreement, [2, 0, 1]),
    ] {
        let table = table(&corpus, &all(&corpus), by, Language::English.messages());
        assert_eq!(rows(&corpus, &table, by, order), expected, "{by:?} {order:?}");
    }
}

#[test]
fn scripts_get_one_entry_for_each_question_and_kind() {
    let library = Library::new(coded(&[
        row("crown", "run", "town", "demands"),
        row("town_hall", "run", "nobody", "demands"),
        row("mayor", "cost", "high", "withdraws"),
        row("pilot", "run", "nobody", "opposes"),
        row("dockers", "run", "state", "demands"),
        row("crown", "run", "state", "doubts"),
        row("lee", "run", "town", "opposes"),
    ]));
    let ask = |options: Value| script::contrasts(&library, &ContrastOptions::read(&options).unwrap());
    let of_pair = json!([
        {"issue": "run", "kind": "differ", "a": ["row-1"], "b": ["row-0"],
         "says": "town_hall is for “nobody”; crown is for “town”"},
        {"issue": "cost", "kind": "only_a", "a": ["row-2"], "b": [],
         "says": "Of the two, only town_hall has a position on “cost”"},
        {"issue": "cost", "kind": "changed", "a": ["row-2"], "b": [], "says": "mayor withdraws “high” (2019)"},
    ]);
    assert_eq!(ask(json!({"a": "town_hall", "b": "crown"})).unwrap(), of_pair);
    // All pairs: each kind once, each side's positions once and in the corpus's order, told pair after pair.
    let differing = [
        "town_hall is for “nobody”; crown is for “town”",
        "town_hall is for “nobody”; pilot is against it",
        "town_hall is for “nobody”; dockers: for “state”",
        "crown is for “town”; lee is against it",
    ];
    let of_all = json!([
        {"issue": "run", "kind": "differ", "a": ["row-0", "row-1"], "b": ["row-0", "row-3", "row-4", "row-6"],
         "says": differing.join(". ")},
        {"issue": "run", "kind": "agree", "a": ["row-0"], "b": ["row-4"],
         "says": "crown and dockers are both for “state” (crown by “town”)"},
        {"issue": "cost", "kind": "changed", "a": ["row-2"], "b": [], "says": "mayor withdraws “high” (2019)"},
    ]);
    assert_eq!(ask(json!({"by": "actor"})).unwrap(), of_all);
    assert_eq!(ask(json!({"issue": ["cost"]})).unwrap().as_array().unwrap().len(), 1);
    assert_eq!(ask(json!({"outlet": ["post"], "a": "town_hall", "b": "crown"})).unwrap(), json!([]));
    let error = ask(json!({"a": "town_hall", "b": "crow"})).unwrap_err();
    assert!(error.contains("“b”") && error.contains("crow") && error.contains("government"), "{error}");
}

#[test]
fn a_contrast_is_told_in_each_language() {
    for (rows, ru, ja) in [
        (
            [row("crown", "when", "now", "opposes"), row("mayor", "when", "now", "accepts")],
            "crown — против «now»; town_hall — за этот ответ",
            "crownは「now」に反対。一方、town_hallはこれに賛成",
        ),
        (
            [row("crown", "run", "town", "demands"), row("town_hall", "run", "anyone", "accepts")],
            "crown и town_hall — за «anyone» (crown — как следует из «town»)",
            "crownとtown_hallはともに「anyone」（crownは「town」を通じて）に賛成",
        ),
    ] {
        let corpus = coded(&rows);
        for (language, expected) in [(Language::Russian, ru), (Language::Japanese, ja)] {
            let pair = Some(("crown", "town_hall"));
            let found = contrasts(&corpus, &all(&corpus), By::Government, pair, language.messages());
            assert_eq!(found.iter().map(|contrast| contrast.says.as_str()).collect::<Vec<_>>(), [expected]);
        }
    }
}
