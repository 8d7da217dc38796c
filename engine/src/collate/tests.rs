use super::*;
use crate::clean::Repair;

fn cleaned(texts: &[&str]) -> Cleaned {
    let paragraphs = (1..).zip(texts).map(|(n, text)| Block { n, text: text.to_string() }).collect();
    Cleaned { paragraphs, ..Cleaned::default() }
}

/// Collates two captures and gives the text and the variants as `p kind: a | b`.
fn collated(a: &[&str], b: &[&str]) -> (Vec<String>, Vec<String>) {
    let (a, b) = (cleaned(a), cleaned(b));
    let both = collate(&[Witness { name: "a", cleaned: &a }, Witness { name: "b", cleaned: &b }]);
    let shown = |v: &Variant| {
        let readings: Vec<&str> = v.readings.iter().map(|r| r.reading.as_str()).collect();
        format!("{} {}: {}", v.p, v.kind, readings.join(" | "))
    };
    (both.paragraphs.iter().map(|b| b.text.clone()).collect(), both.variants.iter().map(shown).collect())
}

#[test]
fn each_sort_of_difference_is_named_and_the_better_reading_kept() {
    for (a, b, text, variants) in [
        ("The quay is shut.", "The quay is shut.", "The quay is shut.", vec![]),
        (
            "The qauy is shut; a quay.",
            "The quay is shut; a quay.",
            "The quay is shut; a quay.",
            vec!["1 spelling: qauy | quay"],
        ),
        (
            "The quay is shut; a quay.",
            "The qauy is shut; a quay.",
            "The quay is shut; a quay.",
            vec!["1 spelling: quay | qauy"],
        ),
        (
            "Here а pilot waits.",
            "Here a pilot waits.",
            "Here a pilot waits.",
            vec!["1 look-alike letter: а U+0430 | a U+0061"],
        ),
        ("И a вот лоцман.", "И а вот лоцман.", "И а вот лоцман.", vec!["1 look-alike letter: a U+0061 | а U+0430"]),
        (
            "A \"'lost port' of old.",
            "A \"lost port\" of old.",
            "A \"lost port\" of old.",
            vec!["1 quotation marks: \"'…' | \"…\""],
        ),
        (
            "They say “never and go.",
            "They say “never” and go.",
            "They say “never” and go.",
            vec!["1 quotation marks: … | …”"],
        ),
        ("The “quay” — shut", "The \"quay\" – shut", "The “quay” — shut", vec![]),
        (
            "In the end, they left.",
            "In the end they left.",
            "In the end, they left.",
            vec!["1 punctuation: end, | end"],
        ),
        ("The old pilots left.", "The shy pilots left.", "The old pilots left.", vec!["1 wording: old | shy"]),
        (
            "The old grey pilots left.",
            "The tired pilots left.",
            "The old grey pilots left.",
            vec!["1 wording: … (2 words) | tired"],
        ),
        ("The old pilots left.", "The pilots left.", "The old pilots left.", vec!["1 missing: old | (none)"]),
        ("The Quay is shut.", "The quay is shut.", "The Quay is shut.", vec!["1 spelling: Quay | quay"]),
        ("They are all together.", "They are all to gether.", "They are all together.", vec![]),
        ("War II , at last", "War II, at last", "War II , at last", vec![]),
        ("港は閉じた。", "港が閉じた。", "港は閉じた。", vec!["1 wording: は | が"]),
    ] {
        let (found, differences) = collated(&[a], &[b]);
        assert_eq!(
            (found, differences),
            (vec![text.to_string()], variants.into_iter().map(String::from).collect()),
            "{a} | {b}"
        );
    }
}

#[test]
fn division_into_paragraphs_is_no_variant_and_the_base_decides_on_it() {
    let one = "The council met. It sat late. Nobody asked why the quay was shut.";
    let (text, variants) = collated(&[one], &["The council met. It sat late.", "Nobody asked why the quay was shut."]);
    assert_eq!(text, [one]);
    assert_eq!(variants, Vec::<String>::new());
}

#[test]
fn missing_paragraphs_and_boilerplate_are_one_variant_each() {
    let (first, second, third) =
        ("The council met in the old hall.", "It sat until the lamps went out.", "Then all went home.");
    let (text, variants) = collated(&[first, second, third], &[first, third]);
    assert_eq!(text.len(), 3);
    assert_eq!(variants, ["2 missing: … (7 words) | (none)"]);
    let (_, variants) = collated(&[first, second, third], &["Buy fish now, fresh fish", first, third]);
    assert_eq!(variants, ["1 missing: (none) | … (5 words)", "2 missing: … (7 words) | (none)"]);
}

#[test]
fn three_witnesses_are_read_together() {
    let texts =
        ["The quay is shut, the old quay.", "The qauy is shut, the old quay.", "The quay is shut, the odl quay."];
    let captures: Vec<Cleaned> = texts.iter().map(|t| cleaned(&[t])).collect();
    let witnesses: Vec<Witness> =
        ["a", "b", "c"].iter().zip(&captures).map(|(name, cleaned)| Witness { name, cleaned }).collect();
    let collated = collate(&witnesses);
    assert_eq!(collated.paragraphs[0].text, texts[0]);
    let readings: Vec<Vec<&str>> =
        collated.variants.iter().map(|v| v.readings.iter().map(|r| r.reading.as_str()).collect()).collect();
    assert_eq!(readings, [["quay", "qauy", "quay"], ["old", "old", "odl"]]);
}

#[test]
fn the_base_is_the_most_complete_witness_and_of_equals_the_soundest() {
    let short = cleaned(&["The council met."]);
    let mut mended = cleaned(&["The council met and sat", "late into the night."]);
    mended.log.push(Repair { kind: RepairKind::LostBreak, p: Some(2), detail: String::new() });
    let sound = cleaned(&["The council met and sat late into the night."]);
    let witness = |cleaned| Witness { name: "x", cleaned };
    assert_eq!(base_of(&[witness(&short), witness(&mended), witness(&sound)]), Some(2));
    assert_eq!(base_of(&[]), None);
    assert_eq!(collate(&[]), Collated::default());
}

#[test]
fn repairs_are_counted_by_witness_paragraph_and_kind_in_the_numbers_of_the_base() {
    let base = cleaned(&["The council met in the old hall.", "It sat until the lamps went out."]);
    let mut other = cleaned(&["It sat until the lamps went out."]);
    let mend = |p| Repair { kind: RepairKind::HardWrap, p, detail: "line 2".into() };
    other.log = vec![mend(Some(1)), mend(Some(1)), mend(None)];
    let collated = collate(&[Witness { name: "b", cleaned: &base }, Witness { name: "a", cleaned: &other }]);
    let counts: Vec<(&str, Option<u32>, &str, u32)> =
        collated.repairs.iter().map(|r| (r.witness.as_str(), r.p, r.kind.as_str(), r.count)).collect();
    assert_eq!(counts, [("a", None, "hard wrap joined", 1), ("a", Some(2), "hard wrap joined", 2)]);
}
