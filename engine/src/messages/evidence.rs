//! The open cell: its positions, and what each article tells of the actor.

use super::Filled;

#[derive(Debug)]
pub struct Evidence {
    pub nothing_in_this_selection: &'static str,
    pub positions_in_articles: Filled<2>,
    pub all_that_it_holds: Filled<1>,
    pub evidence_of: Filled<2>,
    pub close: &'static str,
    pub what_belongs_to_this_question: &'static str,
    pub read_differently: &'static str,
    pub no_two_read_it_differently: &'static str,
    pub the_articles_difference: &'static str,
    pub as_told_by: &'static str,
}

pub const EN: Evidence = Evidence {
    nothing_in_this_selection: "Nothing in this selection",
    positions_in_articles: Filled::new("{0} in {1}"),
    all_that_it_holds: Filled::new("All that {0} holds: its role sheet"),
    evidence_of: Filled::new("Evidence: {0}, {1}"),
    close: "Close",
    what_belongs_to_this_question: "What belongs to this question",
    read_differently: "read differently",
    no_two_read_it_differently: "No two of them read it differently, by the rule.",
    the_articles_difference: "Where two read the actor differently, that is the articles’ difference, and no change of the actor’s.",
    as_told_by: "As told by, article by article:",
};

pub const RU: Evidence = Evidence {
    nothing_in_this_selection: "В этой выборке ничего нет",
    positions_in_articles: Filled::new("{0} ({1})"),
    all_that_it_holds: Filled::new("Все позиции этого участника ({0}): лист роли"),
    evidence_of: Filled::new("Основания: {0}, {1}"),
    close: "Закрыть",
    what_belongs_to_this_question: "Что относится к этому вопросу",
    read_differently: "прочитано иначе",
    no_two_read_it_differently: "По правилу никакие две статьи не понимают участника по-разному.",
    the_articles_difference: "Если две статьи по-разному понимают участника, это различие между статьями, а не перемена в его позиции.",
    as_told_by: "Как об этом рассказывает каждая статья:",
};

pub const JA: Evidence = Evidence {
    nothing_in_this_selection: "この選択範囲には何もありません",
    positions_in_articles: Filled::new("{1}に{0}"),
    all_that_it_holds: Filled::new("{0}のすべての立場：役割シート"),
    evidence_of: Filled::new("典拠：{0}、{1}"),
    close: "閉じる",
    what_belongs_to_this_question: "この論点に含まれるもの",
    read_differently: "読みが異なる",
    no_two_read_it_differently: "規則によれば、互いに読みが異なる記事はありません。",
    the_articles_difference: "二つの記事が当事者を異なる仕方で読んでいる場合、それは記事どうしの違いであり、当事者の立場が変わったのではありません。",
    as_told_by: "各記事が伝えるところ：",
};
