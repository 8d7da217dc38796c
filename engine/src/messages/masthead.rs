//! The masthead, and the names of the parts of the page.

#[derive(Debug)]
pub struct Masthead {
    pub articles: &'static str,
    pub read: &'static str,
    pub compare: &'static str,
    pub timeline: &'static str,
    pub words: &'static str,
    pub seminar: &'static str,
    pub about: &'static str,
    pub parts_of_the_page: &'static str,
    pub open_in_its_own_tab: &'static str,
    pub share: &'static str,
    pub keys: &'static str,
    pub light: &'static str,
    pub dark: &'static str,
    pub language: &'static str,
}

pub const EN: Masthead = Masthead {
    articles: "Articles",
    read: "Read",
    compare: "Compare",
    timeline: "Timeline",
    words: "Words",
    seminar: "Seminar",
    about: "About",
    parts_of_the_page: "Parts of the page",
    open_in_its_own_tab: "Open in its own tab",
    share: "Share",
    keys: "Keys",
    light: "Light",
    dark: "Dark",
    language: "Language",
};

pub const RU: Masthead = Masthead {
    articles: "Статьи",
    read: "Чтение",
    compare: "Сравнение",
    timeline: "Хронология",
    words: "Слова",
    seminar: "Семинар",
    about: "О корпусе",
    parts_of_the_page: "Разделы страницы",
    open_in_its_own_tab: "Открыть в отдельной вкладке",
    share: "Поделиться",
    keys: "Клавиши",
    light: "Светлая",
    dark: "Тёмная",
    language: "Язык",
};

pub const JA: Masthead = Masthead {
    articles: "記事",
    read: "読む",
    compare: "比較",
    timeline: "年表",
    words: "語句",
    seminar: "演習",
    about: "概要",
    parts_of_the_page: "ページの各部",
    open_in_its_own_tab: "別のタブで開く",
    share: "共有",
    keys: "キー操作",
    light: "明るい",
    dark: "暗い",
    language: "言語",
};
