//! The generic words of pages, folded: what stands on the pages of any outlet, in several languages.
//!
//! No outlet, title or phrase of a particular article belongs here; what is particular belongs in a corpus's `drop_lines`.

use super::shape::unspaced;

/// A list of folded words and phrases with bars between, as it is easiest to read and to add to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words(&'static str);

impl Words {
    /// The words and phrases.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split('|')
    }

    /// Whether the folded text is one of them.
    pub fn has(self, key: &str) -> bool {
        self.iter().any(|known| known == key)
    }

    /// The longest of them that the folded text begins with, ending where a word ends.
    pub fn begins(self, key: &str) -> Option<&'static str> {
        let ends = |known: &str, rest: &str| !rest.starts_with(char::is_alphanumeric) || known.ends_with(unspaced);
        self.iter()
            .filter(|known| key.strip_prefix(known).is_some_and(|rest| ends(known, rest)))
            .max_by_key(|known| known.len())
    }

    /// Whether the folded text holds one of them.
    pub fn stands_in(self, key: &str) -> bool {
        self.iter().any(|known| key.contains(known))
    }
}

/// Whole lines that are never part of an article.
pub(super) const FURNITURE: Words = Words(
    "skip to content|skip to main content|skip to navigation|skip navigation|jump to content|accessibility links|\
     accessibility|main menu|main navigation|toggle navigation|navigation|site map|sitemap|search this site|\
     back to top|return to top|breaking news|latest news|top stories|most read|most popular|trending now|\
     editor's picks|editors' picks|recommended for you|view all|see all|show more|load more|view comments|\
     hide comments|show comments|previous article|next article|previous story|next story|watch live|listen live|\
     live tv|change language|click here|zum inhalt springen|zum hauptinhalt|zur startseite|hauptmenu|nach oben|\
     перейти к содержанию|перейти к основному содержанию|на главную|наверх|главное меню|aller au contenu|\
     aller au contenu principal|ir al contenido|saltar al contenido|本文へ|本文へ移動|本文へスキップ|\
     ページの先頭へ|ページトップへ|トップページ|メニュー|ホーム|検索|share this|share this article|\
     share this story|share this page|share article|share link|copy link|copy url|link copied|copied|email this|\
     email this article|print this|print this page|print this article|print article|print page|printer friendly|\
     printer-friendly version|save for later|save article|follow us|artikel teilen|artikel drucken|drucken|\
     teilen|merken|поделиться|печать|распечатать|скопировать ссылку|partager|imprimer|compartir|imprimir|シェア|\
     シェアする|ツイート|印刷|保存|共有|advertisement|advertisements|advertising|sponsored|sponsored content|\
     paid content|promoted content|story continues below|article continues below|continue reading|\
     continue reading below|subscribe now|subscribe today|sign up now|log in|sign in|sign up|my account|\
     create account|anzeige|werbung|jetzt abonnieren|anmelden|реклама|подписаться|подпишитесь|войти|publicite|\
     s'abonner|publicidad|suscribirse|広告|スポンサーリンク|会員登録|ログイン|广告|please wait|\
     no media source currently available|media player|media playback is unsupported on your device|\
     this video can not be played|this video cannot be played|pop-out player|direct link|play video|video player|\
     video player is loading.|the code has been copied to your clipboard.|view this email in your browser|view in browser|\
     この記事をシェアする|この記事を印刷する|記事一覧へ|一覧へ戻る|トップへ戻る|print this story|reuse this content|loading|reprints & permissions|\
     editorial standards|send us a tip|report a typo|report an error|\
     the url has been copied to your clipboard|the code has been copied to your clipboard|play now|current time|\
     playback rate|remaining time|text to speech|listen to this article|listen to article|artikel anhoren|\
     artikel vorlesen|прослушать|この記事を聞く|記事を聞く|このニュースを聞く|cookie policy|cookie settings|\
     cookie preferences|accept all|accept all cookies|accept cookies|reject all|manage preferences|\
     manage cookies|privacy policy|terms of use|terms of service|terms and conditions|legal notice|impressum|\
     datenschutz|datenschutzerklarung|agb|cookies akzeptieren|alle akzeptieren|политика конфиденциальности|\
     пользовательское соглашение|принять|利用規約|プライバシーポリシー|font size|text size|schriftgrosse|\
     размер шрифта|taille du texte|文字サイズ|文字の大きさ",
);

/// Whole lines that may be a word of the article too: taken out only beside other furniture, or at either end.
pub(super) const PERHAPS_FURNITURE: Words = Words(
    "menu|home|news|world|sport|sports|business|politics|opinion|culture|weather|search|close|share|save|print|\
     email|e-mail|comment|comments|live|listen|watch|video|videos|audio|next|previous|more|subscribe|newsletter|\
     newsletters|register|login|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|instagram|youtube|pocket|\
     flipboard|vkontakte|vk|line|about|about us|contact|contact us|help|follow|like|tweet|pin|pin it|english|\
     русский|deutsch|francais|espanol|日本語|startseite|nachrichten|politik|wirtschaft|kultur|suche|newsticker|\
     главная|новости|политика|экономика|общество|культура|поиск|меню|комментарии|kommentare|accueil|actualites|\
     inicio|noticias|ニュース|政治|経済|社会|国際|文化|スポーツ|コメント|首页|新闻",
);

/// Words that lead to another article.
pub(super) const TEASERS: Words = Words(
    "related article|related articles|related story|related stories|related news|related content|related posts|\
     related links|related topics|related reading|related coverage|related|read more|read also|also read|\
     read next|read the full story|read full story|read the full article|see also|see more|more on this|\
     more on this story|more on this topic|more on the subject|further reading|you may also like|\
     you might also like|don't miss|must read|must reads|up next|what to read next|recommended|\
     recommended reading|in case you missed it|learn more|lesen sie auch|lesen sie mehr|lesen sie dazu|\
     mehr zum thema|mehr dazu|siehe auch|auch interessant|das konnte sie auch interessieren|weiterlesen|\
     читайте также|читать также|читайте еще|смотрите также|по теме|еще по теме|материалы по теме|подробнее|\
     подробности|читайте також|lire aussi|a lire aussi|a lire|voir aussi|sur le meme sujet|lea tambien|\
     lee tambien|ver tambien|te puede interesar|leer mas|leggi anche|leia tambem|関連記事|関連ニュース|\
     関連リンク|関連|あわせて読みたい|合わせて読みたい|こちらもおすすめ|続きを読む|相关阅读|延伸阅读|相关新闻",
);

/// Words before the text of a picture, a video or a figure.
pub(super) const CAPTIONS: Words = Words(
    "photo gallery|gallery|slideshow|photo essay|fotostrecke|bildergalerie|фотогалерея|watch|video|photo|photos|photograph|photo credit|photo caption|image|images|image credit|image caption|\
     image source|picture|pictures|picture credit|file photo|credit|caption|graphic|infographic|illustration|\
     foto|fotos|bild|bilder|grafik|infografik|bildquelle|bildunterschrift|фото|видео|иллюстрация|инфографика|\
     фотография|legende|credit photo|imagen|写真|画像|動画|映像|図|イラスト|图片|视频",
);

/// Words of [`CAPTIONS`] that also stand before a name without a colon: "Photo by …".
pub(super) const CREDITS: Words = Words(
    "photo by|photos by|photograph by|photographs by|image by|images by|picture by|pictures by|illustration by|\
     graphic by|video by|foto von|bild von|photo de",
);

/// Words before the time that reading takes.
pub(super) const READING_TIME: Words = Words(
    "reading time|read time|estimated reading time|time to read|lesezeit|lesedauer|время чтения|время на чтение|\
     temps de lecture|tiempo de lectura|読了時間|この記事の所要時間|阅读时间",
);

/// Words before a date or an author's name.
pub(super) const BYLINES: Words = Words(
    "published|published on|published at|first published|posted|posted on|posted at|updated|updated on|\
     updated at|last updated|last updated on|last modified|modified|created|date|issued|author|authors|\
     written by|story by|text|reporter|correspondent|publication date|date published|autor|autorin|\
     veroffentlicht|veroffentlicht am|aktualisiert|aktualisiert am|stand|erschienen am|datum|автор|авторы|\
     опубликовано|обновлено|дата|дата публикации|текст|publie le|publie|mis a jour le|mis a jour|auteur|\
     publicado|actualizado|fecha|公開|公開日|更新|更新日|最終更新|最終更新日|投稿日|掲載日|配信|執筆|著者|筆者|\
     文|发布时间|来源|作者",
);

/// Words before an author's name without a colon.
pub(super) const BY: Words = Words("by|von|par|por|di|door");

/// Words after which, with a colon, a page lists what the article is about.
pub(super) const TAGS: Words = Words(
    "tags|tagged|topics|filed under|categories|category|keywords|key words|schlagworte|schlagworter|themen|теги|\
     метки|темы|ключевые слова|mots-cles|mots cles|etiquetas|palabras clave|タグ|キーワード|カテゴリー|カテゴリ|\
     标签|关键词",
);

/// Headings of lists that follow an article.
pub(super) const LISTS: Words = Words(
    "explore more|most popular|most read|most viewed|most shared|trending|more in|more from|more news|more stories|latest stories|\
     latest news|top stories|mehr aus|meistgelesen|самое читаемое|популярное|人気記事|アクセスランキング|新着記事|热门文章",
);

/// Words on buttons that share an article: a line of nothing else is no part of it.
pub(super) const SHARING: Words = Words(
    "share|this|article|story|page|post|on|to|via|with|by|and|or|like|loading|loading...|tweet|facebook|twitter|x|whatsapp|telegram|\
     linkedin|reddit|pinterest|tumblr|pocket|flipboard|email|e-mail|mail|print|copy|link|sms|vk|viber|line|bluesky|\
     mastodon|threads|instagram|youtube|teilen|drucken|поделиться|partager|imprimer|compartir",
);

/// Words before the sender, the receiver and the matter of a message.
pub(super) const MAIL: Words =
    Words("from|to|cc|bcc|subject|date|sent|reply-to|von|an|betreff|datum|gesendet|от|кому|тема|дата|件名|差出人|宛先");

/// What authors and picture agencies are called in a line of their own.
pub(super) const ROLES: Words = Words(
    "contributor|senior contributor|contributing writer|staff|staff writer|staff reporter|staff correspondent|senior writer|\
     correspondent|senior correspondent|reporter|columnist|editor|opinion contributor|opinion columnist|guest author|\
     guest writer|guest contributor|freelance writer|special correspondent|корреспондент|обозреватель|колумнист|\
     redakteur|redakteurin|korrespondent|korrespondentin|gastautor|gastautorin|編集委員|論説委員|特派員",
);

/// Where pictures are bought: a line of nothing else is a picture's credit.
pub(super) const PICTURE_SOURCES: Words = Words(
    "getty|getty images|shutterstock|istock|istockphoto|alamy|alamy stock photo|unsplash|wikimedia commons|flickr|pexels|pixabay",
);

/// Beginnings of short lines that sell a subscription.
pub(super) const SUBSCRIBE: Words = Words(
    "subscribe to|sign up for|sign up to|abonnieren sie|jetzt abonnieren|подпишитесь на|подписывайтесь на|abonnez-vous a|suscribete a",
);

/// What a subscription is sold with.
pub(super) const SOLD: Words = Words(
    "read|newsletter|inbox|alert|update|edition|access|magazine|digital|premium|daily|weekly|offer|free|lesen|ausgabe|\
     рассылк|канал|telegram|lettre|boletin",
);

/// Words that speak to the reader of a page.
pub(super) const READER: Words = Words(
    "our|us|your|you|here|now|my|e-mail|email|newsletter|uns|unseren|unserem|unser|sie|нас|наш|нашу|наши|вы|вас|вам|\
     подписывайтесь|подпишитесь|следите|присоединяйтесь|notre|nos|vous|nuestro",
);

/// Words before the fields that a tool writes over a saved page.
pub(super) const PAGE_FIELDS: Words = Words(
    "title|headline|url|url source|source|source url|link|published time|published|date|author|authors|byline|description|\
     site|site name|language|markdown content|text content|content|retrieved|accessed|captured",
);

/// Words of [`PAGE_FIELDS`] and [`MAIL`] after which the title stands.
pub(super) const TITLE_FIELDS: Words = Words("title|headline|subject|betreff|тема|件名");

/// Where a newspaper sends its reader to another page.
pub(super) const PAGE_TURNS: Words = Words(
    "continued on page|continued on p|continued from page|continued from p|continued on next page|see page|turn to page|\
     please turn over|fortsetzung auf seite|fortsetzung von seite|окончание на стр|продолжение на стр|начало на стр",
);

/// Beginnings of lines after which an article is over.
pub(super) const ENDINGS: Words = Words(
    "comments are closed|comments are now closed|comments closed|leave a comment|leave a reply|\
     leave your comment|post a comment|add a comment|join the conversation|join the discussion|\
     article printed from|printed from|this article was printed from|url to article|about the author|\
     about the authors|about the writer|uber den autor|uber die autorin|kommentare geschlossen|\
     kommentar schreiben|оставить комментарий|комментарии закрыты|об авторе|laisser un commentaire|\
     a propos de l'auteur|deja un comentario|sobre el autor|コメントを書く|コメントする|コメントはこちら|\
     著者紹介|筆者紹介|著者プロフィール|執筆者プロフィール",
);

/// Phrases of rights and disclaimers, anywhere in a short line.
pub(super) const RIGHTS: Words = Words(
    "all rights reserved|alle rechte vorbehalten|все права защищены|tous droits reserves|\
     todos los derechos reservados|tutti i diritti riservati|無断転載|禁無断|無断複製|版权所有",
);

/// Beginnings of notices.
pub(super) const NOTICES: Words = Words(
    "copyright|©|(c) 1|(c) 2|c) 1|c) 2|disclaimer|the views expressed|views expressed|the opinions expressed|\
     opinions expressed|this article was originally published|this article was first published|\
     originally published|first published in|first published by|this story was originally published|\
     republished with permission|reprinted with permission|reproduced with permission|\
     this article is republished|reporting by|additional reporting by|with reporting by|editing by|\
     with files from|der artikel erschien zuerst|dieser artikel erschien zuerst|мнение автора может не совпадать|\
     мнение редакции может не совпадать|les opinions exprimees",
);

/// Beginnings of notices about cookies and scripts.
pub(super) const COOKIES: Words = Words(
    "this interview was edited|this interview has been edited|this conversation was edited|\
     this conversation has been edited|нашли опечатку|если вы нашли ошибку|заметили ошибку|have your say|you are receiving this|you received this|you have received this|this article is more than|this story is more than|we use cookies|we and our partners|this website uses cookies|this site uses cookies|\
     our website uses cookies|by continuing to use this site|by continuing to browse|\
     by using this site, you agree|please enable javascript|javascript is disabled|your browser does not support|\
     to view this video please enable|wir verwenden cookies|diese website verwendet cookies|\
     diese webseite verwendet cookies|wir nutzen cookies|мы используем cookie|мы используем файлы cookie|\
     сайт использует cookie|этот сайт использует|nous utilisons des cookies|ce site utilise des cookies|\
     utilizamos cookies|este sitio utiliza cookies|当サイトではクッキー|当サイトではcookie|このサイトはcookie|\
     このサイトでは、cookie",
);

/// First words of an invitation, and what is invited to: a line that has one of each is no part of an article.
pub(super) const INVITES: Words = Words(
    "sign up|subscribe|get|join|follow|download|enter your|support|click here|to find out more|find out more|\
     for more information|to read more|register|receive|never miss|stay|like us|abonnieren sie|folgen sie|\
     melden sie sich|jetzt|подписывайтесь|подпишитесь|следите|присоединяйтесь|abonnez-vous|inscrivez-vous|suivez|\
     suscribete|siguenos|share on|share via|share to|tweet this|watch|listen",
);

/// The second half of [`INVITES`].
pub(super) const INVITED_TO: Words = Words(
    "newsletter|inbox|e-mail address|email address|our app|mobile app|app store|google play|our channel|whatsapp|\
     telegram|facebook|twitter|instagram|youtube|linkedin|reddit|rss|click here|podcast|subscription|kanal|\
     рассылк|телеграм|вконтакте|канал|infolettre|boletin|メルマガ",
);

/// Words that stand over a synopsis, whose end the next label or heading marks.
pub(super) const SYNOPSES: Words = Words(
    "synopsis|abstract|summary|executive summary|standfirst|zusammenfassung|kurzfassung|аннотация|\
     краткое содержание|резюме|resume|resumen|概要|要旨|要約|摘要",
);

/// Words that stand over other parts, and are no headings of the article.
pub(super) const PARTS: Words = Words(
    "interview|the interview|feature|essay|reportage|long read|the long read|column|explainer|news analysis|интервью|репортаж|commentary|in brief|key points|key takeaways|at a glance|in short|highlights|full text|main text|article|\
     the article|full article|opinion|analysis|editorial|op-ed|kommentar|leitartikel|das wichtigste in kurze|\
     auf einen blick|kurz gefasst|комментарий|мнение|коротко|главное|en bref|l'essentiel|en breve|本文|論説|社説|\
     ポイント|解説",
);

/// Months, days of the week and other words of dates, folded.
pub(super) const DATE_WORDS: Words = Words(
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|\
     jul|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|\
     thur|thurs|fri|sat|sun|januar|februar|marz|mai|juni|juli|oktober|dezember|montag|dienstag|mittwoch|\
     donnerstag|freitag|samstag|sonntag|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|\
     ноября|декабря|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|janvier|fevrier|mars|avril|\
     juin|juillet|aout|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|\
     septiembre|octubre|noviembre|diciembre",
);

/// Words that stand beside a date.
pub(super) const DATE_COMPANY: Words = Words(
    "am|pm|a|p|m|gmt|utc|bst|est|edt|pst|pdt|cet|cest|jst|msk|st|nd|rd|th|at|on|of|um|uhr|den|г|года|год|в|le|de|\
     del|h|z|t|y|o'clock|local|time|ago|hours|minutes|days",
);

/// Verbs that follow a name where a note on an author begins.
pub(super) const NOTE_VERBS: Words = Words(
    "is|was|are|works|teaches|covers|writes|has|reports|holds|heads|directs|leads|serves|joined|ist|war|arbeitet|\
     lehrt|schreibt|berichtet|является|работает|пишет|est|es|e",
);

/// What people are, in notes on authors.
pub(super) const PROFESSIONS: Words = Words(
    "professor|lecturer|fellow|researcher|scholar|director|head|editor|journalist|correspondent|reporter|\
     columnist|writer|author|analyst|historian|economist|student|candidate|freelance|freelancer|chair|dean|\
     ambassador|contributor|professorin|dozent|dozentin|journalistin|autor|autorin|redakteur|redakteurin|\
     korrespondent|korrespondentin|профессор|журналист|журналистка|корреспондент|редактор|доцент|научный|\
     обозреватель|journaliste|chercheur|chercheuse|professeur|profesor|profesora|periodista",
);

/// Where people work, in notes on authors.
pub(super) const PLACES: Words = Words(
    "university|institute|college|school|department|centre|center|faculty|academy|think|foundation|council|based|\
     newspaper|bureau|desk|universitat|institut|hochschule|zeitung|университета|института|университет|институт|\
     universite|universidad",
);

/// Words that lead from what somebody is to where.
pub(super) const NOTE_JOINTS: Words = Words("at|of|for|who");

/// Beginnings of notes that name no author.
pub(super) const NOTE_OPENINGS: Words = Words(
    "the author is|the author was|the authors are|the writer is|the writers are|the author teaches|\
     the author works|der autor ist|die autorin ist|автор является|автор -|l'auteur est|el autor es|la autora es",
);

/// Words that ask for another: no paragraph and no heading ends with them.
pub(super) const ASKING: Words = Words(
    "a|an|and|as|at|between|by|for|from|his|in|into|its|of|on|or|that|the|their|to|which|with|der|die|das|den|\
     dem|des|ein|eine|und|von|zu|и|в|на|с|к|о|из|de|la|le|les|et|du|el|los|y",
);

/// The words of [`labels::CAPTIONS`] that a credit at the end begins with.
pub(super) const PICTURES: Words = Words(
    "photo|photos|photograph|image|picture|credit|photo credit|image credit|file photo|foto|bild|фото|写真|画像|\
     credit photo",
);

/// Second parts of English compounds that are seldom the end of a longer word.
pub(super) const SECOND_PARTS: Words = Words(
    "based|backed|born|called|century|class|controlled|declared|defence|defense|driven|existent|friendly|funded|\
     imposed|known|language|leaning|led|level|looking|made|making|minded|needed|old|oriented|owned|party|profile|\
     quality|range|ranking|related|run|scale|sharing|sized|speaking|speed|standing|style|term|tier|wide|year",
);

/// First parts whose second part is written on without a hyphen.
pub(super) const JOINING_PARTS: Words = Words(
    "after|any|back|be|break|day|down|every|fore|foot|for|hand|head|here|home|house|how|in|land|life|mean|news|\
     noon|on|other|out|over|re|some|their|them|there|through|under|up|water|what|when|where|who|with|work|your",
);

/// Endings that make no word of their own, so that what stands before them was parted in the middle.
pub(super) const SUFFIXES: Words = Words("able|ance|ation|ence|ible|ings|less|ments|ness|ship|sion|tion|tions");

/// First parts that keep their hyphen before a whole word.
pub(super) const HYPHENATED_PARTS: Words = Words("higher|longer|lower|much|self|shorter|so|well");
