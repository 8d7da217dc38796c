//! Where columns stand apart or together.

use super::{Counted, Filled};

#[derive(Debug)]
pub struct Contrasts {
    pub contrasts: &'static str,
    pub how_the_two_stand: &'static str,
    pub where_columns_differ_and_agree: &'static str,
    pub the_rule: &'static str,
    pub no_rule_finds_a_contrast: &'static str,
    pub by_the_editors: Counted,
    pub the_author_not_named: &'static str,
    pub the_author_in: Filled<1>,
    pub author_not_named: &'static str,
    pub told_by: Filled<2>,
}

pub const EN: Contrasts = Contrasts {
    contrasts: "Contrasts",
    how_the_two_stand: "How the two stand to each other",
    where_columns_differ_and_agree: "Where columns differ and agree, by rule",
    the_rule: "Two differ where they are for different answers and neither is for the other’s, or where one is for and one against the same; they agree where they are for the same. “For” takes in whoever expects, fears or believes it. The rule reads the rows of the table, whenever they were held, and weighs nothing.",
    no_rule_finds_a_contrast: "No rule finds a contrast in this selection.",
    by_the_editors: Counted::new(&[
        "{} contrast that no rule finds, by the editors",
        "{} contrasts that no rule finds, by the editors",
    ]),
    the_author_not_named: "The author not named",
    the_author_in: Filled::new("The author ({0})"),
    author_not_named: "author not named",
    told_by: Filled::new("{0} ({1})"),
};

pub const RU: Contrasts = Contrasts {
    contrasts: "Сопоставления",
    how_the_two_stand: "Как соотносятся две стороны",
    where_columns_differ_and_agree: "Где столбцы по правилу расходятся и сходятся",
    the_rule: "Две стороны расходятся, если они за разные ответы и ни одна не за ответ другой либо если одна за, а другая против одного и того же ответа; сходятся, если обе за один и тот же. «За» включает и тех, кто этого ожидает, опасается или так считает. Правило читает строки таблицы, к какому бы времени они ни относились, и ничего не взвешивает.",
    no_rule_finds_a_contrast: "По правилу в этой выборке нет ни одного сопоставления.",
    by_the_editors: Counted::new(&[
        "{} сопоставление, отмеченное редакторами, но не найденное по правилу",
        "{} сопоставления, отмеченных редакторами, но не найденных по правилу",
        "{} сопоставлений, отмеченных редакторами, но не найденных по правилу",
    ]),
    the_author_not_named: "Неназванный автор",
    the_author_in: Filled::new("Автор ({0})"),
    author_not_named: "автор не назван",
    told_by: Filled::new("{0} ({1})"),
};

pub const JA: Contrasts = Contrasts {
    contrasts: "対比",
    how_the_two_stand: "二者の関係",
    where_columns_differ_and_agree: "規則による列どうしの相違と一致",
    the_rule: "それぞれ別の回答に賛成し、互いに相手の回答には賛成しない場合、または同じ回答に一方が賛成し他方が反対する場合に、二者は相違するとします。同じ回答に賛成していれば一致です。「賛成」には、そうなると予想する、懸念する、またはそうだと考える場合も含みます。規則は、いつの立場かを問わず表の行を読み、重みづけはしません。",
    no_rule_finds_a_contrast: "この選択範囲では、規則による対比は見つかりません。",
    by_the_editors: Counted::new(&["規則では見つからない、編集者による対比{}件"]),
    the_author_not_named: "名前の示されない著者",
    the_author_in: Filled::new("著者（{0}）"),
    author_not_named: "著者名なし",
    told_by: Filled::new("{0}（{1}）"),
};
