//! The code of a frame for the present view, and what it will look like.

#[derive(Debug)]
pub struct Embedding {
    pub embed_this_view: &'static str,
    pub how_to_embed: &'static str,
    pub code_of_the_frame: &'static str,
    pub copy_the_code: &'static str,
    pub preview_of_the_frame: &'static str,
    pub no_preview: &'static str,
    pub what_it_will_look_like: &'static str,
}

pub const EN: Embedding = Embedding {
    embed_this_view: "Embed this view in a page",
    how_to_embed: "For a course page: put this beside the file, or name the file’s address in src. The script gives the frame the height of what it shows; where a page refuses scripts, leave it out and set the height.",
    code_of_the_frame: "The code of the frame",
    copy_the_code: "Copy the code",
    preview_of_the_frame: "Preview of the frame",
    no_preview: "There is a preview in sightlines.html, and not within a frame.",
    what_it_will_look_like: "What it will look like:",
};

pub const RU: Embedding = Embedding {
    embed_this_view: "Встроить этот вид в страницу",
    how_to_embed: "Для страницы курса: страницу с этим кодом помещают рядом с файлом либо указывают адрес файла в src. Скрипт подгоняет высоту фрейма под содержимое; если страница не допускает скриптов, его опускают и задают высоту вручную.",
    code_of_the_frame: "Код фрейма",
    copy_the_code: "Копировать код",
    preview_of_the_frame: "Предварительный просмотр фрейма",
    no_preview: "Предварительный просмотр есть в файле sightlines.html, но не внутри фрейма.",
    what_it_will_look_like: "Как это будет выглядеть:",
};

pub const JA: Embedding = Embedding {
    embed_this_view: "この画面をページに埋め込む",
    how_to_embed: "授業用のページなどに使います。このコードをファイルと同じ場所のページに置くか、srcにファイルのアドレスを指定してください。スクリプトは、表示内容に合わせてフレームの高さを決めます。スクリプトを許可しないページでは、スクリプトを省いて高さを指定してください。",
    code_of_the_frame: "フレームのコード",
    copy_the_code: "コードをコピー",
    preview_of_the_frame: "フレームのプレビュー",
    no_preview: "プレビューはsightlines.htmlで表示できます。フレームの中では表示できません。",
    what_it_will_look_like: "表示例：",
};
