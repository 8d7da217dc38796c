//! Messages that count something.

/// A text for each plural form that a language has, `{}` for the number: one for Japanese, two for English (one, more), three for
/// Russian (as for 1, 21; as for 2, 34; as for 5, 11, 112). The rules are CLDR's for cardinal numbers, of which these three
/// languages need no more: <https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>.
#[derive(Clone, Copy, Debug)]
pub struct Counted(&'static [&'static str]);

impl Counted {
    /// Of one to three forms. In a constant, another number does not compile.
    pub const fn new(forms: &'static [&'static str]) -> Counted {
        assert!(!forms.is_empty() && forms.len() <= 3, "one form, two or three");
        Counted(forms)
    }

    /// The form for a number, with the number in it.
    pub fn with(&self, n: usize) -> String {
        self.with_text(n, &n.to_string())
    }

    /// The form for a number, with a text in its place: a number as it is written there, or marked.
    pub fn with_text(&self, n: usize, says: &str) -> String {
        self.form(n).replace("{}", says)
    }

    fn form(&self, n: usize) -> &'static str {
        let form = match self.0.len() {
            1 => 0,
            2 => usize::from(n != 1),
            _ => match (n % 10, n % 100) {
                (1, hundredth) if hundredth != 11 => 0,
                (2..=4, hundredth) if !(12..=14).contains(&hundredth) => 1,
                _ => 2,
            },
        };
        self.0[form]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_forms() {
        const EN: Counted = Counted::new(&["{} article", "{} articles"]);
        const RU: Counted = Counted::new(&["{} статья", "{} статьи", "{} статей"]);
        const JA: Counted = Counted::new(&["記事 {} 本"]);
        for (n, en, ru) in [
            (0, "0 articles", "0 статей"),
            (1, "1 article", "1 статья"),
            (2, "2 articles", "2 статьи"),
            (5, "5 articles", "5 статей"),
            (11, "11 articles", "11 статей"),
            (12, "12 articles", "12 статей"),
            (21, "21 articles", "21 статья"),
            (22, "22 articles", "22 статьи"),
            (111, "111 articles", "111 статей"),
            (114, "114 articles", "114 статей"),
            (1001, "1001 articles", "1001 статья"),
        ] {
            assert_eq!((EN.with(n).as_str(), RU.with(n).as_str()), (en, ru));
            assert_eq!(JA.with(n), format!("記事 {n} 本"));
        }
    }
}
