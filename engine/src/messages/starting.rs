//! Where the program cannot speak, since it did not start or broke: the tools put these into the page, and the start script says them.

use serde::Serialize;

#[derive(Debug, Serialize)]
pub struct Starting {
    #[serde(skip)]
    pub needs_scripts: &'static str,
    pub could_not_start: &'static str,
    pub stand_below: &'static str,
    pub incomplete: &'static str,
    pub no_webassembly: &'static str,
    pub too_old: &'static str,
    pub refused: &'static str,
    pub program_damaged: &'static str,
    pub corpus_damaged: &'static str,
    pub corpus_altered: &'static str,
    pub not_fetched: &'static str,
    pub not_from_a_disk: &'static str,
    pub not_in_a_frame: &'static str,
    pub broke_at_its_start: &'static str,
    pub broke: &'static str,
    pub broke_or_no_memory: &'static str,
}

pub const EN: Starting = Starting {
    needs_scripts: "Search, filters and the table need scripts, which are off here, refused, or too new for this browser. The articles and positions stand below.",
    could_not_start: "The explorer could not start",
    stand_below: "Its articles and positions stand below, without search and filters.",
    incomplete: "This copy of the page is incomplete: its end or one of its files is missing. Fetch it again.",
    no_webassembly: "This browser has no WebAssembly, or it is switched off.",
    too_old: "This browser is too old to unpack the program: any from 2023 or later can.",
    refused: "This browser refuses to run the program: WebAssembly is switched off or too old here.",
    program_damaged: "This copy of the page is damaged: the program in it cannot be unpacked. Fetch it again.",
    corpus_damaged: "This copy of the page is damaged: the corpus in it cannot be unpacked. Fetch it again.",
    corpus_altered: "This copy of the page is damaged: the corpus in it is cut short or altered. Fetch it again.",
    not_fetched: "The program could not be fetched. Reload the page.",
    not_from_a_disk: "The program could not be fetched. From a disk, open sightlines.html instead.",
    not_in_a_frame: "The program could not be fetched. In a frame without an origin, show sightlines.html instead.",
    broke_at_its_start: "The program broke at its start.",
    broke: "The program broke by a fault of its own. Reload the page to start it again.",
    broke_or_no_memory: "The program broke: the browser gave it no more memory, or it met a fault of its own.",
};

pub const RU: Starting = Starting {
    needs_scripts: "Для поиска, фильтров и таблицы нужны скрипты: здесь они выключены, запрещены или слишком новы для этого браузера. Статьи и позиции приведены ниже.",
    could_not_start: "Программа не запустилась",
    stand_below: "Статьи и позиции приведены ниже, без поиска и фильтров.",
    incomplete: "Эта копия страницы неполна: нет её конца или одного из её файлов. Её следует получить заново.",
    no_webassembly: "В этом браузере нет WebAssembly, или он выключен.",
    too_old: "Этот браузер слишком стар, чтобы распаковать программу: подойдёт любой выпущенный в 2023 году или позже.",
    refused: "Этот браузер отказывается выполнять программу: WebAssembly здесь выключен или слишком стар.",
    program_damaged: "Эта копия страницы повреждена: не удаётся распаковать программу. Её следует получить заново.",
    corpus_damaged: "Эта копия страницы повреждена: не удаётся распаковать корпус. Её следует получить заново.",
    corpus_altered: "Эта копия страницы повреждена: корпус в ней обрезан или изменён. Её следует получить заново.",
    not_fetched: "Не удалось получить программу. Страницу следует загрузить заново.",
    not_from_a_disk: "Не удалось получить программу. С диска следует открывать файл sightlines.html.",
    not_in_a_frame: "Не удалось получить программу. Во фрейме без источника следует показывать файл sightlines.html.",
    broke_at_its_start: "При запуске программы произошёл сбой.",
    broke: "В программе произошёл сбой из-за её собственной ошибки. Чтобы запустить её снова, следует заново загрузить страницу.",
    broke_or_no_memory: "В программе произошёл сбой: браузер не дал ей больше памяти, или в ней самой ошибка.",
};

pub const JA: Starting = Starting {
    needs_scripts: "検索・絞り込み・表にはスクリプトが必要ですが、無効にされているか、拒否されているか、このブラウザーでは新しすぎて動きません。記事と立場は下に記されています。",
    could_not_start: "プログラムを開始できませんでした",
    stand_below: "記事と立場は下に記されています。検索と絞り込みは使えません。",
    incomplete: "このページの写しは不完全です。末尾か、ファイルの一つが欠けています。入手し直してください。",
    no_webassembly: "このブラウザーはWebAssemblyに対応していないか、WebAssemblyが無効にされています。",
    too_old: "このブラウザーは古すぎてプログラムを展開できません。2023年以降のものであれば動きます。",
    refused: "このブラウザーはプログラムの実行を拒否しています。WebAssemblyが無効か、古すぎます。",
    program_damaged: "このページの写しは破損しています。プログラムを展開できません。入手し直してください。",
    corpus_damaged: "このページの写しは破損しています。コーパスを展開できません。入手し直してください。",
    corpus_altered: "このページの写しは破損しています。コーパスが途中で切れているか、書き換えられています。入手し直してください。",
    not_fetched: "プログラムを取得できませんでした。ページを読み込み直してください。",
    not_from_a_disk: "プログラムを取得できませんでした。ディスクからはsightlines.htmlを開いてください。",
    not_in_a_frame: "プログラムを取得できませんでした。オリジンのないフレームではsightlines.htmlを表示してください。",
    broke_at_its_start: "プログラムは開始時に停止しました。",
    broke: "プログラムが自身の誤りのため停止しました。再開するにはページを読み込み直してください。",
    broke_or_no_memory: "プログラムが停止しました。ブラウザーがこれ以上のメモリを割り当てなかったか、プログラム自体に誤りがあります。",
};
