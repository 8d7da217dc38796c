//! The sheets of a seminar.

use crate::messages::Messages;

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
    pub fn label(self, messages: &Messages) -> &'static str {
        let messages = &messages.seminar;
        match self {
            Sheet::Prompts => messages.sheet_prompts,
            Sheet::Code => messages.sheet_code,
            Sheet::Role => messages.sheet_role,
            Sheet::Matrix => messages.sheet_matrix,
            Sheet::Blank => messages.sheet_blank,
            Sheet::Notes => messages.sheet_notes,
        }
    }
}
