//! Role sheet: all that one actor holds, for whoever is to speak for it.

use super::Filled;

#[derive(Debug)]
pub struct Role {
    pub actor: &'static str,
    pub choose_one: &'static str,
    pub about: &'static str,
    pub you_speak_for: Filled<3>,
    pub one_speaks_with_it: Filled<1>,
    pub several_speak_with_it: Filled<1>,
    pub not_told_of_you: &'static str,
    pub why_not_told: Filled<1>,
    pub its_cell: &'static str,
    pub side_by_side: &'static str,
    pub meets: Filled<1>,
    pub whom_you_meet: &'static str,
    pub nothing_is_told: &'static str,
}

pub const EN: Role = Role {
    actor: "Actor",
    choose_one: "choose one",
    about: "A sheet for whoever speaks for an actor in class: all that it holds with its evidence, what is not told of it, and whom it meets.",
    you_speak_for: Filled::new("You speak for {0}: {1} in {2}."),
    one_speaks_with_it: Filled::new(" {0} speaks with it in office."),
    several_speak_with_it: Filled::new(" {0} speak with it in office."),
    not_told_of_you: "Not told of you",
    why_not_told: Filled::new(
        "{0} and this selection of them have no position of yours on these; whoever asks you makes you guess.",
    ),
    its_cell: "its cell",
    side_by_side: "side by side",
    meets: Filled::new("{0}. "),
    whom_you_meet: "Whom you meet",
    nothing_is_told: "Nothing in this selection is told of this actor.",
};

pub const RU: Role = Role {
    actor: "Участник",
    choose_one: "выбрать",
    about: "Лист для того, кто говорит на занятии от имени участника: всё, чего тот придерживается, с основаниями; то, о чём ничего не сообщается; и те, с кем он сталкивается.",
    you_speak_for: Filled::new("Роль: {0}. Всего {1} ({2})."),
    one_speaks_with_it: Filled::new(" От его имени по должности говорит {0}."),
    several_speak_with_it: Filled::new(" От его имени по должности говорят {0}."),
    not_told_of_you: "О чём ничего не сообщается",
    why_not_told: Filled::new(
        "{0}: в них и в этой выборке из них нет позиции этого участника по этим вопросам; отвечать на них пришлось бы наугад.",
    ),
    its_cell: "ячейка таблицы",
    side_by_side: "рядом в таблице",
    meets: Filled::new("{0}. "),
    whom_you_meet: "С кем предстоит столкнуться",
    nothing_is_told: "В этой выборке об этом участнике ничего не сообщается.",
};

pub const JA: Role = Role {
    actor: "当事者",
    choose_one: "選択",
    about: "授業で当事者の役を務める人のためのシートです。その立場のすべてと典拠、言及のない論点、意見を戦わせる相手を示します。",
    you_speak_for: Filled::new("役割：{0}。{1}（{2}）。"),
    one_speaks_with_it: Filled::new("職務としてこの当事者を代弁するのは{0}です。"),
    several_speak_with_it: Filled::new("職務としてこの当事者を代弁するのは{0}です。"),
    not_told_of_you: "言及のない論点",
    why_not_told: Filled::new(
        "{0}：これらの記事にも、この選択範囲にも、以下の論点についてのあなたの立場はありません。問われれば、推測で答えることになります。",
    ),
    its_cell: "表のセル",
    side_by_side: "並べて見る",
    meets: Filled::new("{0}。"),
    whom_you_meet: "意見を戦わせる相手",
    nothing_is_told: "この選択範囲には、この当事者についての言及がありません。",
};
