//! The address: a view reads as it was written, and whatever stands in a fragment gives a view.

use super::cases_of;
use super::corpora::{ACTORS, ISSUES, corpora};
use super::queries::{filters, queries};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use sightlines_engine::concordance::Order;
use sightlines_engine::messages::Language;
use sightlines_engine::model::{Locator, PositionId};
use sightlines_engine::positions::{By, RowOrder, Silence};
use sightlines_engine::search::{Filters, Sort};
use sightlines_engine::seminar::Sheet;
use sightlines_engine::view::{Cell, MAX_FRAGMENT, Pane, Path, View, decode, encode};

/// Text that a value may be: of any script, with the signs that addresses use themselves, and no space at its ends.
fn value() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        3 => "[a-z][a-z0-9_-]{0,8}",
        2 => r#"[ -~]{1,12}"#,
        1 => r"\PC{1,8}",
        1 => any::<String>().prop_map(|s| s.chars().take(12).collect()),
    ];
    value.prop_map(|s: String| s.trim().to_string()).prop_filter("no value is empty", |s| !s.is_empty())
}

fn any_filters() -> impl Strategy<Value = Filters> {
    let year = select(vec!["2016", "2019", "2016..2019", "0001"]).prop_map(String::from);
    let set = || prop_oneof![2 => Just(Default::default()), 1 => btree_set(value(), 1..3)];
    let time = select(vec!["2016", "2018-09", "2016-05..2019-01-22", "0001"]).prop_map(String::from);
    let sets = (set(), set(), btree_set(year, 0..2), set(), set(), set(), set(), set(), btree_set(time, 0..2));
    sets.prop_map(|(author, outlet, year, issue, actor, answer, stance, voice, as_of)| Filters {
        author,
        outlet,
        year,
        issue,
        actor,
        answer,
        stance,
        voice,
        as_of,
    })
}

fn places() -> impl Strategy<Value = Option<Locator>> {
    prop::option::of((0..1_000_000u32, prop::option::of(1..1_000_000u32)).prop_map(|(p, s)| Locator { p, s }))
}

/// A path with the stop that a reader is at.
fn paths() -> impl Strategy<Value = (Path, usize)> {
    let title = prop_oneof![value(), Just(String::new())];
    let pane = select(Pane::ALL.to_vec());
    let note = prop_oneof![value(), Just(String::new())];
    let stop = (pane, value(), note).prop_map(|(pane, q, note)| View { pane, q, ..View::default() }.as_stop(&note));
    (title, vec(stop, 1..4), 0..4usize).prop_map(|(title, stops, at)| {
        let at = at.min(stops.len());
        (Path { title, stops }, at)
    })
}

/// Views as a page may hold them, but with ids that no corpus has.
fn views() -> impl Strategy<Value = View> {
    let pane = select(Pane::ALL.to_vec());
    let q = prop_oneof![value(), queries().prop_map(|meant| meant.to_string().trim().to_string()), Just(String::new())];
    let by = select(By::ALL.to_vec());
    let cell = (value(), value()).prop_map(|(column, issue)| Cell { column: column.replace('.', "+"), issue });
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    let sort = select(Sort::ALL.to_vec());
    let read = (prop::option::of(value()), places());
    let pair = [prop::option::of(value()), prop::option::of(value())];
    let orders = (select(RowOrder::ALL.to_vec()), select(Order::ALL.to_vec()), select(Language::ALL.to_vec()));
    let layout = (btree_set(value(), 0..3), select(Silence::ALL.to_vec()), any::<bool>());
    let chosen = (
        prop::option::of(value().prop_map(PositionId)),
        select(Sheet::ALL.to_vec()),
        prop::option::of(value()),
        prop_oneof![2 => Just((Path::default(), 0)), 1 => paths()],
    );
    (pane, q, any_filters(), by, prop::option::of(cell), flags, sort, (read, pair, orders, layout, chosen)).prop_map(
        |(
            pane,
            q,
            filters,
            by,
            cell,
            (turn, exact, embed),
            sort,
            (read, pair, (rows, lines, language), layout, chosen),
        )| {
            let ((article, p), (columns, silence, dense)) = (read, layout);
            let (position, sheet, role, (path, at)) = chosen;
            View {
                pane,
                q,
                filters,
                by,
                turn,
                cell,
                article,
                p,
                exact,
                sort,
                language,
                embed,
                pair,
                rows,
                lines,
                columns,
                silence,
                dense,
                position,
                sheet,
                role,
                path,
                at,
            }
        },
    )
}

/// What may stand in a fragment: anything, pairs of our keys with anything, and the like percent-encoded or cut.
fn fragments() -> impl Strategy<Value = String> {
    let keys = [
        "view", "q", "author", "outlet", "year", "issue", "actor", "answer", "stance", "voice", "by", "turn", "cell",
        "article", "p", "exact", "sort", "lang", "embed", "a", "b", "rows", "lines", "as_of", "column", "silence",
        "dense", "position", "sheet", "role", "path", "stop", "at", "Q", "%71", "",
    ];
    let values = prop_oneof![
        any::<String>(),
        value(),
        "[0-9.]{0,9}",
        r"(%[0-9a-fA-F]{0,2}|\+|=|#|.){0,20}",
        select(vec![
            "read",
            "compare",
            "1",
            "2016..2019",
            "2019..2016",
            "year",
            "date",
            "en",
            "ja",
            "a.b",
            ".",
            "7.3",
            "¶7",
            "hidden",
            "matrix",
            "2018-09..2019",
            "1 q=a%20b a note",
            "2 view=compare"
        ])
        .prop_map(String::from),
    ];
    let pairs = vec((select(keys.to_vec()), values), 0..8)
        .prop_map(|pairs| pairs.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&"));
    let bytes = vec(any::<u8>(), 0..200).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let long = (value(), 1..3000usize).prop_map(|(value, times)| format!("q={}", value.repeat(times)));
    prop_oneof![1 => any::<String>(), 1 => bytes, 4 => pairs, 1 => long]
}

fn is_plain(fragment: &str) -> bool {
    fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"=&%._-".contains(&b))
}

proptest! {
    #![proptest_config(cases_of(512))]

    #[test]
    fn a_view_reads_as_it_was_written(view in views()) {
        let fragment = view.fragment();
        prop_assert_eq!(View::read(&fragment), (view.clone(), Vec::new()), "{}", fragment);
        prop_assert_eq!(View::read(&format!("#{fragment}")), (view.clone(), Vec::new()));
        prop_assert!(is_plain(&fragment), "{}", fragment);
        prop_assert!(fragment.is_empty() || fragment.ends_with(|c: char| c.is_ascii_alphanumeric()), "{}", fragment);
        prop_assert_eq!(fragment.is_empty(), view == View::default());
    }

    #[test]
    fn space_around_the_query_makes_no_other_address(view in views()) {
        let spaced = View { q: format!(" {}\t", view.q), ..view.clone() };
        prop_assert_eq!(spaced.fragment(), view.fragment());
    }

    #[test]
    fn views_with_equal_addresses_are_equal(one in views(), other in views(), key in 0..23usize) {
        // Views that differ at one place at most, so that equal ones come.
        let mut like = one.clone();
        match key {
            0 => like.pane = other.pane,
            1 => like.q = other.q,
            2 => like.filters.author = other.filters.author,
            3 => like.filters.voice = other.filters.voice,
            4 => like.by = other.by,
            5 => like.turn = other.turn,
            6 => like.cell = other.cell,
            7 => like.article = other.article,
            8 => like.p = other.p,
            9 => like.sort = other.sort,
            10 => like.pair = other.pair,
            11 => like.rows = other.rows,
            12 => like.lines = other.lines,
            13 => like.columns = other.columns,
            14 => like.silence = other.silence,
            15 => like.dense = other.dense,
            16 => like.position = other.position,
            17 => like.sheet = other.sheet,
            18 => like.role = other.role,
            19 => like.filters.as_of = other.filters.as_of,
            20 => (like.path, like.at) = (other.path, other.at),
            21 => like.at = other.at.min(like.path.stops.len()),
            _ => like.embed = other.embed,
        }
        prop_assert_eq!(one.fragment() == like.fragment(), one == like);
    }

    #[test]
    fn keys_and_values_in_any_order_are_one_address(view in views(), turn in 0..8usize) {
        let fragment = view.fragment();
        let mut pairs: Vec<&str> = fragment.split('&').collect();
        let turn = turn % pairs.len();
        pairs.rotate_left(turn);
        prop_assert_eq!(View::read(&pairs.join("&")).0.fragment(), fragment);
    }

    #[test]
    fn whatever_stands_there_gives_a_view_that_has_an_address_of_its_own(fragment in fragments()) {
        let (view, notices) = View::read(&fragment);
        let written = view.fragment();
        prop_assert!(is_plain(&written), "{}", written);
        prop_assert_eq!(View::read(&written), (view, Vec::new()), "{} after {:?}", written, fragment);
        for notice in notices {
            prop_assert!(!notice.chars().any(char::is_control) && notice.chars().count() < 200, "{}", notice);
        }
    }

    #[test]
    fn a_sign_behind_a_link_makes_no_other_view(view in views(), sign in select(&[".", ",", ";", ":", "!", "?", ")", "]", "}", ">", "\"", "'", "’", "”", ").", "?\""])) {
        let fragment = view.fragment();
        prop_assert_eq!(View::read(&format!("{fragment}{sign}")), View::read(&fragment), "{} behind {}", sign, fragment);
    }

    #[test]
    fn a_path_comes_out_of_its_file_as_it_went_in((path, _) in paths()) {
        prop_assume!(!path.is_empty() && path.fits());
        prop_assert_eq!(Path::from_json(&path.json(), Language::English.messages()), Ok((path, Vec::new())));
    }

    #[test]
    fn too_long_a_link_is_not_read_and_that_is_said(view in views(), longer in 0..100usize) {
        let mut fragment = format!("{}&q=", view.fragment());
        fragment.push_str(&"a".repeat((MAX_FRAGMENT + 1 + longer).saturating_sub(fragment.len())));
        let (read, notices) = View::read(&fragment);
        prop_assert_eq!((read, notices.len()), (View::default(), 1));
    }

    #[test]
    fn escapes_are_undone(value: String) {
        prop_assert_eq!(decode(&encode(&value)), value);
    }

    #[test]
    fn settling_drops_what_is_not_in_this_edition_and_says_so_once(corpus in corpora(), view in views()) {
        let (settled, notices) = view.clone().settle(&corpus);
        prop_assert_eq!(notices.is_empty(), settled == view, "{:?}", notices);
        prop_assert_eq!(settled.clone().settle(&corpus), (settled.clone(), Vec::new()));
        let with_elsewhere = View {
            filters: Filters { author: ["someone else".to_string()].into(), ..Default::default() },
            article: Some("elsewhere".to_string()),
            p: Some(Locator { p: 1, s: None }),
            ..View::default()
        };
        let (settled, notices) = with_elsewhere.settle(&corpus);
        prop_assert_eq!((settled, notices.len()), (View::default(), 2));
        if let Some(article) = corpus.articles.first() {
            let there = View { article: Some(article.id.to_string()), ..View::default() };
            let beyond = View { p: Some(Locator { p: 99, s: None }), ..there.clone() };
            let (settled, notices) = beyond.settle(&corpus);
            prop_assert_eq!((settled, notices.len()), (there.clone(), 1));
            // So is a sentence beyond its paragraph, where it is known how many there are.
            if let Some(paragraph) = article.paragraphs.iter().find(|p| p.sentence_count() > 0) {
                let whole = View { p: Some(Locator { p: paragraph.n, s: None }), ..there.clone() };
                let beyond = Locator { p: paragraph.n, s: Some(paragraph.sentence_count() + 1) };
                let (settled, notices) = View { p: Some(beyond), ..there }.settle(&corpus);
                prop_assert_eq!((settled, notices.len()), (whole, 1));
            }
        }
    }

    #[test]
    fn settling_keeps_what_is_there(
        corpus in corpora(), filters in filters(), by in select(By::ALL.to_vec()), at: prop::sample::Index,
    ) {
        let mut view = View { filters, by, ..View::default() };
        let authors: Vec<&str> = corpus.articles.iter().flat_map(|a| a.author_values()).collect();
        view.filters.author.retain(|id| authors.contains(&id.as_str()));
        view.filters.outlet.retain(|id| corpus.articles.iter().any(|a| a.outlet.value.as_str() == id));
        let columns = sightlines_engine::positions::columns(&corpus, by, Language::English.messages());
        if !columns.is_empty() {
            view.cell = Some(Cell { column: at.get(&columns).value.clone(), issue: at.get(ISSUES).0.to_string() });
            view.columns.insert(at.get(&columns).value.clone());
        }
        if !corpus.articles.is_empty() {
            let article = at.get(&corpus.articles);
            view.article = Some(article.id.to_string());
            view.p = article.paragraphs.last().map(|paragraph| Locator { p: paragraph.n, s: Some(paragraph.sentence_count()).filter(|s| *s > 0) });
        }
        view.filters.actor.insert(at.get(ACTORS).0.to_string());
        view.role = Some(at.get(ACTORS).0.to_string());
        view.position = corpus.positions.first().map(|position| position.id.clone());
        prop_assert_eq!(view.clone().settle(&corpus), (view, Vec::new()));
    }
}
