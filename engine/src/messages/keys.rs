//! The list of keys. What is printed on them all the world over stands in the page.

#[derive(Debug)]
pub struct Keys {
    pub keys: &'static str,
    pub to_the_search_box: &'static str,
    pub to_this_list: &'static str,
    pub closes: &'static str,
    pub tab_does: &'static str,
    pub enter_does: &'static str,
    pub space: &'static str,
    pub space_does: &'static str,
    pub arrows: &'static str,
    pub arrows_do: &'static str,
    pub home_and_end_do: &'static str,
    pub use_signs_as_keys: &'static str,
    pub close: &'static str,
}

pub const EN: Keys = Keys {
    keys: "Keys",
    to_the_search_box: "to the search box, from every part of the page",
    to_this_list: "to this list",
    closes: "closes Share, Keys, an open cell, and Filters and Layout over the table",
    tab_does: "to the next and the previous link, button or field; the first leads past the masthead",
    enter_does: "follows a link, presses a button, unfolds; in the search box: the last word is whole",
    space: "Space",
    space_does: "ticks a box, presses a button, unfolds",
    arrows: "Arrows",
    arrows_do: "choose in a list and among radio buttons; scroll the page, or a table that has the focus",
    home_and_end_do: "to the beginning and the end of the page, or of a field",
    use_signs_as_keys: "Use / and ? as keys, for as long as this page is open",
    close: "Close",
};

pub const RU: Keys = Keys {
    keys: "Клавиши",
    to_the_search_box: "к полю поиска, из любого раздела страницы",
    to_this_list: "к этому списку",
    closes: "закрывает панели «Поделиться» и «Клавиши», открытую ячейку, а также «Фильтры» и «Отображение» над таблицей",
    tab_does: "к следующей и предыдущей ссылке, кнопке или полю; первая ссылка ведёт в обход шапки страницы",
    enter_does: "переходит по ссылке, нажимает кнопку, разворачивает; в поле поиска завершает последнее слово",
    space: "Пробел",
    space_does: "ставит флажок, нажимает кнопку, разворачивает",
    arrows: "Стрелки",
    arrows_do: "выбирают в списке и среди переключателей; прокручивают страницу или таблицу, которая в фокусе",
    home_and_end_do: "к началу и концу страницы или поля",
    use_signs_as_keys: "Использовать / и ? как клавиши, пока эта страница открыта",
    close: "Закрыть",
};

pub const JA: Keys = Keys {
    keys: "キー操作",
    to_the_search_box: "ページのどこからでも検索欄へ移動",
    to_this_list: "この一覧へ移動",
    closes: "「共有」「キー操作」、開いたセル、表の上の「絞り込み」と「表示設定」を閉じる",
    tab_does: "次または前のリンク・ボタン・入力欄へ移動。最初のリンクで上部の見出し部分を飛ばせる",
    enter_does: "リンクをたどる、ボタンを押す、折りたたみを開く。検索欄では最後の語を確定する",
    space: "スペース",
    space_does: "チェックを付ける、ボタンを押す、折りたたみを開く",
    arrows: "矢印キー",
    arrows_do: "一覧やラジオボタンで選ぶ。ページ、またはフォーカスのある表をスクロールする",
    home_and_end_do: "ページまたは入力欄の先頭・末尾へ移動",
    use_signs_as_keys: "このページを開いている間、/ と ? をキーとして使う",
    close: "閉じる",
};
