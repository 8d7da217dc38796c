//! Messages with gaps.

/// A text with `N` gaps, written `{0}`, `{1}` and so on: in any order, since languages differ in theirs, and each at least once.
#[derive(Clone, Copy, Debug)]
pub struct Filled<const N: usize>(&'static str);

impl<const N: usize> Filled<N> {
    /// Of a text. In a constant, a text with another number of gaps does not compile.
    pub const fn new(text: &'static str) -> Filled<N> {
        assert!(N > 0 && N <= 10, "one to ten gaps");
        let bytes = text.as_bytes();
        let mut found = [false; 10];
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] == b'{' {
                assert!(at + 2 < bytes.len() && bytes[at + 2] == b'}', "a gap is a digit in braces");
                let gap = bytes[at + 1].wrapping_sub(b'0') as usize;
                assert!(gap < N, "more gaps than there is to fill in");
                found[gap] = true;
                at += 2;
            }
            at += 1;
        }
        let mut gap = 0;
        while gap < N {
            assert!(found[gap], "something would not be said");
            gap += 1;
        }
        Filled(text)
    }

    /// The text with its gaps filled, the first of `parts` in `{0}`. Parts are taken as they are: braces in them are no gaps.
    pub fn with<T: AsRef<str>>(&self, parts: [T; N]) -> String {
        filled(self.0, &parts.each_ref().map(AsRef::as_ref))
    }
}

fn filled(text: &str, parts: &[&str]) -> String {
    let mut pieces = text.split('{');
    let mut out = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        let (gap, rest) = piece.split_once('}').unwrap_or_default();
        out.push_str(gap.parse().ok().and_then(|gap: usize| parts.get(gap)).copied().unwrap_or_default());
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_in_the_order_of_the_language() {
        const EN: Filled<2> = Filled::new("{0} of {1}");
        const JA: Filled<2> = Filled::new("{1}のうち{0}");
        assert_eq!(EN.with(["3", "{0}"]), "3 of {0}");
        assert_eq!(JA.with(["3", "12"]), "12のうち3");
    }

    #[test]
    #[should_panic(expected = "something would not be said")]
    fn a_gap_that_is_missing_is_refused() {
        let _ = Filled::<2>::new("{0} alone");
    }

    #[test]
    #[should_panic(expected = "more gaps than there is to fill in")]
    fn a_gap_too_many_is_refused() {
        let _ = Filled::<1>::new("{0} and {1}");
    }
}
