//! The words of Amazon's pages by what they are for, in every language at once: `pages/<language>.toml`.

/// What a word of a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Stands before the day on which an order was placed.
    Ordered,
    /// The sum of an order in a list.
    Total,
    /// The sum that is asked of the card, on the page of one order.
    Charged,
    /// A sum of the order before points and vouchers go off it.
    OrderTotal,
    Subtotal,
    Summary,
    /// The title of the page of one order.
    Details,
    Payment,
    /// The title of the page of payments.
    Movements,
    /// The heading over what a card was charged, on the page of one order.
    CardPayments,
    /// Stands before the last digits of a card.
    Ending,
    Shipped,
    ShipmentTotal,
    RefundTotal,
    Refunded,
    /// Goes off the sum of the order: vouchers, points, promotions.
    Less,
    /// Found anywhere in a means of payment that is no card.
    Balance,
    Seller,
    Cancelled,
    Pending,
    OpenSection,
    DoneSection,
    /// A payment that did not come about.
    Void,
    /// Found anywhere in what is a button or a note, and no name of a thing.
    Button,
}

include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// What stands behind a word that the lower-case line begins with; empty where it stands alone.
pub(super) fn behind(line: &str, role: Role) -> Option<&str> {
    role.words().find_map(|word| {
        let rest = line.strip_prefix(word)?;
        let ends =
            rest.chars().next().is_none_or(|c| !c.is_alphabetic() || !word.is_ascii() && !c.is_ascii());
        // 注文日2026年… has no space, and Order# neither.
        ends.then(|| rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '|')))
    })
}

/// True where the line is one of the words and nothing else.
pub(super) fn is(line: &str, role: Role) -> bool {
    behind(line, role).is_some_and(str::is_empty)
}

/// True where the line begins with one of the words.
pub(super) fn begins(line: &str, role: Role) -> bool {
    behind(line, role).is_some()
}

/// True where one of the words is anywhere in the line.
pub(super) fn has(line: &str, role: Role) -> bool {
    role.words().any(|word| line.contains(word))
}
