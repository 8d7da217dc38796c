//! A first visit: what is here, and questions to begin with.

use super::{Counted, Filled};

#[derive(Debug)]
pub struct Beginning {
    pub two_of_them_differ: Filled<2>,
    pub what_was_held_earlier_and_later: Filled<1>,
    pub who_writes_which: Filled<2>,
    pub where_does_it_stand: Filled<1>,
    pub what_is_told_of: Filled<1>,
    pub what_happened: &'static str,
    pub what_does_it_say: Filled<1>,
    pub questions_to_begin_with: &'static str,
    pub unnamed_authors: Counted,
    pub articles_by: Filled<2>,
    pub on_questions: Counted,
    pub editors_in_general: &'static str,
    pub what_can_be_asked: Filled<1>,
    pub what_can_be_asked_of_positions: Filled<4>,
}

pub const EN: Beginning = Beginning {
    two_of_them_differ: Filled::new("{0} and {1} differ"),
    what_was_held_earlier_and_later: Filled::new("What did {0} hold earlier, and what later?"),
    who_writes_which: Filled::new("Who writes “{0}”, and who “{1}”?"),
    where_does_it_stand: Filled::new("Where does “{0}” stand, and who writes it?"),
    what_is_told_of: Filled::new("What is told of {0}?"),
    what_happened: "What happened, and when?",
    what_does_it_say: Filled::new("What does “{0}” say?"),
    questions_to_begin_with: "Questions to begin with",
    unnamed_authors: Counted::new(&["{} author not named", "{} authors not named"]),
    articles_by: Filled::new("{0} by {1}"),
    on_questions: Counted::new(&["on {} question", "on {} questions"]),
    editors_in_general: "the editors",
    what_can_be_asked: Filled::new(
        "{0}. Search a word or a name, filter, read, or see words in their lines. For example:",
    ),
    what_can_be_asked_of_positions: Filled::new(
        "{0}; {1} {2}, coded by {3}, each with the place that it rests on. Search, filter, compare, or ask:",
    ),
};

pub const RU: Beginning = Beginning {
    two_of_them_differ: Filled::new("{0} и {1} расходятся"),
    what_was_held_earlier_and_later: Filled::new("{0}: какой была позиция раньше и какой стала позже?"),
    who_writes_which: Filled::new("Кто пишет «{0}», а кто — «{1}»?"),
    where_does_it_stand: Filled::new("Где встречается «{0}» и кто так пишет?"),
    what_is_told_of: Filled::new("{0}: что сказано об этом участнике?"),
    what_happened: "Что произошло и когда?",
    what_does_it_say: Filled::new("О чём говорится в статье «{0}»?"),
    questions_to_begin_with: "С каких вопросов начать",
    unnamed_authors: Counted::new(&["{} неназванный автор", "{} неназванных автора", "{} неназванных авторов"]),
    articles_by: Filled::new("{0} ({1})"),
    on_questions: Counted::new(&["по {} вопросу", "по {} вопросам", "по {} вопросам"]),
    editors_in_general: "редакторы",
    what_can_be_asked: Filled::new(
        "{0}. Можно искать слово или имя, применять фильтры, читать или смотреть слова в их контексте. Например:",
    ),
    what_can_be_asked_of_positions: Filled::new(
        "{0}; {1} {2} (кодирование: {3}), для каждой указано место, на котором она основана. Можно искать, применять фильтры, сравнивать или спросить:",
    ),
};

pub const JA: Beginning = Beginning {
    two_of_them_differ: Filled::new("{0}と{1}の相違"),
    what_was_held_earlier_and_later: Filled::new("{0}は以前どのような立場をとり、のちにどのような立場をとりましたか。"),
    who_writes_which: Filled::new("「{0}」と書くのは誰で、「{1}」と書くのは誰ですか。"),
    where_does_it_stand: Filled::new("「{0}」はどこに現れ、誰がそう書いていますか。"),
    what_is_told_of: Filled::new("{0}について何が述べられていますか。"),
    what_happened: "何が、いつ起きましたか。",
    what_does_it_say: Filled::new("「{0}」には何が書かれていますか。"),
    questions_to_begin_with: "最初の問い",
    unnamed_authors: Counted::new(&["名前の示されていない著者{}名"]),
    articles_by: Filled::new("{1}による{0}"),
    on_questions: Counted::new(&["論点{}件について"]),
    editors_in_general: "編集者",
    what_can_be_asked: Filled::new(
        "{0}。語や名前を検索する、絞り込む、記事を読む、語句の用例を一覧する、といったことができます。たとえば：",
    ),
    what_can_be_asked_of_positions: Filled::new(
        "{0}。{2}の{1}（コード化：{3}）を収め、それぞれに典拠の箇所を付しています。検索、絞り込み、比較のほか、次のように問うことができます：",
    ),
};
