//! The cells of the table: what reads in them, and who says it.

use super::{Counted, Filled};

#[derive(Debug)]
pub struct Cells {
    pub questions_go_across: &'static str,
    pub questions_go_down: &'static str,
    pub question: &'static str,
    pub only_one_speaks: Filled<1>,
    pub nothing_in_these_articles: Counted,
    pub nothing_here_but_elsewhere: Filled<1>,
    pub nothing_here: &'static str,
    pub in_articles: Counted,
    pub positions_in_articles: Filled<2>,
}

pub const EN: Cells = Cells {
    questions_go_across: "Positions, questions across",
    questions_go_down: "Positions, questions down",
    question: "Question",
    only_one_speaks: Filled::new("only {0} speaks"),
    nothing_in_these_articles: Counted::new(&["nothing in this {} article", "nothing in these {} articles"]),
    nothing_here_but_elsewhere: Filled::new("nothing in this selection ({0} elsewhere)"),
    nothing_here: "nothing in this selection",
    in_articles: Counted::new(&["in {} article", "in {} articles"]),
    positions_in_articles: Filled::new("{0} {1}"),
};

pub const RU: Cells = Cells {
    questions_go_across: "Позиции, вопросы по горизонтали",
    questions_go_down: "Позиции, вопросы по вертикали",
    question: "Вопрос",
    only_one_speaks: Filled::new("высказывается только одна сторона: {0}"),
    nothing_in_these_articles: Counted::new(&[
        "во всём корпусе ({} статья) ничего нет",
        "во всём корпусе ({} статьи) ничего нет",
        "во всём корпусе ({} статей) ничего нет",
    ]),
    nothing_here_but_elsewhere: Filled::new("в этой выборке ничего нет (вне её: {0})"),
    nothing_here: "в этой выборке ничего нет",
    in_articles: Counted::new(&["в {} статье", "в {} статьях", "в {} статьях"]),
    positions_in_articles: Filled::new("{0} {1}"),
};

pub const JA: Cells = Cells {
    questions_go_across: "立場（論点は横）",
    questions_go_down: "立場（論点は縦）",
    question: "論点",
    only_one_speaks: Filled::new("{0}のみ言及"),
    nothing_in_these_articles: Counted::new(&["収録記事{}本には言及なし"]),
    nothing_here_but_elsewhere: Filled::new("この選択範囲には言及なし（範囲外に{0}件）"),
    nothing_here: "この選択範囲には言及なし",
    in_articles: Counted::new(&["記事{}本"]),
    positions_in_articles: Filled::new("{0}（{1}）"),
};
