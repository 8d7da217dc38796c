//! Which units hold what a plan needs: the tree, evaluated by sets.
//!
//! What is asked of positions (`issue:`, `actor:`) must be met by one and the same position; what is excluded is a query of
//! its own, so that `-issue:x` takes out every paragraph that carries such a position.

use super::units::UnitSet;
use crate::query::Need;
use std::collections::{BTreeMap, BTreeSet};

/// The units that the parts of a plan are true of.
pub(super) struct Ground {
    /// How many units there are.
    pub units: usize,
    /// For each leaf.
    pub leaves: Vec<UnitSet>,
    /// For each field of the article; none for fields of positions.
    pub fields: Vec<Option<UnitSet>>,
    /// The positions as their fields have them: which are met, and the units that carry such a position.
    pub positions: BTreeMap<BTreeSet<usize>, UnitSet>,
}

/// A need of which everything is a set of units but what is asked of one position.
enum Held {
    Units(UnitSet),
    Position(usize),
    All(Vec<Held>),
    Any(Vec<Held>),
}

impl Ground {
    /// The units that hold what is needed.
    pub fn hold(&self, need: &Need) -> UnitSet {
        match self.held(need) {
            Held::Units(units) => units,
            held => {
                let mut all = self.under(&held, &BTreeSet::new());
                for (met, carriers) in &self.positions {
                    let mut units = self.under(&held, met);
                    units.keep(carriers);
                    all.add(&units);
                }
                all
            }
        }
    }

    fn held(&self, need: &Need) -> Held {
        match need {
            Need::Leaf(at) => Held::Units(self.leaves[*at].clone()),
            Need::Field(at) => self.fields[*at].clone().map_or(Held::Position(*at), Held::Units),
            Need::Not(inner) => {
                let mut units = UnitSet::all(self.units);
                units.take_out(&self.hold(inner));
                Held::Units(units)
            }
            Need::All(needs) => self.several(needs, UnitSet::all(self.units), UnitSet::keep, Held::All),
            Need::Any(needs) => self.several(needs, UnitSet::none(self.units), UnitSet::add, Held::Any),
        }
    }

    /// What is known of several needs as one set, beside what depends on the position.
    fn several(
        &self,
        needs: &[Need],
        start: UnitSet,
        join: fn(&mut UnitSet, &UnitSet),
        by: fn(Vec<Held>) -> Held,
    ) -> Held {
        let mut known = start;
        let mut open = Vec::new();
        for need in needs {
            match self.held(need) {
                Held::Units(units) => join(&mut known, &units),
                held => open.push(held),
            }
        }
        if open.is_empty() {
            return Held::Units(known);
        }
        open.push(Held::Units(known));
        by(open)
    }

    /// The units that hold it where a position meets these fields.
    fn under(&self, held: &Held, met: &BTreeSet<usize>) -> UnitSet {
        let fold = |parts: &[Held], mut set: UnitSet, join: fn(&mut UnitSet, &UnitSet)| {
            parts.iter().for_each(|part| join(&mut set, &self.under(part, met)));
            set
        };
        match held {
            Held::Units(units) => units.clone(),
            Held::Position(field) if met.contains(field) => UnitSet::all(self.units),
            Held::Position(_) => UnitSet::none(self.units),
            Held::All(parts) => fold(parts, UnitSet::all(self.units), UnitSet::keep),
            Held::Any(parts) => fold(parts, UnitSet::none(self.units), UnitSet::add),
        }
    }
}
