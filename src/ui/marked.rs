//! A stretch of a text with its marks.

use leptos::prelude::*;
use sightlines_engine::messages::Messages;
use sightlines_engine::query::Why;
use sightlines_engine::search::{Mark, marks_in};
use std::ops::Range;

/// The bytes `span` of the text, with the marks that lie in it; a mark that goes beyond is cut. Marks that are not what was
/// typed say why they count.
pub fn marked(text: &str, span: Range<usize>, marks: &[Mark], messages: &'static Messages) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    let mut at = span.start;
    for mark in marks_in(marks, &span) {
        let (start, end) = (mark.span.start.max(at), mark.span.end.min(span.end));
        parts.push(text[at..start].to_string().into_any());
        parts.push(word(text[start..end].to_string(), mark.why, messages));
        at = end;
    }
    parts.push(text[at..span.end].to_string().into_any());
    parts.collect_view().into_any()
}

/// A marked word, with its reason where that needs saying.
pub fn word(word: String, why: Why, messages: &'static Messages) -> AnyView {
    match why {
        Why::Exact | Why::Prefix => view! { <mark>{word}</mark> }.into_any(),
        _ => view! { <mark>{word}</mark><span class="why">{why.label(messages)}</span> }.into_any(),
    }
}
