//! COinS (*OpenURL COinS*): a record in the `title` of an empty `span`, as Zotero and others read it from a page.

use super::item::Item;
use crate::model::OutletKind;
use crate::view::encode;

/// What Zotero calls such an item.
fn item_type(kind: OutletKind) -> &'static str {
    match kind {
        OutletKind::Newspaper => "newspaperArticle",
        OutletKind::Magazine => "magazineArticle",
        OutletKind::Journal => "journalArticle",
        OutletKind::Blog => "blogPost",
        OutletKind::Website => "webpage",
    }
}

/// The value of the attribute (Z39.88-2004, key/encoded-value form). OpenURL's own formats know journals and books only: what
/// stands in a newspaper is described by Dublin Core, with the type by which Zotero writes and reads it.
pub fn coins(item: &Item) -> String {
    let mut pairs = vec![
        ("ctx_ver", "Z39.88-2004".to_string()),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc".to_string()),
        ("rfr_id", "info:sid/sightlines".to_string()),
        ("rft.type", item_type(item.kind).to_string()),
        ("rft.title", item.title.clone()),
    ];
    let names = item.authors.iter().map(|name| match name.given {
        Some(_) => ("rft.au", name.sorted()),
        None => ("rft.aucorp", name.sorted()),
    });
    pairs.extend(names);
    pairs.extend([
        ("rft.source", item.container.clone()),
        ("rft.date", item.date.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("rft.language", item.language.clone()),
        ("rft.identifier", item.url.clone()),
    ]);
    let written = pairs.iter().filter(|(_, value)| !value.is_empty());
    written.map(|(key, value)| format!("{key}={}", encode(value))).collect::<Vec<_>>().join("&")
}
