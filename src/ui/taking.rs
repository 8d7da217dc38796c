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
    told_by: Option<Explorer>,
}

impl Taking {
    /// Nothing taken yet.
    pub fn new() -> Taking {
        Taking { said: RwSignal::new(String::new()), by_hand: RwSignal::new(String::new()), told_by: None }
    }

    /// Nothing taken yet, of what a view has by the hundred: the page's one live line tells what came of it.
    pub fn one_of_many(explorer: Explorer) -> Taking {
        Taking { told_by: Some(explorer), ..Taking::new() }
    }

    /// Says something instead of it.
    pub fn say(self, says: &str) {
        self.said.set(says.to_string());
        if let Some(explorer) = self.told_by {
            explorer.speak(says.to_string());
        }
    }

    /// Copies a text.
    pub fn copy(self, text: String) {
        self.by_hand.set(String::new());
        dom::copy(&text.clone(), move |allowed| {
            self.say(if allowed { "Copied." } else { "Copying is not allowed here: take it from the box." });
            if !allowed {
                self.by_hand.set(text.clone());
            }
        });
    }

    /// Hands a text over as a file; `else_` is what a reader can choose where none comes.
    pub fn save(self, name: &str, kind: &str, text: &str, else_: &str) {
        self.by_hand.set(String::new());
        self.said.set(match dom::download(name, kind, text) {
            true => words::file_given(&format!(", choose “{else_}”"), expect_context::<Explorer>().messages()),
            false => format!("Files are refused here: choose “{else_}”."),
        });
    }

    /// The line that says it, and the box.
    pub fn view(self) -> AnyView {
        let said = move || self.said.get();
        let line = match self.told_by {
            None => view! { <p role="status">{said}</p> }.into_any(),
            Some(_) => {
                let line = move || (!said().is_empty()).then(|| view! { <p class="outcome">{said}</p> });
                line.into_any()
            }
        };
        view! {
            {line}
            {move || self.by_hand.with(|text| (!text.is_empty()).then(|| view! { <textarea class="by-hand" readonly rows="6" aria-label="What is to be copied">{text.clone()}</textarea> }))}
        }
        .into_any()
    }
}
