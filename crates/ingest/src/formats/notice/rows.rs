//! Which day, shop and sum of a text belong together.

use chrono::NaiveDate;
use mioboe_model::Currency;
use mioboe_model::text::{lower, small};

use super::labels::{Field, Label, is_heading, labels};
use super::lex::{Atom, Day, Frame, Kind, Sign, Sum, atoms, number_in, plain, value_of};
use super::said::{has_connector, is_prose, shops};
use super::tables::{BACK, DECLINED, HEADING, MEANS, PENDING, UNUSED};
use crate::field::DateOrder;

/// More lines and longer ones no notice has.
const MOST_LINES: usize = 20_000;
const LONGEST_LINE: usize = 600;
/// A longer name is a sentence.
const LONGEST_SHOP: usize = 60;
/// A sentence goes on in the next line where lines are as long as this.
const WRAPPED_FROM: usize = 50;
/// How far a shop or a day may stand from its sum where there is but one.
const NEAR: usize = 3;
/// Words behind a sum tell what it is only if they are this near.
const BEHIND: usize = 14;

/// One charge as far as it was understood.
#[derive(Debug, Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four things that a text says of a charge, each of them or not"
)]
pub(super) struct Draft {
    pub(super) line: u32,
    /// The lines it was read from.
    pub(super) text: String,
    pub(super) day: Option<Day>,
    pub(super) shop: Option<String>,
    pub(super) sum: Option<Sum>,
    pub(super) foreign: Option<Sum>,
    pub(super) card: Option<String>,
    pub(super) is_back: bool,
    pub(super) is_pending: bool,
    pub(super) is_declined: bool,
    /// Something could be read in two ways.
    pub(super) is_unsure: bool,
}

impl Draft {
    pub(super) fn is_sure(&self) -> bool {
        !self.is_unsure
            && !self.is_declined
            && self.shop.is_some()
            && self.day.as_ref().is_some_and(|day| day.is_sure)
            && self.sum.is_some_and(|sum| sum.is_sure)
    }
}

pub(super) struct Drafts {
    pub(super) charges: Vec<Draft>,
    pub(super) unused: u32,
    pub(super) is_list: bool,
}

struct Line {
    number: u32,
    raw: Vec<char>,
    plain: Vec<char>,
    atoms: Vec<Atom>,
    labels: Vec<Label>,
    /// Lines that stand together have one number.
    block: usize,
    is_prose: bool,
}

impl Line {
    fn new(number: u32, block: usize, text: &str, frame: Frame) -> Self {
        let text: String = text.replace(['\u{200b}', '\u{feff}', '\u{200e}', '\u{200f}'], "");
        let raw: Vec<char> = text.trim().chars().take(LONGEST_LINE).collect();
        let plain = plain(&raw.iter().collect::<String>());
        let (atoms, labels) = (atoms(&plain, frame), labels(&plain));
        let is_prose = is_prose(&raw.iter().collect::<String>());
        Self { number, raw, plain, atoms, labels, block, is_prose }
    }

    fn text(&self) -> String {
        self.raw.iter().collect()
    }

    fn part(&self, from: usize, to: usize) -> String {
        self.raw.get(from..to).unwrap_or_default().iter().collect()
    }

    /// Where to look is neither day, shop nor sum.
    fn is_address(&self) -> bool {
        matches!(&self.atoms[..], [Atom { start: 0, end, kind: Kind::Other }] if *end == self.plain.len())
    }

    fn sums(&self) -> impl Iterator<Item = (&Atom, Sum)> {
        self.atoms.iter().filter_map(|atom| match atom.kind {
            Kind::Sum(sum) => Some((atom, sum)),
            _ => None,
        })
    }

    fn days(&self) -> impl Iterator<Item = &Day> {
        self.atoms.iter().filter_map(|atom| match &atom.kind {
            Kind::Day(day) => Some(day),
            _ => None,
        })
    }

    /// The sum is of a bill, an account or an offer.
    fn is_unused(&self, atom: &Atom, sum: Sum) -> bool {
        let start =
            self.sums().map(|(other, _)| other.end).filter(|&end| end <= atom.start).max().unwrap_or(0);
        let before: String = self.plain.get(start..atom.start).unwrap_or_default().iter().collect();
        let next = self.atoms.iter().map(|other| other.start).find(|&start| atom.end <= start);
        let end = next.unwrap_or(self.plain.len()).min(atom.end + BEHIND);
        let behind: String = self.plain.get(atom.end..end).unwrap_or_default().iter().collect();
        // What stands behind a comma or a stop is of something else.
        let behind = behind.split([',', '.', '。', '、', ';', '(']).next().unwrap_or_default();
        let before = before.rsplit(['。', ';', '!']).next().unwrap_or_default().to_owned();
        let before = before.rsplit(". ").next().unwrap_or_default();
        sum.is_bound || has(before, UNUSED) || has(behind, UNUSED)
    }
}

/// Whether a text has one of the words; words in Latin letters stand alone.
fn has(text: &str, words: &[&str]) -> bool {
    let lower = lower(text);
    words.iter().any(|word| {
        lower.match_indices(word).any(|(at, _)| {
            let is_letter = |c: char| c.is_ascii_alphanumeric();
            let before = lower.get(..at).is_some_and(|text| text.ends_with(is_letter));
            let behind = lower.get(at + word.len()..).is_some_and(|text| text.starts_with(is_letter));
            !word.is_ascii() || word.ends_with(' ') && !before || !(before || behind)
        })
    })
}

/// Every charge that the text speaks of.
pub(super) fn drafts(text: &str, frame: Frame) -> Drafts {
    let mut lines = lines(text, frame);
    if let Some(spoken) = only_currency(&lines).filter(|currency| *currency != frame.home) {
        lines = self::lines(text, Frame { spoken: Some(spoken), ..frame });
    }
    let mut found = labelled(&lines, frame).unwrap_or_else(|| placed(&lines));
    signs(&mut found.charges, &lines);
    let cards: Vec<&str> = lines.iter().flat_map(|line| &line.atoms).filter_map(card).collect();
    let one =
        cards.first().filter(|first| cards.iter().all(|card| card == *first)).map(|card| (*card).to_owned());
    for draft in &mut found.charges {
        draft.card = draft.card.take().or_else(|| one.clone());
    }
    once(text, &mut found.charges);
    found
}

/// The one currency that all sums of the text are in.
fn only_currency(lines: &[Line]) -> Option<Currency> {
    let mut currencies = lines.iter().flat_map(Line::sums).map(|(_, sum)| sum.currency);
    let first = currencies.next()?;
    currencies.all(|other| other == first).then_some(first)
}

fn card(atom: &Atom) -> Option<&str> {
    match &atom.kind {
        Kind::Card(digits) => Some(digits),
        _ => None,
    }
}

/// A first and a final form of one use in one text are one use.
fn once(text: &str, drafts: &mut Vec<Draft>) {
    if !(text.contains("速報") && text.contains("確報")) {
        return;
    }
    let mut seen: Vec<(Option<NaiveDate>, Option<Sum>)> = Vec::new();
    drafts.retain(|draft| {
        let key = (draft.day.as_ref().map(|day| day.likely), draft.sum);
        let is_new = !seen.contains(&key);
        seen.push(key);
        is_new
    });
}

fn lines(text: &str, frame: Frame) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut block, mut was_blank) = (0, true);
    let mut wrapped: Option<(u32, String)> = None;
    for (number, line) in (1..).zip(text.lines()).take(MOST_LINES) {
        // Quotes of a forwarded mail.
        let line = line.trim_start_matches(['>', ' ', '\u{3000}', '\t']).trim_end();
        let is_rule = line.chars().all(|c| !c.is_alphanumeric());
        let goes_on = wrapped.is_some()
            && !is_rule
            && line.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '$')
            // `Account` below a sentence begins what it is a label of.
            && labels(&plain(line)).is_empty();
        if let Some((at, begin)) = wrapped.take() {
            let joined = if goes_on { format!("{begin} {line}") } else { begin };
            if goes_on
                && WRAPPED_FROM <= line.chars().count()
                && !line.ends_with('.')
                && joined.len() < LONGEST_LINE
            {
                wrapped = Some((at, joined));
                continue;
            }
            lines.push(Line::new(at, block, &joined, frame));
            if goes_on {
                continue;
            }
        }
        if is_rule {
            was_blank = true;
            continue;
        }
        block += usize::from(was_blank);
        was_blank = false;
        let is_long = WRAPPED_FROM <= line.chars().count() && line.is_ascii() && is_prose(line);
        if is_long && !line.ends_with(['.', ':', '!']) {
            wrapped = Some((number, line.to_owned()));
        } else {
            lines.push(Line::new(number, block, line, frame));
        }
    }
    if let Some((at, begin)) = wrapped {
        lines.push(Line::new(at, block, &begin, frame));
    }
    bare_sums(&mut lines, frame);
    lines
}

/// Longer texts without a sum are no notice and no list that somebody pasted.
const MOST_BARE: usize = 60;

/// Where no sum of a short text names its currency, `11/05 AMAZON.CO.JP 1,000` has one all the same: it is asked about.
fn bare_sums(lines: &mut [Line], frame: Frame) {
    let has_sum = lines.iter().any(|line| line.sums().next().is_some());
    if has_sum || MOST_BARE < lines.len() || !lines.iter().any(|line| names_amazon(&line.text())) {
        return;
    }
    for line in lines.iter_mut().filter(|line| !line.is_prose && line.labels.is_empty()) {
        let has_day = line.days().next().is_some();
        if has_day || names_amazon(&line.text()) {
            let found = bare_sum(line, has_day, frame);
            line.atoms.extend(found);
            line.atoms.sort_by_key(|atom| atom.start);
        }
    }
}

/// The one number that stands alone between blanks; a year is none, and neither are the digits of a card.
fn bare_sum(line: &Line, has_day: bool, frame: Frame) -> Option<Atom> {
    let is_taken = |at: usize| line.atoms.iter().any(|atom| (atom.start..atom.end).contains(&at));
    let is_blank = |at: usize| line.plain.get(at).is_none_or(|c| matches!(c, ' ' | '\t'));
    let starts = (0..line.plain.len()).filter(|&at| {
        line.plain.get(at).is_some_and(char::is_ascii_digit) && at.checked_sub(1).is_none_or(is_blank)
    });
    let mut numbers = starts.filter(|&at| !is_taken(at)).filter_map(|start| {
        let (number, end) = number_in(&line.plain, start)?;
        let (value, _) = value_of(&number, frame.home)?;
        let is_plain = number.bytes().all(|c| c.is_ascii_digit());
        let is_year = is_plain && number.len() == 4 && number.starts_with(['1', '2']) && !has_day;
        let is_sum = is_blank(end) && 2 <= number.len() && !value.is_zero() && !is_year;
        let sum = Sum { value, currency: frame.home, sign: Sign::None, is_sure: false, is_bound: false };
        is_sum.then_some(Atom { start, end, kind: Kind::Sum(sum) })
    });
    let (Some(one), None) = (numbers.next(), numbers.next()) else { return None };
    Some(one)
}

/// A value behind its label, in the line or below it.
struct Value<'l> {
    field: Field,
    /// Index of the label's line.
    line: usize,
    /// Index of the value's line, and where it stands there.
    at: usize,
    from: usize,
    to: usize,
    lines: &'l [Line],
}

impl Value<'_> {
    fn text(&self) -> String {
        self.lines.get(self.at).map(|line| line.part(self.from, self.to)).unwrap_or_default()
    }

    fn atoms(&self) -> impl Iterator<Item = &Atom> {
        let inside = |atom: &&Atom| self.from <= atom.start && atom.end <= self.to;
        self.lines.get(self.at).into_iter().flat_map(|line| &line.atoms).filter(inside)
    }

    fn day(&self) -> Option<Day> {
        let found = self.atoms().find_map(|atom| match &atom.kind {
            Kind::Day(day) => Some(day.clone()),
            _ => None,
        });
        // `20261103`.
        let text: String = plain(&self.text()).into_iter().take_while(|&c| c != 'T').collect();
        found.or_else(|| {
            let is_plain = text.trim().len() == 8 && text.trim().bytes().all(|c| c.is_ascii_digit());
            let likely = crate::field::day(text.trim(), DateOrder::Ymd).filter(|_| is_plain)?;
            Some(Day { likely, is_sure: true })
        })
    }

    /// A value that is only a sum or a day is of another label.
    fn shop(&self) -> Option<String> {
        let inside = |at: usize| {
            let is_taken = |atom: &&Atom| {
                matches!(atom.kind, Kind::Sum(_) | Kind::Day(_)) && (atom.start..atom.end).contains(&at)
            };
            self.atoms().any(|atom| is_taken(&atom))
        };
        let line = self.lines.get(self.at)?;
        let letters = line.plain.iter().enumerate().take(self.to).skip(self.from);
        let has_name = letters.filter(|(at, _)| !inside(*at)).any(|(_, c)| c.is_alphabetic());
        has_name.then(|| tidy(&self.text())).flatten()
    }

    fn sum(&self, home: Currency) -> Option<Sum> {
        if let Some(sum) = self.atoms().find_map(|atom| match atom.kind {
            Kind::Sum(sum) if !sum.is_bound => Some(sum),
            _ => None,
        }) {
            return Some(sum);
        }
        // The label says that it is a sum, so that it needs no currency.
        let text = plain(&self.text());
        let at = text.iter().position(|&c| c != ' ' && c != '*')?;
        let sign = match text.get(at)? {
            '-' => Sign::Minus,
            '▲' | '△' => Sign::Back,
            _ => Sign::None,
        };
        let at = at + usize::from(sign != Sign::None);
        let (number, end) = number_in(&text, at)?;
        let is_whole = text.get(end..)?.iter().all(|&c| matches!(c, ' ' | '*' | '.'));
        let (value, is_sure) = value_of(&number, home)?;
        (is_whole && !value.is_zero()).then_some(Sum {
            value,
            currency: home,
            sign,
            is_sure,
            is_bound: false,
        })
    }
}

/// The values of all labels, from the top; labels below each other with their values below them in the same order.
fn values(lines: &[Line]) -> Vec<Value<'_>> {
    let mut found = Vec::new();
    let mut empty: Vec<(Field, usize)> = Vec::new();
    let mut taken = 0;
    for (at, line) in lines.iter().enumerate() {
        if line.labels.is_empty() || is_heading(&line.plain) {
            if line.is_address() {
                continue;
            }
            if let Some(&(field, label)) = empty.get(taken) {
                found.push(Value { field, line: label, at, from: 0, to: line.plain.len(), lines });
                taken += 1;
            }
            continue;
        }
        for label in &line.labels {
            let is_blank = |c: &char| matches!(c, ' ' | '*');
            let value = line.plain.get(label.from..label.to).unwrap_or_default();
            let is_empty = value.iter().all(is_blank);
            // A balance between a label and its value parts nothing.
            if (is_empty && 0 < taken) || (!is_empty && label.field != Field::Other) {
                for (field, at) in empty.drain(..).skip(taken) {
                    found.push(Value { field, line: at, at, from: usize::MAX, to: usize::MAX, lines });
                }
                taken = 0;
            }
            if is_empty {
                empty.push((label.field, at));
            } else {
                found.push(Value { field: label.field, line: at, at, from: label.from, to: label.to, lines });
            }
        }
    }
    for (field, at) in empty.into_iter().skip(taken) {
        found.push(Value { field, line: at, at, from: usize::MAX, to: usize::MAX, lines });
    }
    found
}

/// Records of labels. `None` where fewer than two of day, shop and sum have one.
#[expect(clippy::too_many_lines, reason = "one walk over the labels, whose state is shared by all of it")]
fn labelled(lines: &[Line], frame: Frame) -> Option<Drafts> {
    let values = values(lines);
    let home = frame.home;
    let is_core = |value: &Value<'_>| match value.field {
        Field::Day => value.day().is_some(),
        Field::Shop => value.shop().is_some(),
        Field::Sum | Field::Back => value.sum(home).is_some(),
        _ => false,
    };
    let has_field =
        |wanted: &[Field]| values.iter().any(|value| wanted.contains(&value.field) && is_core(value));
    let kinds = [has_field(&[Field::Day]), has_field(&[Field::Shop]), has_field(&[Field::Sum, Field::Back])];
    if kinds.iter().filter(|&&is_there| is_there).count() < 2 {
        return None;
    }
    let mut records: Vec<(usize, usize, Draft)> = Vec::new();
    let mut open: Option<(usize, usize, Draft)> = None;
    let (mut starter, mut fields): (Option<Field>, Vec<Field>) = (None, Vec::new());
    let mut layouts: Vec<Vec<Field>> = Vec::new();
    for value in &values {
        let is_field = matches!(
            value.field,
            Field::Day | Field::Shop | Field::Sum | Field::Back | Field::Foreign | Field::State
        );
        if !is_field && value.field != Field::Card {
            continue;
        }
        let is_core = matches!(value.field, Field::Day | Field::Shop | Field::Sum | Field::Back);
        // The field that came first begins every record, read or not.
        let begins = is_core && *starter.get_or_insert(value.field) == value.field;
        let seen = open.is_some() && is_core && fields.contains(&value.field);
        // `利用金額 42.99 USD` above `引落金額 6,700円` are one sum; so is the same once more.
        let is_same = seen
            && open.as_ref().is_some_and(|(_, _, draft)| match value.field {
                Field::Day => draft.day.is_some() && draft.day == value.day(),
                Field::Shop => draft.shop.is_some() && draft.shop == value.shop(),
                _ => match (draft.sum, value.sum(home)) {
                    (Some(old), Some(new)) => {
                        old.currency != new.currency || (old.value == new.value && !begins)
                    }
                    _ => false,
                },
            });
        let is_whole = fields.contains(&Field::Day) && fields.contains(&Field::Shop) && has_sum(&fields);
        if seen && begins && (!is_same || is_whole) {
            records.extend(open.take());
            layouts.push(std::mem::take(&mut fields));
        } else if seen && !is_same {
            // Two of what a record has one of: nobody can say which is whose.
            if let Some((_, _, draft)) = &mut open {
                draft.is_unsure = true;
            }
            continue;
        }
        if is_core {
            fields.push(value.field);
        }
        let (_, last, draft) = open.get_or_insert_with(|| (value.line, value.at, Draft::default()));
        *last = if value.from == usize::MAX { value.line } else { value.at };
        // What has its label and cannot be read is not looked for elsewhere.
        draft.is_unsure |= match value.field {
            Field::Day => value.day().is_none(),
            Field::Shop => value.shop().is_none(),
            Field::Sum | Field::Back => value.sum(home).is_none(),
            _ => false,
        };
        match value.field {
            Field::Day => draft.day = value.day(),
            Field::Shop => {
                draft.shop = value.shop();
                let inline = value.atoms().find_map(|atom| match atom.kind {
                    Kind::Sum(sum) => Some((atom.start, sum)),
                    _ => None,
                });
                if let Some((start, sum)) = inline
                    && draft.sum.is_none()
                    && let Some(name) =
                        lines.get(value.at).and_then(|line| tidy(&line.part(value.from, start)))
                {
                    (draft.shop, draft.sum) = (Some(name), Some(sum));
                }
            }
            Field::Sum | Field::Back => {
                let sum = value.sum(home);
                draft.is_back |= value.field == Field::Back && sum.is_some();
                match (draft.sum, sum) {
                    // Another currency than one's own is the shop's.
                    (Some(old), Some(new)) if old.currency != new.currency => {
                        let (own, other) = if new.currency == home { (new, old) } else { (old, new) };
                        (draft.sum, draft.foreign) = (Some(own), Some(other));
                    }
                    (_, new) => draft.sum = new.or(draft.sum),
                }
            }
            Field::Foreign => {
                draft.foreign = value.sum(home).filter(|sum| sum.currency != home).or(draft.foreign);
            }
            Field::Card => {
                let digits: String = plain(&value.text()).into_iter().filter(char::is_ascii_digit).collect();
                draft.card = value
                    .atoms()
                    .find_map(|atom| card(atom).map(str::to_owned))
                    .or((digits.len() == 4).then_some(digits));
            }
            _ => {}
        }
    }
    records.extend(open.take());
    layouts.push(fields);
    // Where one record has its labels in another order, a label is missing, and what follows may be the next one's.
    let are_alike = layouts.iter().all(|layout| Some(layout) == layouts.first());
    records.retain(|(_, _, draft)| draft.day.is_some() || draft.shop.is_some() || draft.sum.is_some());
    let firsts: Vec<usize> = records.iter().map(|&(first, _, _)| first).collect();
    let alone = records.len() == 1;
    let mut drafts = Vec::new();
    for (number, (first, last, mut draft)) in records.into_iter().enumerate() {
        let end = firsts.get(number + 1).copied().unwrap_or(lines.len());
        let own = lines.get(first..end).unwrap_or_default();
        draft.is_unsure |= !are_alike;
        fill(&mut draft, own, lines, alone);
        draft.line = lines.get(first).map_or(1, |line| line.number);
        let shown = lines.get(first..=last).unwrap_or_default();
        draft.text = shown.iter().map(Line::text).collect::<Vec<_>>().join(" / ");
        if let Some(state) =
            values.iter().find(|value| value.field == Field::State && first <= value.line && value.line < end)
        {
            let state = state.text();
            draft.is_back |= has(&state, BACK);
            draft.is_pending |= has(&state, PENDING);
            draft.is_declined |= has(&state, DECLINED);
        }
        // Some write the state behind the shop.
        draft.is_back |= has(&draft.text, BACK);
        drafts.push(draft);
    }
    Some(Drafts { charges: drafts, unused: 0, is_list: false })
}

fn has_sum(fields: &[Field]) -> bool {
    fields.contains(&Field::Sum) || fields.contains(&Field::Back)
}

/// What has no label, from the lines of the record or, where it is the only one, from all lines.
fn fill(draft: &mut Draft, own: &[Line], all: &[Line], alone: bool) {
    let bare = || {
        own.iter().filter(|line| {
            line.labels.is_empty() || line.labels.iter().all(|label| label.field != Field::Other)
        })
    };
    if draft.sum.is_none() {
        let mut sums = bare().flat_map(|line| line.sums().filter(|&(atom, sum)| !line.is_unused(atom, sum)));
        draft.sum = sums.next().map(|(_, sum)| sum);
        draft.is_unsure |= sums.next().is_some();
    }
    if draft.day.is_none() && alone {
        let mut days: Vec<&Day> =
            all.iter().filter(|line| line.labels.is_empty()).flat_map(Line::days).collect();
        days.dedup();
        draft.day = days.first().map(|day| (*day).clone());
        draft.is_unsure |= 1 < days.len();
    }
    if draft.shop.is_none() {
        let lines = if alone { all } else { own };
        let mut names: Vec<String> = Vec::new();
        for line in lines.iter().filter(|line| line.is_prose && line.labels.is_empty()) {
            for (atom, sum) in line.sums() {
                if !line.is_unused(atom, sum) && draft.sum.is_some_and(|own| own.value == sum.value) {
                    names.extend(shops(&line.raw, &line.plain, &line.atoms, atom));
                }
            }
        }
        if names.is_empty() {
            names.extend(own.iter().take(2 * NEAR).filter(|line| line.labels.is_empty()).filter_map(whole));
        }
        names.dedup();
        draft.is_unsure |= 1 < names.len();
        draft.shop = names.into_iter().next();
    }
}

/// A line that may be a shop and is nothing else.
fn whole(line: &Line) -> Option<String> {
    if line.is_prose || line.atoms.iter().any(|atom| matches!(atom.kind, Kind::Sum(_) | Kind::Day(_))) {
        return None;
    }
    let text = line.text();
    let rest: String = pieces(line).join(" ");
    let name = tidy(&rest).filter(|name| !is_means(name))?;
    let is_title =
        has_heading(&text) && (!names_amazon(&text) || has(&text, &["カード", "card", "mastercard", "visa"]));
    (!is_title && (names_amazon(&name) || !has(&text, UNUSED))).then_some(name)
}

fn has_heading(text: &str) -> bool {
    has(text, HEADING)
}

pub(super) fn names_amazon(text: &str) -> bool {
    let folded = mioboe_model::text::fold(text);
    ["amazon", "amzn", "アマゾン", "audible", "prime video"].iter().any(|name| folded.contains(name))
}

/// What stands between the atoms of a line.
fn pieces(line: &Line) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    for atom in &line.atoms {
        found.push(line.part(at, atom.start));
        at = atom.end;
    }
    found.push(line.part(at, line.raw.len()));
    found.retain(|piece| piece.chars().any(char::is_alphabetic));
    found
}

#[derive(Debug, Clone)]
enum Part {
    Day(Day),
    Shop(String),
    Sum(Sum),
}

impl Part {
    fn letter(&self) -> char {
        match self {
            Self::Day(_) => 'D',
            Self::Shop(_) => 'W',
            Self::Sum(_) => 'S',
        }
    }
}

#[derive(Debug, Clone)]
struct Token {
    part: Part,
    /// Index of the line.
    line: usize,
    is_unsure: bool,
}

/// Rows without labels: days, shops and sums in the order in which they stand.
fn placed(lines: &[Line]) -> Drafts {
    let (mut tokens, mut unused) = (Vec::<Token>::new(), 0);
    for (at, line) in lines.iter().enumerate() {
        // `お支払い金額合計` above a sum says what the sum is.
        let above = at.checked_sub(1).and_then(|at| lines.get(at)).filter(|above| above.block == line.block);
        let is_alone = pieces(line).is_empty() && line.labels.is_empty() && line.days().next().is_none();
        if is_alone
            && line.sums().next().is_some()
            && above.is_some_and(|above| {
                above.atoms.is_empty() && has(&above.text(), UNUSED) && !names_amazon(&above.text())
            })
        {
            unused += 1;
            continue;
        }
        tokens.extend(line_tokens(at, line, &mut unused));
    }
    let mut drafts = group(&tokens, lines);
    for draft in &mut drafts {
        draft.is_pending |= has(&draft.text, PENDING);
        draft.is_back |= has(&draft.text, BACK);
    }
    let rows = drafts.len();
    let is_list = 2 <= rows && lines.iter().all(|line| !line.is_prose || line.atoms.is_empty());
    let unused = if is_list { unused } else { 0 };
    Drafts { charges: drafts, unused, is_list }
}

fn line_tokens(at: usize, line: &Line, unused: &mut u32) -> Vec<Token> {
    let token = |part| Token { part, line: at, is_unsure: false };
    let mut tokens = Vec::new();
    if is_heading(&line.plain) {
        return tokens;
    }
    // Of a line with labels only the values of days, shops and sums are of use.
    if !line.labels.is_empty() {
        for label in &line.labels {
            let inside = line.atoms.iter().filter(|atom| label.from <= atom.start && atom.end <= label.to);
            match label.field {
                Field::Other | Field::State | Field::Card | Field::Foreign => {}
                Field::Shop => {
                    tokens.extend(tidy(&line.part(label.from, label.to)).map(|name| token(Part::Shop(name))));
                }
                _ => tokens.extend(inside.filter_map(|atom| match &atom.kind {
                    Kind::Day(day) => Some(token(Part::Day(day.clone()))),
                    Kind::Sum(sum) => Some(token(Part::Sum(*sum))),
                    _ => None,
                })),
            }
        }
        return tokens;
    }
    let used: Vec<(&Atom, Sum)> = line.sums().filter(|&(atom, sum)| !line.is_unused(atom, sum)).collect();
    let has_sums = line.sums().next().is_some();
    if has_sums && used.is_empty() {
        *unused += 1;
        return tokens;
    }
    if used.is_empty() && line.days().next().is_none() {
        return whole(line).map(|name| token(Part::Shop(name))).into_iter().collect();
    }
    let names: Vec<String> = match used.first() {
        Some((sum, _)) => {
            let said = if line.is_prose || has_connector(&line.text()) {
                shops(&line.raw, &line.plain, &line.atoms, sum)
            } else {
                Vec::new()
            };
            if said.is_empty() && !line.is_prose { row_names(line) } else { said }
        }
        None if line.is_prose => Vec::new(),
        None => row_names(line).into_iter().filter(|name| !has_heading(name) || names_amazon(name)).collect(),
    };
    let amazons: Vec<&String> = names.iter().filter(|name| names_amazon(name)).collect();
    let (name, is_unsure) = match (&names[..], &amazons[..]) {
        ([one], _) => (Some(one.clone()), is_clause(one)),
        (_, [one]) => (Some((*one).clone()), false),
        ([first, ..], _) => (Some(first.clone()), true),
        _ => (None, false),
    };
    // A prose line may be about something else; only its sum makes it a row.
    if used.is_empty() && line.is_prose {
        return line.days().map(|day| token(Part::Day(day.clone()))).collect();
    }
    // In one line the order tells nothing: day, shop, sum.
    tokens.extend(line.days().next().map(|day| token(Part::Day(day.clone()))));
    tokens.extend(name.map(|name| Token { is_unsure, ..token(Part::Shop(name)) }));
    tokens.extend(used.iter().map(|&(_, sum)| token(Part::Sum(sum))));
    let other_days = line.days().collect::<Vec<_>>();
    if other_days.windows(2).any(|pair| matches!(pair, [a, b] if a != b)) && !used.is_empty() {
        for token in &mut tokens {
            token.is_unsure = true;
        }
    }
    tokens
}

/// `bei Amazon.de bezahlt am`: a piece of a sentence in a language that is not read.
fn is_clause(name: &str) -> bool {
    let is_small = |word: &&str| word.chars().all(char::is_lowercase);
    2 <= name.split(' ').filter(is_small).count()
}

/// The shops that a row may name, without how it was paid.
fn row_names(line: &Line) -> Vec<String> {
    let pieces = pieces(line);
    let parts = pieces
        .iter()
        .flat_map(|piece| piece.split(['\t', '|', '｜', '／', '・']).flat_map(|part| part.split("  ")));
    parts.filter_map(tidy).filter(|name| !is_means(name)).collect()
}

/// Days, shops and sums to rows.
fn group(tokens: &[Token], lines: &[Line]) -> Vec<Draft> {
    // A day that nothing follows is of something else, where days stand above their rows.
    let leads = tokens.first().is_some_and(|token| token.part.letter() == 'D');
    let ends = |at: usize| tokens.get(at + 1).is_none_or(|next| next.part.letter() == 'D');
    let kept: Vec<Token> = tokens
        .iter()
        .enumerate()
        .filter(|(at, token)| !(leads && token.part.letter() == 'D' && ends(*at)))
        .map(|(_, token)| token.clone())
        .collect();
    let tokens = if letters(tokens).matches('S').count() < 2 { tokens } else { &kept };
    let sums: Vec<usize> = letters(tokens).match_indices('S').map(|(at, _)| at).collect();
    match sums.len() {
        0 => Vec::new(),
        1 => single(tokens, lines).into_iter().collect(),
        _ => periodic(tokens, lines)
            .or_else(|| below_days(tokens, lines))
            .or_else(|| blocks(tokens, lines))
            .unwrap_or_else(|| guesses(tokens, lines)),
    }
}

fn letters(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.part.letter()).collect()
}

fn draft(parts: &[&Token], lines: &[Line]) -> Draft {
    let mut draft = Draft::default();
    let (mut first, mut last) = (usize::MAX, 0);
    for token in parts {
        draft.is_unsure |= token.is_unsure;
        match &token.part {
            Part::Day(day) => draft.day = Some(day.clone()),
            Part::Shop(name) => draft.shop = Some(name.clone()),
            Part::Sum(sum) => draft.sum = Some(*sum),
        }
        if !matches!(token.part, Part::Day(_)) || first == usize::MAX {
            first = first.min(token.line);
        }
        last = last.max(token.line);
    }
    let day_line = parts.iter().find(|token| matches!(token.part, Part::Day(_))).map(|token| token.line);
    if let Some(day) = day_line.filter(|&day| day + 2 < first || first == usize::MAX) {
        // A heading far above is no part of the row's text.
        let _ = day;
    } else if let Some(day) = day_line {
        first = first.min(day);
    }
    let own = lines.get(first..=last).unwrap_or_default();
    draft.line = own.first().map_or(1, |line| line.number);
    // One line more: `返金` often stands below.
    draft.text = own.iter().map(Line::text).collect::<Vec<_>>().join(" / ");
    draft.is_declined = has(&draft.text, DECLINED);
    draft
}

/// The same three in the same order, again and again.
fn periodic(tokens: &[Token], lines: &[Line]) -> Option<Vec<Draft>> {
    let letters = letters(tokens);
    let first = letters.get(..3)?;
    let is_all = ['D', 'W', 'S'].iter().all(|&letter| first.contains(letter));
    let is_whole = letters.len().is_multiple_of(3) && letters == first.repeat(letters.len() / 3);
    (is_all && is_whole)
        .then(|| tokens.chunks(3).map(|row| draft(&row.iter().collect::<Vec<_>>(), lines)).collect())
}

/// A day above its rows, each a shop and a sum.
fn below_days(tokens: &[Token], lines: &[Line]) -> Option<Vec<Draft>> {
    let letters = letters(tokens);
    let groups: Vec<&str> = letters.strip_prefix('D')?.split('D').collect();
    let fits = |pair: &str| {
        groups.iter().all(|group| {
            !group.is_empty() && group.len() % 2 == 0 && **group == *pair.repeat(group.len() / 2)
        })
    };
    if !fits("WS") && !fits("SW") {
        return None;
    }
    let mut rows = Vec::new();
    let (mut day, mut open): (Option<&Token>, Vec<&Token>) = (None, Vec::new());
    for token in tokens {
        if matches!(token.part, Part::Day(_)) {
            day = Some(token);
            continue;
        }
        open.push(token);
        if open.len() == 2 {
            open.extend(day);
            rows.push(draft(&open, lines));
            open.clear();
        }
    }
    Some(rows)
}

/// Blank lines part the rows, of which each has one of all three.
fn blocks(tokens: &[Token], lines: &[Line]) -> Option<Vec<Draft>> {
    let block = |token: &Token| lines.get(token.line).map(|line| line.block);
    let mut rows = Vec::new();
    for row in tokens.chunk_by(|a, b| block(a) == block(b)) {
        let letters = letters(row);
        if !letters.contains('S') {
            continue;
        }
        let count = |letter: char| letters.matches(letter).count();
        if count('S') != 1 || count('D') != 1 || count('W') != 1 {
            return None;
        }
        rows.push(draft(&row.iter().collect::<Vec<_>>(), lines));
    }
    Some(rows)
}

/// The only sum of the text: day and shop stand in its line or near it.
fn single(tokens: &[Token], lines: &[Line]) -> Option<Draft> {
    let sum = tokens.iter().find(|token| matches!(token.part, Part::Sum(_)))?;
    let (day, two_days) = nearest(tokens, sum, 'D');
    let (shop, two_shops) = nearest(tokens, sum, 'W');
    let parts: Vec<&Token> = [day, shop, Some(sum)].into_iter().flatten().collect();
    let mut draft = draft(&parts, lines);
    draft.is_unsure |= two_days || two_shops;
    Some(draft)
}

/// The token of a kind that belongs to a sum, and whether others might.
fn nearest<'t>(tokens: &'t [Token], sum: &Token, letter: char) -> (Option<&'t Token>, bool) {
    let all = || tokens.iter().filter(move |token| token.part.letter() == letter);
    if let Some(own) = all().find(|token| token.line == sum.line) {
        return (Some(own), false);
    }
    let apart = |token: &&Token| token.line.abs_diff(sum.line);
    let near: Vec<&Token> =
        if letter == 'D' { all().collect() } else { all().filter(|token| apart(token) <= NEAR).collect() };
    let is_amazon = |token: &&&Token| matches!(&token.part, Part::Shop(name) if names_amazon(name));
    let amazons: Vec<&&Token> = near.iter().filter(is_amazon).collect();
    match (&near[..], &amazons[..]) {
        ([], _) => (None, false),
        ([one], _) => (Some(one), false),
        (_, [one]) => (Some(**one), false),
        _ => {
            let same = |token: &&&Token| match (&token.part, &near.first().map(|first| &first.part)) {
                (Part::Day(a), Some(Part::Day(b))) => a == b,
                _ => false,
            };
            let is_same = near.iter().all(|token| same(&token));
            (near.iter().min_by_key(|token| apart(token)).copied(), !is_same)
        }
    }
}

/// Each sum with what stands nearest, none of it sure.
fn guesses(tokens: &[Token], lines: &[Line]) -> Vec<Draft> {
    let sums = tokens.iter().filter(|token| matches!(token.part, Part::Sum(_)));
    let guess = |sum: &Token| {
        let own = |letter| nearest(tokens, sum, letter).0.filter(|token| token.line == sum.line);
        let day = nearest(tokens, sum, 'D');
        let parts: Vec<&Token> =
            [day.0, nearest(tokens, sum, 'W').0, Some(sum)].into_iter().flatten().collect();
        let mut draft = draft(&parts, lines);
        // A row that stands whole in its line is one whatever is around it.
        draft.is_unsure |= own('D').is_none()
            || own('W').is_none()
            || 1 < tokens
                .iter()
                .filter(|token| token.line == sum.line && matches!(token.part, Part::Sum(_)))
                .count();
        draft
    };
    sums.map(guess).collect()
}

/// Which sums are money back: by words, by signs that only then stand there, and by how the other rows are written.
fn signs(drafts: &mut [Draft], lines: &[Line]) {
    let sign = |draft: &Draft| draft.sum.map(|sum| sum.sign);
    let (all, with_minus) =
        (drafts.len(), drafts.iter().filter(|draft| sign(draft) == Some(Sign::Minus)).count());
    let has_plus = drafts.iter().any(|draft| sign(draft) == Some(Sign::Plus));
    let all_minus = with_minus == all;
    // A heading above says what the only row is.
    let heading = all == 1 && lines.iter().any(is_refund_title);
    for draft in drafts.iter_mut() {
        draft.is_back |= heading;
        match sign(draft) {
            // `-3,980円` alone is paid in one app and given back in another.
            Some(Sign::Minus) if draft.is_back => {}
            Some(Sign::Minus) if all_minus || has_plus => draft.is_unsure |= all == 1,
            Some(Sign::Minus | Sign::Back | Sign::Plus) => draft.is_back = true,
            _ => {}
        }
    }
}

/// A title or a sentence of a use that says that money comes back.
fn is_refund_title(line: &Line) -> bool {
    const TITLES: [&str; 14] = [
        "返品のお知らせ",
        "返金のお知らせ",
        "取消のお知らせ",
        "取り消しのお知らせ",
        "キャンセルのお知らせ",
        "返金されました",
        "返金がありました",
        "取り消されました",
        "ご返金",
        "refund",
        "refunded",
        "credit from",
        "credited",
        "reversed",
    ];
    line.labels.is_empty()
        && line.raw.len() <= 80
        && has(&line.text(), &TITLES)
        && !has(&line.text(), &["if", "場合", "policy", "help", "方法"])
}

/// A name without what stands around it; `None` where nothing of a name is left.
pub(super) fn tidy(text: &str) -> Option<String> {
    let edges = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '、' | '。'
                    | ','
                    | ':'
                    | '：'
                    | ';'
                    | '|'
                    | '｜'
                    | '"'
                    | '\''
                    | '“'
                    | '”'
                    | '「'
                    | '」'
                    | '『'
                    | '』'
                    | '・'
                    | '•'
                    | '◇'
                    | '■'
                    | '●'
                    | '▼'
                    | '→'
                    | '—'
                    | '–'
                    | '-'
                    | '/'
                    | '／'
                    | '('
                    | '（'
                    | '【'
                    | '】'
                    | '*'
                    | '·'
                    | '…'
                    | '>'
                    | '<'
                    | '➡'
                    | '💳'
                    | '🛍'
                    | '️'
            )
    };
    let mut name = text.trim_matches(edges);
    // `Refund from Amazon.com` as a title.
    for begin in [
        "paid ",
        "you paid ",
        "charge from ",
        "charge at ",
        "refund from ",
        "refund at ",
        "credit from ",
        "purchase at ",
        "purchase from ",
        "payment to ",
        "payment at ",
    ] {
        if let Some((start, rest)) = name.split_at_checked(begin.len())
            && start.eq_ignore_ascii_case(begin)
        {
            name = rest.trim_matches(edges);
        }
    }
    // `（買物）` says how the use stands.
    if let Some((before, aside)) = name.trim_end_matches([')', '）']).rsplit_once(['(', '（'])
        && name.ends_with([')', '）'])
        && !before.trim().is_empty()
        && (is_means(aside) || has(aside, BACK) || has(aside, PENDING))
    {
        name = before.trim_matches(edges);
    } else if name.ends_with([')', '）']) && !name.contains(['(', '（']) {
        name = name.trim_end_matches([')', '）']).trim_end();
    }
    let mut words: Vec<&str> = name.split([' ', '\u{3000}']).filter(|word| !word.is_empty()).collect();
    let count = words.len();
    // `身に覚えのない請求 アマゾン`: no issuer prints hiragana before a name.
    if let Some(at) = words.iter().position(|word| names_amazon(word)) {
        let is_said = |word: &&&str| word.contains(|c: char| ('ぁ'..='ん').contains(&c));
        let said = words.iter().take(at).rposition(|word| is_said(&word)).map_or(0, |last| last + 1);
        words.drain(..said);
    }
    while 1 < words.len() && words.last().is_some_and(|word| is_aside(word)) {
        words.pop();
    }
    while 1 < words.len() && words.first().is_some_and(|word| is_aside(word) && !names_amazon(word)) {
        words.remove(0);
    }
    let joined;
    if words.len() != count {
        joined = words.join(" ");
        name = joined.trim_matches(edges);
    }
    let name = name
        .strip_suffix('.')
        .filter(|rest| !rest.contains('.') || rest.contains(".com") || rest.contains(".co"))
        .unwrap_or(name);
    let is_name = name.chars().any(char::is_alphabetic) && name.chars().count() <= LONGEST_SHOP;
    (is_name && !has(name, DECLINED)).then(|| name.to_owned())
}

/// `1回払い`, `本人`, `Visa`: beside a name it says how it was paid.
fn is_aside(word: &str) -> bool {
    const ASIDES: [&str; 20] = [
        "1回払い",
        "1回",
        "一括",
        "一括払い",
        "2回払い",
        "分割",
        "分割払い",
        "リボ",
        "リボ払い",
        "ボーナス払い",
        "本人",
        "家族",
        "買物",
        "国内",
        "海外",
        "確定",
        "未確定",
        "承認済み",
        "pending",
        "posted",
    ];
    let word: String = plain(word).into_iter().map(small).collect();
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    ASIDES.contains(&word)
        || PENDING.contains(&word)
        || matches!(word, "返品" | "返金" | "取消" | "キャンセル")
        || word.chars().all(|c| c.is_ascii_digit()) && word.len() < 3
}

/// Only words that say how something was paid.
pub(super) fn is_means(text: &str) -> bool {
    let text: String = plain(text).into_iter().map(small).collect();
    let text = text
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '.' | ',' | ':'));
    let mut words = text.split([' ', '/', '・', '(', ')']).filter(|word| !word.is_empty()).peekable();
    words.peek().is_none()
        || MEANS.contains(&text)
        || words.all(|word| {
            MEANS.contains(&word)
                || is_aside(word)
                || word.chars().all(|c| !c.is_alphabetic())
                || word.ends_with("カード") && !word.contains("amazon")
        })
}
