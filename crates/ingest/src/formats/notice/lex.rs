//! Days, times, sums and digits of cards in a line of free text.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use mioboe_model::Currency;
use rust_decimal::Decimal;

use super::BOUND;
use crate::field::{DateOrder, DecimalMark, MarkHint, mark_hint, narrow, sum};
use crate::formats::statements::CODES;

/// What days are read by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    /// The currency of sums that name none.
    pub(crate) home: Currency,
    /// `None`: days without a year are not known.
    pub(crate) today: Option<NaiveDate>,
    /// The only currency that the text names: who writes it writes days as it is usual there, wherever the reader is at home.
    pub(crate) spoken: Option<Currency>,
}

impl Frame {
    /// The order in which people of the text's currency write three numbers, where all of them write it so.
    fn order(self) -> Option<DateOrder> {
        order(self.spoken.unwrap_or(self.home))
    }

    /// A bank at home that tells of a purchase abroad may write days in either order.
    fn is_contested(self) -> bool {
        self.spoken.and_then(order).is_some_and(|spoken| order(self.home) != Some(spoken))
    }
}

fn order(currency: Currency) -> Option<DateOrder> {
    match currency.code() {
        "USD" => Some(DateOrder::Mdy),
        "GBP" | "EUR" | "INR" | "AUD" | "NZD" | "SGD" | "BRL" | "MXN" => Some(DateOrder::Dmy),
        _ => None,
    }
}

/// A part of a line that is no plain word.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Atom {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Day(Day),
    /// A time of day, an address, a number that is of no use.
    Other,
    Sum(Sum),
    /// Last digits of a card.
    Card(String),
}

/// All days that the words may mean; one where they are sure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Day {
    pub(super) likely: NaiveDate,
    pub(super) is_sure: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sum {
    /// As written, without its sign.
    pub(super) value: Decimal,
    pub(super) currency: Currency,
    pub(super) sign: Sign,
    /// Neither the decimals nor the currency leave a doubt.
    pub(super) is_sure: bool,
    /// `100円以上`: a bound and no sum that was paid.
    pub(super) is_bound: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    None,
    Minus,
    Plus,
    /// `▲`, brackets, `CR`: money back whoever writes it.
    Back,
}

/// A line as it is read: one plain letter for each of its letters.
pub(super) fn plain(line: &str) -> Vec<char> {
    line.chars().map(narrow).collect()
}

/// Every atom of the line, from the left.
pub(super) fn atoms(line: &[char], frame: Frame) -> Vec<Atom> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        match atom(line, at, frame) {
            Some((end, kind)) if at < end => {
                found.push(Atom { start: at, end, kind });
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

fn atom(line: &[char], at: usize, frame: Frame) -> Option<(usize, Kind)> {
    let here = line.get(at).copied().filter(|&c| c != ' ')?;
    let before = at.checked_sub(1).and_then(|before| line.get(before)).copied().unwrap_or(' ');
    // Inside a word or a number nothing begins.
    let is_inside = |c: char| c.is_ascii_alphanumeric() || (c == '_');
    let goes_on = (is_inside(before) && is_inside(here))
        || (here.is_ascii_digit() && matches!(before, '.' | ',' | '/' | '#') && is_after_digit(line, at));
    if goes_on {
        return None;
    }
    let scan = || Scan { line, at };
    if let Some(end) = address(line, at) {
        return Some((end, Kind::Other));
    }
    if let Some((end, digits)) = card(scan()) {
        return Some((end, Kind::Card(digits)));
    }
    if let Some(end) = time(scan()) {
        return Some((end, Kind::Other));
    }
    if let Some((end, day)) = day(scan(), frame) {
        return Some((end, Kind::Day(day)));
    }
    money(scan(), frame, before).map(|(end, sum)| (end, Kind::Sum(sum)))
}

fn is_after_digit(line: &[char], at: usize) -> bool {
    at.checked_sub(2).and_then(|at| line.get(at)).is_some_and(char::is_ascii_digit)
}

#[derive(Clone, Copy)]
struct Scan<'l> {
    line: &'l [char],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> char {
        self.line.get(self.at).copied().unwrap_or('\n')
    }

    fn eat(&mut self, wanted: &[char]) -> Option<char> {
        let c = self.peek();
        wanted.contains(&c).then(|| {
            self.at += 1;
            c
        })
    }

    fn spaces(&mut self) {
        while self.peek() == ' ' {
            self.at += 1;
        }
    }

    /// A number of so many digits, all there are.
    fn number(&mut self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        let text: String = self.line.get(start..self.at)?.iter().collect();
        digits.contains(&text.len()).then(|| text.parse().ok()).flatten()
    }

    /// Letters of any script that has a case.
    fn word(&mut self) -> String {
        let start = self.at;
        while self.peek().is_lowercase() || self.peek().is_uppercase() {
            self.at += 1;
        }
        self.line
            .get(start..self.at)
            .unwrap_or_default()
            .iter()
            .copied()
            .map(mioboe_model::text::small)
            .collect::<String>()
    }

    fn says(&mut self, words: &[&str]) -> bool {
        let found = words.iter().find(|word| {
            let mut rest = self.line.get(self.at..).unwrap_or_default().iter();
            word.chars().all(|c| {
                rest.next()
                    .is_some_and(|&here| mioboe_model::text::small(here) == mioboe_model::text::small(c))
            })
        });
        self.at += found.map_or(0, |word| word.chars().count());
        found.is_some()
    }
}

/// `https://…`, `name@host`: up to the next blank.
fn address(line: &[char], at: usize) -> Option<usize> {
    let mut scan = Scan { line, at };
    let starts = scan.says(&["http://", "https://", "www."]);
    let end = |from: usize| {
        line.iter()
            .enumerate()
            .skip(from)
            .find(|(_, c)| !c.is_ascii_graphic())
            .map_or(line.len(), |(at, _)| at)
    };
    if starts {
        return Some(end(at));
    }
    let here = line.get(at..end(at))?;
    let is_mail = here.first().is_some_and(char::is_ascii_alphanumeric)
        && here.iter().filter(|&&c| c == '@').count() == 1
        && here.last() != Some(&'@');
    is_mail.then(|| end(at))
}

/// `(...0552)`, `****1234`, `末尾1234`, `下4桁：1234`, `ending in 1234`.
fn card(mut scan: Scan<'_>) -> Option<(usize, String)> {
    let masks = ['*', '•', '…', '●', '·', 'x', 'X', '.'];
    if scan.says(&["末尾", "下4桁", "下４桁", "ending in", "ending with", "account ending", "ending:"])
    {
        scan.says(&["4桁", "が", "は"]);
        while scan.eat(&[':', ' ', '(', '*', '"']).is_some() {}
    } else {
        let start = scan.at;
        while scan.eat(&masks).is_some() || scan.eat(&['-', ' ']).is_some_and(|_| start < scan.at) {}
        let run = scan.line.get(start..scan.at)?;
        let count = run.iter().filter(|c| masks.contains(c)).count();
        if count < if run.contains(&'…') { 1 } else { 2 } {
            return None;
        }
    }
    let start = scan.at;
    scan.number(3..=5)?;
    let digits = scan.line.get(start..scan.at)?.iter().collect();
    (!matches!(scan.peek(), '.' | ',') || !scan.line.get(scan.at + 1).is_some_and(char::is_ascii_digit))
        .then_some((scan.at, digits))
}

/// `18:21`, `18時21分`, `午後6:11`, `6:11 PM ET`.
fn time(mut scan: Scan<'_>) -> Option<usize> {
    let half = scan.says(&["午前", "午後"]);
    scan.spaces();
    let hour = scan.number(1..=2)?;
    if 24 < hour {
        return None;
    }
    let mut is_time = half;
    let part = |scan: &mut Scan<'_>| {
        let number = scan.number(2..=2);
        number.as_ref().is_some_and(|&number| number < 60)
    };
    if scan.eat(&['時']).is_some() {
        if scan.peek() == '間' {
            return None;
        }
        is_time = true;
        let before = scan.at;
        if scan.number(1..=2).is_none() || scan.eat(&['分']).is_none() {
            scan.at = before;
        }
        let before = scan.at;
        if scan.number(1..=2).is_none() || scan.eat(&['秒']).is_none() {
            scan.at = before;
        }
        scan.says(&["ごろ", "頃"]);
    } else if scan.eat(&[':']).is_some() {
        if !part(&mut scan) {
            return None;
        }
        is_time = true;
        let before = scan.at;
        if scan.eat(&[':']).is_none() || !part(&mut scan) {
            scan.at = before;
        }
    }
    let before = scan.at;
    scan.spaces();
    if scan.says(&["am", "pm", "a.m.", "p.m.", "uhr"]) && !scan.peek().is_ascii_alphabetic() {
        is_time = true;
    } else {
        scan.at = before;
    }
    let before = scan.at;
    scan.spaces();
    let zone = scan.word();
    let zones = [
        "et", "est", "edt", "pt", "pst", "pdt", "ct", "cst", "cdt", "mt", "utc", "gmt", "bst", "cet", "cest",
        "jst",
    ];
    if !zones.contains(&zone.as_str()) {
        scan.at = before;
    }
    (is_time && !scan.peek().is_ascii_digit()).then_some(scan.at)
}

fn day(scan: Scan<'_>, frame: Frame) -> Option<(usize, Day)> {
    written(scan, frame).or_else(|| named(scan, frame)).or_else(|| relative(scan, frame))
}

/// With numbers and the signs of their country.
fn written(mut scan: Scan<'_>, frame: Frame) -> Option<(usize, Day)> {
    let era = match scan {
        _ if scan.says(&["令和", "令"]) => Some(2018),
        _ if scan.says(&["平成", "平"]) => Some(1988),
        _ if matches!(scan.peek(), 'R' | 'H')
            && scan.line.get(scan.at + 1).is_some_and(char::is_ascii_digit) =>
        {
            scan.eat(&['R', 'H']).map(|letter| if letter == 'R' { 2018 } else { 1988 })
        }
        _ => None,
    };
    scan.spaces();
    let start = scan.at;
    let first = if era.is_some() && scan.eat(&['元']).is_some() { 1 } else { scan.number(1..=4)? };
    let first_digits = scan.at - start;
    scan.spaces();
    let sign = scan.eat(&['年', '月', '/', '-', '.'])?;
    let spaced = |scan: &mut Scan<'_>| {
        if matches!(sign, '年' | '月') {
            scan.spaces();
        }
    };
    spaced(&mut scan);
    let second = scan.number(1..=2)?;
    let after_two = scan;
    spaced(&mut scan);
    if sign == '月' {
        scan.eat(&['日'])?;
        return year_less(scan, frame, first, second);
    }
    let third = scan.eat(&[if sign == '年' { '月' } else { sign }]).and_then(|_| {
        spaced(&mut scan);
        let start = scan.at;
        let third = scan.number(1..=4)?;
        Some((third, scan.at - start))
    });
    let Some((third, third_digits)) = third.filter(|_| !scan.peek().is_ascii_digit()) else {
        scan = after_two;
        // `11/3`; `11.3` and `11-3` may be anything.
        let is_day = sign == '/'
            && era.is_none()
            && first_digits <= 2
            && !scan.peek().is_alphanumeric()
            && scan.peek() != '/'
            || matches!(scan.peek(), '(') && sign == '/';
        return is_day.then(|| two_numbers(scan, frame, first, second))?;
    };
    if sign == '年' {
        spaced(&mut scan);
        scan.eat(&['日']);
    }
    if let Some(start) = era {
        return Some(sure(scan, date(start + first, second, third)?));
    }
    match (first_digits, third_digits) {
        (4, 1 | 2) => Some(sure(scan, date(first, second, third)?)),
        (1 | 2, 4) => orders(scan, frame, [None, date(third, first, second), date(third, second, first)]),
        (1 | 2, 1 | 2) if sign == '年' => Some(sure(scan, date(2000 + first, second, third)?)),
        (1 | 2, 2) => orders(
            scan,
            frame,
            [
                date(2000 + first, second, third),
                date(2000 + third, first, second),
                date(2000 + third, second, first),
            ],
        ),
        _ => None,
    }
}

fn sure(scan: Scan<'_>, day: NaiveDate) -> (usize, Day) {
    (weekday_behind(scan).0, Day { likely: day, is_sure: true })
}

/// The days that three numbers may mean, as year-month-day, month-day-year, day-month-year.
fn orders(scan: Scan<'_>, frame: Frame, days: [Option<NaiveDate>; 3]) -> Option<(usize, Day)> {
    let is_recent = |day: &NaiveDate| {
        frame.today.is_none_or(|today| *day <= today + Days::new(1) && today.year() - day.year() <= 15)
    };
    let (end, weekday) = weekday_behind(scan);
    let [ymd, mdy, dmy] = days.map(|day| day.filter(is_recent));
    let fits = |day: &NaiveDate| weekday.is_none_or(|weekday| day.weekday() == weekday);
    let mut all: Vec<NaiveDate> = [ymd, mdy, dmy].into_iter().flatten().filter(fits).collect();
    all.sort_unstable();
    all.dedup();
    let usual = match frame.order().filter(|_| !frame.is_contested()) {
        Some(DateOrder::Mdy) => mdy,
        Some(_) => dmy,
        None => ymd,
    };
    let likely = usual.filter(fits).or_else(|| all.last().copied())?;
    let is_sure = all.len() == 1 || usual == Some(likely);
    Some((end, Day { likely, is_sure }))
}

/// `11/3`: in most countries whose sums are read the month stands first; where the day does, it is the other way round.
fn two_numbers(scan: Scan<'_>, frame: Frame, first: u32, second: u32) -> Option<(usize, Day)> {
    let (month, day) = if frame.order() == Some(DateOrder::Dmy) { (second, first) } else { (first, second) };
    let found = year_less(scan, frame, month, day)
        .or_else(|| year_less(scan, frame, day, month).filter(|_| frame.order().is_some()));
    let is_open = frame.is_contested() && first.max(second) <= 12 && first != second;
    found.map(|(end, day)| (end, Day { is_sure: day.is_sure && !is_open, ..day }))
}

/// The nearest past day of that name; where a weekday stands beside it, the nearest that is one.
fn year_less(scan: Scan<'_>, frame: Frame, month: u32, day: u32) -> Option<(usize, Day)> {
    let (end, weekday) = weekday_behind(scan);
    let today = frame.today?;
    let past =
        |years: i32| NaiveDate::from_ymd_opt(today.year() - years, month, day).filter(|day| *day <= today);
    let nearest = (0..=4).find_map(past)?;
    let fitting = weekday.and_then(|weekday| (0..=3).filter_map(past).find(|day| day.weekday() == weekday));
    let likely = fitting.unwrap_or(nearest);
    Some((end, Day { likely, is_sure: weekday.is_none() || fitting.is_some() }))
}

/// With the name of the month: `Nov 3, 2026`, `3. November`, `Tue, Nov 3`.
fn named(mut scan: Scan<'_>, frame: Frame) -> Option<(usize, Day)> {
    let before = scan.at;
    let weekday = weekday(&mut scan);
    if weekday.is_some() {
        while scan.eat(&[',', ' ', '.']).is_some() {}
    } else {
        scan.at = before;
    }
    let digits = scan.number(1..=2);
    let (month, day) = if let Some(day) = digits {
        scan.says(&["st", "nd", "rd", "th"]);
        while scan.eat(&['.', ' ', '-']).is_some() {}
        if scan.says(&["de ", "of "]) {
            scan.spaces();
        }
        (month(&mut scan)?, day)
    } else {
        scan.at = if weekday.is_some() { scan.at } else { before };
        let month = month(&mut scan)?;
        while scan.eat(&['.', ' ', '-']).is_some() {}
        let day = scan.number(1..=2)?;
        // `Nov 18:21` has no day.
        if matches!(scan.peek(), ':' | '.') && scan.line.get(scan.at + 1).is_some_and(char::is_ascii_digit) {
            return None;
        }
        scan.says(&["st", "nd", "rd", "th"]);
        (month, day)
    };
    let end = scan;
    while scan.eat(&[',', ' ', '.', '-']).is_some() {}
    if scan.says(&["de ", "del "]) {
        scan.spaces();
    }
    if let Some(year) = scan.number(4..=4).filter(|year| (1990..=2099).contains(year)) {
        return Some((scan.at, Day { likely: date(year, month, day)?, is_sure: true }));
    }
    let (at, mut found) = year_less(end, frame, month, day)?;
    if let Some(weekday) = weekday {
        let today = frame.today?;
        let past = |years: i32| {
            NaiveDate::from_ymd_opt(today.year() - years, month, day).filter(|day| *day <= today)
        };
        match (0..=3).filter_map(past).find(|day| day.weekday() == weekday) {
            Some(day) => found = Day { likely: day, is_sure: true },
            None => found.is_sure = false,
        }
    }
    Some((at, found))
}

/// Beginnings of the months' names, longest first where one begins another.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen"],
    &["feb", "fév"],
    &["mar", "mär", "mrz"],
    &["apr", "avr", "abr"],
    &["may", "mai", "mag"],
    &["jun", "juin", "giu"],
    &["jul", "juil", "lug"],
    &["aug", "aoû", "ago"],
    &["sep", "set"],
    &["oct", "okt", "ott"],
    &["nov"],
    &["dec", "dez", "déc", "dic"],
];
/// Words that begin like a month and are none.
const NO_MONTHS: [&str; 8] =
    ["market", "marketplace", "mktp", "marche", "mart", "decline", "decimal", "general"];

fn month(scan: &mut Scan<'_>) -> Option<u32> {
    let word = scan.word();
    if word.chars().count() < 3 || 10 < word.chars().count() || NO_MONTHS.contains(&word.as_str()) {
        return None;
    }
    let index = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    u32::try_from(index + 1).ok()
}

fn weekday(scan: &mut Scan<'_>) -> Option<Weekday> {
    const NAMES: [(&str, Weekday); 7] = [
        ("mon", Weekday::Mon),
        ("tue", Weekday::Tue),
        ("wed", Weekday::Wed),
        ("thu", Weekday::Thu),
        ("fri", Weekday::Fri),
        ("sat", Weekday::Sat),
        ("sun", Weekday::Sun),
    ];
    const REST: [&str; 8] = ["", "day", "s", "sday", "nesday", "r", "rs", "rsday"];
    let word = scan.word();
    NAMES.into_iter().find_map(|(name, day)| {
        let rest = word.strip_prefix(name)?;
        (REST.contains(&rest) || rest == "urday").then_some(day)
    })
}

/// `(火)`, `（火曜日）`, `Tue` behind a day, and where the day then ends.
fn weekday_behind(mut scan: Scan<'_>) -> (usize, Option<Weekday>) {
    let before = scan.at;
    scan.spaces();
    let bracket = scan.eat(&['(']).is_some();
    let found = kanji_weekday(&mut scan, bracket).or_else(|| if bracket { weekday(&mut scan) } else { None });
    if found.is_none() || (bracket && scan.eat(&[')']).is_none()) {
        return (before, None);
    }
    (scan.at, found)
}

fn kanji_weekday(scan: &mut Scan<'_>, alone: bool) -> Option<Weekday> {
    const KANJI: [(char, Weekday); 7] = [
        ('月', Weekday::Mon),
        ('火', Weekday::Tue),
        ('水', Weekday::Wed),
        ('木', Weekday::Thu),
        ('金', Weekday::Fri),
        ('土', Weekday::Sat),
        ('日', Weekday::Sun),
    ];
    let before = scan.at;
    let found = KANJI.into_iter().find(|&(kanji, _)| scan.peek() == kanji).map(|(_, day)| day)?;
    scan.at += 1;
    if scan.says(&["曜日", "曜"]) || alone {
        return Some(found);
    }
    scan.at = before;
    None
}

/// `昨日`, `today`, `3日前`, `Tuesday`: counted from the day on which it is read.
fn relative(mut scan: Scan<'_>, frame: Frame) -> Option<(usize, Day)> {
    let today = frame.today?;
    let line = scan.line;
    let begins = scan_start(line, scan.at);
    let alone = |end: usize| {
        // Japanese has no blanks: `昨日アマゾンで`, but not `今月`.
        let is_kanji = end.checked_sub(1).and_then(|last| line.get(last)).is_some_and(|c| !c.is_ascii());
        let ends = |c: char| {
            !c.is_alphanumeric()
                || matches!(c, 'の' | 'に' | 'は' | '午')
                || c.is_ascii_digit()
                || is_kanji && (c.is_ascii_alphabetic() || ('ァ'..='ヶ').contains(&c))
        };
        begins && line.get(end).copied().is_none_or(ends)
    };
    let ago =
        |days: u64, is_sure: bool| Some(Day { likely: today.checked_sub_days(Days::new(days))?, is_sure });
    let start = scan;
    for (words, days) in [
        (["一昨日", "おととい", "day before yesterday", "vorgestern"].as_slice(), 2),
        (["昨日", "きのう", "yesterday", "gestern", "hier", "ayer", "ieri"].as_slice(), 1),
        (
            [
                "今日",
                "本日",
                "きょう",
                "today",
                "heute",
                "aujourd'hui",
                "hoy",
                "oggi",
                "たった今",
                "just now",
                "今",
            ]
            .as_slice(),
            0,
        ),
    ] {
        scan = start;
        if scan.says(words) && alone(scan.at) {
            // `今月`, `今回`: no day.
            return Some((scan.at, ago(days, true)?));
        }
    }
    scan = start;
    if let Some(number) = scan.number(1..=2) {
        scan.spaces();
        if scan.says(&["日前", "days ago", "day ago", "d ago"]) {
            return Some((scan.at, ago(u64::from(number), true)?));
        }
        if scan.says(&["分前", "秒前", "minutes ago", "minute ago", "min ago", "mins ago", "m ago"]) {
            return Some((scan.at, ago(0, true)?));
        }
        // Some hours ago may be yesterday.
        if scan.says(&["時間前", "hours ago", "hour ago", "hrs ago", "hr ago", "h ago"]) {
            return Some((scan.at, ago(0, false)?));
        }
    }
    scan = start;
    let found = kanji_weekday(&mut scan, false).or_else(|| {
        scan = start;
        weekday(&mut scan).filter(|_| 6 <= scan.at - start.at)
    })?;
    // A name of a day alone is one of the last week; the day of today may be a week ago.
    let back = u64::from(today.weekday().days_since(found));
    alone(scan.at).then_some(())?;
    Some((scan.at, ago(if back == 0 { 7 } else { back }, back != 0)?))
}

fn scan_start(line: &[char], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| line.get(before))
        .is_none_or(|c| !c.is_alphanumeric() || matches!(c, 'は' | '円'))
}

fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|year| (1990..=2099).contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A sum that names its currency before or behind it.
fn money(mut scan: Scan<'_>, frame: Frame, before: char) -> Option<(usize, Sum)> {
    if matches!(before, '万' | '千' | '億' | '兆') {
        return None;
    }
    let mut sign = Sign::None;
    let mut brackets = false;
    let mut currency = None;
    // Signs and the currency come in any order: `-$42.99`, `$-42.99`, `(US$42.99)`, `($USD) 42.99`.
    loop {
        match scan.peek() {
            // ` - ` parts a shop from its sum.
            '-' if before == ' ' && 0 < scan.at && scan.line.get(scan.at + 1) == Some(&' ') => return None,
            '-' if sign == Sign::None => sign = Sign::Minus,
            '+' if sign == Sign::None => sign = Sign::Plus,
            '▲' | '△' => sign = Sign::Back,
            '(' if !brackets => brackets = true,
            ')' if currency.is_some() && brackets => brackets = false,
            ' ' if currency.is_some() || matches!(sign, Sign::Minus | Sign::Plus) => {}
            c if c.is_ascii_digit() => break,
            _ => {
                let found = currency_at(&mut scan, frame)?;
                // `$USD` names it twice.
                currency = Some(found);
                continue;
            }
        }
        scan.at += 1;
    }
    let (number, end) = number_at(scan)?;
    scan.at = end;
    let myriads = in_myriads(&mut scan, &number);
    let after_number = scan;
    scan.spaces();
    let behind = currency_at(&mut scan, frame);
    match (behind, currency) {
        (Some(behind), None) => currency = Some(behind),
        // `$42.99 USD`, `A$42.99 AUD`.
        (Some(behind), Some(_))
            if scan.line.get(after_number.at..scan.at)?.iter().any(char::is_ascii_alphabetic) =>
        {
            currency = Some(behind);
        }
        _ => scan = after_number,
    }
    let currency = currency?;
    if scan.peek().is_ascii_alphanumeric() && !scan.says(&["CR", "DR"]) {
        return None;
    }
    if brackets {
        // `(3,980円)` stands beside a shop as often as it is money back.
        scan.eat(&[')']);
    }
    let before_mark = scan;
    scan.spaces();
    if scan.says(&["CR"]) && !scan.peek().is_ascii_alphabetic() {
        sign = Sign::Back;
    } else {
        scan = before_mark;
        if sign == Sign::None
            && scan.peek() == '-'
            && !scan.line.get(scan.at + 1).is_some_and(|c| c.is_alphanumeric() || *c == ' ')
        {
            scan.at += 1;
            sign = Sign::Minus;
        }
    }
    let (value, is_sure) = match myriads {
        Some(value) => (value, value.scale() <= currency.decimals()),
        None => value_of(&number, currency)?,
    };
    let mut rest = scan;
    rest.spaces();
    let is_bound = rest.says(BOUND);
    (!value.is_zero()).then_some((scan.at, Sum { value, currency, sign, is_sure, is_bound }))
}

/// `2千円`, `1万5千円`, `1.5万円`, `12万3,456円`: what stands behind the digits, and the value of the whole.
fn in_myriads(scan: &mut Scan<'_>, number: &str) -> Option<Decimal> {
    let value = |number: &str| sum(number, DecimalMark::Point);
    let unit = |scan: &mut Scan<'_>| match scan.eat(&['万', '千'])? {
        '万' => Some(Decimal::from(10_000)),
        _ => Some(Decimal::from(1_000)),
    };
    let mut total = value(number)?.checked_mul(unit(scan)?)?;
    while let Some((number, end)) = number_at(*scan) {
        scan.at = end;
        let part = value(&number)?;
        total = total.checked_add(match unit(scan) {
            Some(unit) => part.checked_mul(unit)?,
            None => part,
        })?;
    }
    Some(total.normalize())
}

/// The value of digits, and whether they can be read in one way only.
pub(super) fn value_of(number: &str, currency: Currency) -> Option<(Decimal, bool)> {
    let mark = match mark_hint(number) {
        MarkHint::Comma => DecimalMark::Comma,
        // No currency has three places here, so that what stands before them divides thousands.
        MarkHint::Either if number.contains('.') => DecimalMark::Comma,
        _ => DecimalMark::Point,
    };
    let value = sum(number, mark)?.abs().normalize();
    Some((value, value.scale() <= currency.decimals()))
}

/// Digits with what divides them: `3,980`, `1.234,50`, `1 234,00`, `42.99`.
pub(super) fn number_in(line: &[char], at: usize) -> Option<(String, usize)> {
    number_at(Scan { line, at })
}

fn number_at(mut scan: Scan<'_>) -> Option<(String, usize)> {
    let mut number = String::new();
    loop {
        match scan.peek() {
            c if c.is_ascii_digit() => number.push(c),
            c @ ('.' | ',' | '\'') if scan.line.get(scan.at + 1).is_some_and(char::is_ascii_digit) => {
                number.push(c);
            }
            // Blanks divide thousands: three digits follow, and no more.
            ' ' if !number.is_empty()
                && number.len() <= 3
                && scan
                    .line
                    .get(scan.at + 1..scan.at + 4)
                    .is_some_and(|next| next.iter().all(char::is_ascii_digit))
                && matches!(scan.line.get(scan.at + 4), Some(',')) => {}
            _ => break,
        }
        scan.at += 1;
    }
    (!number.is_empty() && number.starts_with(|c: char| c.is_ascii_digit())).then_some((number, scan.at))
}

fn currency_at(scan: &mut Scan<'_>, frame: Frame) -> Option<Currency> {
    const WORDS: [(&str, &str); 9] = [
        ("dollars", "USD"),
        ("dollar", "USD"),
        ("bucks", "USD"),
        ("euros", "EUR"),
        ("euro", "EUR"),
        ("pounds", "GBP"),
        ("pound", "GBP"),
        ("rupees", "INR"),
        ("yen", "JPY"),
    ];
    const SIGNS: [(&str, &str); 19] = [
        ("US$", "USD"),
        ("A$", "AUD"),
        ("AU$", "AUD"),
        ("CA$", "CAD"),
        ("C$", "CAD"),
        ("HK$", "HKD"),
        ("NT$", "TWD"),
        ("S$", "SGD"),
        ("R$", "BRL"),
        ("MX$", "MXN"),
        ("円", "JPY"),
        ("¥", "JPY"),
        ("ドル", "USD"),
        ("ユーロ", "EUR"),
        ("£", "GBP"),
        ("€", "EUR"),
        ("₹", "INR"),
        ("zł", "PLN"),
        ("₺", "TRY"),
    ];
    let start = scan.at;
    for (sign, code) in SIGNS {
        if scan
            .line
            .get(start..)
            .unwrap_or_default()
            .iter()
            .copied()
            .zip(sign.chars())
            .filter(|(a, b)| a == b)
            .count()
            == sign.chars().count()
        {
            scan.at += sign.chars().count();
            return Currency::parse(code);
        }
    }
    match scan.peek() {
        '$' => {
            scan.at += 1;
            let is_dollar = matches!(frame.home.code(), "CAD" | "AUD" | "NZD" | "SGD" | "MXN" | "HKD");
            return Some(if is_dollar { frame.home } else { Currency::USD });
        }
        // Old Japanese fonts show the sign of the yen here.
        '\\' if frame.home == Currency::JPY => {
            scan.at += 1;
            return Some(Currency::JPY);
        }
        _ => {}
    }
    let said = scan.word();
    if let Some((_, code)) = WORDS.iter().find(|(word, _)| *word == said) {
        return Currency::parse(code);
    }
    scan.at = start;
    let word: String = scan.line.get(start..start + 3)?.iter().collect();
    let is_whole = !scan.line.get(start + 3).is_some_and(char::is_ascii_alphabetic);
    let currency = Currency::parse(&word).filter(|_| is_whole && CODES.contains(&word.as_str()))?;
    scan.at += 3;
    Some(currency)
}
