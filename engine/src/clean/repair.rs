//! What may be done to a capture, by name.

/// A kind of repair. Everything that makes the cleaned text differ from the capture is one of these and is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RepairKind {
    /// Two lines of one paragraph, joined.
    HardWrap,
    /// A word parted at a line's end, joined without its hyphen.
    HyphenJoined,
    /// A word parted at a line's end whose hyphen is its own.
    HyphenKept,
    /// A sentence parted by a page break, a teaser or a picture, joined.
    PageBreak,
    /// Two paragraphs that the capture had run together, parted.
    LostBreak,
    /// Runs of spaces, or spaces of a special width.
    Space,
    /// Signs without width.
    Invisible,
    /// Navigation, sharing, subscription, player remains and the like.
    Boilerplate,
    /// A line that the corpus's own rules take out.
    OutletRule,
    /// A page number or a running head.
    RunningHead,
    /// A pointer to another article, or a bare link.
    RelatedLink,
    /// The words under a picture, a video or a figure.
    Caption,
    /// A paragraph that stands twice in succession.
    Repeated,
    /// Who wrote it, and when.
    Byline,
    /// What is said of the author.
    Biography,
    /// Rights, warnings and whatever follows the article.
    Notice,
    /// The word above a part: a synopsis, a commentary.
    Label,
    /// The title.
    Title,
    /// A heading.
    Heading,
}

impl RepairKind {
    /// All kinds, in the order of the log's legend.
    pub const ALL: [RepairKind; 19] = [
        RepairKind::HardWrap,
        RepairKind::HyphenJoined,
        RepairKind::HyphenKept,
        RepairKind::PageBreak,
        RepairKind::LostBreak,
        RepairKind::Space,
        RepairKind::Invisible,
        RepairKind::Boilerplate,
        RepairKind::OutletRule,
        RepairKind::RunningHead,
        RepairKind::RelatedLink,
        RepairKind::Caption,
        RepairKind::Repeated,
        RepairKind::Byline,
        RepairKind::Biography,
        RepairKind::Notice,
        RepairKind::Label,
        RepairKind::Title,
        RepairKind::Heading,
    ];

    /// The words for it in logs and in `repairs.csv`.
    pub fn label(self) -> &'static str {
        match self {
            RepairKind::HardWrap => "hard wrap joined",
            RepairKind::HyphenJoined => "hyphen at line end joined",
            RepairKind::HyphenKept => "hyphen at line end kept",
            RepairKind::PageBreak => "page break joined",
            RepairKind::LostBreak => "lost paragraph break restored",
            RepairKind::Space => "space normalised",
            RepairKind::Invisible => "invisible sign removed",
            RepairKind::Boilerplate => "boilerplate line removed",
            RepairKind::OutletRule => "line removed by the corpus's rule",
            RepairKind::RunningHead => "running head removed",
            RepairKind::RelatedLink => "related link removed",
            RepairKind::Caption => "caption removed",
            RepairKind::Repeated => "repeated paragraph removed",
            RepairKind::Byline => "byline removed",
            RepairKind::Biography => "biographical note removed",
            RepairKind::Notice => "notice removed",
            RepairKind::Label => "label removed",
            RepairKind::Title => "title set apart",
            RepairKind::Heading => "heading set apart",
        }
    }
}

/// One repair: what was done, where, and to which word or line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What was done.
    pub kind: RepairKind,
    /// The paragraph it was done in, or after which the removed line stood; none before the first and after the last.
    pub p: Option<u32>,
    /// The line of the capture, the word concerned, or the beginning of what was removed.
    pub detail: String,
}

/// A repair whose paragraph has no number yet.
#[derive(Clone, Debug)]
pub(super) struct Mend {
    pub kind: RepairKind,
    pub detail: String,
}

#[cfg(test)]
mod tests {
    use super::RepairKind;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_has_words_of_its_own() {
        let labels: BTreeSet<&str> = RepairKind::ALL.iter().map(|kind| kind.label()).collect();
        assert_eq!(labels.len(), RepairKind::ALL.len());
    }
}
