//! What a hosted copy has besides the page: what search engines and chat programs read of it, and what lets it be installed and
//! opened without a network. The one file has none of this: it needs no host.

use crate::fingerprint::sha256;
use crate::program::Program;
use crate::skeleton::escaped;
use serde_json::json;
use sightlines_engine::model::Corpus;

/// The name of the picture that a corpus folder may hold and a shared link shows.
pub const PREVIEW: &str = "preview.png";

/// Keeps the page's files for when there is no network.
const WORKER: &str = include_str!("hosting/worker.js");

/// The elements of the head that a hosted page has: its manifest and, where the corpus says its address, what a shared link
/// shows (Open Graph, ogp.me). `picture` says whether there is one beside the page.
pub fn head(corpus: &Corpus, picture: bool) -> String {
    let mut head = String::from("<link rel=\"manifest\" href=\"./manifest.webmanifest\">\n");
    if corpus.public_url.is_empty() {
        return head;
    }
    let url = escaped(&corpus.public_url);
    head.push_str(&format!("<link rel=\"canonical\" href=\"{url}\">\n"));
    let mut properties = vec![
        ("og:type", "website".to_string()),
        ("og:site_name", "Sightlines".to_string()),
        ("og:title", corpus.title.clone()),
        ("og:description", format!("{} {}.", corpus.description, corpus.horizon).trim().to_string()),
        ("og:url", corpus.public_url.clone()),
    ];
    if picture {
        let folder = corpus.public_url.rsplit_once('/').map_or("", |(folder, _)| folder);
        properties.push(("og:image", format!("{folder}/{PREVIEW}")));
    }
    for (name, content) in properties {
        head.push_str(&format!("<meta property=\"{name}\" content=\"{}\">\n", escaped(&content)));
    }
    head
}

/// The manifest by which a hosted copy can be installed (W3C, *Web Application Manifest*).
pub fn manifest(corpus: &Corpus) -> String {
    let icon =
        |name: &str, sizes: &str, kind: &str| json!({"src": format!("./icons/{name}"), "sizes": sizes, "type": kind});
    let manifest = json!({
        "name": format!("{} · Sightlines", corpus.title),
        "short_name": "Sightlines",
        "description": corpus.description,
        "lang": corpus.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#fbfaf6",
        "theme_color": "#fbfaf6",
        "icons": [icon("icon.svg", "any", "image/svg+xml"), icon("icon-192.png", "192x192", "image/png"), icon("icon-512.png", "512x512", "image/png")],
    });
    format!("{manifest:#}\n")
}

/// The service worker for a page, its manifest and the program's files, which it keeps under the hash of them all: another build is
/// another store.
pub fn worker(program: &Program, page: &str, manifest: &str) -> String {
    let mut files: Vec<String> = program.files.keys().map(|name| format!("./{name}")).collect();
    files.extend(["./".to_string(), "./manifest.webmanifest".to_string()]);
    let hashes: Vec<String> = program.files.values().map(|file| sha256(file)).collect();
    let version = sha256(format!("{}\n{}\n{manifest}\n{page}", files.join("\n"), hashes.join("\n")).as_bytes());
    WORKER.replace("'FILES'", &json!(files).to_string()).replace("VERSION", &version[..16])
}

#[cfg(test)]
mod tests;
