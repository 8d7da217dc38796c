use super::{Broken, Copy, broken, each_gives_its_fault_alone, each_gives_its_fault_among_others, in_words};

const CODEBOOK: &str = "codebook.toml";
const SETTINGS: &str = "corpus.toml";

const FAULTS: &[Broken] = &[
    broken(
        CODEBOOK,
        "label = \"Who runs it\"",
        "lable = \"Who runs it\"\nlabel = \"x\"",
        "lable",
        &["`issue.lable` is no key", "write `label`"],
    ),
    broken(SETTINGS, "\"2031-06\"", "\"2031/2032\"", "2031/2032", &["“2031/2032” is no date", "2026-11"]),
    broken(SETTINGS, "editors = [", "editor = [", "editor = [", &["`editor` is no key", "write `editors`"]),
    broken(
        CODEBOOK,
        "implies = \"line\"",
        "implies = \"lines\"",
        "implies",
        &["no answer of `who_runs` has the id `lines`", "write `line`"],
    ),
    broken(CODEBOOK, "implies = \"line\"", "implies = \"line_briefly\"", "implies", &["`line_briefly` implies itself"]),
    broken(
        CODEBOOK,
        "polarity = \"±\"",
        "polarity = \"+-\"",
        "+-",
        &["`stance.polarity` is `+-`", "`+`, `-`, `±`, `0`"],
    ),
    broken(
        CODEBOOK,
        "strength = 2",
        "strength = \"2\"",
        "strength = \"2\"",
        &["`stance.strength` is a text", "whole number"],
    ),
    broken(
        CODEBOOK,
        "nearness = \"inferred\"",
        "nearness = \"infered\"",
        "infered",
        &["`voice.nearness` is `infered`", "write `inferred`"],
    ),
    broken(
        CODEBOOK,
        "kind = \"government\"",
        "kind = \"goverment\"",
        "goverment",
        &["`actor.kind` is `goverment`", "write `government`"],
    ),
    broken(
        CODEBOOK,
        "of = \"council\"",
        "of = \"counsil\"",
        "counsil",
        &["no actor has the id `counsil`", "write `council`"],
    ),
    broken(
        CODEBOOK,
        "speaks_for = \"northern_line\"",
        "speaks_for = \"hale\"",
        "speaks_for = \"hale\"",
        &["`speaks_for` of the actor `hale` names the actor itself"],
    ),
    broken(
        CODEBOOK,
        "[[voice]]\nid = \"quoted\"",
        "[[voice]]\nid = \"quoted\"\nnearness = \"own\"\nrule = \"x\"\n[[voice]]\nid = \"quoted\"",
        "[[voice]]\nid = \"quoted\"\nnearness = \"own\"\nrule = \"The",
        &["voice `quoted` stands twice"],
    ),
    broken(
        CODEBOOK,
        "[[actor]]\nid = \"pilots\"",
        "[[actor]]\nid = \"mayor\"\nlabel = \"x\"\nkind = \"person\"\n[[actor]]\nid = \"pilots\"",
        "[[actor]]\nid = \"mayor\"\nlabel = \"x\"",
        &["actor `mayor` stands twice"],
    ),
    broken(
        CODEBOOK,
        "[[stance]]\nid = \"offers\"",
        "[[stance]]\nid = \"demands\"\npolarity = \"+\"\nstrength = 1\nrule = \"x\"\n[[stance]]\nid = \"offers\"",
        "[[stance]]\nid = \"demands\"\npolarity = \"+\"\nstrength = 1",
        &["stance `demands` stands twice"],
    ),
    broken(
        CODEBOOK,
        "rule = \"Payment, remission or deferral of what the line owes the town.\"\n",
        "",
        "[[issue]]\nid = \"back_rent\"",
        &["`issue.rule` is missing", "write rule ="],
    ),
    broken(CODEBOOK, "label = \"The fishers\"", "label = \"\"", "label = \"\"", &["`actor.label` is empty"]),
    broken(SETTINGS, "title = \"The harbour question\"\n", "", "id = \"harbour\"", &["`title` is missing"]),
    broken(
        SETTINGS,
        "id = \"harbour\"",
        "id = \"Harbour 1\"",
        "Harbour 1",
        &["other than a-z, 0-9, _ and -", "`harbour-1`"],
    ),
    broken(
        SETTINGS,
        "horizon = ",
        "horizont = \"x\"\nhorizon = ",
        "horizont",
        &["`horizont` is no key", "write `horizon`"],
    ),
    broken(SETTINGS, "language = \"en\"", "language = \"English language\"", "English", &["no language tag", "`en`"]),
    broken(
        SETTINGS,
        "names = [\"North Quay\", \"Pier One\"]",
        "names = [\"North Quay\"]",
        "[[ring]]",
        &["this `ring` joins fewer than two names"],
    ),
    broken(
        SETTINGS,
        "case_words = [\"US\"]",
        "case_words = \"US\"",
        "case_words",
        &["`search.case_words` is a text", "list of texts"],
    ),
    broken(
        SETTINGS,
        "[[\"%\", \"percent\", \"per cent\", \"процентов\"]]",
        "[\"%\", \"percent\"]",
        "same",
        &["`search.same` is a text", "list of lists"],
    ),
    broken(SETTINGS, "^Read the Post", "^(Read the Post", "drop_lines", &["is no regular expression"]),
    broken(SETTINGS, "version = \"1.0.0\"", "version = 1.0", "version", &["`version` is a number", "quotation marks"]),
    broken(
        SETTINGS,
        "family = \"Lee\"",
        "family = \"Leigh\"",
        "Leigh",
        &["`Leigh` neither begins nor ends the name `Dana Lee`", "leave `family` out"],
    ),
    broken(
        SETTINGS,
        "kind = \"magazine\"",
        "kind = \"paper\"",
        "kind = \"paper\"",
        &["`paper` is no kind of outlet", "newspaper, magazine, journal, blog, website"],
    ),
    broken(SETTINGS, "[clean]", "[cleaning]", "[cleaning]", &["`cleaning` is no key", "write `clean`"]),
];

const FAULTS_WITH_CONSEQUENCES: &[Broken] = &[
    broken(
        CODEBOOK,
        "id = \"line_briefly\"",
        "id = \"line\"",
        "{ id = \"line\", label = \"The shipping line, for",
        &["answer `line` stands twice, first in line 9"],
    ),
    broken(
        SETTINGS,
        "id = \"brandt\"\n",
        "id = \"lee\"\n",
        "[[author]]\nid = \"lee\"\nname = \"Tomas",
        &["author `lee` stands twice"],
    ),
    broken(SETTINGS, "actor = \"lee\"", "actor = \"leee\"", "leee", &["no actor has the id `leee`", "write `lee`"]),
    broken(
        SETTINGS,
        "actor = \"brandt\"",
        "actor = \"mayor\"",
        "actor = \"mayor\"",
        &["`mayor` is not of the kind `author`"],
    ),
];

#[test]
fn each_fault_of_the_codebook_and_the_settings_is_told_with_its_line() {
    each_gives_its_fault_alone(FAULTS);
    each_gives_its_fault_among_others(FAULTS_WITH_CONSEQUENCES);
}

#[test]
fn a_file_that_is_not_there_is_told_and_what_it_would_hold_is_not_called_unknown() {
    for (file, says) in [("corpus.toml", "there is no such file"), ("codebook.toml", "there is no such file")] {
        let copy = Copy::new();
        copy.remove(file);
        let faults = in_words(&copy.load().unwrap_err());
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].starts_with(&format!("{file}:1: {says}")), "{faults:?}");
    }
}

#[test]
fn a_slip_in_toml_is_told_with_its_line_and_hides_no_other_fault() {
    let copy = Copy::new();
    copy.edit(CODEBOOK, "question = \"What becomes of the back rent?\"", "question = What becomes");
    copy.edit(CODEBOOK, "polarity = \"±\"", "polarity = \"x\"");
    let line = copy.line_of(CODEBOOK, "question = What becomes");
    let faults = copy.load().unwrap_err();
    assert!(faults.iter().any(|f| f.line == line && f.what.contains("no TOML")), "{faults:?}");
    assert!(faults.iter().any(|f| f.what.contains("polarity")), "{faults:?}");
    assert!(faults.iter().all(|f| f.file == CODEBOOK), "{faults:?}");
}
