//! The link as a code that a telephone's camera reads, for a printed handout.

use crate::state::Explorer;
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// Longer links make a code too fine for a camera to read from paper, in bytes: version 20 of QR, with a little repaired.
const MOST: usize = 650;

/// The code, folded away. What is no link for others has none.
#[component]
pub fn Code(link: Memo<String>) -> impl IntoView {
    let messages = &expect_context::<Explorer>().messages().share;
    let open = RwSignal::new(false);
    let drawn = move || {
        open.get().then(|| {
            link.with(|link| match link.as_str() {
                code if code.starts_with('#') => {
                    view! { <p class="minor">{messages.a_camera_needs_a_link}</p> }.into_any()
                }
                link if link.len() > MOST => view! { <p class="minor">{messages.too_long_for_a_camera}</p> }.into_any(),
                link => match QrCode::encode_text(link, QrCodeEcc::Low) {
                    Ok(code) => drawing(&code, messages.qr_code_of_the_link),
                    Err(_) => view! { <p class="minor">{messages.cannot_be_made_a_code}</p> }.into_any(),
                },
            })
        })
    };
    view! {
        <details class="qr" on:toggle=move |event: web_sys::Event| open.set(crate::dom::is_open(&event))><summary>{messages.as_a_qr_code}</summary>{drawn}</details>
    }
}

/// Dark on light in any theme, with the four quiet modules around it that the standard asks for (ISO/IEC 18004, 5.3.8).
fn drawing(code: &QrCode, label: &'static str) -> AnyView {
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|&x| code.get_module(x, y)) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + 4, y + 4));
        }
    }
    let side = size + 8;
    view! {
        <svg class="qr-code" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label>
            <rect width=side height=side fill="#fff"/><path d=path fill="#000"/>
        </svg>
    }
    .into_any()
}
