//! How to search: each form of the language with an example from this corpus that can be tried.

use super::link;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::messages::Search;
use sightlines_engine::model::{ActorKind, Corpus};
use sightlines_engine::view::View;

/// The forms, folded away.
#[component]
pub fn Help() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().search;
    let rows = move || {
        let view = explorer.view.get();
        explorer
            .corpus(|corpus| examples(corpus, messages))
            .into_iter()
            .map(|(example, says)| {
                let href = link(&View { q: example.clone(), ..view.clone() });
                view! { <li><a href=href><code>{example}</code></a><span>{says}</span></li> }
            })
            .collect_view()
    };
    view! { <details class="help"><summary>{messages.how_to_search}</summary><ul>{rows}</ul></details> }
}

/// Examples made of the corpus's own names, so that each finds something; a form that it has no name for is left out.
fn examples(corpus: &Corpus, says: &'static Search) -> Vec<(String, &'static str)> {
    let names: Vec<&str> =
        corpus.rings.iter().chain(&corpus.related).flat_map(|names| &names.names).map(String::as_str).collect();
    let is_word = |name: &&str| name.chars().all(char::is_alphabetic) && name.is_ascii() && name.len() > 4;
    // A corpus without names of one word has titles.
    let titles = corpus.articles.iter().flat_map(|article| article.title.value.split(' '));
    let mut words = names.iter().copied().chain(titles).filter(is_word);
    let one = words.next();
    // Another that is not only another name of the same.
    let ring = corpus.rings.iter().find(|ring| ring.names.iter().any(|name| Some(name.as_str()) == one));
    let governments = corpus.codebook.actors.iter().filter(|actor| actor.kind == ActorKind::Government);
    let is_other =
        |word: &&str| Some(*word) != one && !ring.is_some_and(|ring| ring.names.iter().any(|name| name == word));
    let other = governments.map(|actor| actor.label.as_str()).filter(is_word).chain(words).find(is_other);
    let of_title = corpus.articles.iter().flat_map(|article| article.title.value.split(' ')).find(is_word);
    let several = names.iter().find(|name| name.split(' ').count() == 2 && name.is_ascii()).copied();
    let author = corpus.articles.iter().flat_map(|article| article.author_values()).next();
    let outlet = corpus.articles.first().map(|article| article.outlet.value.to_string());
    let years = corpus.articles.iter().map(|article| *article.date.value.years().start());
    let year = years.clone().min().zip(years.max());
    let position = corpus.positions.first();
    let mut examples: Vec<(Option<String>, &'static str)> = vec![
        (one.zip(other).map(|(a, b)| format!("{a} {b}")), says.help_both_words),
        (one.zip(other).map(|(a, b)| format!("{a} OR {b}")), says.help_either_word),
        (several.map(|name| format!("\"{name}\"")), says.help_as_they_stand),
        (several.map(|name| format!("\"{name}\"~5")), says.help_near),
        (one.map(|word| format!("\"{word}\"")), says.help_this_spelling),
        (one.map(|word| format!("{}*", word.chars().take(4).collect::<String>())), says.help_begin_so),
        (one.zip(other).map(|(a, b)| format!("{a} -{b}")), says.help_without),
        (one.zip(several).map(|(a, b)| format!("({a} OR \"{b}\") -{}", other.unwrap_or("x"))), says.help_parentheses),
        (of_title.map(|word| format!("title:{word}")), says.help_title),
    ];
    examples.push((author.map(|id| format!("author:{id}")), says.help_author));
    examples.push((outlet.map(|id| format!("outlet:{id}")), says.help_outlet));
    examples.push((year.map(|(first, last)| format!("year:{first}..{last}")), says.help_years));
    examples.push((position.map(|p| format!("issue:{} actor:{}", p.issue, p.actor)), says.help_position));
    examples.into_iter().filter_map(|(example, means)| Some((example?, means))).collect()
}
