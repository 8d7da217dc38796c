//! Dates with their precision: the part of EDTF that records use.
//!
//! In: `2019`, `2019-01`, `2019-01-22`, or an interval of months or days, `2019-05/2019-06`. Out: the first and the last
//! possible day, the years it may lie in, and a reading form. No time zones, no clock, no guesses.

use crate::messages::Messages;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A day of the proleptic Gregorian calendar as `(year, month, day)`, ordered as time is.
pub type Day = (i32, u8, u8);

/// One end of a date: a year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Point {
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
}

/// A date as precise as the source allows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Edtf {
    from: Point,
    to: Option<Point>,
}

/// Why a date could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError(String);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seen = &self.0;
        write!(f, "“{seen}” is no date: write 2019, 2019-01, 2019-01-22 or an interval such as 2019-05/2019-06")
    }
}

impl std::error::Error for DateError {}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl Point {
    fn parse(s: &str) -> Option<Point> {
        let digits = |part: &str, len: usize| -> Option<i32> {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
        };
        let mut parts = s.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = match parts.next() {
            Some(m) => Some(u8::try_from(digits(m, 2)?).ok().filter(|m| (1..=12).contains(m))?),
            None => None,
        };
        let day = match (parts.next(), month) {
            (Some(d), Some(m)) => {
                Some(u8::try_from(digits(d, 2)?).ok().filter(|d| (1..=days_in(year, m)).contains(d))?)
            }
            _ => None,
        };
        parts.next().is_none().then_some(Point { year, month, day })
    }

    fn first(self) -> Day {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn last(self) -> Day {
        let month = self.month.unwrap_or(12);
        (self.year, month, self.day.unwrap_or(days_in(self.year, month)))
    }

    fn label(self, messages: &Messages) -> String {
        let (dates, year) = (&messages.dates, self.year.to_string());
        match (self.month, self.day) {
            (Some(m), Some(d)) => dates.day.with([&d.to_string(), of_months(&dates.months_of_days, m), &year]),
            (Some(m), None) => dates.month.with([of_months(&dates.months, m), &year]),
            _ => dates.year.with([year]),
        }
    }
}

fn of_months(months: &[&'static str; 12], month: u8) -> &'static str {
    months[usize::from(month) - 1]
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |m| write!(f, "-{m:02}"))?;
        self.day.map_or(Ok(()), |d| write!(f, "-{d:02}"))
    }
}

impl Edtf {
    /// The first day that the date may mean.
    pub fn first_day(&self) -> Day {
        self.from.first()
    }

    /// The last day that the date may mean; equal scores are ordered by it, newest first.
    pub fn last_day(&self) -> Day {
        self.to.unwrap_or(self.from).last()
    }

    /// The years that the date may lie in, both ends included.
    pub fn years(&self) -> std::ops::RangeInclusive<i32> {
        self.first_day().0..=self.last_day().0
    }

    /// Year, month and day as far as they are known; of an interval, those of either end. CSL calls them *date-parts*.
    pub fn parts(&self) -> Vec<Vec<i32>> {
        let of = |point: Point| {
            let rest = [point.month, point.day].into_iter().flatten().map(i32::from);
            std::iter::once(point.year).chain(rest).collect()
        };
        std::iter::once(self.from).chain(self.to).map(of).collect()
    }

    /// How precise the date is: `to the day`, `to the month`, `to the year`, or `somewhere in this span`.
    pub fn precision(&self, messages: &Messages) -> &'static str {
        let dates = &messages.dates;
        match (self.to, self.from.month, self.from.day) {
            (Some(_), ..) => dates.somewhere_in_this_span,
            (None, _, Some(_)) => dates.to_the_day,
            (None, Some(_), None) => dates.to_the_month,
            (None, None, None) => dates.to_the_year,
        }
    }

    /// The date as it is read: `22 January 2019`, `20–22 January 2019`, `May–June 2019`.
    pub fn label(&self, messages: &Messages) -> String {
        let Some(to) = self.to else { return self.from.label(messages) };
        let (from, dates) = (self.from, &messages.dates);
        let year = &to.year.to_string();
        let of_days = |month| of_months(&dates.months_of_days, month);
        match ((from.month, from.day), (to.month, to.day)) {
            ((Some(m), Some(d)), (Some(n), Some(e))) if from.year == to.year => {
                match (&d.to_string(), &e.to_string()) {
                    (d, e) if m == n => dates.days_of_a_month.with([d, e, of_days(m), year]),
                    (d, e) => dates.days_of_a_year.with([d, of_days(m), e, of_days(n), year]),
                }
            }
            ((Some(m), None), (Some(n), None)) if from.year == to.year => {
                dates.months_of_a_year.with([of_months(&dates.months, m), of_months(&dates.months, n), year])
            }
            ((None, _), (None, _)) => dates.years.with([&from.year.to_string(), year]),
            _ => dates.span.with([from.label(messages), to.label(messages)]),
        }
    }
}

impl FromStr for Edtf {
    type Err = DateError;

    fn from_str(s: &str) -> Result<Self, DateError> {
        let error = || DateError(s.to_string());
        let (from, to) = match s.split_once('/') {
            Some((from, to)) => (from, Some(Point::parse(to).ok_or_else(error)?)),
            None => (s, None),
        };
        let from = Point::parse(from).ok_or_else(error)?;
        match to {
            Some(to) if to.last() < from.first() => Err(error()),
            _ => Ok(Edtf { from, to }),
        }
    }
}

impl TryFrom<String> for Edtf {
    type Error = DateError;

    fn try_from(s: String) -> Result<Self, DateError> {
        s.parse()
    }
}

impl From<Edtf> for String {
    fn from(date: Edtf) -> String {
        date.to_string()
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        self.to.map_or(Ok(()), |to| write!(f, "/{to}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn a_date_prints_as_it_was_written_and_reads_as_people_write_it() {
        for (written, read, first, last) in [
            ("2019", "2019", (2019, 1, 1), (2019, 12, 31)),
            ("2016-05", "May 2016", (2016, 5, 1), (2016, 5, 31)),
            ("2020-02", "February 2020", (2020, 2, 1), (2020, 2, 29)),
            ("2019-01-22", "22 January 2019", (2019, 1, 22), (2019, 1, 22)),
            ("2019-01-20/2019-01-22", "20–22 January 2019", (2019, 1, 20), (2019, 1, 22)),
            ("2019-01-30/2019-02-02", "30 January – 2 February 2019", (2019, 1, 30), (2019, 2, 2)),
            ("2019-05/2019-06", "May–June 2019", (2019, 5, 1), (2019, 6, 30)),
            ("2018-12/2019-01", "December 2018 – January 2019", (2018, 12, 1), (2019, 1, 31)),
        ] {
            let date: Edtf = written.parse().unwrap();
            assert_eq!(date.to_string(), written);
            assert_eq!(date.label(Language::English.messages()), read);
            assert_eq!((date.first_day(), date.last_day()), (first, last), "{written}");
        }
    }

    #[test]
    fn a_date_reads_in_each_language_as_it_is_written_there() {
        for (written, ru, ja) in [
            ("2019", "2019 год", "2019年"),
            ("2016-05", "май 2016 года", "2016年5月"),
            ("2019-01-22", "22 января 2019 года", "2019年1月22日"),
            ("2019-01-20/2019-01-22", "20–22 января 2019 года", "2019年1月20日～22日"),
            ("2019-01-30/2019-02-02", "30 января — 2 февраля 2019 года", "2019年1月30日～2月2日"),
            ("2019-05/2019-06", "май — июнь 2019 года", "2019年5月～6月"),
            ("2018-12/2019-01", "декабрь 2018 года — январь 2019 года", "2018年12月～2019年1月"),
            ("2018/2019", "2018–2019 годы", "2018年～2019年"),
        ] {
            let date: Edtf = written.parse().unwrap();
            let labels = [Language::Russian, Language::Japanese].map(|language| date.label(language.messages()));
            assert_eq!(labels, [ru, ja], "{written}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused_with_the_forms_that_are() {
        for bad in
            ["", "19", "2019-1", "2019-13", "2019-02-29", "May-16", "2019-01-22-03", "2019/2018", "2019-05/", "+019"]
        {
            let error = bad.parse::<Edtf>().unwrap_err().to_string();
            assert!(error.contains("2019-05/2019-06"), "{bad}: {error}");
        }
    }
}
