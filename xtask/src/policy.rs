//! The content security policy: what a page may run and fetch. With the one file's, it provably sends nothing.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy of the one file: its own scripts and styles, known by their hashes, and nothing from outside.
pub fn of_one_file<'a>(scripts: impl IntoIterator<Item = &'a str>, style: &str) -> String {
    let scripts: String = scripts.into_iter().map(|script| format!("{} ", hash(script))).collect();
    let style = hash(style);
    meta(&format!(
        "default-src 'none'; script-src {scripts}'wasm-unsafe-eval'; style-src {style}; font-src data:; img-src data:; \
         worker-src blob:; base-uri 'none'; form-action 'none'"
    ))
}

/// The policy of the hosted page: files from its own place, and nothing from elsewhere.
pub fn of_a_host() -> String {
    meta(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
         connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'",
    )
}

/// How a policy names an inline script or style: by the text between its tags.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

fn meta(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_one_browsers_compute() {
        // The example of the specification: alert('Hello, world.');
        assert_eq!(hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }
}
