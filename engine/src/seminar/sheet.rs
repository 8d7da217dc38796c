//! The sheets of a seminar.

/// What a class works with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sheet {
    /// A question from each contrast.
    #[default]
    Prompts,
    /// A passage to code oneself, and then ours.
    Code,
    /// All that one actor holds.
    Role,
    /// The table with numbered evidence, for paper.
    Matrix,
    /// The same with empty cells, to be filled.
    Blank,
    /// The reader's own notes.
    Notes,
}

impl Sheet {
    /// All of them, in the order of the choice.
    pub const ALL: [Sheet; 6] = [Sheet::Prompts, Sheet::Code, Sheet::Role, Sheet::Matrix, Sheet::Blank, Sheet::Notes];

    /// Its id in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Sheet::Prompts => "prompts",
            Sheet::Code => "code",
            Sheet::Role => "role",
            Sheet::Matrix => "matrix",
            Sheet::Blank => "blank",
            Sheet::Notes => "notes",
        }
    }

    /// What it is called on the page.
    pub fn label(self) -> &'static str {
        match self {
            Sheet::Prompts => "Prompts",
            Sheet::Code => "Code, then reveal",
            Sheet::Role => "Role sheet",
            Sheet::Matrix => "Matrix",
            Sheet::Blank => "Blank matrix",
            Sheet::Notes => "My notes",
        }
    }
}
