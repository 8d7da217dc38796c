//! The state of the page: one view, and the answer to it.

use crate::dom;
use leptos::prelude::*;
use sightlines_engine::messages::{Language, Messages};
use sightlines_engine::model::{Article, Corpus, IssueId, PositionId};
use sightlines_engine::search::{Ask, Library, Selection};
use sightlines_engine::seminar::{Dispute, Verdict};
use sightlines_engine::supply::{Report, supply};
use sightlines_engine::view::{MAX_FRAGMENT, Pane, Path, View};
use std::sync::Arc;

/// How the view came to be what it is: whether and how the address follows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// From the address.
    Arrive,
    /// By typing: replaces.
    Type,
    /// By a choice: pushes.
    Choose,
}

/// An answer with what was asked: it may arrive later than the next question.
#[derive(Clone)]
struct Answer {
    ask: Ask,
    selection: Arc<Selection>,
}

/// A file that a reader opened, and the articles that it holds, or why it was of no use.
#[derive(Clone)]
pub struct Copy {
    /// The file's name.
    pub file: String,
    /// What was found.
    pub found: Result<Vec<Report>, String>,
}

/// What a damaged copy of the page lacks.
#[derive(Clone)]
pub struct Broken {
    /// So many articles cannot be read.
    lost: usize,
    /// So many are here.
    here: usize,
    /// Whether a block was there and could not be read; otherwise they are missing.
    is_damaged: bool,
}

/// The state of the page, given by context.
#[derive(Clone, Copy)]
pub struct Explorer {
    /// What answers. Another takes its place when a text is added.
    pub library: RwSignal<Arc<Library>>,
    /// What is shown.
    pub view: RwSignal<View>,
    /// What the address asked for and could not have.
    pub notices: RwSignal<Vec<String>>,
    /// The reader's own copies that were opened, until the message is closed.
    pub copies: RwSignal<Vec<Copy>>,
    /// The reader's own notes on positions, for as long as the page is open.
    pub disputes: RwSignal<Vec<Dispute>>,
    /// How a reader's own codings compared with ours, each by its first, for as long as the page is open.
    pub tally: RwSignal<Vec<(PositionId, Verdict)>>,
    /// The questions whose rules are open.
    pub rules: RwSignal<Vec<IssueId>>,
    /// What of the corpus cannot be read.
    pub broken: RwSignal<Option<Broken>>,
    /// What the page's one live line says of what was just done; where it was done it is shown.
    pub heard: RwSignal<String>,
    /// How the view came to be.
    pub step: StoredValue<Step>,
    /// In which language the page speaks.
    pub language: Memo<Language>,
    typing: RwSignal<bool>,
    asked: Memo<Ask>,
    answer: RwSignal<Option<Answer>>,
}

impl Explorer {
    /// Over a library, with the view that a reader meets first.
    pub fn new(library: Library) -> Explorer {
        let (view, typing) = (RwSignal::new(View::default()), RwSignal::new(false));
        let asked = Memo::new(move |_| view.with(|view| view.ask(typing.get())));
        let explorer = Explorer {
            library: RwSignal::new(Arc::new(library)),
            view,
            notices: RwSignal::new(Vec::new()),
            copies: RwSignal::new(Vec::new()),
            disputes: RwSignal::new(Vec::new()),
            tally: RwSignal::new(Vec::new()),
            rules: RwSignal::new(Vec::new()),
            broken: RwSignal::new(None),
            heard: RwSignal::new(String::new()),
            step: StoredValue::new(Step::Arrive),
            language: Memo::new(move |_| view.with(|view| view.language)),
            typing,
            asked,
            answer: RwSignal::new(None),
        };
        Effect::new(move |_| explorer.ask(asked.get()));
        explorer
    }

    /// Says something to those who hear the page, also if it is what was said last.
    pub fn speak(&self, says: String) {
        let heard = self.heard;
        heard.set(String::new());
        request_animation_frame(move || heard.set(says));
    }

    /// What the page says, in its language. Where that changes, the page is drawn anew, so nobody need follow it.
    pub fn messages(&self) -> &'static Messages {
        self.language.get_untracked().messages()
    }

    /// The language of the corpus, where it is to be marked since the page speaks another.
    pub fn content_language(&self) -> Option<String> {
        // Which no article that comes changes: what is marked need not be drawn anew for it.
        let language = self.library.with_untracked(|library| library.corpus().language.clone());
        (language != self.language.get_untracked().tag()).then_some(language)
    }

    /// What is asked now.
    pub fn asked(&self) -> Ask {
        self.asked.get()
    }

    /// Asks. Today the answer is there at once; whoever reads it must not rely on that, since a worker may give it.
    fn ask(&self, ask: Ask) {
        let selection = Arc::new(self.library.with(|library| library.select(&ask)));
        self.answer.set(Some(Answer { ask, selection }));
    }

    /// The latest answer, or none before the first.
    pub fn selection(&self) -> Option<Arc<Selection>> {
        self.answer.with(|answer| answer.as_ref().map(|answer| answer.selection.clone()))
    }

    /// Whether the latest answer is still to an earlier question.
    pub fn is_pending(&self) -> bool {
        let asked = self.asked();
        self.answer.with(|answer| answer.as_ref().is_none_or(|answer| answer.ask != asked))
    }

    /// Takes a view that the address gave.
    pub fn arrive(&self, view: View, notices: Vec<String>) {
        self.step.set_value(Step::Arrive);
        self.typing.set(false);
        self.notices.set(notices);
        let new_page = self.view.with_untracked(|now| (now.pane, &now.article) != (view.pane, &view.article));
        if self.view.with_untracked(|now| *now != view) {
            self.view.set(view);
        }
        if new_page {
            dom::scroll_to_top();
        }
    }

    /// Changes the view by a choice.
    pub fn choose(&self, change: impl FnOnce(&mut View)) {
        self.step.set_value(Step::Choose);
        self.typing.set(false);
        self.notices.set(Vec::new());
        self.view.update(change);
    }

    /// Takes what is being typed. From other parts of the page than those that show the selection, typing leads to the
    /// articles.
    pub fn type_query(&self, q: String) {
        self.step.set_value(Step::Type);
        self.typing.set(true);
        self.notices.set(Vec::new());
        self.view.update(|view| {
            view.q = q;
            if view.pane == Pane::About {
                view.pane = Pane::Articles;
            }
        });
    }

    /// Whether the view's query is too long for a link that could be read again.
    pub fn is_too_long_for_a_link(&self) -> bool {
        self.view.with(|view| view.fragment().len() > MAX_FRAGMENT)
    }

    /// Ends the typing: the last word is whole, as links and scripts read it.
    pub fn end_typing(&self) {
        self.typing.set(false);
    }

    /// Takes a reader's own copy into the library.
    pub fn supply(&self, file: &str, text: &str) {
        match supply(self.library.get_untracked().corpus(), text) {
            Ok(supplied) => {
                self.library.set(Arc::new(Library::new(supplied.corpus)));
                self.tell(file, Ok(supplied.reports));
            }
            Err(refusal) => self.refuse(file, refusal.says(self.messages())),
        }
    }

    /// Goes to the view of a fragment, as a choice; what it asks for and this edition does not have is said.
    pub fn go(&self, fragment: &str) {
        let (view, mut notices) = match View::try_read(fragment) {
            Ok(read) => read,
            // Nothing is known of where to go, so the reader stays.
            Err(says) => return self.notices.set(vec![says]),
        };
        let (view, missing) = self.library.with_untracked(|library| view.settle(library.corpus()));
        notices.extend(missing);
        // Where it is already there, nothing was chosen: a host's echo makes no step.
        if self.view.with_untracked(|now| *now != view) {
            self.choose(|now| *now = view);
        }
        self.notices.set(notices);
    }

    /// Begins a path at its first stop; `notices` say what could not be taken of it.
    pub fn walk(&self, path: Path, notices: Vec<String>) {
        let view = self.view.with_untracked(View::fresh);
        self.go(&View { path, ..view }.at_stop(1).fragment());
        self.notices.update(|said| said.splice(0..0, notices).for_each(drop));
    }

    /// Makes the articles ready that came since the last time: whatever is asked from now on finds them.
    pub fn make_ready(&self) {
        self.library.update_untracked(|library| Arc::make_mut(library).settle());
    }

    /// Renews what is shown.
    pub fn show_what_came(&self) {
        let focused = dom::focused();
        self.library.notify();
        // A row that moves to another place in its list loses the focus.
        request_animation_frame(move || dom::focus_again(focused));
    }

    /// Once the corpus is whole: what the view asks for and the corpus lacks is left out, and said.
    pub fn settle(&self) {
        let now = self.view.get_untracked();
        let (view, missing) = self.library.with_untracked(|library| now.clone().settle(library.corpus()));
        if view != now {
            self.view.set(view);
        }
        self.notices.update(|notices| notices.extend(missing));
    }

    /// Says that the rest of the articles cannot be read.
    pub fn cut_short(&self, is_damaged: bool) {
        let (here, lost) =
            self.library.with_untracked(|library| (library.corpus().articles.len(), library.corpus().later));
        self.library.update(|library| Arc::make_mut(library).end());
        self.broken.set(Some(Broken { lost, here, is_damaged }));
        self.settle();
    }

    /// Why a part of the corpus cannot be read, in the page's language, in which it is drawn anew for as long as the page is open.
    pub fn damage(&self) -> Option<String> {
        let messages = &self.messages().page;
        self.broken.get().map(|Broken { lost, here, is_damaged }| {
            let why = if is_damaged { messages.a_block_is_damaged } else { messages.they_are_missing };
            let [lost, all, here] = [lost, here + lost, here].map(|many| many.to_string());
            messages.articles_cannot_be_read.with([lost, all, why.to_string(), here])
        })
    }

    /// Says why a file was of no use.
    pub fn refuse(&self, file: &str, why: String) {
        self.tell(file, Err(why));
    }

    fn tell(&self, file: &str, found: Result<Vec<Report>, String>) {
        self.copies.update(|copies| copies.push(Copy { file: file.to_string(), found }));
    }

    /// Something of the corpus, as it is now.
    pub fn corpus<T>(&self, read: impl FnOnce(&Corpus) -> T) -> T {
        self.library.with(|library| read(library.corpus()))
    }

    /// The article that is read, if one is chosen.
    pub fn article(&self) -> Option<Article> {
        let id = self.view.with(|view| view.article.clone())?;
        self.corpus(|corpus| corpus.articles.iter().find(|a| a.id.as_str() == id).cloned())
    }
}
