//! Numbers with their nouns.

use super::Counted;

#[derive(Debug)]
pub struct Counts {
    pub articles: Counted,
    pub passages: Counted,
    pub positions: Counted,
    pub paragraphs: Counted,
    pub sentences: Counted,
    pub questions: Counted,
    pub columns: Counted,
    pub authors: Counted,
    pub copies: Counted,
}

pub const EN: Counts = Counts {
    articles: Counted::new(&["{} article", "{} articles"]),
    passages: Counted::new(&["{} passage", "{} passages"]),
    positions: Counted::new(&["{} position", "{} positions"]),
    paragraphs: Counted::new(&["{} paragraph", "{} paragraphs"]),
    sentences: Counted::new(&["{} sentence", "{} sentences"]),
    questions: Counted::new(&["{} question", "{} questions"]),
    columns: Counted::new(&["{} column", "{} columns"]),
    authors: Counted::new(&["{} author", "{} authors"]),
    copies: Counted::new(&["{} copy", "{} copies"]),
};

pub const RU: Counts = Counts {
    articles: Counted::new(&["{} статья", "{} статьи", "{} статей"]),
    passages: Counted::new(&["{} фрагмент", "{} фрагмента", "{} фрагментов"]),
    positions: Counted::new(&["{} позиция", "{} позиции", "{} позиций"]),
    paragraphs: Counted::new(&["{} абзац", "{} абзаца", "{} абзацев"]),
    sentences: Counted::new(&["{} предложение", "{} предложения", "{} предложений"]),
    questions: Counted::new(&["{} вопрос", "{} вопроса", "{} вопросов"]),
    columns: Counted::new(&["{} столбец", "{} столбца", "{} столбцов"]),
    authors: Counted::new(&["{} автор", "{} автора", "{} авторов"]),
    copies: Counted::new(&["{} копия", "{} копии", "{} копий"]),
};

pub const JA: Counts = Counts {
    articles: Counted::new(&["記事{}本"]),
    passages: Counted::new(&["該当箇所{}件"]),
    positions: Counted::new(&["立場{}件"]),
    paragraphs: Counted::new(&["{}段落"]),
    sentences: Counted::new(&["{}文"]),
    questions: Counted::new(&["論点{}件"]),
    columns: Counted::new(&["{}列"]),
    authors: Counted::new(&["著者{}名"]),
    copies: Counted::new(&["写し{}点"]),
};
