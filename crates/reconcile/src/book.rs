//! What the order files offer as explanations: orders, and the pieces of them that a card is charged for.

use chrono::{Days, NaiveDate};
use mioboe_model::sorted::Map;
use mioboe_model::{Currency, Offset, OrderId, OrderLine, OrderStatus, Place, Reading, SourceId};

use crate::ix::PieceIx;
use crate::names::site_of;

/// Amazon charges when a parcel leaves. Measured on card statements, the charge came up to six days before
/// the recorded moment and was booked up to a week after it.
const BEFORE_SHIPPING: u64 = 7;
const AFTER_SHIPPING: u64 = 10;
/// A charge cannot come before its order; a day is allowed for midnight and time zones.
const BEFORE_ORDER: u64 = 1;
/// An order without a recorded shipping day: after it was placed, or after the day on which its file says that it had
/// not left yet.
const AFTER_UNSENT_ORDER: u64 = 30;
/// What has not left may leave in any parcels; orders with more lines are taken as a whole only.
const MOST_LINES_APART: usize = 8;
/// A line sent in more parts than this is taken as a whole only.
const MOST_PARTS: usize = 12;

/// All orders of all files, by piece.
pub struct Book {
    pub orders: Vec<Order>,
    pub pieces: Vec<Piece>,
    by_id: Map<OrderId, usize>,
}

/// One order, whatever files speak of it.
pub struct Order {
    pub id: OrderId,
    /// Indexes into `Reading::orders`.
    pub lines: Vec<usize>,
    /// Indexes into `Reading::digital`.
    pub digital: Vec<usize>,
    /// Cancelled ones included.
    pub pieces: Vec<PieceIx>,
    pub day: NaiveDate,
    pub currency: Currency,
    /// Digits of the cards it was paid with, as far as the file names them.
    pub cards: Vec<String>,
    /// Gift-card balance or points paid a part.
    pub balance: bool,
    /// The shop it was made at, where the file names it: `amazon.de`.
    pub site: Option<&'static str>,
}

/// The smallest thing that a card is charged for on its own.
pub struct Piece {
    /// Indexes into [`Book::orders`]; several only for a payment that Amazon lists for several orders.
    pub orders: Vec<usize>,
    pub kind: PieceKind,
    /// In the currency's smallest coins.
    pub minor: i64,
    pub currency: Currency,
    /// The day the charge would best bear, and the days it may bear.
    pub expected: NaiveDate,
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// The last day its export speaks of.
    pub exported: NaiveDate,
    pub sending: Sending,
    /// Rows it stands in.
    pub places: Vec<Place>,
    /// How many parcels it left in; the card may show as many charges.
    pub parts: usize,
    /// Equal things it is made of.
    pub units: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// On a day that the file names; or there is nothing to send.
    Sent,
    /// The file says that it had not left when the export was made: a charge for it comes at most a week before that.
    UnderWay,
    /// The file does not say.
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// The lines of one order that left at one moment.
    Shipment,
    /// A digital order, or one period of a plan.
    Digital,
    /// A movement on a card that Amazon itself lists.
    Listed,
    /// A part of an order that was cancelled: nobody should have paid for it.
    Cancelled,
    /// A sum that only a mail names.
    Mailed,
}

impl Book {
    pub fn new(reading: &Reading, offset: Offset) -> Self {
        let mut book = Self { orders: Vec::new(), pieces: Vec::new(), by_id: Map::new() };
        let exports = Exports::new(reading, offset);
        book.enter_lines(reading, offset);
        book.enter_digital(reading, offset, &exports);
        book.enter_payments(reading, offset, &exports);
        for order in 0..book.orders.len() {
            book.cut_into_shipments(order, reading, offset, &exports);
        }
        book.put_in_order();
        book
    }

    /// Pieces are numbered by day, and the same whatever the order of rows and files was.
    fn put_in_order(&mut self) {
        let mut pieces = std::mem::take(&mut self.pieces);
        let name =
            |piece: &Piece| piece.orders.first().and_then(|&order| self.orders.get(order)).map(|o| &o.id);
        pieces.sort_by(|a, b| {
            (a.expected, a.minor, name(a), a.kind as u8).cmp(&(b.expected, b.minor, name(b), b.kind as u8))
        });
        for order in &mut self.orders {
            order.pieces.clear();
        }
        for (index, piece) in pieces.iter().enumerate() {
            for &order in &piece.orders {
                if let Some(order) = self.orders.get_mut(order) {
                    order.pieces.push(PieceIx::new(index));
                }
            }
        }
        self.pieces = pieces;
    }

    pub fn order(&self, id: &OrderId) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    pub fn piece(&self, piece: PieceIx) -> Option<&Piece> {
        self.pieces.get(piece.at())
    }

    /// All pieces with their numbers, by day.
    pub fn numbered(&self) -> impl Iterator<Item = (PieceIx, &Piece)> {
        self.pieces.iter().enumerate().map(|(at, piece)| (PieceIx::new(at), piece))
    }

    /// What some pieces cost together, in the smallest coins; `None` where it cannot be held.
    pub fn sum(&self, pieces: &[PieceIx]) -> Option<i64> {
        added(pieces.iter().filter_map(|&piece| self.piece(piece)).map(|piece| piece.minor))
    }

    /// The pieces of an order that money is due for.
    pub fn due(&self, order: &Order) -> impl Iterator<Item = PieceIx> {
        let due = |&piece: &PieceIx| self.piece(piece).is_some_and(|p| p.kind != PieceKind::Cancelled);
        order.pieces.iter().copied().filter(due)
    }

    pub(crate) fn open(&mut self, id: OrderId, day: NaiveDate, currency: Currency) -> usize {
        if let Some(&known) = self.by_id.get(&id) {
            return known;
        }
        let index = self.orders.len();
        self.by_id.insert(id, index);
        self.orders.push(Order {
            id,
            lines: Vec::new(),
            digital: Vec::new(),
            pieces: Vec::new(),
            day,
            currency,
            cards: Vec::new(),
            balance: false,
            site: None,
        });
        index
    }

    fn enter_lines(&mut self, reading: &Reading, offset: Offset) {
        // By id and line: the order in which files were given must decide nothing.
        let mut lines: Vec<(usize, &OrderLine)> = reading.orders.iter().enumerate().collect();
        lines.sort_by(|(_, a), (_, b)| {
            (&a.order_id, a.place.line)
                .cmp(&(&b.order_id, b.place.line))
                .then_with(|| a.total.compare_values(&b.total))
        });
        // Row after row names one shop.
        let (mut website, mut site) = (None, None);
        for (index, line) in lines {
            if line.website != website {
                website.clone_from(&line.website);
                site = website.as_deref().and_then(site_of);
            }
            let Some(day) =
                line.ordered.or_else(|| line.shipped.first().copied()).map(|when| when.day(offset))
            else {
                continue;
            };
            let order = self.open(line.order_id, day, line.total.currency());
            if let Some(order) = self.orders.get_mut(order) {
                order.day = order.day.min(day);
                order.lines.push(index);
                order.balance |= line.pay.balance;
                order.site = order.site.or(site);
                for card in &line.pay.cards {
                    if !order.cards.contains(card) {
                        order.cards.push(card.clone());
                    }
                }
            }
        }
    }

    fn enter_digital(&mut self, reading: &Reading, offset: Offset, exports: &Exports) {
        for (index, digital) in reading.digital.iter().enumerate() {
            let day = digital.ordered.day(offset);
            let order = self.open(digital.order_id, day, digital.total.currency());
            if let Some(order) = self.orders.get_mut(order) {
                order.digital.push(index);
            }
            let Some(minor) = digital.total.minor().filter(|&minor| minor > 0) else { continue };
            let kind = if digital.status == OrderStatus::Cancelled {
                PieceKind::Cancelled
            } else {
                PieceKind::Digital
            };
            self.add(Piece {
                orders: vec![order],
                kind,
                minor,
                currency: digital.total.currency(),
                expected: day,
                first: before(day, BEFORE_ORDER),
                last: after(day, AFTER_SHIPPING),
                exported: digital.places.first().and_then(|at| exports.end_of(at.source)).unwrap_or(day),
                sending: Sending::Sent,
                places: digital.places.clone(),
                parts: 1,
                units: 1,
            });
        }
    }

    fn enter_payments(&mut self, reading: &Reading, offset: Offset, exports: &Exports) {
        for payment in &reading.payments {
            let Some(minor) = payment.amount.minor().filter(|&minor| minor > 0) else { continue };
            let (day, currency) = (payment.day.day(offset), payment.amount.currency());
            let orders: Vec<usize> =
                payment.order_ids.iter().map(|&id| self.open(id, day, currency)).collect();
            for &order in &orders {
                if let (Some(order), Some(card)) = (self.orders.get_mut(order), &payment.card)
                    && !order.cards.contains(card)
                {
                    order.cards.push(card.clone());
                }
            }
            self.add(Piece {
                orders,
                kind: PieceKind::Listed,
                minor,
                currency,
                expected: day,
                first: before(day, BEFORE_SHIPPING),
                last: after(day, AFTER_SHIPPING),
                exported: exports.end_of(payment.place.source).unwrap_or(day),
                sending: Sending::Sent,
                places: vec![payment.place],
                parts: 1,
                units: 1,
            });
        }
    }

    fn cut_into_shipments(&mut self, order: usize, reading: &Reading, offset: Offset, exports: &Exports) {
        let Some(entry) = self.orders.get(order) else { return };
        let lines = entry.lines.iter().filter_map(|&line| reading.orders.get(line));
        let lines = lines.filter(|line| !line.pay.without_card()).collect();
        let mut lines: Vec<&OrderLine> = self.beyond_listed(entry, lines, reading);
        let cancelled = |line: &OrderLine| line.status == OrderStatus::Cancelled;
        lines.sort_by(|a, b| (cancelled(a), &a.shipped).cmp(&(cancelled(b), &b.shipped)));
        let ordered = entry.day;
        for lines in lines.chunk_by(|a, b| cancelled(a) == cancelled(b) && a.shipped == b.shipped) {
            let Some(first) = lines.first() else { continue };
            let shipped = first.shipped.iter().map(|when| when.day(offset)).collect();
            let exported = exports.end_of(first.place.source).unwrap_or(ordered);
            for piece in (Group { order, ordered, exported, shipped, lines }).pieces() {
                self.add(piece);
            }
        }
    }

    /// The lines of an order that charges which Amazon lists do not account for. What it lists is the truth, but a list may
    /// begin late or end early: it is subtracted and hides nothing else.
    fn beyond_listed<'l>(
        &self,
        order: &Order,
        lines: Vec<&'l OrderLine>,
        reading: &Reading,
    ) -> Vec<&'l OrderLine> {
        let listed: Vec<&Piece> = order
            .pieces
            .iter()
            .filter_map(|&piece| self.piece(piece))
            .filter(|piece| piece.kind == PieceKind::Listed)
            .collect();
        if listed.is_empty() {
            return lines;
        }
        let (mut due, cancelled): (Vec<&OrderLine>, Vec<&OrderLine>) =
            lines.iter().partition(|line| line.status != OrderStatus::Cancelled);
        let total = added(due.iter().filter_map(|line| line.total.minor()));
        let sum = added(listed.iter().map(|piece| piece.minor));
        // One sum for several orders, or all of this one: the lines only tell what was bought.
        if sum.is_none() || total <= sum || listed.iter().any(|piece| 1 < piece.orders.len()) {
            return cancelled;
        }
        for piece in &listed {
            let Some(paid) = lines_of_sum(&due, piece.minor) else {
                // Other sums than the lines have: points, instalments. The list is the truth where it is whole.
                let is_whole = piece.places.first().is_some_and(|place| {
                    let source = reading.sources.get(place.source.0 as usize);
                    source.is_some_and(|source| {
                        let is_page_of_order = source.format.as_deref() == Some("amazon-order-details");
                        let from = source.from.is_some_and(|from| from <= order.day);
                        let to = source.to.is_some_and(|to| after(order.day, AFTER_UNSENT_ORDER) <= to);
                        is_page_of_order || (from && to)
                    })
                });
                return if is_whole { cancelled } else { lines };
            };
            due.retain(|line| !paid.contains(&line.place));
        }
        due.extend(cancelled);
        due
    }

    pub(crate) fn add(&mut self, piece: Piece) {
        let index = PieceIx::new(self.pieces.len());
        for &order in &piece.orders {
            if let Some(order) = self.orders.get_mut(order) {
                order.pieces.push(index);
            }
        }
        self.pieces.push(piece);
    }
}

/// The places of lines that have a sum together: those of one parcel before any others.
fn lines_of_sum(lines: &[&OrderLine], sum: i64) -> Option<Vec<Place>> {
    const MOST_LINES: usize = 12;
    /// Lines whose parcels are tried: no order leaves in more.
    const MOST_PARCELS: usize = 64;
    let total = |lines: &[&OrderLine]| lines.iter().filter_map(|line| line.total.minor()).sum::<i64>();
    let places = |lines: &[&OrderLine]| lines.iter().map(|line| line.place).collect();
    for line in lines.iter().take(MOST_PARCELS) {
        let parcel: Vec<&OrderLine> =
            lines.iter().copied().filter(|other| other.shipped == line.shipped).collect();
        if total(&parcel) == sum {
            return Some(places(&parcel));
        }
    }
    if MOST_LINES < lines.len() {
        return None;
    }
    (1_u32..1 << lines.len()).find_map(|mask| {
        let chosen: Vec<&OrderLine> =
            (0_u32..).zip(lines).filter(|(bit, _)| mask & (1 << bit) != 0).map(|(_, line)| *line).collect();
        (total(&chosen) == sum).then(|| places(&chosen))
    })
}

/// Lines of one order that left at one moment, or that have not left.
struct Group<'a> {
    order: usize,
    ordered: NaiveDate,
    exported: NaiveDate,
    shipped: Vec<NaiveDate>,
    lines: &'a [&'a OrderLine],
}

impl Group<'_> {
    /// One piece as a rule. As many as there were parcels where a line of equal units left in several. What may leave
    /// in any parcels is cut into lines and their units: every union of them can be one.
    fn pieces(&self) -> Vec<Piece> {
        let Some(first) = self.lines.first() else { return Vec::new() };
        let currency = first.total.currency();
        // What cannot be held is no sum of a charge.
        let minor = added(self.lines.iter().filter_map(|line| line.total.minor())).unwrap_or(0);
        if minor <= 0 || self.lines.iter().any(|line| line.total.currency() != currency) {
            return Vec::new();
        }
        if first.status == OrderStatus::Cancelled {
            return vec![self.piece(minor, self.shipped.first().copied())];
        }
        if self.shipped.is_empty() {
            let parts = self.parts().filter(|parts| parts.len() <= MOST_LINES_APART);
            let sums = parts.unwrap_or_else(|| vec![minor]);
            return sums.into_iter().map(|minor| self.piece(minor, None)).collect();
        }
        let parcels = self.shipped.len();
        let is_under_way = self.lines.iter().any(|line| line.status == OrderStatus::Authorized);
        if !(2..=MOST_PARTS).contains(&parcels) && !is_under_way {
            let mut whole = self.piece(minor, self.shipped.first().copied());
            whole.units = match self.lines {
                [line] => line.quantity.map_or(1, i64::from).max(1),
                _ => 1,
            };
            return vec![whole];
        }
        let count = i64::try_from(parcels).unwrap_or(i64::MAX);
        let units: i64 = self.lines.iter().filter_map(|line| line.quantity).map(i64::from).sum();
        if minor % count == 0 && units % count == 0 && units > 0 && !is_under_way {
            return self.shipped.iter().map(|&day| self.piece(minor / count, Some(day))).collect();
        }
        if let Some(parts) = self.parts().filter(|parts| (parcels..=MOST_LINES_APART).contains(&parts.len()))
        {
            return self.more_units_than_parcels(&parts, is_under_way);
        }
        let mut whole = self.piece(minor, self.shipped.first().copied());
        whole.parts = parcels;
        whole.last = self.shipped.iter().max().map_or(whole.last, |&day| after(day, AFTER_SHIPPING));
        vec![whole]
    }

    /// Some left together, or some have not left: the file does not say which.
    fn more_units_than_parcels(&self, parts: &[i64], is_under_way: bool) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = parts
            .iter()
            .enumerate()
            .map(|(at, &minor)| match self.shipped.get(at) {
                None if is_under_way => self.piece(minor, None),
                sent => self.piece(minor, sent.or(self.shipped.last()).copied()),
            })
            .collect();
        let first = pieces.iter().map(|piece| piece.first).min();
        let last = pieces.iter().map(|piece| piece.last).max();
        for piece in &mut pieces {
            (piece.first, piece.last) = (first.unwrap_or(piece.first), last.unwrap_or(piece.last));
        }
        pieces
    }

    /// The sums of all units of all lines; `None` where a line does not say how many equal ones it has.
    fn parts(&self) -> Option<Vec<i64>> {
        let mut parts = Vec::new();
        for line in self.lines {
            let units = line.quantity.unwrap_or(1).max(1);
            let minor = line.total.minor().filter(|&minor| minor > 0)?;
            if units > 1 && minor % i64::from(units) == 0 && parts.len() <= MOST_LINES_APART {
                // More than are taken apart need not be counted: a file may name thousands of millions.
                let counted = usize::try_from(units).unwrap_or(usize::MAX).min(MOST_LINES_APART + 1);
                parts.extend(std::iter::repeat_n(minor / i64::from(units), counted));
            } else {
                parts.push(minor);
            }
        }
        Some(parts)
    }

    fn piece(&self, minor: i64, sent: Option<NaiveDate>) -> Piece {
        let first_line = self.lines.first();
        let status = first_line.map_or(OrderStatus::Unknown, |line| line.status);
        let ordered = self.ordered;
        let (sending, expected, first, last) = match sent {
            Some(day) => (
                Sending::Sent,
                day,
                before(day, BEFORE_SHIPPING).max(before(ordered, BEFORE_ORDER)),
                after(day, AFTER_SHIPPING),
            ),
            None if status == OrderStatus::Authorized => {
                let since = ordered.max(self.exported);
                // A hold may stand on the statement from the day of the order on.
                (Sending::UnderWay, since, before(ordered, BEFORE_ORDER), after(since, AFTER_UNSENT_ORDER))
            }
            None => {
                (Sending::Unknown, ordered, before(ordered, BEFORE_ORDER), after(ordered, AFTER_UNSENT_ORDER))
            }
        };
        Piece {
            orders: vec![self.order],
            kind: if status == OrderStatus::Cancelled { PieceKind::Cancelled } else { PieceKind::Shipment },
            minor,
            currency: first_line.map_or(Currency::JPY, |line| line.total.currency()),
            expected,
            first,
            last,
            exported: self.exported,
            sending,
            places: self.lines.iter().map(|line| line.place).collect(),
            parts: 1,
            units: 1,
        }
    }
}

/// The last day that the order files of each export speak of.
struct Exports {
    /// By source.
    ends: Vec<Option<NaiveDate>>,
}

impl Exports {
    fn new(reading: &Reading, offset: Offset) -> Self {
        let mut of_source: Vec<Option<NaiveDate>> = vec![None; reading.sources.len()];
        let mut note = |source: SourceId, day: NaiveDate| {
            if let Some(end) = of_source.get_mut(source.0 as usize) {
                *end = (*end).max(Some(day));
            }
        };
        for line in &reading.orders {
            for when in line.ordered.iter().chain(&line.shipped) {
                note(line.place.source, when.day(offset));
            }
        }
        for digital in &reading.digital {
            digital
                .places
                .first()
                .into_iter()
                .for_each(|place| note(place.source, digital.ordered.day(offset)));
        }
        for payment in &reading.payments {
            note(payment.place.source, payment.day.day(offset));
        }
        let mut of_export: Map<&str, Option<NaiveDate>> = Map::new();
        for (source, end) in reading.sources.iter().zip(&of_source) {
            let known = of_export.entry(&source.export).or_default();
            *known = (*known).max(*end);
        }
        let ends =
            reading.sources.iter().map(|source| of_export.get(source.export.as_str()).copied().flatten());
        Self { ends: ends.collect() }
    }

    fn end_of(&self, source: SourceId) -> Option<NaiveDate> {
        self.ends.get(source.0 as usize).copied().flatten()
    }
}

/// Sums that cannot be held are none.
fn added(sums: impl Iterator<Item = i64>) -> Option<i64> {
    let mut sums = sums;
    sums.try_fold(0_i64, i64::checked_add)
}

fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
