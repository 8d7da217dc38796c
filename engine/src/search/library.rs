//! A corpus with its index: what answers.

use super::catalogue::Catalogue;
use super::fields::Named;
use super::filters::Filters;
use super::holding::Ground;
use super::matching::{Met, meet};
use super::units::UnitSet;
use super::widening::{corrected, near_to, widen, widen_further};
use super::{Ask, Hit, Notice, Passage, Selection, Sort, facets, rank};
use crate::index::{Index, Place, Segment, Told, Unit};
use crate::model::{Article, Corpus, Position, PositionId};
use crate::order::{InOrder, IntoSet};
use crate::query::{Idle, Leaf, Names, Plan, Query, Why, Whys, plan};
use crate::text::Lexicon;
use std::collections::{BTreeMap, BTreeSet};

/// A corpus, indexed and ready to answer.
#[derive(Clone, Debug, Default)]
pub struct Library {
    corpus: Corpus,
    lexicon: Lexicon,
    names: Names,
    index: Index,
    catalogue: Catalogue,
    /// While articles come that were indexed apart: what each maker of segments told.
    told: Vec<Told>,
}

/// Of so many words that are nowhere the nearest are offered.
const NEAREST: usize = 8;

/// A unit that was found: its index, its score, and why.
type Found = (u32, f64, Whys);

/// What a plan finds.
struct Find {
    /// What meets each leaf.
    mets: Vec<Met>,
    /// What meets the whole.
    units: Vec<Found>,
    /// What must be said about its fields.
    notices: Vec<Notice>,
}

impl Library {
    /// Indexes a corpus.
    pub fn new(corpus: Corpus) -> Library {
        let lexicon = Lexicon::new(&corpus.search);
        let names = Names::new(&corpus, &lexicon);
        let mut library = Library { corpus, lexicon, names, ..Library::default() };
        library.corpus.articles.iter().for_each(|article| library.index.add(article, &library.lexicon));
        library.settle();
        library
    }

    /// Adds articles behind those that are here; `segment` is what the [`Segments`](crate::index::Segments) of that number made of
    /// them with this library's lexicon. Where the bytes are cut short or out of turn, the articles are indexed here. What is found by a word's
    /// letters, and the filters, know them after [`settle`](Library::settle).
    pub fn add(&mut self, articles: Vec<Article>, segment: &[u8], maker: usize) {
        if self.told.len() <= maker {
            self.told.resize_with(maker + 1, Told::default);
        }
        let told = &mut self.told[maker];
        match Segment::read(segment, &articles, told) {
            Some(segment) => self.index.add_segment(&articles, &segment, told, &self.lexicon),
            None => articles.iter().for_each(|article| self.index.add(article, &self.lexicon)),
        }
        // Room for all that will come, at once: a list that grows is in memory twice.
        self.corpus.articles.reserve_exact(articles.len().max(self.corpus.later));
        self.corpus.later = self.corpus.later.saturating_sub(articles.len());
        self.corpus.articles.extend(articles);
        if self.corpus.is_whole() {
            self.told.clear();
        }
    }

    /// Ends the adding: what has not come will not come.
    pub fn end(&mut self) {
        self.corpus.later = 0;
        self.settle();
    }

    /// Makes ready what was added: to be called before the next question that is to find it.
    pub fn settle(&mut self) {
        self.index.settle();
        self.catalogue = Catalogue::of(&self.corpus);
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Its index.
    pub(super) fn index(&self) -> &Index {
        &self.index
    }

    /// What is known of its articles.
    pub(super) fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// How its words are read.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Answers: the one selection of a query and filters.
    pub fn select(&self, ask: &Ask) -> Selection {
        let mut plan = plan(&Query::parse(&ask.q, ask.typing), &self.names, &self.lexicon, ask.exact);
        for leaf in &mut plan.leaves {
            widen(leaf, &self.index, &self.names, &self.lexicon);
        }
        let mut find = self.find(&plan);
        if find.units.is_empty() && widen_further(&mut plan.leaves, &self.index, &self.names, &self.lexicon) {
            find = self.find(&plan);
        }
        let Find { mets, units: met, mut notices } = find;
        let asks_of_units = plan.asks_of_units();
        let lists_passages = asks_of_units || ask.filters.select_positions();

        // Everything but the filters of articles, which facets count against one another.
        let chosen: Vec<&Position> = self.corpus.positions.iter().filter(|p| ask.filters.lets_position(p)).collect();
        let carries = |unit: &Unit| !ask.filters.select_positions() || self.carries(unit, &chosen);
        let mut found: Vec<usize> = Vec::new();
        let mut hits: Vec<Hit> = Vec::new();
        let lets = |article: usize| {
            let article = &self.corpus.articles[article];
            ask.filters.lets_author(article) && ask.filters.lets_outlet(article) && ask.filters.lets_year(article)
        };
        let mut is_shown = false;
        for &(at, score, why) in &met {
            let Unit { article, place, .. } = self.index.units()[at as usize];
            // What was added and is not settled is not found yet.
            if article >= self.catalogue.articles() {
                break;
            }
            if !carries(&self.index.units()[at as usize]) {
                continue;
            }
            // Units come article by article.
            if found.last() != Some(&article) {
                found.push(article);
                is_shown = lets(article);
                if is_shown {
                    hits.push(Hit { article, score: 0.0, passages: Vec::new() });
                }
            }
            if let (Some(hit), true, true) = (hits.last_mut(), is_shown, lists_passages) {
                hit.passages.push(Passage { place, score, why });
            }
        }
        for hit in &mut hits {
            hit.score = rank::article_score(&hit.passages);
        }
        let mut shown = UnitSet::none(self.corpus.articles.len());
        hits.iter().for_each(|hit| shown.insert(hit.article as u32));
        self.sort(&mut hits, ask.sort);
        self.say(ask, &plan, &mets, &shown, &mut notices);
        Selection {
            positions: self.positions(&ask.filters, &shown, &met, asks_of_units),
            facets: facets::facets(&self.corpus, &self.catalogue, &found, &ask.filters),
            alone: mets.iter().map(|met| self.articles_of(&met.units, &lets)).collect(),
            hits,
            notices,
            leaves: plan.leaves,
        }
    }

    /// What a plan finds, whatever the filters.
    fn find(&self, plan: &Plan) -> Find {
        let mets: Vec<Met> = plan.leaves.iter().map(|leaf| meet(leaf, &self.index, &self.names)).collect();
        let mut notices = Vec::new();
        let ground = self.ground(plan, &mets, &mut notices);
        Find { units: self.units_met(plan, &mets, &ground.hold(&plan.need)), mets, notices }
    }

    /// The units of a set of articles.
    fn units_of(&self, articles: &UnitSet) -> UnitSet {
        let units = self.index.units();
        UnitSet::those(units.len(), |at| articles.contains(units[at as usize].article as u32))
    }

    /// How many articles that are let through have a unit of a set.
    fn articles_of(&self, units: &UnitSet, lets: &dyn Fn(usize) -> bool) -> usize {
        let mut last = None;
        // Units come article by article.
        let is_next = |article: &usize| last.replace(*article) != Some(*article);
        units
            .iter()
            .map(|unit| self.index.units()[unit as usize].article)
            .filter(is_next)
            .filter(|at| lets(*at))
            .count()
    }

    /// The units that each part of a plan is true of.
    fn ground(&self, plan: &Plan, mets: &[Met], notices: &mut Vec<Notice>) -> Ground {
        let units = self.index.units();
        let of_articles = |chosen: &mut dyn Iterator<Item = usize>| {
            let mut articles = UnitSet::none(self.corpus.articles.len());
            chosen.for_each(|article| articles.insert(article as u32));
            self.units_of(&articles)
        };
        let leaf = |(leaf, met): (&Leaf, &Met)| match leaf.in_title {
            false => met.units.clone(),
            true => of_articles(&mut met.units.iter().map(|at| units[at as usize].article)),
        };
        let leaves = plan.leaves.iter().zip(mets).map(leaf).collect();
        let mut fields = Vec::new();
        let mut met_by: BTreeMap<&PositionId, (&Position, BTreeSet<usize>)> = BTreeMap::new();
        for (nth, ask) in plan.fields.iter().enumerate() {
            let (named, notice) = self.named(ask);
            notices.extend(notice.filter(|notice| !notices.contains(notice)));
            fields.push(match named {
                Named::Articles(articles) => Some(of_articles(&mut articles.into_iter())),
                Named::Positions(positions) => {
                    for position in positions {
                        met_by.entry(&position.id).or_insert((position, BTreeSet::new())).1.insert(nth);
                    }
                    None
                }
            });
        }
        let mut alike: BTreeMap<BTreeSet<usize>, Vec<&Position>> = BTreeMap::new();
        for (position, met) in met_by.into_values() {
            alike.entry(met).or_default().push(position);
        }
        let carriers =
            |positions: Vec<&Position>| UnitSet::those(units.len(), |at| self.carries(&units[at as usize], &positions));
        let positions = alike.into_iter().map(|(met, positions)| (met, carriers(positions))).collect();
        Ground { units: units.len(), leaves, fields, positions }
    }

    /// The units that were found, in their order, with their scores and the reasons of each leaf that they meet.
    fn units_met(&self, plan: &Plan, mets: &[Met], found: &UnitSet) -> Vec<Found> {
        let of_units = plan.leaves.iter().zip(mets).filter(|(leaf, _)| !leaf.negated && !leaf.in_title);
        let scoring: Vec<(&Met, f64)> =
            of_units.map(|(_, met)| (met, rank::rarity(&self.index, met.units.count()))).collect();
        let means = rank::Means::of(&self.index);
        let scored = |at: u32| {
            let unit = &self.index.units()[at as usize];
            let (mut score, mut whys) = (0.0, Whys::default());
            for (met, rarity) in scoring.iter().filter(|(met, _)| met.units.contains(at)) {
                score += means.unit_score(unit, met.count(at), *rarity);
                whys.add_all(met.whys(at));
            }
            (at, score, whys)
        };
        found.iter().map(scored).collect()
    }

    /// Whether a unit is a paragraph that one of the positions is evidenced by.
    fn carries(&self, unit: &Unit, positions: &[&Position]) -> bool {
        let article = &self.corpus.articles[unit.article];
        let Place::Paragraph(at) = unit.place else { return false };
        let n = article.paragraphs[at].n;
        positions.iter().any(|p| p.article == article.id && p.evidence.iter().any(|place| place.p == n))
    }

    /// The positions that are selected: by their filters, their article, and, where words are asked for, a paragraph that
    /// matches.
    fn positions(&self, filters: &Filters, shown: &UnitSet, met: &[Found], words: bool) -> Vec<usize> {
        if self.corpus.positions.is_empty() {
            return Vec::new();
        }
        let paragraph = |unit: &Unit| match unit.place {
            Place::Paragraph(at) => Some((unit.article, self.corpus.articles[unit.article].paragraphs[at].n)),
            Place::Title => None,
        };
        let units = met.iter().filter(|_| words).map(|(at, ..)| &self.index.units()[*at as usize]);
        let places: BTreeSet<(usize, u32)> = units.filter_map(paragraph).into_set();
        let selected = |&at: &usize| {
            let position = &self.corpus.positions[at];
            let article = self.catalogue.article_of[at].filter(|article| shown.contains(*article as u32));
            article.is_some_and(|article| {
                filters.lets_position(position)
                    && (!words || position.evidence.iter().any(|place| places.contains(&(article, place.p))))
            })
        };
        (0..self.corpus.positions.len()).filter(selected).collect()
    }

    fn sort(&self, hits: &mut [Hit], sort: Sort) {
        let article = |hit: &Hit| &self.corpus.articles[hit.article];
        let recency = |hit: &Hit| self.catalogue.recency(hit.article);
        let author = |hit: &Hit| {
            let values = article(hit).author_values();
            let first = values.first().copied().unwrap_or_default();
            (first == crate::model::UNNAMED, self.corpus.author_label(first).to_lowercase(), recency(hit))
        };
        let outlet =
            |hit: &Hit| (self.corpus.outlet_label(article(hit).outlet.value.as_str()).to_lowercase(), recency(hit));
        match sort {
            // No two articles are equally recent, so an unstable sort gives one order.
            Sort::Relevance => {
                hits.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then_with(|| recency(a).cmp(&recency(b))))
            }
            Sort::Date => hits.sort_unstable_by_key(recency),
            Sort::Author => hits.order_by_cached_key(author),
            Sort::Outlet => hits.order_by_cached_key(outlet),
        }
    }

    /// Says what is not as typed: what has no effect, other names and forms that were found, order that is not known, names
    /// that are related.
    fn say(&self, ask: &Ask, plan: &Plan, mets: &[Met], shown: &UnitSet, notices: &mut Vec<Notice>) {
        // What ends a query that is being typed may yet get its effect.
        let is_due = |idle: &&Idle| !ask.typing || !(idle.unfinished || ask.q.trim_end().ends_with(&idle.typed));
        let idle = plan.idle.iter().filter(is_due);
        notices.extend(idle.map(|idle| Notice::NoEffect { typed: idle.typed.clone(), because: idle.because }));
        let unordered_units = self.index.has_unordered();
        // Most answers have nothing of which it must be known whether it is shown.
        let is_told = unordered_units || mets.iter().any(|met| !met.others.is_empty());
        let shown_units = if is_told { self.units_of(shown) } else { UnitSet::none(self.index.units().len()) };
        for (leaf, met) in plan.leaves.iter().zip(mets) {
            let typed = leaf.typed.clone();
            // Titles are always here as they stand.
            if leaf.negated && !leaf.in_title && unordered_units {
                let needing = leaf.alternatives.iter().filter(|way| self.names.needs_order(way));
                let named = needing.map(|way| if way.why == Why::Exact { typed.clone() } else { way.label.clone() });
                notices.extend(named.map(|typed| Notice::ExclusionUnordered { typed }));
            }
            notices.extend(corrected(leaf));
            if leaf.negated {
                continue;
            }
            for kind in [Why::Alias, Why::Form] {
                let of_kind = met
                    .others
                    .iter()
                    .filter(|(nth, here)| leaf.alternatives[*nth].why == kind && here.meets(&shown_units));
                let labels: BTreeSet<&String> = of_kind.map(|(nth, _)| &leaf.alternatives[*nth].label).into_set();
                let also: Vec<String> = labels.into_iter().cloned().collect();
                let typed = typed.clone();
                match kind {
                    _ if also.is_empty() => {}
                    Why::Alias => notices.push(Notice::Alias { typed, also }),
                    _ => notices.push(Notice::Form { typed, also }),
                }
            }
            let is_unordered = |unit: u32| met.whys(unit).contains(Why::Unordered) && shown_units.contains(unit);
            if unordered_units && met.units.iter().any(is_unordered) {
                notices.push(Notice::Unordered { typed: typed.clone() });
            }
        }
        if shown.is_empty() {
            let lacking = plan.leaves.iter().zip(mets).filter(|(leaf, met)| !leaf.negated && met.units.is_empty());
            notices.extend(lacking.take(NEAREST).filter_map(|(leaf, _)| near_to(leaf, &self.index)));
        }
        self.offer_related(plan, notices);
    }

    /// Offers the names related to one that was typed. They are not equal, so they are never added.
    fn offer_related(&self, plan: &Plan, notices: &mut Vec<Notice>) {
        let leaves: Vec<&Leaf> = plan.leaves.iter().filter(|leaf| !leaf.negated).collect();
        let typed: Vec<String> = leaves.iter().flat_map(|leaf| leaf.alternatives[0].keys.clone()).collect();
        let is_typed = |name: &String| {
            let keys = crate::text::keys(name, &self.lexicon);
            !keys.is_empty()
                && (typed.windows(keys.len()).any(|run| run == keys)
                    || leaves.iter().any(|leaf| leaf.alternatives.iter().any(|a| a.keys == keys)))
        };
        for related in &self.corpus.related {
            let (asked, offered): (Vec<String>, Vec<String>) = related.names.iter().cloned().partition(is_typed);
            if let (Some(typed), false) = (asked.first().cloned(), offered.is_empty()) {
                notices.push(Notice::Related { typed, offered });
            }
        }
    }
}
