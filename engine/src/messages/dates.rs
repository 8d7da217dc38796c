//! Dates, and how precise they are.

use super::Filled;

#[derive(Debug)]
pub struct Dates {
    /// By themselves.
    pub months: [&'static str; 12],
    /// Behind a day.
    pub months_of_days: [&'static str; 12],
    pub day: Filled<3>,
    pub month: Filled<2>,
    pub year: Filled<1>,
    pub days_of_a_month: Filled<4>,
    pub days_of_a_year: Filled<5>,
    pub months_of_a_year: Filled<3>,
    pub years: Filled<2>,
    pub span: Filled<2>,
    pub to_the_day: &'static str,
    pub to_the_month: &'static str,
    pub to_the_year: &'static str,
    pub somewhere_in_this_span: &'static str,
}

pub const EN: Dates = Dates {
    months: ENGLISH_MONTHS,
    months_of_days: ENGLISH_MONTHS,
    day: Filled::new("{0} {1} {2}"),
    month: Filled::new("{0} {1}"),
    year: Filled::new("{0}"),
    days_of_a_month: Filled::new("{0}–{1} {2} {3}"),
    days_of_a_year: Filled::new("{0} {1} – {2} {3} {4}"),
    months_of_a_year: Filled::new("{0}–{1} {2}"),
    years: Filled::new("{0} – {1}"),
    span: Filled::new("{0} – {1}"),
    to_the_day: "to the day",
    to_the_month: "to the month",
    to_the_year: "to the year",
    somewhere_in_this_span: "somewhere in this span",
};

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub const RU: Dates = Dates {
    months: [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
    months_of_days: [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    day: Filled::new("{0} {1} {2} года"),
    month: Filled::new("{0} {1} года"),
    year: Filled::new("{0} год"),
    days_of_a_month: Filled::new("{0}–{1} {2} {3} года"),
    days_of_a_year: Filled::new("{0} {1} — {2} {3} {4} года"),
    months_of_a_year: Filled::new("{0} — {1} {2} года"),
    years: Filled::new("{0}–{1} годы"),
    span: Filled::new("{0} — {1}"),
    to_the_day: "с точностью до дня",
    to_the_month: "с точностью до месяца",
    to_the_year: "с точностью до года",
    somewhere_in_this_span: "лишь в пределах этого промежутка",
};

pub const JA: Dates = Dates {
    months: JAPANESE_MONTHS,
    months_of_days: JAPANESE_MONTHS,
    day: Filled::new("{2}年{1}{0}日"),
    month: Filled::new("{1}年{0}"),
    year: Filled::new("{0}年"),
    days_of_a_month: Filled::new("{3}年{2}{0}日～{1}日"),
    days_of_a_year: Filled::new("{4}年{1}{0}日～{3}{2}日"),
    months_of_a_year: Filled::new("{2}年{0}～{1}"),
    years: Filled::new("{0}年～{1}年"),
    span: Filled::new("{0}～{1}"),
    to_the_day: "日単位",
    to_the_month: "月単位",
    to_the_year: "年単位",
    somewhere_in_this_span: "この期間内のいずれか",
};

const JAPANESE_MONTHS: [&str; 12] =
    ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];
