//! Words in their lines, and which article uses which.

use super::Counted;

#[derive(Debug)]
pub struct Concordance {
    pub nothing_holds_it: &'static str,
    pub found_by_article: &'static str,
    pub names_used_by_whom: &'static str,
    pub a_name_is_a_position: &'static str,
    pub search_to_see_lines: &'static str,
    pub names_by_article: &'static str,
    pub counts_by_article: &'static str,
    pub lines_need_text: &'static str,
    pub order_of_the_lines: &'static str,
    pub as_in_the_articles: &'static str,
    pub by_what_stands_before: &'static str,
    pub by_what_stands_after: &'static str,
    pub more_lines: Counted,
}

pub const EN: Concordance = Concordance {
    nothing_holds_it: "Nothing in this selection holds what was asked for.",
    found_by_article: "What was found, by article",
    names_used_by_whom: "Names used by whom",
    a_name_is_a_position: "Which name is used is itself a position. Occurrences in the paragraphs of each article, by its words and not by our digests. Search for other words by OR to compare them.",
    search_to_see_lines: "Search for a word, a name or a “phrase” to see it in its lines.",
    names_by_article: "Names by article",
    counts_by_article: "Counts by article",
    lines_need_text: "Lines need the order of words, and this edition holds no text. Open your own copy of an article in Read, and its lines stand here.",
    order_of_the_lines: "Order of the lines",
    as_in_the_articles: "As in the articles",
    by_what_stands_before: "By what stands before",
    by_what_stands_after: "By what stands after",
    more_lines: Counted::new(&["{} more lines are not drawn: narrow the query or the filters."]),
};

pub const RU: Concordance = Concordance {
    nothing_holds_it: "В этой выборке нет того, что искали.",
    found_by_article: "Найденное по статьям",
    names_used_by_whom: "Кто какие названия использует",
    a_name_is_a_position: "Выбор названия — уже сам по себе позиция. Подсчитаны вхождения в абзацах каждой статьи: по её словам, а не по нашим пересказам. Чтобы сравнить другие слова, их нужно соединить в запросе словом OR.",
    search_to_see_lines: "Чтобы увидеть слово, название или «фразу» в контексте, их нужно ввести в поиск.",
    names_by_article: "Названия по статьям",
    counts_by_article: "Количество по статьям",
    lines_need_text: "Для строк нужен порядок слов, а в этом издании нет текста. Если открыть собственную копию статьи в разделе «Чтение», здесь появятся её строки.",
    order_of_the_lines: "Порядок строк",
    as_in_the_articles: "Как в статьях",
    by_what_stands_before: "По тому, что слева",
    by_what_stands_after: "По тому, что справа",
    more_lines: Counted::new(&[
        "Ещё {} строка не показана: стоит сузить запрос или фильтры.",
        "Ещё {} строки не показаны: стоит сузить запрос или фильтры.",
        "Ещё {} строк не показаны: стоит сузить запрос или фильтры.",
    ]),
};

pub const JA: Concordance = Concordance {
    nothing_holds_it: "この選択範囲には、検索したものが見つかりません。",
    found_by_article: "記事別の検索結果",
    names_used_by_whom: "誰がどの名称を使うか",
    a_name_is_a_position: "どの名称を使うかは、それ自体が一つの立場です。数値は各記事の段落での出現回数で、要旨ではなく記事の語によるものです。ほかの語を比べるには、ORでつないで検索します。",
    search_to_see_lines: "語、名称、または“語句”を検索すると、前後の文脈とともに行で表示されます。",
    names_by_article: "記事別の名称",
    counts_by_article: "記事別の件数",
    lines_need_text: "行の表示には語順が必要ですが、この版には本文がありません。「読む」で記事の手元の写しを開くと、その行がここに表示されます。",
    order_of_the_lines: "行の順序",
    as_in_the_articles: "記事中の出現順",
    by_what_stands_before: "前の語の順",
    by_what_stands_after: "後の語の順",
    more_lines: Counted::new(&["ほか{}行は表示されていません。検索か絞り込みで範囲を狭めてください。"]),
};
