//! Stems: what the forms of a word have in common.
//!
//! In: a folded word. Out: its stem by the Snowball algorithm of the language that its script stands for: English for Latin
//! letters, Russian for Cyrillic ones; none for other scripts and for what has signs or digits. Written after the published
//! descriptions of both algorithms (Porter, *Snowball*, 2001), since a crate for them would carry all languages into every
//! page; tests compare with such a crate.

/// The stem of a folded word; none where it has none.
pub fn stem(word: &str) -> Option<String> {
    if word.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'') {
        Some(English::of(word))
    } else if word.chars().all(|c| matches!(c, 'а'..='я')) {
        Some(Russian::of(word))
    } else {
        None
    }
}

/// The longest of these endings that a word has.
fn longest<'a, T: PartialEq>(
    word: &[T],
    endings: impl Iterator<Item = &'a str>,
    same: fn(&[T], &str) -> bool,
) -> Option<&'a str> {
    endings.filter(|ending| same(word, ending)).max_by_key(|ending| ending.len())
}

/// An English word that is being stemmed; `Y` is a y that is a consonant.
struct English {
    word: Vec<u8>,
    r1: usize,
    r2: usize,
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Where the part behind the first consonant after a vowel begins.
fn region<T: Copy>(word: &[T], from: usize, is_vowel: fn(T) -> bool) -> usize {
    let vowel = (from..word.len()).find(|&at| is_vowel(word[at])).unwrap_or(word.len());
    (vowel..word.len()).find(|&at| !is_vowel(word[at])).map_or(word.len(), |at| at + 1)
}

impl English {
    fn of(word: &str) -> String {
        let known = match word {
            "skis" => "ski",
            "skies" => "sky",
            "dying" => "die",
            "lying" => "lie",
            "tying" => "tie",
            "idly" => "idl",
            "gently" => "gentl",
            "ugly" => "ugli",
            "early" => "earli",
            "only" => "onli",
            "singly" => "singl",
            "sky" | "news" | "howe" | "atlas" | "cosmos" | "bias" | "andes" => word,
            _ if word.len() < 3 => word,
            _ => "",
        };
        if !known.is_empty() || word.is_empty() {
            return known.to_string();
        }
        let mut word: Vec<u8> = word.strip_prefix('\'').unwrap_or(word).bytes().collect();
        for at in 0..word.len() {
            if word[at] == b'y' && (at == 0 || is_vowel(word[at - 1])) {
                word[at] = b'Y';
            }
        }
        let opening = ["gener", "commun", "arsen"].iter().find(|opening| word.starts_with(opening.as_bytes()));
        let r1 = opening.map_or_else(|| region(&word, 0, is_vowel), |opening| opening.len());
        let r2 = region(&word, r1, is_vowel);
        let mut english = English { word, r1, r2 };
        english.steps();
        english.word.iter().map(|&letter| letter.to_ascii_lowercase() as char).collect()
    }

    fn steps(&mut self) {
        if let Some(ending) = self.longest(&["'", "'s", "'s'"]) {
            self.cut(ending);
        }
        self.plural();
        let whole = ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];
        if whole.iter().any(|word| self.word == word.as_bytes()) {
            return;
        }
        self.participle();
        if let [_, .., before, last @ (b'y' | b'Y')] = self.word.as_mut_slice()
            && !is_vowel(*before)
        {
            *last = b'i';
        }
        self.suffix();
        self.second_suffix();
        self.last_suffix();
        match self.word.as_slice() {
            [.., b'e'] => {
                let at = self.word.len() - 1;
                if self.r2 <= at || (self.r1 <= at && !is_short_syllable(&self.word[..at])) {
                    self.word.pop();
                }
            }
            [.., b'l', b'l'] if self.r2 < self.word.len() => {
                self.word.pop();
            }
            _ => {}
        }
    }

    fn longest<'a>(&self, endings: &[&'a str]) -> Option<&'a str> {
        longest(&self.word, endings.iter().copied(), |word, ending| word.ends_with(ending.as_bytes()))
    }

    fn cut(&mut self, ending: &str) {
        self.word.truncate(self.word.len() - ending.len());
    }

    fn put(&mut self, ending: &str, instead: &str) {
        self.cut(ending);
        self.word.extend(instead.bytes());
    }

    /// Whether the ending lies in the part that begins there.
    fn lies_in(&self, ending: &str, region: usize) -> bool {
        self.word.len() - ending.len() >= region
    }

    fn has_vowel_before(&self, letters: usize) -> bool {
        self.word[..self.word.len().saturating_sub(letters)].iter().any(|&letter| is_vowel(letter))
    }

    fn plural(&mut self) {
        match self.longest(&["sses", "ied", "ies", "s", "us", "ss"]) {
            Some("sses") => self.put("sses", "ss"),
            Some(ending @ ("ied" | "ies")) => self.put(ending, if self.word.len() > 4 { "i" } else { "ie" }),
            // Not of `gas`, where the only vowel stands right before.
            Some("s") if self.has_vowel_before(2) => self.cut("s"),
            _ => {}
        }
    }

    fn participle(&mut self) {
        match self.longest(&["eed", "eedly", "ed", "edly", "ing", "ingly"]) {
            Some(ending @ ("eed" | "eedly")) if !self.lies_in(ending, self.r1) => {}
            Some(ending @ ("eed" | "eedly")) => self.put(ending, "ee"),
            Some(ending) if self.has_vowel_before(ending.len()) => {
                self.cut(ending);
                match self.word.as_slice() {
                    [.., b'a', b't'] | [.., b'b', b'l'] | [.., b'i', b'z'] => self.word.push(b'e'),
                    [.., a, b] if a == b && b"bdfgmnprt".contains(b) => {
                        self.word.pop();
                    }
                    word if self.r1 >= word.len() && is_short_syllable(word) => self.word.push(b'e'),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn suffix(&mut self) {
        const ENDINGS: &[(&str, &str)] = &[
            ("tional", "tion"),
            ("enci", "ence"),
            ("anci", "ance"),
            ("abli", "able"),
            ("entli", "ent"),
            ("izer", "ize"),
            ("ization", "ize"),
            ("ational", "ate"),
            ("ation", "ate"),
            ("ator", "ate"),
            ("alism", "al"),
            ("aliti", "al"),
            ("alli", "al"),
            ("fulness", "ful"),
            ("ousli", "ous"),
            ("ousness", "ous"),
            ("iveness", "ive"),
            ("iviti", "ive"),
            ("biliti", "ble"),
            ("bli", "ble"),
            ("ogi", "og"),
            ("fulli", "ful"),
            ("lessli", "less"),
            ("li", ""),
        ];
        if let Some((ending, instead)) = self.row(ENDINGS).filter(|(ending, _)| self.lies_in(ending, self.r1)) {
            let before = self.word[..self.word.len() - ending.len()].last().copied().unwrap_or(0);
            let fits = match ending {
                "ogi" => before == b'l',
                "li" => b"cdeghkmnrt".contains(&before),
                _ => true,
            };
            if fits {
                self.put(ending, instead);
            }
        }
    }

    fn second_suffix(&mut self) {
        const ENDINGS: &[(&str, &str)] = &[
            ("tional", "tion"),
            ("ational", "ate"),
            ("alize", "al"),
            ("icate", "ic"),
            ("iciti", "ic"),
            ("ical", "ic"),
            ("ful", ""),
            ("ness", ""),
            ("ative", ""),
        ];
        if let Some((ending, instead)) = self.row(ENDINGS).filter(|(ending, _)| self.lies_in(ending, self.r1))
            && (ending != "ative" || self.lies_in(ending, self.r2))
        {
            self.put(ending, instead);
        }
    }

    fn last_suffix(&mut self) {
        let endings = [
            "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism", "ate", "iti",
            "ous", "ive", "ize", "ion",
        ];
        if let Some(ending) = self.longest(&endings).filter(|ending| self.lies_in(ending, self.r2)) {
            let before = &self.word[..self.word.len() - ending.len()];
            if ending != "ion" || matches!(before.last(), Some(b's' | b't')) {
                self.cut(ending);
            }
        }
    }

    fn row(&self, rows: &[(&'static str, &'static str)]) -> Option<(&'static str, &'static str)> {
        let has = |row: &&(&str, &str)| self.word.ends_with(row.0.as_bytes());
        rows.iter().filter(has).max_by_key(|row| row.0.len()).copied()
    }
}

/// Whether a word ends in a vowel and a consonant that make a short syllable: `rap`, `ow` in `bestow` not.
fn is_short_syllable(word: &[u8]) -> bool {
    match word {
        [first, second] => is_vowel(*first) && !is_vowel(*second),
        [.., before, vowel, last] => {
            !is_vowel(*before) && is_vowel(*vowel) && !is_vowel(*last) && !matches!(last, b'w' | b'x' | b'Y')
        }
        _ => false,
    }
}

/// A Russian word that is being stemmed.
struct Russian {
    word: Vec<char>,
    /// Where the part behind the first vowel begins, in which endings lie.
    rv: usize,
}

fn is_russian_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

impl Russian {
    fn of(word: &str) -> String {
        let word: Vec<char> = word.chars().collect();
        let Some(vowel) = word.iter().position(|&letter| is_russian_vowel(letter)) else {
            return word.iter().collect();
        };
        let r2 = region(&word, region(&word, 0, is_russian_vowel), is_russian_vowel);
        let mut russian = Russian { word, rv: vowel + 1 };
        russian.inflection();
        russian.cut_one("и", "");
        if let Some(ending) = russian.ending(&["ост", "ость"])
            && russian.word.len() - ending.chars().count() >= r2
        {
            russian.cut(ending);
        }
        match russian.ending(&["ейш", "ейше", "нн", "ь"]) {
            Some("нн") => russian.cut("н"),
            Some("ь") => russian.cut("ь"),
            Some(superlative) => {
                russian.cut(superlative);
                if russian.ending(&["нн"]).is_some() {
                    russian.cut("н");
                }
            }
            None => {}
        }
        russian.word.into_iter().collect()
    }

    /// Takes off the ending of a gerund, or else the reflexive one and that of an adjective, a verb or a noun.
    fn inflection(&mut self) {
        if self.cut_one("ив ивши ившись ыв ывши ывшись", "в вши вшись") {
            return;
        }
        self.cut_one("ся сь", "");
        if self.cut_one("ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею", "")
        {
            self.cut_one("ивш ывш ующ", "ем нн вш ющ щ");
            return;
        }
        let verb = self.cut_one(
            "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю",
            "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
        );
        if !verb {
            let noun = "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я";
            self.cut_one(noun, "");
        }
    }

    /// The longest of these endings that lies behind the first vowel.
    fn ending<'a>(&self, endings: &[&'a str]) -> Option<&'a str> {
        longest(&self.word[self.rv..], endings.iter().copied(), ends_with)
    }

    fn cut(&mut self, ending: &str) {
        self.word.truncate(self.word.len() - ending.chars().count());
    }

    /// Takes off the longest of these endings, parted by spaces; those of the second list only behind а or я.
    fn cut_one(&mut self, anywhere: &str, behind_a: &str) -> bool {
        let all: Vec<&str> = anywhere.split(' ').chain(behind_a.split(' ')).filter(|e| !e.is_empty()).collect();
        let Some(ending) = self.ending(&all) else { return false };
        let before = &self.word[self.rv..self.word.len() - ending.chars().count()];
        let fits = anywhere.split(' ').any(|e| e == ending) || matches!(before.last(), Some('а' | 'я'));
        if fits {
            self.cut(ending);
        }
        fits
    }
}

fn ends_with(word: &[char], ending: &str) -> bool {
    ending.chars().rev().zip(word.iter().rev()).all(|(a, b)| a == *b) && word.len() >= ending.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;
    use rust_stemmers::{Algorithm, Stemmer};

    const ENGLISH: &[&str] = &[
        "a", "e", "i", "o", "u", "y", "b", "ss", "t", "tt", "pp", "sk", "gener", "commun", "at", "bl", "iz", "'", "s",
        "'s", "sses", "ied", "ies", "us", "eed", "eedly", "ed", "edly", "ing", "ingly", "tional", "ation", "izer",
        "al", "ism", "iti", "ful", "ness", "ous", "li", "ly", "ive", "bil", "og", "less", "ic", "ate", "ative", "ance",
        "ement", "ent", "ion", "e", "ll", "dying", "news", "inning", "w", "x",
    ];

    const RUSSIAN: &[&str] = &[
        "а",
        "е",
        "и",
        "о",
        "у",
        "я",
        "б",
        "к",
        "м",
        "остр",
        "стат",
        "нн",
        "н",
        "ь",
        "ост",
        "ость",
        "ейш",
        "ейше",
        "ся",
        "сь",
        "вши",
        "ивши",
        "ившись",
        "ющ",
        "ующ",
        "ем",
        "ого",
        "ыми",
        "ая",
        "ла",
        "ила",
        "ете",
        "йте",
        "ть",
        "ить",
        "ешь",
        "ами",
        "иями",
        "ов",
        "ий",
        "ой",
        "ию",
        "ия",
        "ье",
        "й",
        "щ",
    ];

    fn word(parts: &'static [&'static str]) -> impl Strategy<Value = String> {
        proptest::collection::vec(select(parts), 1..6).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn english_stems_are_those_of_snowball(word in word(ENGLISH)) {
            let expected = Stemmer::create(Algorithm::English).stem(&word).into_owned();
            prop_assert_eq!(stem(&word), Some(expected), "{}", word);
        }

        #[test]
        fn russian_stems_are_those_of_snowball(word in word(RUSSIAN)) {
            let expected = Stemmer::create(Algorithm::Russian).stem(&word).into_owned();
            prop_assert_eq!(stem(&word), Some(expected), "{}", word);
        }
    }

    #[test]
    fn forms_of_a_word_have_one_stem_and_what_is_no_word_of_these_languages_has_none() {
        for (forms, one) in [
            (["treaty", "treaties"], "treati"),
            (["negotiating", "negotiated"], "negoti"),
            (["острова", "островов"], "остров"),
            (["переговоры", "переговоров"], "переговор"),
        ] {
            assert_eq!(forms.map(|form| stem(form).unwrap()), [one, one]);
        }
        for word in ["17", "g20", "霧", "naïve", "US", "мойx", "شجرة", "%"] {
            assert_eq!(stem(word), None, "{word}");
        }
    }
}
