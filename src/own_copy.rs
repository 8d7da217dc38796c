//! A reader's own files, dropped on the page or chosen: copies of articles, read here and given to the engine, and paths. They go
//! no further.
//!
//! In: a file. Out: its text, markup turned into lines, handed to [`Explorer::supply`]; or why it cannot be read and
//! what to save instead.

use crate::dom;
use crate::markup;
use crate::state::Explorer;
use gloo_events::{EventListener, EventListenerOptions};
use sightlines_engine::messages::Messages;
use sightlines_engine::supply::LONGEST;
use sightlines_engine::view::Path;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList};

/// A path's file is not longer, in bytes: it fits into an address.
const LONGEST_PATH: f64 = 256.0 * 1024.0;

/// Takes files that are dropped anywhere on the page. Without this a browser would leave the page for the file.
pub fn take_drops(explorer: Explorer) {
    let Some(window) = dom::window() else { return };
    let active = EventListenerOptions::enable_prevent_default();
    let has_files =
        |event: &DragEvent| event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0));
    for name in ["dragenter", "dragover"] {
        let over = move |event: &web_sys::Event| {
            if event.dyn_ref::<DragEvent>().is_some_and(has_files) {
                event.prevent_default();
                dom::set_root_class("dropping", true);
            }
        };
        EventListener::new_with_options(&window, name, active, over).forget();
    }
    let leave = move |event: &web_sys::Event| {
        // Within the page one element is left for another; the page itself is left for nothing.
        if event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none()) {
            dom::set_root_class("dropping", false);
        }
    };
    EventListener::new(&window, "dragleave", leave).forget();
    let drop = move |event: &web_sys::Event| {
        dom::set_root_class("dropping", false);
        let files = event
            .dyn_ref::<DragEvent>()
            .filter(|event| has_files(event))
            .and_then(|event| event.data_transfer()?.files());
        if let Some(files) = files {
            event.prevent_default();
            open(explorer, listed(&files));
        }
    };
    EventListener::new_with_options(&window, "drop", active, drop).forget();
}

/// Reads the files that an input was given.
pub fn open_chosen(explorer: Explorer, event: &web_sys::Event) {
    open(explorer, chosen(event));
}

/// Reads the file of a path that an input was given, and begins the path.
pub fn open_path(explorer: Explorer, event: &web_sys::Event) {
    let Some(file) = chosen(event).into_iter().next() else { return };
    let messages = explorer.messages();
    leptos::task::spawn_local(async move {
        let text = match file.size() > LONGEST_PATH {
            true => Err(messages.own_copy.too_large_for_a_path.to_string()),
            false => read(&file, messages).await,
        };
        begin(explorer, &file.name(), text.and_then(|text| Path::from_json(&text, explorer.messages())));
    });
}

/// The files that an input was given. The same may be chosen again.
fn chosen(event: &web_sys::Event) -> Vec<File> {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = input.files().map(|files| listed(&files)).unwrap_or_default();
    input.set_value("");
    files
}

fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

fn begin(explorer: Explorer, file: &str, path: Result<(Path, Vec<String>), String>) {
    match path {
        Ok((path, notices)) => explorer.walk(path, notices),
        Err(why) => explorer.refuse(file, why),
    }
}

/// Reads files and puts what they hold into the library, one after the other.
fn open(explorer: Explorer, files: Vec<File>) {
    leptos::task::spawn_local(async move {
        for file in files {
            let name = file.name();
            match read(&file, explorer.messages()).await {
                // A path's file is no article, and says what it is.
                Ok(text) if Path::is_meant(&text) => {
                    begin(explorer, &name, Path::from_json(&text, explorer.messages()))
                }
                Ok(text) => explorer.supply(&name, &text),
                Err(why) => explorer.refuse(&name, why),
            }
        }
    });
}

/// A file's text, or why it has none.
async fn read(file: &File, messages: &Messages) -> Result<String, String> {
    let says = &messages.own_copy;
    // Markup weighs several times its text.
    if file.size() > 4.0 * LONGEST as f64 {
        return Err(says.too_large_for_an_article.to_string());
    }
    let bytes = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
    let bytes = bytes.map_err(|_| says.browser_could_not_read_it.to_string())?;
    let bytes = js_sys::Uint8Array::new(&bytes).to_vec();
    if let Some(why) = no_text(&bytes, messages) {
        return Err(why.to_string());
    }
    let text = dom::decode(&bytes, label(&bytes)).ok_or(says.letters_cannot_be_read)?;
    Ok(if markup::is_page(&file.name(), &text) { markup::lines(&text).unwrap_or(text) } else { text })
}

/// What to do with a file of a kind that may hold an article and is no text, as it begins.
fn no_text(bytes: &[u8], messages: &Messages) -> Option<&'static str> {
    let says = &messages.own_copy;
    let kinds: [(&[u8], &'static str); 7] = [
        (b"%PDF", says.pdf),
        (b"PK\x03\x04", says.document_or_archive),
        (b"\xd0\xcf\x11\xe0", says.document),
        (b"{\\rtf", says.rich_text),
        (b"MIME-Version:", says.web_archive),
        (b"From: <Saved by", says.web_archive),
        (b"bplist", says.web_archive_of_safari),
    ];
    kinds.into_iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, why)| why)
}

/// How the bytes are to be read as letters: by their mark, as UTF-8 if they are that, as a page says of itself, else as
/// most old text files are.
fn label(bytes: &[u8]) -> &str {
    match bytes {
        [0xff, 0xfe, ..] => "utf-16le",
        [0xfe, 0xff, ..] => "utf-16be",
        _ if std::str::from_utf8(bytes).is_ok() => "utf-8",
        _ => {
            let head = &bytes[..bytes.len().min(2048)];
            let at = head.windows(8).position(|run| run.eq_ignore_ascii_case(b"charset="));
            let named = at.map(|at| &head[at + 8..]).map(|rest| {
                let rest = rest.strip_prefix(b"\"").unwrap_or(rest);
                let end = rest.iter().position(|b| !(b.is_ascii_alphanumeric() || b"-_".contains(b)));
                &rest[..end.unwrap_or(rest.len())]
            });
            named
                .and_then(|name| std::str::from_utf8(name).ok())
                .filter(|name| !name.is_empty())
                .unwrap_or("windows-1252")
        }
    }
}
