//! A corpus with its index: what answers.

use super::fields::Named;
use super::filters::Filters;
use super::holding::Ground;
use super::matching::{Meeting, meet};
use super::units::UnitSet;
use super::widening::{corrected, near_to, widen};
use super::{Ask, Hit, Notice, Passage, Selection, Sort, facets, rank};
use crate::index::{Index, Place, Unit};
use crate::model::{Article, Corpus, Position, PositionId};
use crate::query::{Idle, Leaf, Names, Plan, Query, Why, plan};
use crate::text::Lexicon;
use std::collections::{BTreeMap, BTreeSet};

/// A corpus, indexed and ready to answer.
#[derive(Clone, Debug, Default)]
pub struct Library {
    corpus: Corpus,
    lexicon: Lexicon,
    names: Names,
    index: Index,
}

/// Of so many words that are nowhere the nearest are offered.
const NEAREST: usize = 8;

/// Units that were found: by index, the score and the reasons.
type Met = BTreeMap<u32, (f64, Vec<Why>)>;

impl Library {
    /// Indexes a corpus.
    pub fn new(corpus: Corpus) -> Library {
        let lexicon = Lexicon::new(&corpus.search);
        let names = Names::new(&corpus, &lexicon);
        let index = Index::new(&corpus, &lexicon);
        Library { corpus, lexicon, names, index }
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Its index.
    pub(super) fn index(&self) -> &Index {
        &self.index
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
        let meetings: Vec<BTreeMap<u32, Meeting>> =
            plan.leaves.iter().map(|leaf| meet(leaf, &self.index, &self.names)).collect();
        let mut notices = Vec::new();
        let ground = self.ground(&plan, &meetings, &mut notices);
        let met = self.units_met(&plan, &meetings, &ground.hold(&plan.need));
        let asks_of_units = plan.asks_of_units();
        let lists_passages = asks_of_units || ask.filters.select_positions();

        // Everything but the filters of articles, which facets count against one another.
        let chosen: Vec<&Position> = self.corpus.positions.iter().filter(|p| ask.filters.lets_position(p)).collect();
        let carries = |unit: &Unit| !ask.filters.select_positions() || self.carries(unit, &chosen);
        let mut passages: BTreeMap<usize, Vec<Passage>> = BTreeMap::new();
        for (&at, (score, why)) in &met {
            let unit = &self.index.units()[at as usize];
            if carries(unit) {
                let list = passages.entry(unit.article).or_default();
                list.push(Passage { place: unit.place, score: *score, why: why.clone() });
            }
        }
        let found: Vec<usize> = passages.keys().copied().collect();
        let lets = |article: &Article| {
            ask.filters.lets_author(article) && ask.filters.lets_outlet(article) && ask.filters.lets_year(article)
        };
        let shown: Vec<usize> = found.iter().copied().filter(|&i| lets(&self.corpus.articles[i])).collect();

        let mut hit = |&article: &usize| {
            let passages = if lists_passages { passages.remove(&article).unwrap_or_default() } else { Vec::new() };
            let scores: Vec<f64> = passages.iter().map(|p| p.score).collect();
            Hit { article, score: rank::article_score(&scores), passages }
        };
        let mut hits: Vec<Hit> = shown.iter().map(&mut hit).collect();
        self.sort(&mut hits, ask.sort);
        self.say(ask, &plan, &meetings, &shown, &mut notices);
        Selection {
            positions: self.positions(&ask.filters, &shown, &met, asks_of_units),
            facets: facets::facets(&self.corpus, &found, &ask.filters),
            alone: meetings.iter().map(|met| self.articles_of(met.keys(), &lets)).collect(),
            hits,
            notices,
            leaves: plan.leaves,
        }
    }

    /// The units that each part of a plan is true of.
    fn ground(&self, plan: &Plan, meetings: &[BTreeMap<u32, Meeting>], notices: &mut Vec<Notice>) -> Ground {
        let units = self.index.units().len();
        let of = |chosen: &mut dyn Iterator<Item = u32>| {
            let mut set = UnitSet::none(units);
            chosen.for_each(|unit| set.insert(unit));
            set
        };
        let of_articles = |articles: &BTreeSet<usize>| {
            let all = self.index.units().iter().zip(0..);
            of(&mut all.filter(|(unit, _)| articles.contains(&unit.article)).map(|(_, at)| at))
        };
        let leaf = |(leaf, met): (&Leaf, &BTreeMap<u32, Meeting>)| {
            if !leaf.in_title {
                return of(&mut met.keys().copied());
            }
            of_articles(&met.keys().map(|&at| self.index.units()[at as usize].article).collect())
        };
        let leaves = plan.leaves.iter().zip(meetings).map(leaf).collect();
        let mut fields = Vec::new();
        let mut met_by: BTreeMap<&PositionId, (&Position, BTreeSet<usize>)> = BTreeMap::new();
        for (nth, ask) in plan.fields.iter().enumerate() {
            let (named, notice) = self.named(ask);
            notices.extend(notice.filter(|notice| !notices.contains(notice)));
            fields.push(match named {
                Named::Articles(articles) => Some(of_articles(&articles.into_iter().collect())),
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
        let carriers = |positions: Vec<&Position>| {
            let all = self.index.units().iter().zip(0..);
            of(&mut all.filter(|(unit, _)| self.carries(unit, &positions)).map(|(_, at)| at))
        };
        let positions = alike.into_iter().map(|(met, positions)| (met, carriers(positions))).collect();
        Ground { units, leaves, fields, positions }
    }

    /// The units that were found, with their scores and the reasons of each leaf that they meet.
    fn units_met(&self, plan: &Plan, meetings: &[BTreeMap<u32, Meeting>], found: &UnitSet) -> Met {
        let mut met: Met = found.iter().map(|unit| (unit, (0.0, Vec::new()))).collect();
        let of_units = plan.leaves.iter().zip(meetings).filter(|(leaf, _)| !leaf.negated && !leaf.in_title);
        for (_, units) in of_units {
            let rarity = rank::rarity(&self.index, units.len());
            for (at, meeting) in units {
                if let Some((score, why)) = met.get_mut(at) {
                    *score += rank::unit_score(&self.index, &self.index.units()[*at as usize], meeting.count, rarity);
                    why.extend(meeting.why.iter().copied());
                }
            }
        }
        for (_, why) in met.values_mut() {
            why.sort();
            why.dedup();
        }
        met
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
    fn positions(&self, filters: &Filters, shown: &[usize], met: &Met, words: bool) -> Vec<usize> {
        let places: BTreeSet<(&str, u32)> = met
            .keys()
            .map(|&at| &self.index.units()[at as usize])
            .filter_map(|unit| match unit.place {
                Place::Paragraph(at) => {
                    let article = &self.corpus.articles[unit.article];
                    Some((article.id.as_str(), article.paragraphs[at].n))
                }
                Place::Title => None,
            })
            .collect();
        let articles: BTreeSet<&str> = shown.iter().map(|&i| self.corpus.articles[i].id.as_str()).collect();
        let selected = |position: &Position| {
            filters.lets_position(position)
                && articles.contains(position.article.as_str())
                && (!words || position.evidence.iter().any(|e| places.contains(&(position.article.as_str(), e.p))))
        };
        (0..self.corpus.positions.len()).filter(|&i| selected(&self.corpus.positions[i])).collect()
    }

    /// In how many articles that the filters let through these units stand.
    fn articles_of<'a>(&self, units: impl Iterator<Item = &'a u32>, lets: &dyn Fn(&Article) -> bool) -> usize {
        let articles: BTreeSet<usize> = units.map(|&at| self.index.units()[at as usize].article).collect();
        articles.into_iter().filter(|&i| lets(&self.corpus.articles[i])).count()
    }

    fn sort(&self, hits: &mut [Hit], sort: Sort) {
        let article = |hit: &Hit| &self.corpus.articles[hit.article];
        let newest_then_id = |a: &Hit, b: &Hit| {
            let (a, b) = (article(a), article(b));
            b.date.value.last_day().cmp(&a.date.value.last_day()).then_with(|| a.id.cmp(&b.id))
        };
        let author = |hit: &Hit| {
            let values = article(hit).author_values();
            let first = values.first().copied().unwrap_or_default();
            (first == crate::model::UNNAMED, self.corpus.author_label(first).to_lowercase())
        };
        let outlet = |hit: &Hit| self.corpus.outlet_label(article(hit).outlet.value.as_str()).to_lowercase();
        hits.sort_by(|a, b| match sort {
            Sort::Relevance => b.score.total_cmp(&a.score).then_with(|| newest_then_id(a, b)),
            Sort::Date => newest_then_id(a, b),
            Sort::Author => author(a).cmp(&author(b)).then_with(|| newest_then_id(a, b)),
            Sort::Outlet => outlet(a).cmp(&outlet(b)).then_with(|| newest_then_id(a, b)),
        });
    }

    /// Says what is not as typed: what has no effect, other names and forms that were found, order that is not known, names
    /// that are related.
    fn say(
        &self,
        ask: &Ask,
        plan: &Plan,
        meetings: &[BTreeMap<u32, Meeting>],
        shown: &[usize],
        notices: &mut Vec<Notice>,
    ) {
        // What ends a query that is being typed may yet get its effect.
        let is_due = |idle: &&Idle| !ask.typing || !(idle.unfinished || ask.q.trim_end().ends_with(&idle.typed));
        let idle = plan.idle.iter().filter(is_due);
        notices.extend(idle.map(|idle| Notice::NoEffect { typed: idle.typed.clone(), because: idle.because }));
        let is_shown = |unit: &u32| shown.contains(&self.index.units()[*unit as usize].article);
        let unordered_units = self.index.units().iter().any(|unit| !unit.ordered);
        for (leaf, units) in plan.leaves.iter().zip(meetings) {
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
            let here = || units.iter().filter(|(unit, _)| is_shown(unit)).map(|(_, meeting)| meeting);
            for kind in [Why::Alias, Why::Form] {
                let of_kind: BTreeSet<&str> =
                    leaf.alternatives.iter().filter(|a| a.why == kind).map(|a| a.label.as_str()).collect();
                let labels = here().flat_map(|m| &m.labels).filter(|label| of_kind.contains(label.as_str()));
                let also: Vec<String> = labels.cloned().collect::<BTreeSet<String>>().into_iter().collect();
                let typed = typed.clone();
                match kind {
                    _ if also.is_empty() => {}
                    Why::Alias => notices.push(Notice::Alias { typed, also }),
                    _ => notices.push(Notice::Form { typed, also }),
                }
            }
            if here().any(|meeting| meeting.why.contains(&Why::Unordered)) {
                notices.push(Notice::Unordered { typed: typed.clone() });
            }
        }
        if shown.is_empty() {
            let lacking = plan.leaves.iter().zip(meetings).filter(|(leaf, met)| !leaf.negated && met.is_empty());
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
