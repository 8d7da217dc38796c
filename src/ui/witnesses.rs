//! The captures of an article: where they differ, and what was mended in them.

use super::words;
use leptos::prelude::*;
use sightlines_engine::model::{Article, Corpus, Variant};
use std::collections::BTreeMap;

/// Copies, variants and repairs, folded away.
pub fn apparatus(article: &Article) -> Option<AnyView> {
    let copies = article.witnesses.len();
    let repairs: u32 = article.repairs.iter().map(|r| r.count).sum();
    if copies < 2 && repairs == 0 {
        return None;
    }
    let variants = article.variants.len();
    let summary = format!(
        "{}, {}, {}",
        words::count(copies, "copy", "copies"),
        words::count(variants, "variant", "variants"),
        words::count(repairs as usize, "repair", "repairs")
    );
    let list = article.variants.iter().map(|variant| view! { <li>{reading(article, variant)}</li> }).collect_view();
    // By copy and kind, each with its places: most are the same mending in paragraph after paragraph.
    let mut by_witness: BTreeMap<String, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for repair in &article.repairs {
        let place = repair.p.map_or("outside the body".to_string(), |p| format!("¶ {p}"));
        let times = if repair.count > 1 { format!(" (× {})", repair.count) } else { String::new() };
        let kinds = by_witness.entry(name(article, &repair.witness)).or_default();
        kinds.entry(repair.kind.as_str()).or_default().push(place + &times);
    }
    let row = |(kind, places): (&str, Vec<String>)| {
        view! { <li>{kind.to_string()}": "<span class="where">{places.join(", ")}</span></li> }
    };
    let repairs = by_witness
        .into_iter()
        .map(|(witness, kinds)| view! { <p class="minor">{witness}</p><ul class="plain">{kinds.into_iter().map(row).collect_view()}</ul> })
        .collect_view();
    Some(
        view! {
            <details class="fold">
                <summary>{summary}</summary>
                {(variants > 0).then(|| view! { <p class="minor">"Where the copies differ"</p><ul class="plain">{list}</ul> })}
                {repairs}
            </details>
        }
        .into_any(),
    )
}

/// The variants of a paragraph, below it.
pub fn variants(article: &Article, n: u32) -> Option<AnyView> {
    let here: Vec<&Variant> = article.variants.iter().filter(|variant| variant.p == n).collect();
    if here.is_empty() {
        return None;
    }
    let rows = here.into_iter().map(|variant| view! { <li>{reading(article, variant)}</li> }).collect_view();
    Some(
        view! {
            <div class="variants">
                <p><strong>{format!("Variants in ¶ {n}")}</strong></p>
                <ul class="plain">{rows}</ul>
            </div>
        }
        .into_any(),
    )
}

/// The editors' notes on a paragraph, or with none given on the whole article: slips of the source, left as they are.
pub fn notes(corpus: &Corpus, article: &Article, n: Option<u32>) -> Option<AnyView> {
    let here = corpus.notes.iter().filter(|note| note.article == article.id && note.p == n);
    let rows: Vec<AnyView> = here.map(|note| view! { <li>{note.text.clone()}</li> }.into_any()).collect();
    (!rows.is_empty()).then(|| {
        view! { <div class="editors-note"><p><strong>"Editors’ note"</strong></p><ul class="plain">{rows}</ul></div> }
            .into_any()
    })
}

fn reading(article: &Article, variant: &Variant) -> AnyView {
    let readings = variant
        .readings
        .iter()
        .enumerate()
        .map(|(at, reading)| {
            let comma = (at > 0).then_some(", ");
            let witness = name(article, &reading.witness);
            view! { {comma} {witness} " has " <code>{reading.reading.clone()}</code> }
        })
        .collect_view();
    view! { <span class="kind">{variant.kind.clone()}": "</span>{readings} }.into_any()
}

/// What a copy is called beside the others: its place in the record.
fn name(article: &Article, witness: &str) -> String {
    match article.witnesses.iter().position(|w| w == witness) {
        Some(_) if article.witnesses.len() == 1 => "The copy".to_string(),
        Some(at) => format!("Copy {}", at + 1),
        None => witness.to_string(),
    }
}
