//! Exports are cumulative, so people have one order in several files: only the newest telling of it counts.

use mioboe_model::sorted::{Map, Set};
use std::{cmp::Reverse, rc::Rc, slice};

use chrono::NaiveDate;
use mioboe_model::{
    Money, Offset, OrderId, OrderLine, OrderStatus, Payment, Place, PlanState, Reading, SkipReason, Source,
    SourceId, When,
};

const DETAILS: &str = "amazon-order-details";
const LIST: &str = "amazon-order-list";

/// Keeps each order as the newest file that has it tells it, whatever the order in which files were given.
///
/// Equal rows inside one file are real and stay.
pub(super) fn drop_repeats(reading: &mut Reading) {
    let mut dropped = Set::new();
    cancel_as_pages_say(&reading.sources, &mut reading.orders);
    charge_as_pages_say(reading, &mut dropped);
    let Reading { sources, orders, digital, refunds, payments, plans, .. } = reading;
    #[cfg(feature = "texts")]
    let events = &mut reading.events;
    lend_titles(orders);
    keep_newest(sources, orders, &mut dropped, |line| {
        (&line.order_id, slice::from_ref(&line.place), line.ordered)
    });
    keep_newest(sources, digital, &mut dropped, |order| {
        (&order.order_id, order.places.as_slice(), Some(order.ordered))
    });
    keep_newest(sources, refunds, &mut dropped, |refund| {
        (&refund.order_id, slice::from_ref(&refund.place), Some(refund.when))
    });
    keep_one_listing(sources, payments, &mut dropped);
    keep_newest_states(sources, plans, &mut dropped);
    #[cfg(feature = "texts")]
    one_file_each(sources, events, |event| ((event.kind, event.when, event.what.clone()), event.place));
    if dropped.is_empty() {
        return;
    }
    // One row may give an item and a payment: it counts as long as one of them stays.
    for place in orders.iter().map(|line| line.place).chain(payments.iter().map(|payment| payment.place)) {
        dropped.remove(&place);
    }
    for order in digital {
        for place in &order.places {
            dropped.remove(place);
        }
    }
    let dropped: Vec<Place> = dropped.into_iter().collect();
    take_back(sources, &dropped, SkipReason::SeenInOtherFile);
}

/// A report of shipments names no items; where another file tells what the order was, it is called that.
fn lend_titles(orders: &mut [OrderLine]) {
    let nameless: Set<OrderId> =
        orders.iter().filter(|line| line.item.is_empty()).map(|line| line.order_id).collect();
    if nameless.is_empty() {
        return;
    }
    let mut titles: Map<OrderId, String> = Map::new();
    for line in orders.iter().filter(|line| !line.item.is_empty() && nameless.contains(&line.order_id)) {
        let title = titles.entry(line.order_id).or_insert_with(|| line.item.clone());
        // Which of several it is must not depend on the order of the files.
        if line.item < *title {
            title.clone_from(&line.item);
        }
    }
    for line in orders.iter_mut().filter(|line| line.item.is_empty()) {
        if let Some(title) = titles.get(&line.order_id) {
            line.item.clone_from(title);
        }
    }
}

/// First and last day of each source, from what was read of it. Instants count as days of UTC.
pub(super) fn fill_days(reading: &mut Reading) {
    let Reading { sources, orders, digital, refunds, payments, periods, events, .. } = reading;
    let orders = orders.iter().filter_map(|line| Some((line.place, line.ordered?)));
    let digital = digital.iter().flat_map(|order| order.places.iter().map(|&place| (place, order.ordered)));
    let refunds = refunds.iter().map(|refund| (refund.place, refund.when));
    let payments = payments.iter().map(|payment| (payment.place, payment.day));
    let periods = periods.iter().map(|period| (period.place, period.from));
    let events = events.iter().filter_map(|event| Some((event.place, event.when?)));
    for (place, when) in orders.chain(digital).chain(refunds).chain(payments).chain(periods).chain(events) {
        if let Some(source) = source_mut(sources, place.source) {
            widen(source, when);
        }
    }
}

fn widen(source: &mut Source, when: When) {
    let day = when.day(Offset::UTC);
    source.from = Some(source.from.map_or(day, |from| from.min(day)));
    source.to = Some(source.to.map_or(day, |to| to.max(day)));
}

/// The rows were read and are not used after all.
pub(super) fn take_back(sources: &mut [Source], places: &[Place], reason: SkipReason) {
    for place in places {
        if let Some(source) = source_mut(sources, place.source) {
            source.used = source.used.saturating_sub(1);
            source.skip(reason);
        }
    }
}

pub(super) fn source_mut(sources: &mut [Source], id: SourceId) -> Option<&mut Source> {
    sources.iter_mut().find(|source| source.id == id)
}

/// Of rows with one key that several files give, keeps those of the file with more rows: exports only ever grow.
pub(super) fn one_file_each<T, K: Ord>(
    sources: &mut [Source],
    rows: &mut Vec<T>,
    about: impl Fn(&T) -> (K, Place),
) {
    let mut counts: Map<SourceId, usize> = Map::new();
    for row in rows.iter() {
        *counts.entry(about(row).1.source).or_default() += 1;
    }
    if counts.len() < 2 {
        return;
    }
    let name = |id| sources.iter().find(|source| source.id == id).map(|source| source.name.clone());
    let ranks: Map<SourceId, _> =
        counts.into_iter().map(|(id, count)| (id, (count, name(id), Reverse(id)))).collect();
    let mut best: Map<K, SourceId> = Map::new();
    for row in rows.iter() {
        let (key, place) = about(row);
        let known = best.entry(key).or_insert(place.source);
        if ranks.get(known) < ranks.get(&place.source) {
            *known = place.source;
        }
    }
    let mut repeated = Vec::new();
    rows.retain(|row| {
        let (key, place) = about(row);
        let stays = best.get(&key) == Some(&place.source);
        if !stays {
            repeated.push(place);
        }
        stays
    });
    take_back(sources, &repeated, SkipReason::SeenInOtherFile);
}

/// How much a file's telling of an order is worth against another's: the greatest wins.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    trust: u8,
    last_day: Option<NaiveDate>,
    values: usize,
    name: String,
    /// Only for files of one name and equal content.
    first_given: Reverse<SourceId>,
}

/// Amazon's own files before those of tools, which read the same from web pages; files that tell parcels before pages
/// that tell the sum of an order, and files with tax and postage in their sums before those without.
fn trust(format: &str) -> u8 {
    match format {
        "azad-items" | "bookmarklet-units" => 0,
        LIST => 2,
        "amazon-order-report-items" => 3,
        DETAILS => 4,
        _ if format.starts_with("amazon-") => 5,
        _ => 1,
    }
}

/// The page of one order says to the coin what its card was asked for, points and vouchers off; an export says which
/// parcels it left in, and no points. Where they differ and the order left as one, the page's sum is that of the parcel.
/// Where it left in several, a card pays no more than their sums.
fn charge_as_pages_say(reading: &mut Reading, dropped: &mut Set<Place>) {
    let Reading { sources, orders, .. } = reading;
    let is_page: Set<SourceId> = sources
        .iter()
        .filter(|source| source.format.as_deref() == Some(DETAILS))
        .map(|source| source.id)
        .collect();
    if is_page.is_empty() {
        return;
    }
    let of_page = |line: &OrderLine| is_page.contains(&line.place.source);
    let mut pages: Map<OrderId, Vec<usize>> = Map::new();
    let mut others: Map<OrderId, Vec<usize>> = Map::new();
    for (at, line) in orders.iter().enumerate() {
        let place = if of_page(line) { &mut pages } else { &mut others };
        place.entry(line.order_id).or_default().push(at);
    }
    let mut gone: Set<usize> = Set::new();
    for (id, page) in pages {
        let Some(other) = others.get(&id) else { continue };
        // The lists of pages and tools know parcels no better.
        let exports: Set<SourceId> =
            other.iter().filter_map(|&at| Some(orders.get(at)?.place.source)).collect();
        let is_export = |id: &SourceId| {
            let source = sources.iter().find(|source| source.id == *id);
            source.and_then(|source| source.format.as_deref()).is_some_and(|format| 5 <= trust(format))
        };
        let ([page], true) = (&page[..], 0 < exports.iter().filter(|id| is_export(id)).count()) else {
            continue;
        };
        let Some(charged) = orders.get(*page).map(|line| line.total) else { continue };
        let lines: Vec<usize> = other
            .iter()
            .copied()
            .filter(|&at| orders.get(at).is_some_and(|line| is_export(&line.place.source)))
            .collect();
        let sum = lines
            .iter()
            .filter_map(|&at| orders.get(at))
            .try_fold(Money::zero(charged.currency()), |sum, line| sum.plus(line.total));
        let parcels: Set<&[When]> =
            lines.iter().filter_map(|&at| Some(orders.get(at)?.shipped.as_slice())).collect();
        let is_one = parcels.len() == 1 && exports.len() == 1;
        if sum.is_none_or(|sum| sum.value() <= charged.value()) {
            continue;
        }
        if is_one {
            let Some(first) = lines.first().and_then(|&at| orders.get(at)).cloned() else { continue };
            if let Some(line) = orders.get_mut(*page) {
                line.shipped = first.shipped;
                line.status = first.status;
                line.website = first.website;
                line.address = first.address;
                if line.item.is_empty() {
                    line.item = first.item;
                }
            }
            gone.extend(lines);
        } else {
            for at in lines {
                if let Some(line) = orders.get_mut(at) {
                    Rc::make_mut(&mut line.pay).balance = true;
                }
            }
        }
    }
    let mut at = 0;
    orders.retain(|line| {
        let stays = !gone.contains(&at);
        at += 1;
        if !stays {
            dropped.insert(line.place);
        }
        stays
    });
}

/// An order that a page shows as cancelled is that, though an older export has it as under way.
fn cancel_as_pages_say(sources: &[Source], orders: &mut [OrderLine]) {
    // In an export a line is cancelled, on a page the order.
    let is_of_page = |line: &&OrderLine| {
        let source = sources.iter().find(|source| source.id == line.place.source);
        source
            .and_then(|source| source.format.as_deref())
            .is_some_and(|format| matches!(format, DETAILS | LIST))
    };
    let cancelled: Set<OrderId> = orders
        .iter()
        .filter(|line| line.status == OrderStatus::Cancelled && line.total.is_zero())
        .filter(is_of_page)
        .map(|line| line.order_id)
        .collect();
    for line in orders.iter_mut() {
        if line.shipped.is_empty() && !line.total.is_zero() && cancelled.contains(&line.order_id) {
            line.status = OrderStatus::Cancelled;
        }
    }
}

type About<'v> = (&'v OrderId, &'v [Place], Option<When>);

fn keep_newest<T>(
    sources: &[Source],
    values: &mut Vec<T>,
    dropped: &mut Set<Place>,
    about: impl Fn(&T) -> About<'_>,
) {
    let ranks = ranks(sources, values, &about);
    if ranks.len() < 2 {
        return;
    }
    let mut best: Map<OrderId, SourceId> = Map::new();
    for value in values.iter() {
        let (order_id, [place, ..], _) = about(value) else { continue };
        match best.get_mut(order_id) {
            None => {
                best.insert(*order_id, place.source);
            }
            Some(known) if ranks.get(known) < ranks.get(&place.source) => *known = place.source,
            Some(_) => {}
        }
    }
    values.retain(|value| {
        let (order_id, places, _) = about(value);
        let stays = places.first().is_none_or(|place| best.get(order_id) == Some(&place.source));
        if !stays {
            dropped.extend(places);
        }
        stays
    });
}

/// Keeps each listed payment once: of files that list movements of the same orders over the same sum, the one with
/// most of them stays. Their days differ, so days do not count unless no order is named.
fn keep_one_listing(sources: &[Source], payments: &mut Vec<Payment>, dropped: &mut Set<Place>) {
    type Key = (Vec<OrderId>, Money, Option<When>);
    let key = |payment: &Payment| -> Key {
        let mut order_ids = payment.order_ids.clone();
        order_ids.sort_unstable();
        let day = order_ids.is_empty().then_some(payment.day);
        (order_ids, payment.amount, day)
    };
    let mut counts: Map<Key, Map<SourceId, usize>> = Map::new();
    for payment in payments.iter() {
        *counts.entry(key(payment)).or_default().entry(payment.place.source).or_default() += 1;
    }
    let rank = |id: SourceId, count: usize| {
        let source = sources.iter().find(|source| source.id == id);
        let format = source.and_then(|source| source.format.as_deref());
        (count, format.map_or(0, trust), source.map(|source| source.name.clone()), Reverse(id))
    };
    let best: Map<Key, SourceId> = counts
        .into_iter()
        .filter(|(_, by_source)| 1 < by_source.len())
        .filter_map(|(key, by_source)| {
            let (id, _) = by_source.into_iter().max_by_key(|&(id, count)| rank(id, count))?;
            Some((key, id))
        })
        .collect();
    if best.is_empty() {
        return;
    }
    payments.retain(|payment| {
        let stays = best.get(&key(payment)).is_none_or(|&id| id == payment.place.source);
        if !stays {
            dropped.insert(payment.place);
        }
        stays
    });
}

/// Keeps how each plan stands as the newest file that has it says: the one that looks farthest ahead.
fn keep_newest_states(sources: &[Source], plans: &mut Vec<PlanState>, dropped: &mut Set<Place>) {
    let newness = |state: &PlanState| {
        let name = sources.iter().find(|source| source.id == state.place.source).map(|source| &source.name);
        (state.since, state.ended.max(state.next_bill), state.ended, name, Reverse(state.place.source))
    };
    let mut best: Map<&str, &PlanState> = Map::new();
    for state in plans.iter() {
        let known = best.entry(&state.plan).or_insert(state);
        if newness(known) < newness(state) {
            *known = state;
        }
    }
    let of = |state: &PlanState| best.get(state.plan.as_str()).map(|best| best.place.source);
    let best: Vec<Option<SourceId>> = plans.iter().map(of).collect();
    let mut best = best.into_iter();
    plans.retain(|state| {
        let stays = best.next().flatten().is_none_or(|best| best == state.place.source);
        if !stays {
            dropped.insert(state.place);
        }
        stays
    });
}

fn ranks<T>(sources: &[Source], values: &[T], about: &impl Fn(&T) -> About<'_>) -> Map<SourceId, Rank> {
    let mut ranks: Map<SourceId, Rank> = Map::new();
    for value in values {
        let (_, [place, ..], when) = about(value) else { continue };
        let rank = ranks.entry(place.source).or_insert_with(|| {
            let source = sources.iter().find(|source| source.id == place.source);
            Rank {
                trust: source.and_then(|source| source.format.as_deref()).map_or(0, trust),
                last_day: None,
                values: 0,
                name: source.map(|source| source.name.clone()).unwrap_or_default(),
                first_given: Reverse(place.source),
            }
        });
        rank.values += 1;
        rank.last_day = rank.last_day.max(when.map(|when| when.day(Offset::UTC)));
    }
    ranks
}

#[cfg(test)]
mod tests {
    use mioboe_model::{Reading, SkipReason};

    use super::super::tests::reading;

    /// A page of one order, of the list or of its details, is told apart by its anchors.
    fn with_page(export: &str, page: &str) -> Reading {
        let mut reader = crate::Reader::default();
        reader.add("export.csv", export.as_bytes());
        reader.add("page.txt", page.as_bytes());
        reader.finish()
    }

    const SENT: &str = "Order ID,Order Date,Ship Date,Product Name,Currency,Total Owed";

    #[test]
    fn points_that_a_page_tells_go_off_what_left_as_one() {
        let page = "注文の詳細\n注文日\n2026年9月15日\n注文番号 250-0000001-0000001\nお支払い方法\nVisa\n下4桁が 1234\n注文概要\n商品の小計：\n￥1,749\nAmazonポイント：\n-￥510\nご請求額：\n￥1,239\n";
        let row = |ship: &str, sum: u32| {
            format!("250-0000001-0000001,2026-09-15T00:00:00Z,{ship}T00:00:00Z,見本,JPY,{sum}\n")
        };
        let one = with_page(&format!("{SENT}\n{}{}", row("2026-09-16", 1000), row("2026-09-16", 749)), page);
        assert_eq!(one.orders.len(), 1);
        assert_eq!((one.orders[0].total.plain().as_str(), one.orders[0].shipped.len()), ("1239", 1));
        let two = with_page(&format!("{SENT}\n{}{}", row("2026-09-16", 1000), row("2026-09-18", 749)), page);
        assert_eq!(two.orders.len(), 2);
        assert!(two.orders.iter().all(|line| line.pay.balance));
        let same = with_page(&format!("{SENT}\n{}", row("2026-09-16", 1239)), page);
        assert_eq!(
            (same.orders.len(), same.orders[0].item.as_str(), same.orders[0].pay.balance),
            (1, "見本", false)
        );
    }

    #[test]
    fn a_list_hides_no_parcels_and_tells_what_was_cancelled() {
        let row = |ship: &str, sum: u32| {
            format!("250-0000001-0000001,2026-09-15T00:00:00Z,{ship},見本,JPY,{sum}\n")
        };
        let list = "注文日\n2026年9月15日\n合計\n￥1,749\n注文番号 250-0000001-0000001\n見本\n注文日\n2026年9月30日\n合計\n￥300\n注文番号 250-0000002-0000002\n見本の本\n";
        let export =
            format!("{SENT}\n{}{}", row("2026-09-16T00:00:00Z", 1000), row("2026-09-18T00:00:00Z", 749));
        assert_eq!(sums_of(&with_page(&export, list)), ["1000", "749", "300"]);
        let cancelled = "注文日\n2026年9月15日\n注文番号 250-0000001-0000001\nキャンセル済み\n見本\n";
        let read = with_page(&format!("{SENT}\n{}", row("Not Available", 1000)), cancelled);
        assert_eq!(read.orders[0].status, mioboe_model::OrderStatus::Cancelled);
        assert_eq!(sums_of(&read), ["1000"]);
    }

    fn sums_of(read: &Reading) -> Vec<String> {
        read.orders.iter().map(|line| line.total.plain()).collect()
    }

    const HEADER: &str = "Order ID,Order Date,Product Name,Currency,Total Owed";

    fn export(rows: &[(&str, &str, &str)]) -> String {
        let rows: Vec<String> = rows
            .iter()
            .map(|(id, day, sum)| format!("250-000000{id}-0000000,{day}T00:00:00Z,見本,JPY,{sum}\n"))
            .collect();
        format!("{HEADER}\n{}", rows.concat())
    }

    #[track_caller]
    fn check(files: &[(&str, &str)], expect: &[&str]) {
        let mut files = files.to_vec();
        for _ in 0..2 {
            assert_eq!(sums(&reading(&files)), expect);
            files.reverse();
        }
    }

    fn sums(read: &Reading) -> Vec<String> {
        let mut sums: Vec<String> = read
            .orders
            .iter()
            .map(|line| {
                format!(
                    "{} {}",
                    line.order_id.to_string().replace("250-000000", "").replace("-0000000", ""),
                    line.total.plain()
                )
            })
            .collect();
        sums.sort();
        sums
    }

    #[test]
    fn of_two_exports_the_newer_tells_each_order() {
        let old =
            export(&[("1", "2026-01-01", "6420"), ("2", "2026-01-02", "200"), ("2", "2026-01-02", "200")]);
        let new = export(&[
            ("1", "2026-01-01", "6105"),
            ("2", "2026-01-02", "200"),
            ("2", "2026-01-02", "200"),
            ("3", "2026-02-01", "300"),
        ]);
        check(&[("a.csv", &old), ("b.csv", &new)], &["1 6105", "2 200", "2 200", "3 300"]);
        let read = reading(&[("a.csv", &old), ("b.csv", &new)]);
        assert_eq!(read.sources[0].skipped.get(&SkipReason::SeenInOtherFile), Some(&3));
        assert_eq!(read.sources[1].used, 4);
    }

    #[test]
    fn equal_rows_of_one_file_stay() {
        let text = export(&[("1", "2026-01-01", "100"), ("1", "2026-01-01", "100")]);
        check(&[("a.csv", &text)], &["1 100", "1 100"]);
        check(&[("a.csv", &text), ("a.csv", &text)], &["1 100", "1 100"]);
    }

    #[test]
    fn two_peoples_exports_both_stay() {
        let (one, other) = (export(&[("1", "2026-01-01", "100")]), export(&[("2", "2026-03-01", "200")]));
        check(&[("a.csv", &one), ("b.csv", &other)], &["1 100", "2 200"]);
    }

    #[test]
    fn on_one_last_day_the_fuller_file_wins_and_then_the_name() {
        let (few, more) = (
            export(&[("1", "2026-01-01", "100")]),
            export(&[("1", "2026-01-01", "60"), ("1", "2026-01-01", "70")]),
        );
        check(&[("b.csv", &few), ("a.csv", &more)], &["1 60", "1 70"]);
        let other = export(&[("1", "2026-01-01", "101")]);
        check(&[("a.csv", &few), ("b.csv", &other)], &["1 101"]);
    }

    #[test]
    fn amazons_own_file_wins_over_a_tools() {
        let own = export(&[("1", "2026-01-01", "100")]);
        let tool = "id,date,name,url,seller,unitPrice,quantity,orderPrice\n250-0000001-0000000,2026-01-01,見本,https://www.amazon.co.jp/,見本,90,1,90\n250-0000002-0000000,2026-02-01,見本,https://www.amazon.co.jp/,見本,80,2,160\n";
        check(&[("own.csv", &own), ("tool.csv", tool)], &["1 100", "2 160"]);
    }

    #[test]
    fn a_payment_listed_in_two_files_counts_once() {
        let header = "date,order ids,order urls,vendor,card_details,amount\n";
        let row = "2025-12-29,114-0000001-0000001,https://www.amazon.com/a,Amazon.com,Visa ****1234,-17.28\n";
        let (once, twice) = (format!("{header}{row}"), format!("{header}{row}{row}"));
        for files in
            [[("a.csv", once.as_str()), ("b.csv", twice.as_str())], [("b.csv", &twice), ("a.csv", &once)]]
        {
            assert_eq!(reading(&files).payments.len(), 2);
        }
    }
}
