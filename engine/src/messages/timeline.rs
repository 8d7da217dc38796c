//! The timeline of events and dated positions.

use super::{Counted, Filled};

#[derive(Debug)]
pub struct Timeline {
    pub nothing_is_dated: &'static str,
    pub nothing_is_of_that_time: &'static str,
    pub events: Counted,
    pub by_date: Filled<3>,
    pub by_date_in_the_chosen_time: Filled<3>,
    pub more_are_undated: Counted,
    pub any: &'static str,
    pub any_time: &'static str,
    pub time: &'static str,
    pub held_from: &'static str,
    pub to: &'static str,
    pub year_with: Filled<3>,
    pub years_to_choose: &'static str,
    pub events_above: &'static str,
    pub a_chosen_year: &'static str,
    pub as_of_year: Filled<2>,
}

pub const EN: Timeline = Timeline {
    nothing_is_dated: "Nothing in this selection is dated: no event, and no position.",
    nothing_is_of_that_time: "Nothing in this selection is of that time.",
    events: Counted::new(&["{} event", "{} events"]),
    by_date: Filled::new("{0} and {1} by the date at which they were held{2}."),
    by_date_in_the_chosen_time: Filled::new("{0} and {1} by the date at which they were held in the chosen time{2}."),
    more_are_undated: Counted::new(&["; {} more are undated"]),
    any: "any",
    any_time: "any time",
    time: "Time",
    held_from: "Held from",
    to: "to",
    year_with: Filled::new("{0}: {1}, {2}"),
    years_to_choose: "Years, to choose one",
    events_above: "Events above, positions below.",
    a_chosen_year: " A year that is chosen is all that is shown, here and in every view.",
    as_of_year: Filled::new("{0} as of {1}"),
};

pub const RU: Timeline = Timeline {
    nothing_is_dated: "В этой выборке нет ничего датированного: ни события, ни позиции.",
    nothing_is_of_that_time: "В этой выборке нет ничего, относящегося к этому времени.",
    events: Counted::new(&["{} событие", "{} события", "{} событий"]),
    by_date: Filled::new("{0} и {1} по времени, к которому они относятся{2}."),
    by_date_in_the_chosen_time: Filled::new("За выбранное время: {0} и {1} по времени, к которому они относятся{2}."),
    more_are_undated: Counted::new(&["; ещё {} без даты"]),
    any: "любой",
    any_time: "любое время",
    time: "Время",
    held_from: "Период с",
    to: "по",
    year_with: Filled::new("{0}: {1}, {2}"),
    years_to_choose: "Годы, можно выбрать один",
    events_above: "Сверху события, снизу позиции.",
    a_chosen_year: " Если выбрать год, здесь и во всех разделах останется только он.",
    as_of_year: Filled::new("{0} по состоянию на {1} год"),
};

pub const JA: Timeline = Timeline {
    nothing_is_dated: "この選択範囲には、日付のある出来事も立場もありません。",
    nothing_is_of_that_time: "この選択範囲には、その時期のものはありません。",
    events: Counted::new(&["出来事{}件"]),
    by_date: Filled::new("{0}と{1}（日付順）{2}。"),
    by_date_in_the_chosen_time: Filled::new("選んだ期間の{0}と{1}（日付順）{2}。"),
    more_are_undated: Counted::new(&["、ほかに日付なし{}件"]),
    any: "指定なし",
    any_time: "全期間",
    time: "期間",
    held_from: "開始年",
    to: "終了年",
    year_with: Filled::new("{0}年：{1}、{2}"),
    years_to_choose: "年（一つを選択）",
    events_above: "上が出来事、下が立場です。",
    a_chosen_year: "年を選ぶと、ここでもほかの画面でもその年だけが表示されます。",
    as_of_year: Filled::new("{1}年時点の{0}"),
};
