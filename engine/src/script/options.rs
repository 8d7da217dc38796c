//! What a script may ask with.

use crate::positions::By;
use crate::search::{Filters, Sort, span_of, years_of};
use serde_json::{Map, Value};

/// Options of a search; the defaults ask for every article, twenty at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchOptions {
    /// The query.
    pub q: String,
    /// The filters.
    pub filters: Filters,
    /// Whether aliases are off.
    pub exact: bool,
    /// In which order.
    pub sort: Sort,
    /// How many hits are given at the most.
    pub limit: usize,
    /// How many are passed over.
    pub offset: usize,
    /// Whether each hit has its passages, with their words and marks.
    pub passages: bool,
}

/// Options of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableOptions {
    /// The columns.
    pub by: By,
    /// The query.
    pub q: String,
    /// The filters.
    pub filters: Filters,
    /// Whether aliases are off.
    pub exact: bool,
}

impl SearchOptions {
    /// Reads them from JSON; null is none.
    pub fn read(options: &Value) -> Result<SearchOptions, String> {
        let mut read = SearchOptions {
            q: String::new(),
            filters: Filters::default(),
            exact: false,
            sort: Sort::default(),
            limit: 20,
            offset: 0,
            passages: true,
        };
        for (key, value) in &object(options)? {
            match key.as_str() {
                "q" => read.q = text(key, value)?,
                "exact" => read.exact = flag(key, value)?,
                "limit" => read.limit = number(key, value)?,
                "offset" => read.offset = number(key, value)?,
                "passages" => read.passages = flag(key, value)?,
                "sort" => {
                    let id = text(key, value)?;
                    let known = Sort::ALL.into_iter().find(|sort| sort.id() == id);
                    let ids: Vec<&str> = Sort::ALL.iter().map(|sort| sort.id()).collect();
                    read.sort = known.ok_or_else(|| format!("“sort” is one of {}, not “{id}”", ids.join(", ")))?;
                }
                _ => filter(&mut read.filters, key, value)?,
            }
        }
        Ok(read)
    }
}

impl TableOptions {
    /// Reads them from JSON; null is none.
    pub fn read(options: &Value) -> Result<TableOptions, String> {
        let mut read = TableOptions { by: By::default(), q: String::new(), filters: Filters::default(), exact: false };
        for (key, value) in &object(options)? {
            match key.as_str() {
                "q" => read.q = text(key, value)?,
                "exact" => read.exact = flag(key, value)?,
                "by" => {
                    let id = text(key, value)?;
                    let ids: Vec<&str> = By::ALL.iter().map(|by| by.id()).collect();
                    let known = By::ALL.into_iter().find(|by| by.id() == id);
                    read.by = known.ok_or_else(|| format!("“by” is one of {}, not “{id}”", ids.join(", ")))?;
                }
                _ => filter(&mut read.filters, key, value)?,
            }
        }
        Ok(read)
    }
}

/// Options of the contrasts: those of the table, and which two of its columns.
#[derive(Clone, Debug, PartialEq)]
pub struct ContrastOptions {
    /// What the table would be asked with.
    pub table: TableOptions,
    /// The values of two columns, `a` and `b`; none for all pairs.
    pub pair: Option<(String, String)>,
}

impl ContrastOptions {
    /// Reads them from JSON; null is none. `a` and `b` come together, and are two.
    pub fn read(options: &Value) -> Result<ContrastOptions, String> {
        let mut options = object(options)?;
        let mut side = |key: &str| match options.remove(key) {
            Some(value) => text(key, &value).map(|value| Some(value).filter(|value| !value.is_empty())),
            None => Ok(None),
        };
        let pair = match (side("a")?, side("b")?) {
            (Some(a), Some(b)) if a == b => return Err(format!("“a” and “b” are two columns, not “{a}” twice")),
            (Some(a), Some(b)) => Some((a, b)),
            (None, None) => None,
            (Some(_), None) => return Err("“a” stands without “b”: give both or none".to_string()),
            (None, Some(_)) => return Err("“b” stands without “a”: give both or none".to_string()),
        };
        Ok(ContrastOptions { table: TableOptions::read(&Value::Object(options))?, pair })
    }
}

fn object(options: &Value) -> Result<Map<String, Value>, String> {
    match options {
        Value::Null => Ok(Map::new()),
        Value::Object(map) => Ok(map.clone()),
        _ => Err("the options are an object, such as {q: \"treaty\"}".to_string()),
    }
}

fn text(key: &str, value: &Value) -> Result<String, String> {
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text.clone()),
        _ => Err(format!("“{key}” is a string")),
    }
}

fn flag(key: &str, value: &Value) -> Result<bool, String> {
    match value {
        Value::Null => Ok(false),
        Value::Bool(flag) => Ok(*flag),
        _ => Err(format!("“{key}” is true or false")),
    }
}

fn number(key: &str, value: &Value) -> Result<usize, String> {
    // JavaScript's numbers may come as 20 or 20.0.
    let whole = value.as_f64().filter(|n| *n >= 0.0 && n.fract() == 0.0 && *n <= f64::from(u32::MAX));
    whole.map(|n| n as usize).ok_or_else(|| format!("“{key}” is a whole number from 0"))
}

fn filter(filters: &mut Filters, key: &str, value: &Value) -> Result<(), String> {
    let set = filters.set_mut(key).ok_or_else(|| format!("“{key}” is no option"))?;
    let list = match value {
        Value::Null => return Ok(()),
        Value::Array(list) => list,
        _ => return Err(format!("“{key}” is a list of strings")),
    };
    for value in list {
        let id = value.as_str().ok_or_else(|| format!("“{key}” is a list of strings"))?;
        if key == "year" && years_of(id).is_none() {
            return Err(format!("“year” is a list of years such as \"2016\" or \"2016..2019\", not “{id}”"));
        }
        if key == "as_of" && span_of(id).is_none() {
            return Err(format!("“as_of” is a list of dates such as \"2018-09\" or \"2016..2018\", not “{id}”"));
        }
        set.insert(id.to_string());
    }
    Ok(())
}
