//! The captures of an article: where they differ, and what was mended in them.

use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::messages::Messages;
use sightlines_engine::model::{Article, Variant};
use std::collections::BTreeMap;

/// Copies, variants and repairs, folded away.
pub fn apparatus(messages: &Messages, article: &Article) -> Option<AnyView> {
    let copies = article.witnesses.len();
    let repairs: u32 = article.repairs.iter().map(|r| r.count).sum();
    if copies < 2 && repairs == 0 {
        return None;
    }
    let variants = article.variants.len();
    let says = &messages.witnesses;
    let summary = says.copies_variants_repairs.with([
        messages.counts.copies.with(copies),
        says.variants.with(variants),
        says.repairs.with(repairs as usize),
    ]);
    let list = article.variants.iter().map(|variant| view! { <li>{reading(messages, article, variant)}</li> });
    let list = list.collect_view();
    // By copy and kind, each with its places: most are the same mending in paragraph after paragraph.
    let mut by_witness: BTreeMap<String, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for repair in &article.repairs {
        let place = repair.p.map_or(says.outside_the_body.to_string(), |p| format!("¶ {p}"));
        let times = if repair.count > 1 { format!(" (× {})", repair.count) } else { String::new() };
        let kinds = by_witness.entry(name(messages, article, &repair.witness)).or_default();
        kinds.entry(repair.kind.as_str()).or_default().push(place + &times);
    }
    let row = |(kind, places): (&str, Vec<String>)| {
        view! { <li>{mending(messages, kind).to_string()}{messages.words.colon}<span class="where">{places.join(", ")}</span></li> }
    };
    let repairs = by_witness
        .into_iter()
        .map(|(witness, kinds)| view! { <p class="minor">{witness}</p><ul class="plain">{kinds.into_iter().map(row).collect_view()}</ul> })
        .collect_view();
    Some(
        view! {
            <details class="fold">
                <summary>{summary}</summary>
                {(variants > 0).then(|| view! { <p class="minor">{says.where_the_copies_differ}</p><ul class="plain">{list}</ul> })}
                {repairs}
            </details>
        }
        .into_any(),
    )
}

/// The variants of a paragraph, below it.
pub fn variants(messages: &Messages, article: &Article, n: u32) -> Option<AnyView> {
    let here: Vec<&Variant> = article.variants.iter().filter(|variant| variant.p == n).collect();
    if here.is_empty() {
        return None;
    }
    let rows = here.into_iter().map(|variant| view! { <li>{reading(messages, article, variant)}</li> }).collect_view();
    Some(
        view! {
            <div class="variants">
                <p><strong>{messages.witnesses.variants_in.with([n.to_string()])}</strong></p>
                <ul class="plain">{rows}</ul>
            </div>
        }
        .into_any(),
    )
}

/// The editors' notes on a paragraph, or with none given on the whole article: slips of the source, left as they are.
pub fn notes(explorer: Explorer, article: &Article, n: Option<u32>) -> Option<AnyView> {
    let language = explorer.content_language();
    let rows: Vec<AnyView> = explorer.corpus(|corpus| {
        let here = corpus.notes.iter().filter(|note| note.article == article.id && note.p == n);
        here.map(|note| view! { <li lang=language.clone()>{note.text.clone()}</li> }.into_any()).collect()
    });
    (!rows.is_empty()).then(|| {
        let head = explorer.messages().witnesses.editors_note;
        view! { <div class="editors-note"><p><strong>{head}</strong></p><ul class="plain">{rows}</ul></div> }.into_any()
    })
}

fn reading(messages: &Messages, article: &Article, variant: &Variant) -> AnyView {
    let says = &messages.witnesses;
    let readings = variant
        .readings
        .iter()
        .enumerate()
        .map(|(at, reading)| {
            let comma = (at > 0).then_some(messages.words.comma);
            let witness = name(messages, article, &reading.witness);
            let read = if reading.reading == NOTHING { says.nothing.to_string() } else { reading.reading.clone() };
            view! { {comma} {witness} {says.reads} <code>{read}</code> }
        })
        .collect_view();
    view! { <span class="kind">{difference(messages, &variant.kind).to_string()}{messages.words.colon}</span>{readings} }.into_any()
}

/// What a copy is called beside the others: its place in the record.
fn name(messages: &Messages, article: &Article, witness: &str) -> String {
    match article.witnesses.iter().position(|w| w == witness) {
        Some(_) if article.witnesses.len() == 1 => messages.witnesses.the_copy.to_string(),
        Some(at) => messages.witnesses.copy.with([(at + 1).to_string()]),
        None => witness.to_string(),
    }
}

/// What a corpus has for the reading of a copy that lacks the words.
const NOTHING: &str = "(none)";

/// How copies differ: a corpus has the words of the program that compared them, or its own.
fn difference<'a>(messages: &Messages, kind: &'a str) -> &'a str {
    let says = &messages.witnesses;
    match kind {
        "spelling" => says.spelling,
        "quotation marks" => says.quotation_marks,
        "look-alike letter" => says.look_alike_letter,
        "punctuation" => says.punctuation,
        "wording" => says.wording,
        "missing" => says.missing,
        own => own,
    }
}

/// What was mended, likewise.
pub fn mending<'a>(messages: &Messages, kind: &'a str) -> &'a str {
    let says = &messages.witnesses;
    match kind {
        "hard wrap joined" => says.hard_wrap_joined,
        "hyphen at line end joined" => says.hyphen_at_line_end_joined,
        "hyphen at line end kept" => says.hyphen_at_line_end_kept,
        "page break joined" => says.page_break_joined,
        "lost paragraph break restored" => says.lost_paragraph_break_restored,
        "space normalised" => says.space_normalised,
        "invisible sign removed" => says.invisible_sign_removed,
        "boilerplate line removed" => says.boilerplate_line_removed,
        "line removed by the corpus's rule" => says.line_removed_by_the_corpuss_rule,
        "running head removed" => says.running_head_removed,
        "related link removed" => says.related_link_removed,
        "caption removed" => says.caption_removed,
        "repeated paragraph removed" => says.repeated_paragraph_removed,
        "byline removed" => says.byline_removed,
        "biographical note removed" => says.biographical_note_removed,
        "notice removed" => says.notice_removed,
        "label removed" => says.label_removed,
        "title set apart" => says.title_set_apart,
        "heading set apart" => says.heading_set_apart,
        own => own,
    }
}
