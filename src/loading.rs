//! A large corpus: its articles come in blocks, which are read one after the other while the page lives.
//!
//! In: `#program`'s `moreArticles()`, which the start script gives: a promise of the next block, read and indexed where another thread
//! could do it. Out: a library that grows, and how far it is. Between two blocks the browser draws
//! and hears; what is shown is renewed a few times a second.

use crate::state::Explorer;
use crate::{dom, script};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use sightlines_engine::index::Segments;
use sightlines_engine::model::Corpus;
use sightlines_engine::search::Library;
use sightlines_engine::text::Lexicon;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// How long what was read may wait to be shown, in milliseconds, at first and at last: to make it ready takes longer than to read
/// a block, and the longer the more there is.
const PAUSE: (u32, u32) = (400, 1600);

/// Reads the blocks that there are.
pub fn read_on(explorer: Explorer) {
    if explorer.corpus(|corpus| corpus.is_whole()) {
        return dom::tell("sightlines:complete");
    }
    leptos::task::spawn_local(async move {
        let (mut shown, mut pause) = (dom::now(), PAUSE.0);
        let (indexing, mut here) = (Indexing::default(), Segments::default());
        // What came is shown after the pause also where the next block keeps waiting.
        let mut soon: Option<Timeout> = None;
        let mut is_damaged = false;
        while !explorer.library.with_untracked(|library| library.corpus().is_whole()) {
            match next_block().await {
                Ok(Some(block)) => {
                    let library = explorer.library;
                    let took = library.try_update_untracked(|library| take(block, library, &mut here, &indexing));
                    // A damaged block takes no other along.
                    is_damaged |= took.flatten().is_none();
                }
                Ok(None) => {
                    explorer.cut_short(is_damaged);
                    return dom::tell("sightlines:incomplete");
                }
                Err(_) => is_damaged = true,
            }
            if dom::now() - shown > f64::from(pause) {
                soon = None;
                indexing.time(|| explorer.make_ready());
                // A task of its own: together they would take longer than a frame may.
                Timeout::new(0, move || explorer.show_what_came()).forget();
                shown = dom::now();
                pause = PAUSE.1.min(2 * pause);
            } else if soon.is_none() {
                let indexing = indexing.clone();
                soon = Some(Timeout::new(pause, move || {
                    indexing.time(|| explorer.make_ready());
                    explorer.show_what_came();
                }));
            }
        }
        drop(soon);
        indexing.time(|| explorer.make_ready());
        explorer.show_what_came();
        explorer.settle();
        script::tell_indexing(indexing.0.get());
        dom::tell("sightlines:complete");
    });
}

/// The time that indexing took this thread, in milliseconds: reading blocks that no other thread read, adding articles, and making
/// ready what is looked up.
#[derive(Clone, Default)]
struct Indexing(Rc<Cell<f64>>);

impl Indexing {
    fn time<T>(&self, work: impl FnOnce() -> T) -> T {
        let started = dom::now();
        let done = work();
        self.0.set(self.0.get() + dom::now() - started);
        done
    }
}

/// Articles that came together.
enum Block {
    /// Read and indexed by the thread of that number.
    Indexed(Vec<u8>, usize),
    /// As they were packed.
    Packed(Vec<u8>),
}

/// The number of this thread among those that index: the others are counted from 0, and are two at the most.
const HERE: usize = 2;

/// Puts a block's articles into the library; none where it is not whole. `here` indexes what no other thread did.
fn take(block: Block, library: &mut Arc<Library>, here: &mut Segments, indexing: &Indexing) -> Option<()> {
    let (bytes, thread) = match block {
        Block::Indexed(bytes, thread) => (bytes, thread),
        Block::Packed(bytes) => (indexing.time(|| here.of(&bytes, library.lexicon()))?, HERE),
    };
    let (articles, segment) = Segments::articles(&bytes)?;
    indexing.time(|| Arc::make_mut(library).add(articles, segment, thread));
    Some(())
}

/// The next block; none, where there is no further one. Refused where it cannot be unpacked.
async fn next_block() -> Result<Option<Block>, JsValue> {
    let source = dom::document().and_then(|d| d.get_element_by_id("program"));
    let next = source.and_then(|source| js_sys::Reflect::get(&source, &"moreArticles".into()).ok());
    let Some(next) = next.and_then(|next| next.dyn_into::<js_sys::Function>().ok()) else { return Ok(None) };
    let promise = next.call0(&JsValue::NULL)?;
    let block = JsFuture::from(js_sys::Promise::resolve(&promise)).await?;
    if block.is_null() {
        return Ok(None);
    }
    let part = |key: &str| js_sys::Reflect::get(&block, &key.into()).ok().filter(|value| !value.is_undefined());
    let bytes = part("bytes").and_then(|bytes| bytes.dyn_into::<js_sys::Uint8Array>().ok());
    let bytes = bytes.map(|bytes| bytes.to_vec()).unwrap_or_default();
    Ok(Some(match part("thread").and_then(|thread| thread.as_f64()) {
        Some(thread) => Block::Indexed(bytes, thread as usize),
        None => Block::Packed(bytes),
    }))
}

/// What indexes blocks in another thread, which has a program of its own.
#[wasm_bindgen]
pub struct Indexer {
    lexicon: Lexicon,
    segments: Segments,
}

#[wasm_bindgen]
impl Indexer {
    /// For the blocks of a corpus, which is given as the page holds it.
    #[wasm_bindgen(constructor)]
    pub fn new(corpus: &str) -> Result<Indexer, String> {
        let corpus: Corpus = serde_json::from_str(corpus).map_err(|error| error.to_string())?;
        Ok(Indexer { lexicon: Lexicon::new(&corpus.search), segments: Segments::default() })
    }

    /// The next block's articles and their segment; nothing where it is none.
    pub fn read(&mut self, block: &[u8]) -> Option<Vec<u8>> {
        self.segments.of(block, &self.lexicon)
    }
}
