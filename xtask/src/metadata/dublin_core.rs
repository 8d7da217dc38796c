//! Dublin Core, the fifteen elements, as OAI-PMH has them (openarchives.org/OAI/2.0/oai_dc).

use super::{edition, licence_page, makers, rights_of, told, years};
use crate::skeleton::escaped;
use sightlines_engine::export::reference;
use sightlines_engine::messages::Language;
use sightlines_engine::model::Corpus;

/// The corpus as a record of repeated elements, in the order in which the standard lists them.
pub fn dublin_core(corpus: &Corpus) -> String {
    let mut lines = String::new();
    let mut put = |element: &str, text: &str| {
        // XML knows no other control characters, not even escaped.
        let text: String = text.chars().map(|c| if c.is_control() || is_no_character(c) { ' ' } else { c }).collect();
        if !text.trim().is_empty() {
            lines.push_str(&format!("  <dc:{element}>{}</dc:{element}>\n", escaped(text.trim())));
        }
    };
    put("title", &corpus.title);
    makers(corpus).into_iter().for_each(|name| put("creator", name));
    for text in [&corpus.description, &corpus.method] {
        put("description", text);
    }
    put("publisher", makers(corpus)[0]);
    if !corpus.contact.is_empty() {
        put("description", &format!("Contact: {}", corpus.contact));
    }
    put("date", &corpus.published);
    put("type", "Dataset");
    put("format", "text/html");
    put("identifier", &corpus.public_url);
    put("identifier", &edition(corpus));
    told(corpus).iter().for_each(|article| put("source", &reference(corpus, article, Language::English.messages())));
    put("language", &corpus.language);
    put("coverage", &corpus.horizon);
    put("coverage", &years(corpus));
    put("rights", licence_page(&corpus.licence).unwrap_or(&corpus.licence));
    told(corpus).iter().filter_map(|article| rights_of(corpus, article)).for_each(|rights| put("rights", &rights));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n{lines}</oai_dc:dc>\n"
    )
}

/// The two last places of each plane, which are no characters.
fn is_no_character(c: char) -> bool {
    matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff)
}
