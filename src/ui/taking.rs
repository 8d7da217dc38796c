//! Taking a text out of the page: copied, or handed over as a file; where the browser refuses, the text stands in a box.

use super::words;
use crate::dom;
use crate::state::Explorer;
use leptos::prelude::*;

/// What came of it, and what is to be taken by hand.
#[derive(Clone, Copy)]
pub struct Taking {
    said: RwSignal<String>,
    by_hand: RwSignal<String>,
    explorer: Explorer,
    aloud: bool,
}

impl Taking {
    /// Nothing taken yet.
    pub fn new(explorer: Explorer) -> Taking {
        Taking { said: RwSignal::new(String::new()), by_hand: RwSignal::new(String::new()), explorer, aloud: false }
    }

    /// Nothing taken yet, of what a view has by the hundred: the page's one live line tells what came of it.
    pub fn one_of_many(explorer: Explorer) -> Taking {
        Taking { aloud: true, ..Taking::new(explorer) }
    }

    /// Says something instead of it.
    pub fn say(self, says: &str) {
        self.said.set(says.to_string());
        if self.aloud {
            self.explorer.speak(says.to_string());
        }
    }

    /// Copies a text.
    pub fn copy(self, text: String) {
        self.by_hand.set(String::new());
        let messages = &self.explorer.messages().taking;
        dom::copy(&text.clone(), move |allowed| {
            self.say(if allowed { messages.copied } else { messages.copying_is_not_allowed });
            if !allowed {
                self.by_hand.set(text.clone());
            }
        });
    }

    /// Hands a text over as a file; `else_` is what a reader can choose where none comes.
    pub fn save(self, name: &str, kind: &str, text: &str, else_: &str) {
        self.by_hand.set(String::new());
        let messages = self.explorer.messages();
        self.said.set(match dom::download(name, kind, text) {
            true => words::file_given(&messages.taking.choose_instead.with([else_]), messages),
            false => messages.taking.files_are_refused.with([else_]),
        });
    }

    /// The line that says it, and the box.
    pub fn view(self) -> AnyView {
        let said = move || self.said.get();
        let label = self.explorer.messages().taking.what_is_to_be_copied;
        let line = match self.aloud {
            false => view! { <p role="status">{said}</p> }.into_any(),
            true => {
                let line = move || (!said().is_empty()).then(|| view! { <p class="outcome">{said}</p> });
                line.into_any()
            }
        };
        view! {
            {line}
            {move || self.by_hand.with(|text| (!text.is_empty()).then(|| view! { <textarea class="by-hand" readonly rows="6" aria-label=label>{text.clone()}</textarea> }))}
        }
        .into_any()
    }
}
