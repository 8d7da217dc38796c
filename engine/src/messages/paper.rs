//! What a sheet of paper begins with.

use super::Filled;

#[derive(Debug)]
pub struct Paper {
    pub all_of_the_corpus: &'static str,
    pub a_filtered_one: &'static str,
    pub selection: &'static str,
    pub columns: Filled<1>,
    pub this_views_code: &'static str,
    pub this_view: &'static str,
    pub edition: Filled<5>,
    pub edition_published: Filled<6>,
}

pub const EN: Paper = Paper {
    all_of_the_corpus: "all of the corpus",
    a_filtered_one: "a filtered one",
    selection: "Selection: ",
    columns: Filled::new(" Columns: {0}."),
    this_views_code: "This view’s code, to be pasted under Share: ",
    this_view: "This view: ",
    edition: Filled::new("{0} edition {1}, version {2}; digests and coding {3}. Printed {4}."),
    edition_published: Filled::new("{0} edition {1}, version {2} of {5}; digests and coding {3}. Printed {4}."),
};

pub const RU: Paper = Paper {
    all_of_the_corpus: "весь корпус",
    a_filtered_one: "отфильтрованная",
    selection: "Выборка: ",
    columns: Filled::new(" Столбцы: {0}."),
    this_views_code: "Код этого вида, чтобы вставить его на панели «Поделиться»: ",
    this_view: "Этот вид: ",
    edition: Filled::new("{0} издание {1}, версия {2}; пересказы и кодирование — {3}. Напечатано: {4}."),
    edition_published: Filled::new(
        "{0} издание {1}, версия {2} ({5}); пересказы и кодирование — {3}. Напечатано: {4}.",
    ),
};

pub const JA: Paper = Paper {
    all_of_the_corpus: "コーパス全体",
    a_filtered_one: "絞り込んだ範囲",
    selection: "選択範囲：",
    columns: Filled::new("列：{0}。"),
    this_views_code: "この画面のコード（「共有」の欄に貼り付けて開く）：",
    this_view: "この画面：",
    edition: Filled::new("{0}版 {1}、バージョン {2}。要旨とコード化：{3}。印刷日：{4}。"),
    edition_published: Filled::new("{0}版 {1}、バージョン {2}（{5}）。要旨とコード化：{3}。印刷日：{4}。"),
};
