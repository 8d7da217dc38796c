//! Sets of units, or of articles, as bits.

/// A set of units of an index that has so many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnitSet(Vec<u64>);

impl UnitSet {
    /// None of so many units.
    pub fn none(of: usize) -> UnitSet {
        UnitSet(vec![0; of.div_ceil(64)])
    }

    /// All of so many units.
    pub fn all(of: usize) -> UnitSet {
        let mut set = UnitSet(vec![u64::MAX; of.div_ceil(64)]);
        if let (Some(last), rest @ 1..) = (set.0.last_mut(), of % 64) {
            *last = (1 << rest) - 1;
        }
        set
    }

    /// Those of so many units that are chosen.
    pub fn those(of: usize, chosen: impl Fn(u32) -> bool) -> UnitSet {
        let mut set = UnitSet::none(of);
        (0..of as u32).filter(|unit| chosen(*unit)).for_each(|unit| set.insert(unit));
        set
    }

    /// Adds a unit.
    pub fn insert(&mut self, unit: u32) {
        self.0[unit as usize / 64] |= 1 << (unit % 64);
    }

    /// Whether a unit is in it.
    pub fn contains(&self, unit: u32) -> bool {
        self.0[unit as usize / 64] & 1 << (unit % 64) != 0
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|bits| *bits == 0)
    }

    /// Whether there is one that the other has as well.
    pub fn meets(&self, other: &UnitSet) -> bool {
        self.0.iter().zip(&other.0).any(|(mine, theirs)| mine & theirs != 0)
    }

    /// Keeps what the other has as well.
    pub fn keep(&mut self, other: &UnitSet) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine &= theirs);
    }

    /// Adds what the other has.
    pub fn add(&mut self, other: &UnitSet) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine |= theirs);
    }

    /// Takes out what the other has.
    pub fn take_out(&mut self, other: &UnitSet) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine &= !theirs);
    }

    /// The units in their order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().enumerate().flat_map(|(at, &bits)| {
            let first = at as u32 * 64;
            std::iter::successors((bits != 0).then_some(bits), |bits| Some(bits & (bits - 1)).filter(|rest| *rest != 0))
                .map(move |bits| first + bits.trailing_zeros())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_into_it() {
        for of in [0, 1, 63, 64, 65, 130] {
            assert_eq!(UnitSet::all(of).iter().collect::<Vec<_>>(), (0..of as u32).collect::<Vec<_>>());
            assert_eq!(UnitSet::none(of).iter().count(), 0);
        }
        let mut set = UnitSet::none(130);
        [3, 64, 129].into_iter().for_each(|unit| set.insert(unit));
        assert_eq!(set.iter().collect::<Vec<_>>(), [3, 64, 129]);
        assert_eq!((set.count(), set.is_empty(), set.contains(64), set.contains(65)), (3, false, true, false));
        assert!(set.meets(&UnitSet::all(130)) && !set.meets(&UnitSet::none(130)));
        let mut rest = UnitSet::all(130);
        rest.take_out(&set);
        assert_eq!(rest.iter().count(), 127);
        rest.keep(&set);
        assert_eq!(rest, UnitSet::none(130));
        rest.add(&set);
        assert_eq!(rest, set);
    }
}
