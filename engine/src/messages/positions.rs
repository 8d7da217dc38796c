//! A position, wherever it is shown, and what stands behind it.

use super::Filled;

#[derive(Debug)]
pub struct Positions {
    pub counts_as: Filled<2>,
    pub coders_note: &'static str,
    pub cite_this_position: &'static str,
    pub two_readings_had_it_so: &'static str,
    pub readings: Filled<2>,
    pub had_no_such_position: &'static str,
    pub had_it_so: &'static str,
    pub had: Filled<1>,
    pub settled_by: Filled<1>,
    pub the_question: Filled<1>,
    pub the_answer: Filled<1>,
    pub the_stance: Filled<1>,
    pub the_voice: Filled<1>,
    pub its_rule: &'static str,
    pub its_rule_of: Filled<1>,
    pub place_of_sentence: Filled<2>,
    pub editors_digest_of: Filled<1>,
}

pub const EN: Positions = Positions {
    counts_as: Filled::new("{0} Counts as: {1}."),
    coders_note: "Coder’s note: ",
    cite_this_position: "Cite this position",
    two_readings_had_it_so: "Two independent readings had it so.",
    readings: Filled::new("The first reading {0}; the second {1}."),
    had_no_such_position: "had no such position",
    had_it_so: "had it so",
    had: Filled::new("had {0}"),
    settled_by: Filled::new(" Settled by: {0}."),
    the_question: Filled::new("the question “{0}”"),
    the_answer: Filled::new("the answer “{0}”"),
    the_stance: Filled::new("the stance “{0}”"),
    the_voice: Filled::new("the voice “{0}”"),
    its_rule: "its rule",
    its_rule_of: Filled::new("its rule: {0}"),
    place_of_sentence: Filled::new("¶ {0}, sentence {1}"),
    editors_digest_of: Filled::new("Editors’ digest of ¶ {0}"),
};

pub const RU: Positions = Positions {
    counts_as: Filled::new("{0} Категория: {1}."),
    coders_note: "Примечание кодировщика: ",
    cite_this_position: "Как сослаться на позицию",
    two_readings_had_it_so: "Так закодировано при двух независимых прочтениях.",
    readings: Filled::new("Первое прочтение: {0}; второе: {1}."),
    had_no_such_position: "такой позиции нет",
    had_it_so: "то же самое",
    had: Filled::new("{0}"),
    settled_by: Filled::new(" Основание решения: {0}."),
    the_question: Filled::new("вопрос «{0}»"),
    the_answer: Filled::new("ответ «{0}»"),
    the_stance: Filled::new("отношение «{0}»"),
    the_voice: Filled::new("голос «{0}»"),
    its_rule: "правило",
    its_rule_of: Filled::new("правило: {0}"),
    place_of_sentence: Filled::new("¶ {0}, предложение {1}"),
    editors_digest_of: Filled::new("Пересказ редакторов, ¶ {0}"),
};

pub const JA: Positions = Positions {
    counts_as: Filled::new("{0} 分類：{1}。"),
    coders_note: "コード化担当者の注：",
    cite_this_position: "この立場を引用",
    two_readings_had_it_so: "二つの独立した読みが一致しています。",
    readings: Filled::new("第一の読み：{0}。第二の読み：{1}。"),
    had_no_such_position: "該当する立場なし",
    had_it_so: "現行のコード化と同じ",
    had: Filled::new("{0}"),
    settled_by: Filled::new("決定の根拠：{0}。"),
    the_question: Filled::new("論点「{0}」"),
    the_answer: Filled::new("回答「{0}」"),
    the_stance: Filled::new("姿勢「{0}」"),
    the_voice: Filled::new("話者の別「{0}」"),
    its_rule: "規則",
    its_rule_of: Filled::new("規則：{0}"),
    place_of_sentence: Filled::new("¶ {0} 第{1}文"),
    editors_digest_of: Filled::new("編集者による要旨（¶ {0}）"),
};
