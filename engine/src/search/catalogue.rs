//! What is known of every article before anything is asked: its place in the order of dates, and its values in the filters.

use crate::model::{Article, Corpus, UNNAMED};
use crate::order::InOrder;
use sightlines_words::Words;
use std::collections::HashMap;

/// By articles, made once for a corpus as it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Catalogue {
    /// For each article its place in the order newest first, then by id.
    recency: Vec<u32>,
    /// By author's name; those who are not named last.
    pub author: Values,
    /// By outlet's name.
    pub outlet: Values,
    /// The newest first.
    pub year: Values,
    /// For each position the index of its article.
    pub article_of: Vec<Option<usize>>,
}

/// The values of a filter, and which of them each article has.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    /// Id and label, in the order in which they are listed.
    pub all: Vec<(String, String)>,
    /// Where the values of each article end in `of`.
    ends: Vec<u32>,
    of: Vec<u32>,
}

impl Catalogue {
    /// Of a corpus.
    pub fn of(corpus: &Corpus) -> Catalogue {
        let articles = &corpus.articles;
        let mut order: Vec<usize> = (0..articles.len()).collect();
        order.order_by_cached_key(|&at| (std::cmp::Reverse(articles[at].date.value.last_day()), &articles[at].id));
        let mut recency = vec![0; articles.len()];
        (0..).zip(order).for_each(|(place, at)| recency[at] = place);
        let lower = |label: &str| label.to_lowercase();
        let author = Values::of(
            articles,
            |article, add| article.author_values().into_iter().for_each(add),
            |id| corpus.author_label(id).to_string(),
            |id, label| (id == UNNAMED, lower(label)),
        );
        let outlet = Values::of(
            articles,
            |article, add| add(article.outlet.value.as_str()),
            |id| corpus.outlet_label(id).to_string(),
            |_, label| (false, lower(label)),
        );
        let year = Values::of(
            articles,
            |article, add| article.date.value.years().for_each(|year| add(&year.to_string())),
            str::to_string,
            // Later years first, also those before the year 0 and after 9999.
            |id, _| (false, format!("{:020}", i64::from(i32::MAX) - id.parse::<i64>().unwrap_or_default())),
        );
        let mut by_id: HashMap<&str, usize> = HashMap::new();
        // A corpus of articles alone may have very many of them.
        if !corpus.positions.is_empty() {
            by_id.extend(articles.iter().zip(0..).map(|(article, at)| (article.id.as_str(), at)));
        }
        let article_of = corpus.positions.iter().map(|p| by_id.get(p.article.as_str()).copied()).collect();
        Catalogue { recency, author, outlet, year, article_of }
    }

    /// How many articles are known.
    pub fn articles(&self) -> usize {
        self.recency.len()
    }

    /// The place of an article in the order newest first, then by id.
    pub fn recency(&self, article: usize) -> u32 {
        self.recency[article]
    }
}

impl Values {
    fn of(
        articles: &[Article],
        values: impl Fn(&Article, &mut dyn FnMut(&str)),
        label: impl Fn(&str) -> String,
        order: impl Fn(&str, &str) -> (bool, String),
    ) -> Values {
        let mut known = Words::default();
        let (mut of, mut ends) = (Vec::new(), Vec::with_capacity(articles.len()));
        for article in articles {
            values(article, &mut |value| of.push(known.intern(value)));
            ends.push(of.len() as u32);
        }
        let value = |nth| (known.get(nth).to_string(), label(known.get(nth)), nth);
        let mut all: Vec<(String, String, u32)> = (0..known.count() as u32).map(value).collect();
        all.order_by_cached_key(|(id, label, _)| (order(id, label), id.clone()));
        let mut place = vec![0; all.len()];
        (0..).zip(&all).for_each(|(at, (_, _, nth))| place[*nth as usize] = at);
        of.iter_mut().for_each(|nth| *nth = place[*nth as usize]);
        Values { all: all.into_iter().map(|(id, label, _)| (id, label)).collect(), ends, of }
    }

    /// The values of an article, by their indices in `all`; none of one that came since.
    pub fn of_article(&self, article: usize) -> &[u32] {
        let Some(&end) = self.ends.get(article) else { return &[] };
        let from = article.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.of[from as usize..end as usize]
    }
}
