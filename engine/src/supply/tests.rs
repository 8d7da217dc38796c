use super::*;
use crate::anchor::anchors;
use crate::clean::NotText;
use crate::messages::Language;
use crate::model::Paragraph;
use serde_json::json;
use std::borrow::Cow;

const ONE: [&str; 2] = [
    "The council of Northport met on Monday to decide who shall run the old harbour. Nobody came. The mayor spoke for an \
     hour about the debts that the shipping line had left behind.",
    "Pilots say the lease was never lawful, since the town had sold the quay before the war had ended. They want it back.",
];
const TWO: [&str; 2] = [
    "In Southport the ferries have not run since the spring, because nobody will pay for the repair of the pier.",
    "The ministry promised money twice, and twice the letter went to the wrong town on the other side of the bay.",
];

/// A corpus without texts, but with the fingerprints of two.
fn corpus() -> Corpus {
    let article = |id: &str, title: &str, texts: &[&str]| {
        let id = ArticleId::from(id);
        let paragraph = |(n, text): (u32, &&str)| {
            let of_text = anchors(&id, &[Block { n, text: text.to_string() }]);
            let (anchors, digest) = (of_text.iter().map(|a| a.line()).collect(), Some("Our words.".to_string()));
            Paragraph { n, digest, anchors, sentences: of_text.len() as u32, ..Paragraph::default() }
        };
        let paragraphs: Vec<Paragraph> = (1..).zip(texts).map(paragraph).collect();
        let based = |value: serde_json::Value| json!({"value": value, "basis": "stated"});
        let record = json!({
            "id": id, "title": based(title.into()), "authors": based(json!([])), "outlet": based("post".into()),
            "date": based("2031".into()), "language": "en", "witnesses": [], "headings": [], "paragraphs": paragraphs,
        });
        serde_json::from_value(record).unwrap()
    };
    let articles = vec![article("north", "Who runs the harbour?", &ONE), article("south", "No ferry", &TWO)];
    Corpus { articles, ..Corpus::default() }
}

fn text(supplied: &Supplied, article: usize, p: u32) -> Option<Cow<'_, str>> {
    supplied.corpus.articles[article].paragraph(p)?.text()
}

#[test]
fn a_copy_from_anywhere_fills_its_article_and_nothing_else() {
    let copy = format!(
        "Skip to content\nWho runs the harbour?\nShare this\n\n{}\n\nSubscribe to our newsletter\n\n{}\n\nAll rights reserved\n",
        ONE[0].replace(" to decide", "\nto decide"),
        ONE[1].replace("the lease", "the leese"),
    );
    let supplied = supply(&corpus(), &copy).unwrap();
    assert_eq!(supplied.reports.len(), 1);
    let report = &supplied.reports[0];
    assert_eq!((report.article.as_str(), report.exact, report.close.len(), report.lost.len()), ("north", 2, 3, 0));
    assert_eq!(text(&supplied, 0, 1).as_deref(), Some(ONE[0]));
    assert_eq!(text(&supplied, 0, 2).as_deref(), Some(ONE[1].replace("the lease", "the leese").as_str()));
    assert_eq!(text(&supplied, 1, 1).as_deref(), None);
    assert!(supplied.corpus.articles[0].is_full());
    assert!(!report.had);
}

#[test]
fn two_articles_in_one_file_are_both_found() {
    let copy = [&ONE[..], &TWO[..]].concat().join("\n\n");
    let supplied = supply(&corpus(), &format!("Who runs the harbour?\n\n{copy}")).unwrap();
    assert_eq!(supplied.reports.iter().map(|r| r.article.as_str()).collect::<Vec<_>>(), ["north", "south"]);
    assert_eq!(text(&supplied, 0, 2).as_deref(), Some(ONE[1]));
    assert_eq!(text(&supplied, 1, 2).as_deref(), Some(TWO[1]));
}

#[test]
fn what_is_not_in_the_copy_is_said_and_its_sentence_keeps_its_number() {
    let copy = format!("{}\n\n{}", ONE[0].replace("Nobody came. ", ""), TWO[0]);
    let supplied = supply(&corpus(), &copy).unwrap();
    let report = &supplied.reports[0];
    assert_eq!(report.lost, [(1, 2), (2, 1), (2, 2)].map(|(p, s)| Locator { p, s: Some(s) }));
    let paragraph = supplied.corpus.articles[0].paragraph(1).unwrap();
    let text = paragraph.text().unwrap();
    let spans = paragraph.spans(&text);
    assert_eq!((spans.len(), paragraph.sentence_count()), (3, 3));
    assert!(spans[1].is_empty());
    assert!(text[spans[2].clone()].starts_with("The mayor"));
    assert_eq!([1, 2, 3].map(|s| paragraph.found(s)), [Found::Exact, Found::Lost, Found::Exact]);
    assert!(!supplied.corpus.articles[0].is_full());
}

#[test]
fn a_second_copy_fills_what_the_first_had_not() {
    let first = supply(&corpus(), &format!("{}\n\n{}", ONE[0].replace("Nobody came. ", ""), "x")).unwrap();
    let both = supply(&first.corpus, &ONE.join("\n\n")).unwrap();
    assert_eq!(text(&both, 0, 1).as_deref(), Some(ONE[0]));
    assert_eq!(text(&both, 0, 2).as_deref(), Some(ONE[1]));
    let again = supply(&both.corpus, ONE[1]).unwrap();
    assert_eq!(text(&again, 0, 1).as_deref(), Some(ONE[0]), "a later copy takes nothing away");
}

#[test]
fn an_edition_with_the_text_is_left_as_it_is() {
    let mut full = corpus();
    for (paragraph, text) in full.articles[0].paragraphs.iter_mut().zip(ONE) {
        (paragraph.text, paragraph.anchors) = (Some(text.into()), Vec::new());
    }
    let supplied = supply(&full, &ONE.join("\n\n").replace("lease", "leese")).unwrap();
    assert!(supplied.reports[0].had);
    assert_eq!(supplied.corpus.articles, full.articles);
}

#[test]
fn what_stands_between_and_belongs_to_nothing_is_named() {
    let copy = format!(
        "{}\n\nWhat the weather will be tomorrow nobody in the town can say for certain.\n\n{}",
        ONE[0], ONE[1]
    );
    let supplied = supply(&corpus(), &copy).unwrap();
    assert_eq!(
        supplied.reports[0].left_out,
        ["What the weather will be tomorrow nobody in the town can say for certain."]
    );
    assert!(!text(&supplied, 0, 1).unwrap().contains("weather"));
}

#[test]
fn what_is_of_no_use_is_refused_with_a_remedy() {
    let long = "word ".repeat(LONGEST / 5 + 1);
    for (copy, says) in [
        ("", "empty"),
        ("a\0b", "no plain text"),
        (
            "A text of another sort, which was never printed in any of the towns around the bay.",
            "none of its sentences",
        ),
        (long.as_str(), "too long"),
    ] {
        let refusal = supply(&corpus(), copy).unwrap_err().says(Language::English.messages());
        assert!(refusal.contains(says), "{refusal}");
    }
    let mut one = corpus();
    one.articles.truncate(1);
    // One sentence of many is a quotation and no copy.
    let quoted = sentences(ONE[0]).into_iter().next().map(|s| ONE[0][s].to_string()).unwrap();
    let refusal =
        supply(&one, &format!("He writes: {quoted} And so on.")).unwrap_err().says(Language::English.messages());
    assert!(refusal.contains("only 1 of its sentences is like one of `north`"), "{refusal}");
}

#[test]
fn a_refusal_says_why_in_each_language() {
    let nearest = Some((ArticleId::from("north"), 2));
    let unreadable = CleanError::Unreadable { line: 3, what: NotText::Nul };
    for refusal in [
        Refusal::TooLong,
        Refusal::Unreadable(CleanError::Empty),
        Refusal::Unreadable(unreadable),
        Refusal::Unreadable(CleanError::NoBody),
        Refusal::NoArticle { nearest: None },
        Refusal::NoArticle { nearest },
    ] {
        let said = Language::ALL.map(|language| refusal.says(language.messages()));
        assert!(said.iter().all(|says| !says.is_empty() && !says.contains(['{', '}'])), "{said:?}");
        assert!(said[0] != said[1] && said[1] != said[2], "{said:?}");
    }
}
