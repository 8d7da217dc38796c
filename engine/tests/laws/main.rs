//! The engine's laws, as tests that can fail: what must hold for every corpus and every query.
//!
//! [`vocabulary`], [`corpora`] and [`queries`] invent small corpora and questions to them; [`naive`] answers as the design
//! says it, unit by unit and without an index. The other modules hold one law each, [`cases`] and [`language`] what a reader would notice.

mod address;
mod beginning;
mod blocks;
mod cases;
mod contrast_cases;
mod contrasts;
mod corpora;
mod editions;
mod filters;
mod hits;
mod language;
mod lines;
mod marks;
mod naive;
mod order;
mod packing;
mod queries;
mod scripts;
mod selection;
mod tables;
mod timeline;
mod totality;
mod vocabulary;
mod words;

use proptest::test_runner::Config;

/// So many cases of a property, or so many times as many as `LAWS_TIMES` says, to search longer. What fails becomes a row of
/// [`cases`], so no file of seeds is kept.
fn cases_of(cases: u32) -> Config {
    let times = std::env::var("LAWS_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let (cases, failure_persistence) = (cases * times, None);
    Config { cases, failure_persistence, max_shrink_iters: 4_000, max_global_rejects: cases * 8, ..Config::default() }
}
