//! Every browser call that may be refused: logged or answered, never unwrapped.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, FocusOptions, HtmlElement, ScrollIntoViewOptions,
    ScrollLogicalPosition, Window,
};

/// The window, where there is one.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document, where there is one.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// Where the explorer is mounted.
pub fn mount_point() -> Option<HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// What stands in the element of that id.
pub fn text_of(id: &str) -> Option<String> {
    document()?.get_element_by_id(id)?.text_content()
}

/// Sends a panic's message to the page, whose script shows it over the plain articles. The program is lost by then.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        let said = info.payload().downcast_ref::<&str>().map(|s| s.to_string());
        let said = said.or_else(|| info.payload().downcast_ref::<String>().cloned()).unwrap_or_default();
        let place = info.location().map(|l| format!(" ({}:{})", l.file(), l.line())).unwrap_or_default();
        fail("sightlines:panic", &format!("{said}{place}"));
    }));
}

/// Does something once what has changed so far is painted: in the frame after that which paints it.
pub fn once_painted(then: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(move || leptos::prelude::request_animation_frame(then));
}

/// Sends an event without more to the window.
pub fn tell(name: &str) {
    if let (Some(window), Ok(event)) = (window(), CustomEvent::new(name)) {
        let _ = window.dispatch_event(&event);
    }
}

/// The day by the reader's own clock: year, month, day.
pub fn today() -> (i32, u8, u8) {
    let now = js_sys::Date::new_0();
    (now.get_full_year() as i32, now.get_month() as u8 + 1, now.get_date() as u8)
}

/// Tells reference managers that the records in the page have changed, as Zotero asks pages to that live on.
pub fn records_changed() {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    if let (Some(document), Ok(event)) = (document(), CustomEvent::new_with_event_init_dict("ZoteroItemUpdated", &init))
    {
        let _ = document.dispatch_event(&event);
    }
}

/// Takes away the records of the plain articles, which the live page gives itself: each would be there twice.
pub fn remove_plain_records() {
    while let Some(record) = document().and_then(|d| d.query_selector("#plain .Z3988").ok().flatten()) {
        record.remove();
    }
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    window().and_then(|w| w.performance()).map_or(0.0, |p| p.now())
}

/// Sends what went wrong to the page's script, by an event that it knows: it shows the box over the plain articles.
pub fn fail(event: &str, message: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(message));
    if let (Some(window), Ok(event)) = (window(), CustomEvent::new_with_event_init_dict(event, &init)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Puts a text on the clipboard; `done` hears whether that was allowed.
pub fn copy(text: &str, done: impl Fn(bool) + 'static) {
    let Some(window) = window() else { return done(false) };
    // Older and sandboxed pages have no clipboard at all, which web-sys does not expect.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into()).unwrap_or(JsValue::UNDEFINED);
    if clipboard.is_undefined() || clipboard.is_null() {
        return done(false);
    }
    // A page that was cut off may throw where the standard has a promise, or nothing at all.
    let write = js_sys::Reflect::get(&clipboard, &"writeText".into()).ok();
    let write = write.and_then(|write| write.dyn_into::<js_sys::Function>().ok());
    let answer = write.and_then(|write| write.call1(&clipboard, &text.into()).ok());
    let Some(promise) = answer.and_then(|answer| answer.dyn_into::<js_sys::Promise>().ok()) else { return done(false) };
    leptos::task::spawn_local(async move {
        done(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok());
    });
}

/// Puts a text on the clipboard; where that is refused, its box is focused, which selects it. `done` hears whether that was allowed.
pub fn copy_or_select(text: &str, field: &'static str, done: impl Fn(bool) + 'static) {
    copy(text, move |allowed| {
        done(allowed);
        if !allowed {
            focus(field);
            select(field);
        }
    });
}

/// Selects what stands in the field of that id.
fn select(id: &str) {
    let Some(field) = document().and_then(|d| d.get_element_by_id(id)) else { return };
    if let Some(input) = field.dyn_ref::<web_sys::HtmlInputElement>() {
        input.select();
    } else if let Some(area) = field.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        area.select();
    }
}

/// Whether the `details` element that an event tells of is open.
pub fn is_open(event: &web_sys::Event) -> bool {
    let details = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

/// The whole page as it was before the program started, which the start script can make again; none on a host or in a frame.
pub fn page_as_opened() -> Option<String> {
    let source = document()?.get_element_by_id("program")?;
    let make: js_sys::Function = js_sys::Reflect::get(&source, &"asOpened".into()).ok()?.dyn_into().ok()?;
    make.call0(&JsValue::NULL).ok()?.as_string()
}

/// Whether the element of that id is in the window, or within a window's height below it.
pub fn is_near(id: &str) -> bool {
    let height = window().and_then(|w| w.inner_height().ok()?.as_f64()).unwrap_or_default();
    let element = document().and_then(|d| d.get_element_by_id(id));
    element.is_some_and(|element| element.get_bounding_client_rect().top() < 2.0 * height)
}

/// Goes up to the beginning of the element of that id, if the window is below it.
pub fn back_to(id: &str) {
    let top = document().and_then(|d| d.get_element_by_id(id)).map_or(0.0, |e| e.get_bounding_client_rect().top());
    if let (Some(window), true) = (window(), top < 0.0) {
        window.scroll_by_with_x_and_y(0.0, top);
    }
}

/// Brings the element of that id to the middle of the window, if it is there.
pub fn scroll_to(id: &str) {
    scroll(id, ScrollLogicalPosition::Center);
}

/// Brings the element of that id into view by the shortest way, if it is there and not yet in view.
pub fn bring_into_view(id: &str) {
    scroll(id, ScrollLogicalPosition::Nearest);
}

fn scroll(id: &str, block: ScrollLogicalPosition) {
    let Some(element) = document().and_then(|d| d.get_element_by_id(id)) else { return };
    if is_elsewhere() {
        // The browser would bring it into view in the framing page as well.
        if let (Some(window), Some(height)) = (window(), window().and_then(|w| w.inner_height().ok()?.as_f64())) {
            window.scroll_by_with_x_and_y(0.0, element.get_bounding_client_rect().top() - height / 2.0);
        }
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether the reader is in the page that frames this one: neither focus nor place there is ours to take.
fn is_elsewhere() -> bool {
    is_framed() && document().is_some_and(|d| !d.has_focus().unwrap_or(true))
}

/// Moves the focus to the element of that id, if it is there, and leaves the page where it is.
pub fn focus(id: &str) {
    let element = document().and_then(|d| d.get_element_by_id(id)).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        focus_on(&element);
    }
}

fn focus_on(element: &HtmlElement) {
    if is_elsewhere() {
        return;
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Moves the focus to the element of that id from a link that stands outside it: a browser does so where a link leads within a page.
pub fn focus_from_link(id: &str) {
    let place = document().and_then(|d| d.get_element_by_id(id));
    let is_outside =
        |link: HtmlElement| link.tag_name() == "A" && place.is_some_and(|place| !place.contains(Some(&link)));
    if focused().is_some_and(is_outside) {
        focus(id);
    }
}

/// What has the focus.
pub fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Gives an element the focus back if nothing else has it and the element is still there.
pub fn focus_again(element: Option<HtmlElement>) {
    let element = element.filter(|element| element.is_connected() && element.tag_name() != "BODY");
    if let Some(element) = element.filter(|_| is_focus_lost()) {
        focus_on(&element);
    }
}

/// Whether nothing that is drawn has the focus.
fn is_focus_lost() -> bool {
    document().and_then(|d| d.active_element()).is_none_or(|e| e.tag_name() == "BODY" || is_hidden(&e))
}

/// Moves the focus to the element of that id where the focus was lost with what had it.
pub fn focus_if_lost(id: &str) {
    if is_focus_lost() {
        focus(id);
    }
}

/// Moves the focus to the page's content once what had it, and was closed, is gone.
pub fn focus_main_if_lost() {
    leptos::prelude::request_animation_frame(|| focus_if_lost("main"));
}

/// What an event's element stands for is about to be drawn in its place: the focus goes on with the first field of that.
pub fn go_on_after(event: &web_sys::Event) {
    let element = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(before) = element.and_then(|element| element.previous_element_sibling()) else { return };
    leptos::prelude::request_animation_frame(move || {
        let next = before.next_element_sibling().and_then(|next| next.query_selector("input").ok().flatten());
        if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
            focus_on(&next);
        }
    });
}

/// Whether an element is drawn nowhere, such as one that was folded away; not, where the browser cannot say.
fn is_hidden(element: &Element) -> bool {
    let check = js_sys::Reflect::get(element, &"checkVisibility".into()).ok();
    let check = check.and_then(|check| check.dyn_into::<js_sys::Function>().ok());
    check.and_then(|check| check.call0(element).ok()).is_some_and(|visible| visible == JsValue::FALSE)
}

/// Asks the browser to print the page; false, where it was refused, as a frame may do without a word.
pub fn print() -> bool {
    let Some(window) = window() else { return false };
    let began = std::rc::Rc::new(std::cell::Cell::new(false));
    let seen = began.clone();
    let _listening = gloo_events::EventListener::new(&window, "beforeprint", move |_| seen.set(true));
    let print = js_sys::Reflect::get(&window, &"print".into()).ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    print.is_some_and(|print| print.call0(&window).is_ok()) && began.get()
}

/// Folds a `details` element and moves the focus to its summary.
pub fn fold(details: &Element) {
    let _ = details.remove_attribute("open");
    let summary = details.query_selector("summary").ok().flatten().and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(summary) = summary {
        let _ = summary.focus();
    }
}

/// Begins the page at its top, as a new part of it is shown.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Sets an attribute of the root element, such as the chosen theme.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

/// Sets or takes away a class of the root element.
pub fn set_root_class(name: &str, on: bool) {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = root.class_list().toggle_with_force(name, on);
    }
}

/// Bytes as text, in the encoding of that name; none, where the browser does not know it.
pub fn decode(bytes: &[u8], label: &str) -> Option<String> {
    let decoder = web_sys::TextDecoder::new_with_label(label).ok()?;
    decoder.decode_with_js_u8_array(&js_sys::Uint8Array::from(bytes)).ok()
}

/// Hands a text to the browser as a file to keep; false, where that is refused at once. A frame may refuse it silently.
pub fn download(name: &str, kind: &str, text: &str) -> bool {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else { return false };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else { return false };
    let link = document().and_then(|d| d.create_element("a").ok()).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    let Some(link) = link else { return false };
    let set = link.set_attribute("href", &address).and_then(|()| link.set_attribute("download", name));
    if set.is_err() {
        return false;
    }
    link.click();
    // The browser reads it in its own time.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    })
    .forget();
    true
}

/// A page parsed and not shown: nothing of it runs or is fetched.
pub fn parse_html(html: &str) -> Option<Document> {
    web_sys::DomParser::new().ok()?.parse_from_string(html, web_sys::SupportedType::TextHtml).ok()
}

/// The page's title, as tabs and bookmarks show it.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Whether a media query holds; not, where the browser cannot say.
pub fn matches(query: &str) -> bool {
    window().and_then(|w| w.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
}

/// Calls `changed` with whether the media query holds, whenever that changes.
pub fn on_match(query: &str, changed: impl Fn(bool) + 'static) {
    let Some(list) = window().and_then(|w| w.match_media(query).ok().flatten()) else { return };
    let target = list.clone();
    gloo_events::EventListener::new(&target, "change", move |_| changed(list.matches())).forget();
}

/// Whether this is the one file, which holds its program, and not a hosted copy, which links to it.
pub fn is_one_file() -> bool {
    document().and_then(|d| d.get_element_by_id("program")).is_some_and(|e| e.tag_name() != "LINK")
}

/// Whether the page was given to a frame as text, and so has no address.
pub fn is_without_address() -> bool {
    let without_fragment = |address: String| address.split('#').next().unwrap_or_default().to_string();
    let here = window().and_then(|w| w.location().href().ok()).map(without_fragment);
    let base = document().and_then(|d| d.base_uri().ok().flatten()).map(without_fragment);
    here != base
}

/// Whether the page stands in a frame.
pub fn is_framed() -> bool {
    window().is_some_and(|w| w.parent().ok().flatten().is_some_and(|parent| parent != w))
}
