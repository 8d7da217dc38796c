//! Around every part of the page: what leads past the masthead, what the page is, and what is wrong with a copy of it.

use super::Filled;

#[derive(Debug)]
pub struct Page {
    pub skip_to_the_content: &'static str,
    pub title: Filled<2>,
    pub edition: Filled<3>,
    pub nothing_leaves_this_file: &'static str,
    pub nothing_you_do_leaves: &'static str,
    pub how_this_was_made: &'static str,
    pub articles_cannot_be_read: Filled<4>,
    pub they_are_missing: &'static str,
    pub a_block_is_damaged: &'static str,
}

pub const EN: Page = Page {
    skip_to_the_content: "Skip to the content",
    title: Filled::new("{0} · {1}"),
    edition: Filled::new("{0} edition {1} · digests and coding {2}"),
    nothing_leaves_this_file: "Nothing leaves this page: it makes no request and stores nothing.",
    nothing_you_do_leaves: "Nothing that you do here leaves this page.",
    how_this_was_made: "How this was made",
    articles_cannot_be_read: Filled::new(
        "This copy of the page is damaged: {0} of its {1} articles cannot be read ({2}). Fetch it again. What is shown is found in the other {3}.",
    ),
    they_are_missing: "they are missing",
    a_block_is_damaged: "a block of them cannot be unpacked",
};

pub const RU: Page = Page {
    skip_to_the_content: "Перейти к основному содержимому",
    title: Filled::new("{0} · {1}"),
    edition: Filled::new("{0} издание {1} · пересказы и кодирование — {2}"),
    nothing_leaves_this_file: "Эта страница ничего не передаёт вовне: она не отправляет запросов и ничего не сохраняет.",
    nothing_you_do_leaves: "Ничто из сделанного здесь не покидает эту страницу.",
    how_this_was_made: "Как это сделано",
    articles_cannot_be_read: Filled::new(
        "Эта копия страницы повреждена: не удаётся прочесть статьи, {0} из {1} ({2}). Её следует получить заново. Показано то, что найдено в остальных ({3}).",
    ),
    they_are_missing: "их нет",
    a_block_is_damaged: "не удаётся распаковать блок",
};

pub const JA: Page = Page {
    skip_to_the_content: "本文へ移動",
    title: Filled::new("{0} · {1}"),
    edition: Filled::new("{0}版 {1} · 要旨とコード化：{2}"),
    nothing_leaves_this_file: "このページからは何も送られません。通信も保存も行いません。",
    nothing_you_do_leaves: "ここでの操作がこのページの外に送られることはありません。",
    how_this_was_made: "作成の方法",
    articles_cannot_be_read: Filled::new(
        "このページの写しは破損しています。{1}本の記事のうち{0}本を読み取れません（{2}）。入手し直してください。表示されているのは、残りの{3}本で見つかったものです。",
    ),
    they_are_missing: "データが欠けています",
    a_block_is_damaged: "ブロックを展開できません",
};
