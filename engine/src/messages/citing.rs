//! How to cite, and a passage copied with its reference.

use super::Filled;

#[derive(Debug)]
pub struct Citing {
    pub copy: &'static str,
    pub copy_form: Filled<1>,
    pub download: &'static str,
    pub download_form: Filled<1>,
    pub before_you_share_it: &'static str,
    pub no_words_of_it_here: &'static str,
    pub copy_with_reference: &'static str,
    pub copy_all_the_same: &'static str,
    pub at_place: Filled<2>,
    pub not_the_sources_words: Filled<1>,
    pub of: Filled<1>,
    pub coded_as: Filled<2>,
}

pub const EN: Citing = Citing {
    copy: "Copy",
    copy_form: Filled::new("Copy {0}"),
    download: "Download",
    download_form: Filled::new("Download {0}"),
    before_you_share_it: "Before you share it: ",
    no_words_of_it_here: "There are no words of it here.",
    copy_with_reference: "Copy with reference",
    copy_all_the_same: "Copy with reference all the same",
    at_place: Filled::new("{0}: ¶ {1}"),
    not_the_sources_words: Filled::new("[Digest by the editors, not the source’s words:] {0}"),
    of: Filled::new("Of: {0}"),
    coded_as: Filled::new("Coded as {0} in: {1}"),
};

pub const RU: Citing = Citing {
    copy: "Копировать",
    copy_form: Filled::new("Копировать {0}"),
    download: "Скачать",
    download_form: Filled::new("Скачать {0}"),
    before_you_share_it: "Прежде чем делиться: ",
    no_words_of_it_here: "Текста этого места здесь нет.",
    copy_with_reference: "Копировать со ссылкой на источник",
    copy_all_the_same: "Всё равно копировать со ссылкой на источник",
    at_place: Filled::new("{0}: ¶ {1}"),
    not_the_sources_words: Filled::new("[Пересказ редакторов, не слова источника:] {0}"),
    of: Filled::new("Источник: {0}"),
    coded_as: Filled::new("Закодировано как {0} в: {1}"),
};

pub const JA: Citing = Citing {
    copy: "コピー",
    copy_form: Filled::new("{0}をコピー"),
    download: "ダウンロード",
    download_form: Filled::new("{0}をダウンロード"),
    before_you_share_it: "共有する前に：",
    no_words_of_it_here: "この箇所の語句はここにありません。",
    copy_with_reference: "出典付きでコピー",
    copy_all_the_same: "それでも出典付きでコピー",
    at_place: Filled::new("{0}：¶ {1}"),
    not_the_sources_words: Filled::new("［編集者による要旨。資料の言葉ではない］{0}"),
    of: Filled::new("出典：{0}"),
    coded_as: Filled::new("次において{0}としてコード化：{1}"),
};
