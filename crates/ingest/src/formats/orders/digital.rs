//! Digital orders: e-books, films, apps, and each period of Prime, Audible, Kindle Unlimited.
//!
//! What was charged is the sum of all money components of an order. `Price`, `OurPrice` and `Price Tax` are list
//! prices; only in Japan is `OurPriceTax` the price with tax, and it stands in where the components are missing.

use mioboe_model::sorted::{Map, Set};

use mioboe_model::{
    Currency, DigitalOrder, Money, Offset, OrderId, OrderStatus, Place, Problem, ProblemCode, Reading,
    Renewal, SkipReason, SourceId, When,
};

use super::{
    Out, cells,
    overlap::{one_file_each, source_mut, take_back},
    table::Table,
};

/// Rows of the three files of the older export, until all are in.
#[derive(Default)]
#[cfg_attr(feature = "held", derive(Clone, serde::Serialize, serde::Deserialize))]
pub(super) struct DigitalParts {
    items: Vec<ItemRow>,
    orders: Vec<OrderRow>,
    money: Vec<Component>,
}

#[cfg(feature = "held")]
impl DigitalParts {
    pub(super) fn places(&mut self) -> impl Iterator<Item = &mut Place> {
        let items = self.items.iter_mut().map(|row| &mut row.place);
        let orders = self.orders.iter_mut().map(|row| &mut row.place);
        let money = self.money.iter_mut().map(|row| &mut row.place);
        items.chain(orders).chain(money)
    }

    pub(super) fn let_go(&mut self, gone: &impl Fn(Place) -> bool) {
        self.items.retain(|row| !gone(row.place));
        self.orders.retain(|row| !gone(row.place));
        self.money.retain(|row| !gone(row.place));
    }

    pub(super) fn len(&self) -> usize {
        self.items.len() + self.orders.len() + self.money.len()
    }
}

#[cfg_attr(feature = "held", derive(Clone, serde::Serialize, serde::Deserialize))]
struct ItemRow {
    place: Place,
    order_id: OrderId,
    item_id: String,
    title: String,
    ordered: Option<When>,
    publisher: Option<String>,
    seller: Option<String>,
    /// The price with tax, where the file is known to mean that.
    price: Option<Money>,
}

#[cfg_attr(feature = "held", derive(Clone, serde::Serialize, serde::Deserialize))]
struct OrderRow {
    place: Place,
    order_id: OrderId,
    packet: String,
    ordered: Option<When>,
    status: OrderStatus,
    renewal: Option<Renewal>,
}

#[cfg_attr(feature = "held", derive(Clone, serde::Serialize, serde::Deserialize))]
struct Component {
    place: Place,
    item_id: String,
    packet: String,
    amount: Money,
}

/// `Digital Items.csv`.
pub(super) fn read_items(table: &Table<'_>, out: &mut Out<'_>) {
    let order_id = table.column(&["OrderId"]);
    let item_id = table.column(&["DigitalOrderItemId"]);
    let title = table.column(&["ProductName", "Title"]);
    let ordered = table.column(&["OrderDate"]);
    let fulfilled = table.column(&["FulfilledDate"]);
    let publisher = table.column(&["Publisher"]);
    let seller = table.column(&["SellerOfRecord"]);
    let price = table.column(&["OurPriceTax"]);
    let currency = table.column(&["OurPriceTaxCurrencyCode", "OurPriceCurrencyCode", "BaseCurrencyCode"]);
    let items = &mut out.parts.digital.items;
    table.each_row(out.source, |row, problems| {
        let order_id = row.order_id(order_id)?;
        items.push(ItemRow {
            place: row.place,
            order_id,
            item_id: row.raw(item_id).to_owned(),
            title: row.owned(title).unwrap_or_default(),
            ordered: charged(row.moment(ordered, problems), row.moment(fulfilled, problems)),
            publisher: row.owned(publisher),
            seller: row.owned(seller),
            price: Currency::parse(row.raw(currency))
                .filter(|&currency| currency == Currency::JPY)
                .and_then(|currency| cells::money(row.raw(price), currency)),
        });
        Ok(())
    });
}

/// `Digital Orders.csv`.
pub(super) fn read_orders(table: &Table<'_>, out: &mut Out<'_>) {
    let order_id = table.column(&["OrderId"]);
    let packet = table.column(&["DeliveryPacketId"]);
    let ordered = table.column(&["OrderDate"]);
    let status_column = table.column(&["OrderStatus"]);
    let renewal_column = table.column(&["SubscriptionOrderType"]);
    let orders = &mut out.parts.digital.orders;
    table.each_row(out.source, |row, problems| {
        orders.push(OrderRow {
            place: row.place,
            order_id: row.order_id(order_id)?,
            packet: row.owned(packet).unwrap_or_default(),
            ordered: row.moment(ordered, problems),
            status: status(row.raw(status_column)),
            renewal: renewal(row.raw(renewal_column)),
        });
        Ok(())
    });
}

/// `Digital Orders Monetary.csv`.
pub(super) fn read_money(table: &Table<'_>, out: &mut Out<'_>) {
    let item_id = table.column(&["DigitalOrderItemId"]);
    let packet = table.column(&["DeliveryPacketId"]);
    let amount_column = table.column(&["TransactionAmount"]);
    let currency = table.column(&["BaseCurrencyCode"]);
    let money = &mut out.parts.digital.money;
    table.each_row(out.source, |row, _| {
        money.push(Component {
            place: row.place,
            item_id: row.raw(item_id).to_owned(),
            packet: row.owned(packet).unwrap_or_default(),
            amount: row.money(amount_column, currency)?,
        });
        Ok(())
    });
}

/// `Digital Content Orders.csv`: one row a money component, all of it in one file.
pub(super) fn read_components(table: &Table<'_>, out: &mut Out<'_>) {
    let order_id = table.column(&["Order ID"]);
    let ordered = table.column(&["Order Date"]);
    let fulfilled = table.column(&["Fulfilled Date"]);
    let title = table.column(&["Product Name"]);
    let publisher = table.column(&["Publisher"]);
    let seller = table.column(&["Seller Of Record"]);
    let status_column = table.column(&["Order Status"]);
    let renewal_column = table.column(&["Subscription Order Type"]);
    let amount_column = table.column(&["Transaction Amount"]);
    let currency = table.column(&["Base Currency Code", "Base Currency"]);
    let digital = &mut out.reading.digital;
    let mut known: Map<OrderId, usize> = Map::new();
    table.each_row(out.source, |row, problems| {
        let order_id = row.order_id(order_id)?;
        let amount = row.money(amount_column, currency)?;
        let item = row.text(title).unwrap_or_default();
        if let Some(order) = known.get(&order_id).and_then(|&at| digital.get_mut(at)) {
            order.total =
                order.total.plus(amount).ok_or_else(|| row.fault(ProblemCode::BadCurrency, currency))?;
            order.places.push(row.place);
            add_title(&mut order.item, item);
            return Ok(());
        }
        let ordered = charged(row.moment(ordered, problems), row.moment(fulfilled, problems))
            .ok_or_else(|| row.fault(ProblemCode::BadDate, ordered))?;
        known.insert(order_id, digital.len());
        digital.push(DigitalOrder {
            places: vec![row.place],
            order_id,
            ordered,
            item: item.to_owned(),
            publisher: row.owned(publisher),
            seller: row.owned(seller),
            total: amount,
            status: status(row.raw(status_column)),
            renewal: renewal(row.raw(renewal_column)),
        });
        Ok(())
    });
}

/// What is ordered before it appears is charged when it is handed over, weeks later.
fn charged(ordered: Option<When>, fulfilled: Option<When>) -> Option<When> {
    let day = |when: When| when.day(Offset::UTC);
    match (ordered, fulfilled) {
        (Some(ordered), Some(fulfilled)) if day(ordered) < day(fulfilled) => Some(fulfilled),
        (ordered, fulfilled) => ordered.or(fulfilled),
    }
}

fn status(cell: &str) -> OrderStatus {
    let cell = cell.to_ascii_uppercase();
    if cell == "SUCCESS" {
        OrderStatus::Closed
    } else if cell.starts_with("CANCELLED") {
        OrderStatus::Cancelled
    } else if cell.starts_with("PENDING") {
        OrderStatus::Authorized
    } else {
        OrderStatus::Unknown
    }
}

fn renewal(cell: &str) -> Option<Renewal> {
    match cell {
        "Subscription_Renewal" => Some(Renewal::Renewal),
        "Subscription_Signup" => Some(Renewal::Signup),
        _ => None,
    }
}

/// An order of several things is called by all of them.
fn add_title(titles: &mut String, title: &str) {
    if titles.is_empty() {
        title.clone_into(titles);
    } else if !title.is_empty() && !titles.split(" / ").any(|known| known == title) {
        titles.push_str(" / ");
        titles.push_str(title);
    }
}

/// Puts the orders of the older export together; any of its three files may be missing.
pub(super) fn join(mut parts: DigitalParts, reading: &mut Reading) {
    let Reading { sources, digital, .. } = reading;
    // Of overlapping exports each row must come from one file, or a sum would be taken twice.
    one_file_each(sources, &mut parts.items, |item| (item.item_id.clone(), item.place));
    one_file_each(sources, &mut parts.orders, |order| (order.order_id, order.place));
    one_file_each(sources, &mut parts.money, |part| (part.item_id.clone(), part.place));

    let mut money = Purse::of(parts.money);
    let mut by_order: Map<OrderId, (Vec<ItemRow>, Vec<OrderRow>)> = Map::new();
    for item in parts.items {
        by_order.entry(item.order_id).or_default().0.push(item);
    }
    for order in parts.orders {
        by_order.entry(order.order_id).or_default().1.push(order);
    }
    let mut without_money = Set::new();
    let first = digital.len();
    for (order_id, (items, orders)) in by_order {
        let places: Vec<Place> =
            items.iter().map(|item| item.place).chain(orders.iter().map(|order| order.place)).collect();
        match put_together(order_id, &items, &orders, &mut money) {
            Joined::Exact(order) => digital.push(order),
            Joined::ListPrice(order) => {
                without_money.extend(places.first().map(|place| place.source));
                digital.push(order);
            }
            Joined::NoMoney => {
                without_money.extend(places.first().map(|place| place.source));
                take_back(sources, &places, SkipReason::NotUnderstood);
            }
            Joined::NoDay => take_back(sources, &places, SkipReason::NotUnderstood),
        }
    }
    if let Some(joined) = digital.get_mut(first..) {
        joined.sort_by_key(|order| order.places.first().copied());
    }
    let unclaimed = money.rest();
    take_back(sources, &unclaimed, SkipReason::NotUnderstood);
    say_what_is_missing(sources, &without_money, &unclaimed);
}

/// The file itself is whole; what its rows need stands in another one.
fn say_what_is_missing(
    sources: &mut [mioboe_model::Source],
    without_money: &Set<SourceId>,
    unclaimed: &[Place],
) {
    let missing = |file: &str| Problem {
        line: None,
        code: ProblemCode::MissingColumn,
        field: Some(file.to_owned()),
        text: None,
    };
    for source in sources.iter_mut() {
        if without_money.contains(&source.id) {
            source.problems.push(missing("Digital Orders Monetary.csv: TransactionAmount"));
        }
    }
    if let Some(source) = unclaimed.first().and_then(|place| source_mut(sources, place.source)) {
        source.problems.push(missing("Digital Items.csv: OrderId"));
    }
}

enum Joined {
    Exact(DigitalOrder),
    /// No component was found; the price with tax stands in.
    ListPrice(DigitalOrder),
    NoMoney,
    NoDay,
}

fn put_together(order_id: OrderId, items: &[ItemRow], orders: &[OrderRow], money: &mut Purse) -> Joined {
    let Some(ordered) =
        items.iter().find_map(|item| item.ordered).or_else(|| orders.iter().find_map(|order| order.ordered))
    else {
        return Joined::NoDay;
    };
    let mut components: Vec<Component> = items.iter().flat_map(|item| money.of_item(&item.item_id)).collect();
    if components.is_empty() {
        components = orders.iter().flat_map(|order| money.of_packet(&order.packet)).collect();
    }
    let exact = sum(components.iter().map(|part| part.amount));
    let listed = || items.iter().map(|item| item.price).collect::<Option<Vec<_>>>().and_then(sum);
    let (total, is_exact) = match exact {
        Some(total) => (total, true),
        None => match listed() {
            Some(total) => (total, false),
            None => return Joined::NoMoney,
        },
    };
    let mut item = String::new();
    for part in items {
        add_title(&mut item, &part.title);
    }
    let places = items.iter().map(|item| item.place);
    let places = places.chain(orders.iter().map(|order| order.place));
    let order = DigitalOrder {
        places: places.chain(components.iter().map(|part| part.place)).collect(),
        order_id,
        ordered,
        item,
        publisher: items.iter().find_map(|item| item.publisher.clone()),
        seller: items.iter().find_map(|item| item.seller.clone()),
        total,
        status: orders.first().map_or(OrderStatus::Unknown, |order| order.status),
        renewal: orders.iter().find_map(|order| order.renewal),
    };
    if is_exact { Joined::Exact(order) } else { Joined::ListPrice(order) }
}

fn sum(amounts: impl IntoIterator<Item = Money>) -> Option<Money> {
    let mut amounts = amounts.into_iter();
    let first = amounts.next()?;
    amounts.try_fold(first, Money::plus)
}

/// Components by item and by packet; each is given out once.
struct Purse {
    components: Vec<Option<Component>>,
    by_item: Map<String, Vec<usize>>,
    by_packet: Map<String, Vec<usize>>,
}

impl Purse {
    fn of(components: Vec<Component>) -> Self {
        let mut by_item: Map<String, Vec<usize>> = Map::new();
        let mut by_packet: Map<String, Vec<usize>> = Map::new();
        for (at, part) in components.iter().enumerate() {
            by_item.entry(part.item_id.clone()).or_default().push(at);
            if !part.packet.is_empty() {
                by_packet.entry(part.packet.clone()).or_default().push(at);
            }
        }
        Self { components: components.into_iter().map(Some).collect(), by_item, by_packet }
    }

    fn of_item(&mut self, item_id: &str) -> Vec<Component> {
        let places = self.by_item.get(item_id).cloned().unwrap_or_default();
        self.take(&places)
    }

    fn of_packet(&mut self, packet: &str) -> Vec<Component> {
        let places = self.by_packet.get(packet).cloned().unwrap_or_default();
        self.take(&places)
    }

    fn take(&mut self, places: &[usize]) -> Vec<Component> {
        places.iter().filter_map(|&at| self.components.get_mut(at)?.take()).collect()
    }

    fn rest(self) -> Vec<Place> {
        self.components.into_iter().flatten().map(|part| part.place).collect()
    }
}

#[cfg(test)]
mod tests {
    use mioboe_model::{OrderStatus, Reading, Renewal, SkipReason};

    use super::super::tests::reading;

    const ITEMS: &str = "ASIN,ProductName,OrderId,DigitalOrderItemId,BaseCurrencyCode,FulfilledDate,OrderDate,OurPrice,OurPriceCurrencyCode,OurPriceTax,OurPriceTaxCurrencyCode,SellerOfRecord,Publisher
B0SAMPLE01,見本小説 第4巻,D01-0000001-0000001,7001,JPY,2026-10-18T03:29:54Z,2026-10-18T03:29:54Z,505,JPY,556,JPY,Amazon Services International,見本社
B0SAMPLE02,Prime Membership Fee,D01-0000002-0000002,7002,JPY,2026-10-05T22:34:27Z,2026-10-05T22:34:27Z,545,JPY,600,JPY,Amazon,Not Available
";
    const ORDERS: &str = "OrderId,OrderStatus,OrderDate,SubscriptionOrderType,PaymentInformation,DeliveryPacketId
D01-0000001-0000001,SUCCESS,2026-10-18T03:29:54Z,Not Applicable,Payment Instrument Details Not Available,P1
D01-0000002-0000002,SUCCESS,2026-10-05T22:34:27Z,Subscription_Renewal,Payment Instrument Details Not Available,P2
";
    const MONEY: &str = "DigitalOrderItemId,DeliveryPacketId,AffectedItemQuantity,TransactionAmount,BaseCurrencyCode,MonetaryComponentTypeCode,OfferTypeCode
7001,P1,1,505,JPY,Price Amount,Not Applicable
7001,P1,1,51,JPY,Tax,Not Applicable
7001,P1,1,-100,JPY,Price Amount,Promotion
7002,P2,1,545,JPY,Price Amount,Not Applicable
7002,P2,1,55,JPY,Tax,Not Applicable
";
    const FILES: [(&str, &str); 3] = [
        ("Digital Items.csv", ITEMS),
        ("Digital Orders.csv", ORDERS),
        ("Digital Orders Monetary.csv", MONEY),
    ];

    #[track_caller]
    fn check(read: &Reading, expect: &[(&str, &str, &str)]) {
        let found: Vec<_> = read
            .digital
            .iter()
            .map(|order| (order.order_id.to_string(), order.total.plain(), order.item.as_str()))
            .collect();
        let expect: Vec<_> =
            expect.iter().map(|&(id, total, item)| (id.to_owned(), total.to_owned(), item)).collect();
        assert_eq!(found, expect);
    }

    const BOTH: [(&str, &str, &str); 2] = [
        ("D01-0000001-0000001", "456", "見本小説 第4巻"),
        ("D01-0000002-0000002", "600", "Prime Membership Fee"),
    ];

    #[test]
    fn three_files_are_one_order_whatever_their_order() {
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [2, 0, 1]] {
            let read = reading(&order.map(|at| FILES[at]));
            check(&read, &BOTH);
            assert_eq!(read.digital[0].renewal, None);
            assert_eq!(read.digital[1].renewal, Some(Renewal::Renewal));
            assert_eq!(read.digital[0].places.len(), 5);
            assert!(read.sources.iter().all(|source| source.rows == source.used));
        }
    }

    #[test]
    fn without_components_the_japanese_price_with_tax_stands_in() {
        let read = reading(&FILES[..2]);
        check(&read, &[("D01-0000001-0000001", "556", BOTH[0].2), ("D01-0000002-0000002", "600", BOTH[1].2)]);
        assert_eq!(read.sources[0].problems.len(), 1);
        let dollars = ITEMS.replace("JPY", "USD");
        let read = reading(&[("Digital Items.csv", &dollars), FILES[1]]);
        check(&read, &[]);
        assert_eq!(read.sources[0].skipped.get(&SkipReason::NotUnderstood), Some(&2));
    }

    #[test]
    fn without_items_the_packet_leads_to_the_sum() {
        check(&reading(&FILES[1..]), &[(BOTH[0].0, "456", ""), (BOTH[1].0, "600", "")]);
    }

    #[test]
    fn without_orders_state_and_renewal_are_not_known() {
        let read = reading(&[FILES[0], FILES[2]]);
        check(&read, &BOTH);
        assert_eq!((read.digital[1].status, read.digital[1].renewal), (OrderStatus::Unknown, None));
    }

    #[test]
    fn sums_alone_are_a_problem() {
        let read = reading(&FILES[2..]);
        check(&read, &[]);
        assert_eq!(read.sources[0].problems.len(), 1);
    }

    #[test]
    fn two_exports_count_every_sum_once() {
        let older: Vec<(&str, String)> = FILES
            .iter()
            .map(|&(name, text)| {
                (
                    name,
                    text.lines()
                        .filter(|line| !line.contains("7001") && !line.contains("0000001"))
                        .collect::<Vec<_>>()
                        .join(
                            "
",
                        ),
                )
            })
            .collect();
        let mut files: Vec<(&str, &str)> = older.iter().map(|(name, text)| (*name, text.as_str())).collect();
        files.extend(FILES);
        check(&reading(&files), &BOTH);
        files.reverse();
        check(&reading(&files), &BOTH);
    }

    const NEW: &str = "ASIN,Base Currency Code,Component Type,Digital Order Item ID,Fulfilled Date,Offer Type Code,Order Date,Order ID,Order Status,Price,Price Tax,Product Name,Publisher,Seller of Record,Subscription Order Type,Transaction Amount";

    fn new(rows: &[&str]) -> Reading {
        let rows = rows.join("\n");
        reading(&[("Digital Content Orders.csv", &format!("{NEW}\n{rows}"))])
    }

    #[test]
    fn components_of_the_newer_layout_add_up() {
        let read = new(&[
            "B0,JPY,Price Amount,1,2026-10-19T04:51:08Z,Not Applicable,2026-10-19T04:51:08Z,D01-0000003-0000003,SUCCESS,¥500,3000,見本小説,見本社,Amazon,Not Applicable,\"2,946\"",
            "B0,JPY,Tax,1,2026-10-19T04:51:08Z,Not Applicable,2026-10-19T04:51:08Z,D01-0000003-0000003,SUCCESS,¥500,3000,見本小説,見本社,Amazon,Not Applicable,295",
            "B1,JPY,Price Amount,2,2026-10-20T04:51:08Z,Promotion,2026-10-20T04:51:08Z,D01-0000004-0000004,CANCELLED_BY_AMAZON,0,0,見本映画,見本社,Amazon,Subscription_Signup,'-100'",
            "B1,JPY,Price Amount,2,2026-10-20T04:51:08Z,Not Applicable,2026-10-20T04:51:08Z,D01-0000004-0000004,CANCELLED_BY_AMAZON,0,0,見本映画,見本社,Amazon,Subscription_Signup,100",
        ]);
        check(
            &read,
            &[("D01-0000003-0000003", "3241", "見本小説"), ("D01-0000004-0000004", "0", "見本映画")],
        );
        assert_eq!(read.digital[0].seller.as_deref(), Some("Amazon"));
        assert_eq!(read.digital[1].status, OrderStatus::Cancelled);
        assert_eq!(read.digital[1].renewal, Some(Renewal::Signup));
    }

    #[test]
    fn what_was_ordered_before_it_appeared_is_charged_when_it_did() {
        let read = new(&[
            "B0,JPY,Price Amount,1,2026-10-06T15:00:00Z,Not Applicable,2026-09-25T03:00:00Z,D01-0000001-0000001,SUCCESS,770,0,予約の本,見本社,Amazon,Not Applicable,770",
        ]);
        assert_eq!(read.digital[0].ordered.day(mioboe_model::Offset::UTC).to_string(), "2026-10-06");
    }

    #[test]
    fn a_preorder_is_open_and_the_old_short_number_is_read() {
        let read = new(&[
            "B0,JPY,Price Amount,1,Not Available,Not Applicable,2026-10-19T04:51:08Z,D01-8997424,PENDING_PREORDER_RELEASE,500,500,見本小説,見本社,Amazon,Not Applicable,500",
        ]);
        assert_eq!(read.digital[0].status, OrderStatus::Authorized);
        assert_eq!(read.digital[0].order_id.to_string(), "D01-8997424");
    }
}
