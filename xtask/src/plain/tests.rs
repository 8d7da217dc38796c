//! What must hold of the plain page, whatever stands in the corpus.

use super::*;
use crate::skeleton::tags;
use proptest::prelude::*;
use sightlines_engine::model::*;

fn stated<T>(value: T) -> Based<T> {
    Based { value, basis: Basis::Stated, note: String::new(), source: String::new() }
}

/// A corpus of one article and one position, all of whose words are `words`.
fn corpus(words: &str) -> Corpus {
    let paragraph = |n| Paragraph { n, digest: Some(words.into()), sentences: 2, ..Paragraph::default() };
    let article = Article {
        id: "lee-2031".into(),
        title: stated(words.into()),
        authors: Based { value: vec![], basis: Basis::Inferred, note: words.into(), source: words.into() },
        author_actor: None,
        outlet: stated("post".into()),
        date: stated("2031-05".parse().unwrap()),
        genre: Some(stated(words.into())),
        language: words.into(),
        url: words.into(),
        rights: words.into(),
        contact: words.into(),
        references: vec![],
        notice: words.into(),
        witnesses: vec![words.into()],
        headings: vec![Heading { before: 1, label: words.into(), source: false }],
        paragraphs: vec![paragraph(0), paragraph(1)],
        variants: vec![],
        repairs: vec![],
    };
    let issue = Issue {
        id: "harbour".into(),
        label: words.into(),
        question: words.into(),
        rule: words.into(),
        answers: vec![Answer { id: "town".into(), label: words.into(), implies: None }],
    };
    let position = Position {
        id: "le-01".into(),
        article: "lee-2031".into(),
        actor: words.into(),
        issue: "harbour".into(),
        answer: Some("town".into()),
        stance: words.into(),
        summary: words.into(),
        voice: words.into(),
        via: Some(words.into()),
        as_of: None,
        evidence: vec![Locator { p: 1, s: Some(2) }, Locator { p: 0, s: None }],
        confidence: Confidence::High,
        note: words.into(),
        coding: None,
    };
    Corpus {
        title: words.into(),
        description: words.into(),
        horizon: words.into(),
        articles: vec![article],
        codebook: Codebook { issues: vec![issue], ..Codebook::default() },
        positions: vec![position],
        ..Corpus::default()
    }
}

/// The page's start tags as written, but for what stands in `title`: an article's record is words.
fn markup(page: &str) -> Vec<String> {
    let without_title = |tag: &str| match tag.split_once(" title=\"") {
        Some((before, value)) => format!("{before}{}", value.split_once('"').map_or("", |(_, after)| after)),
        None => tag.to_string(),
    };
    tags(page).into_iter().map(|tag| without_title(&page[tag.at])).collect()
}

#[test]
fn records_digests_and_positions_are_there_with_their_grounds() {
    let mut corpus = corpus("calm");
    corpus.articles[0].paragraphs[1].digest = Some("The town should run it.".into());
    let page = html(&corpus);
    for part in [
        "<dt>Author<dd>not named (inferred: calm: calm)\n",
        "<dt>Date<dd>May 2031\n",
        "<td>post, May 2031 <a",
        "<strong>Before you share it:</strong> calm",
        "<p id=\"a-lee-2031-1\">¶1 The town should run it.</p>",
        "<a href=\"#a-lee-2031-1\">¶1.2</a> <a href=\"#a-lee-2031-0\">¶0</a>",
        "<h5>calm</h5>\n<p id=\"a-lee-2031-1\">",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
}

#[test]
fn a_question_without_a_position_is_said_to_have_none() {
    let mut corpus = corpus("calm");
    corpus.positions.clear();
    assert!(html(&corpus).contains("Nothing in this corpus."));
}

#[test]
fn an_article_without_digests_shows_its_text_unless_the_texts_are_large() {
    let mut corpus = corpus("calm");
    for paragraph in &mut corpus.articles[0].paragraphs {
        paragraph.digest = None;
        paragraph.text = Some("The ferry sails at noon.".into());
    }
    assert!(html(&corpus).contains("¶1 The ferry sails at noon."));
    corpus.articles[0].paragraphs[0].text = Some("long ".repeat(TEXT_LIMIT / 5).into());
    let page = html(&corpus);
    assert!(!page.contains("The ferry") && page.contains("<table>") && page.contains("<dt>Author<dd>"));
}

#[test]
fn where_there_is_a_digest_the_source_is_left_to_the_program() {
    let mut corpus = corpus("calm");
    corpus.articles[0].paragraphs[1].text = Some("The ferry sails at noon.".into());
    assert!(!html(&corpus).contains("The ferry"));
}

proptest! {
    #[test]
    fn no_words_become_markup(words in "[<>&\"'/a-z=!\\- ]{1,40}") {
        let page = html(&corpus(&words));
        prop_assert_eq!(markup(&page), markup(&html(&corpus("calm"))));
        prop_assert_eq!(page.matches('<').count(), html(&corpus("calm")).matches('<').count());
    }
}
