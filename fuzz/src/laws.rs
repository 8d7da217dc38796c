//! The engine's laws lend their invented corpora, queries and the naive scan.

#![allow(dead_code, reason = "the laws use more of them")]

#[path = "../../engine/tests/laws/corpora.rs"]
pub mod corpora;
#[path = "../../engine/tests/laws/naive.rs"]
pub mod naive;
#[path = "../../engine/tests/laws/packing.rs"]
pub mod packing;
#[path = "../../engine/tests/laws/queries.rs"]
pub mod queries;
#[path = "../../engine/tests/laws/vocabulary.rs"]
pub mod vocabulary;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// What a strategy makes of these bytes: the same of the same, and something else of others. They only begin its chance, since a
/// strategy that draws from the bytes themselves draws for ever once they are used up.
pub fn made<S: Strategy>(strategy: &S, bytes: &[u8]) -> Option<S::Value> {
    let mut seed = [0; 32];
    seed.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = *byte);
    let chance = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config { failure_persistence: None, ..Config::default() }, chance);
    strategy.new_tree(&mut runner).ok().map(|tree| tree.current())
}
