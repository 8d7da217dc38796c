//! The record of an article: its line, and the card with every field.

#[derive(Debug)]
pub struct Record {
    pub kind: &'static str,
    pub title: &'static str,
    pub author: &'static str,
    pub who_they_are: &'static str,
    pub outlet: &'static str,
    pub what_it_is: &'static str,
    pub date: &'static str,
    pub rights: &'static str,
    pub contact: &'static str,
    pub notice: &'static str,
    pub copies: &'static str,
}

pub const EN: Record = Record {
    kind: "Kind",
    title: "Title",
    author: "Author",
    who_they_are: "Who they are",
    outlet: "Outlet",
    what_it_is: "What it is",
    date: "Date",
    rights: "Rights",
    contact: "Contact",
    notice: "Notice",
    copies: "Copies",
};

pub const RU: Record = Record {
    kind: "Жанр",
    title: "Заголовок",
    author: "Автор",
    who_they_are: "Об авторе",
    outlet: "СМИ",
    what_it_is: "О СМИ",
    date: "Дата",
    rights: "Права",
    contact: "Контакт",
    notice: "Предупреждение",
    copies: "Копии",
};

pub const JA: Record = Record {
    kind: "種別",
    title: "題名",
    author: "著者",
    who_they_are: "著者の紹介",
    outlet: "媒体",
    what_it_is: "媒体の紹介",
    date: "日付",
    rights: "権利",
    contact: "連絡先",
    notice: "注意",
    copies: "写し",
};
