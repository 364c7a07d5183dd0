//! What every rule may look at.

use chrono::NaiveDate;
use mioboe_model::sorted::Map;
use mioboe_model::{Charge, Holder, Money, Offset, Reading, Status, When};
use mioboe_reconcile::{Link, LinkKind, Order, Reconciliation, Service};

use crate::Args;
use crate::answers::{Answer, Answers};
use crate::coverage::{Coverage, Gap};
use crate::plans::{Plan, plans};

/// Everything known, read-only.
pub struct Facts<'a> {
    pub reading: &'a Reading,
    pub found: &'a Reconciliation,
    pub coverage: Coverage,
    /// Plans seen in digital orders and in the statements, each with its periods.
    pub plans: Vec<Plan>,
    pub today: NaiveDate,
    pub offset: Offset,
    pub region: String,
    pub household: Household,
    /// By charge what the person said of it before; empty where nothing was said of any.
    answered: Vec<Option<Answer>>,
    /// By order the charges and credits linked to it.
    of_order: Vec<Vec<usize>>,
    /// Money back from Amazon that nothing accounts for.
    open_credits: Vec<usize>,
    /// By charge the plan it is a period of: an index into `plans`.
    plan_of: Map<usize, usize>,
}

/// Money that comes back in parts is all there by then.
const RETURN_DAYS: i64 = 60;
/// Who gets money back more often than that is no household.
const MOST_PARTS: usize = 50;

/// Who holds which card, as the person said.
pub type Household = Map<String, Vec<String>>;

impl<'a> Facts<'a> {
    pub fn new(
        reading: &'a Reading,
        found: &'a Reconciliation,
        today: NaiveDate,
        offset: Offset,
        region: &str,
        household: Household,
    ) -> Self {
        let coverage = Coverage::new(reading, found, offset);
        let plans = plans(reading, found, &coverage, offset);
        let mut of_order = vec![Vec::new(); found.book.orders.len()];
        for (charge, link) in found.links.iter().enumerate() {
            for &order in link.iter().flat_map(|link| &link.orders) {
                of_order.get_mut(order).into_iter().for_each(|charges: &mut Vec<usize>| charges.push(charge));
            }
        }
        let mut plan_of = Map::new();
        for (index, plan) in plans.iter().enumerate() {
            for charge in plan.periods.iter().filter_map(|period| period.charge) {
                plan_of.entry(charge).or_insert(index);
            }
        }
        let is_open_credit = |&index: &usize| {
            found.links.get(index).is_some_and(Option::is_none)
                && found.services.get(index).is_some_and(|service| service.has_orders())
                && reading.charges.get(index).is_some_and(|row| row.amount.is_credit())
        };
        let open_credits = (0..reading.charges.len()).filter(is_open_credit).collect();
        let region = region.to_owned();
        let answered = Vec::new();
        Self {
            reading,
            found,
            coverage,
            plans,
            today,
            offset,
            region,
            household,
            answered,
            of_order,
            open_credits,
            plan_of,
        }
    }

    /// With what the person said before.
    #[must_use]
    pub fn with_answers(mut self, answers: &Answers) -> Self {
        self.answered = answers.of(self.reading);
        self
    }

    /// What the person said of a charge before.
    pub fn answered(&self, charge: usize) -> Option<Answer> {
        self.answered.get(charge).copied().flatten()
    }

    /// Somebody of the household knows the charge: it is no sign of anything any more.
    pub(crate) fn is_settled(&self, charge: usize) -> bool {
        self.answered(charge).is_some_and(Answer::is_settled)
    }

    /// Indexes of all charges with their link.
    pub(crate) fn linked(&self) -> impl Iterator<Item = (usize, &'a Charge, &'a Link)> {
        let found = self.found;
        self.reading
            .charges
            .iter()
            .enumerate()
            .filter_map(move |(index, charge)| Some((index, charge, found.links.get(index)?.as_ref()?)))
    }

    /// The linked charges and credits of one order.
    pub(crate) fn linked_to(&self, order: usize) -> impl Iterator<Item = (usize, &'a Charge, &'a Link)> {
        let (found, reading) = (self.found, self.reading);
        let charges = self.of_order.get(order).map_or(&[][..], Vec::as_slice);
        charges.iter().filter_map(move |&charge| {
            Some((charge, reading.charges.get(charge)?, found.links.get(charge)?.as_ref()?))
        })
    }

    /// The plan a charge is a period of.
    pub(crate) fn plan_of(&self, charge: usize) -> Option<&Plan> {
        self.plans.get(*self.plan_of.get(&charge)?)
    }

    /// Debits of Amazon's that nothing was found for.
    pub(crate) fn open_debits(&self) -> impl Iterator<Item = (usize, &'a Charge)> {
        let found = self.found;
        self.reading
            .charges
            .iter()
            .enumerate()
            .filter(|(_, charge)| !charge.amount.is_credit() && !charge.amount.is_zero())
            .filter(move |(index, _)| {
                found.services.get(*index).is_some_and(|service| service.has_orders())
                    && found.links.get(*index).is_some_and(Option::is_none)
            })
    }

    /// Open debits on days and cards that the order files do cover: the evidence is missing, not the file.
    pub(crate) fn unexplained(&self) -> impl Iterator<Item = (usize, &'a Charge)> {
        self.open_debits().filter(|(index, charge)| {
            charge.status == Status::Posted && self.coverage.gap(*index).is_none() && !Self::is_family(charge)
        })
    }

    /// Debits for which there is nothing, or no more than an order that could account for them, and that nobody of the
    /// household has said they know: what a pattern of theft may consist of.
    pub(crate) fn unknown(&self) -> impl Iterator<Item = (usize, &'a Charge)> {
        let barely = self.linked().filter(|(_, charge, link)| {
            link.kind == LinkKind::Open && charge.status == Status::Posted && !Self::is_family(charge)
        });
        let barely = barely.map(|(index, charge, _)| (index, charge));
        self.unexplained().chain(barely).filter(|(index, _)| !self.is_settled(*index))
    }

    /// Whether most of a sum came back to the charge's card: a fee or a part kept, or another rate. Exactly one such row.
    pub(crate) fn came_in_part(&self, charge: usize, sum: Money, since: NaiveDate) -> bool {
        let Some(paid) = self.charge(charge) else { return false };
        // The card knows no sum in the shop's currency but what was paid for all of it.
        let is_foreign = paid.amount.currency() != sum.currency();
        let Some(whole) = (if is_foreign { paid.amount } else { sum }).minor() else { return false };
        let whole = whole.unsigned_abs();
        let is_part = |row: &&Charge| {
            let minor = row.amount.minor().map_or(0, i64::unsigned_abs);
            (whole.div_ceil(2)..=whole.saturating_mul(21) / 20).contains(&minor)
        };
        self.credits_since(paid, since).filter(is_part).take(2).count() == 1
    }

    /// Money back to the charge's card that nothing else accounts for.
    fn credits_since(&self, paid: &Charge, since: NaiveDate) -> impl Iterator<Item = &'a Charge> {
        let is_near = move |row: &&Charge| {
            row.card == paid.card
                && row.date.is_some_and(|day| (0..=RETURN_DAYS).contains(&(day - since).num_days()))
        };
        self.open_credits.iter().filter_map(|&credit| self.charge(credit)).filter(is_near)
    }

    /// Whether this sum came back to the charge's card in two or three parts.
    pub(crate) fn came_in_parts(&self, charge: usize, sum: Money, since: NaiveDate) -> bool {
        let Some(paid) = self.charge(charge) else { return false };
        let parts: Vec<Money> =
            self.credits_since(paid, since).take(MOST_PARTS).map(|row| row.amount).collect();
        parts.iter().enumerate().any(|(at, one)| {
            let mut others = parts.iter().enumerate().skip(at + 1);
            others.any(|(next, other)| {
                let Some(both) = one.plus(*other) else { return false };
                let mut thirds = parts.iter().skip(next + 1).filter_map(|third| both.plus(*third));
                both.abs() == sum || thirds.any(|three| three.abs() == sum)
            })
        })
    }

    pub(crate) fn service(&self, charge: usize) -> Service {
        self.found.services.get(charge).copied().unwrap_or(Service::Other)
    }

    /// The service in the end: the plan's, where the row belongs to one, and else what the text names.
    pub fn settled_service(&self, charge: usize) -> Service {
        let named = self.service(charge);
        if named != Service::AmazonDigital {
            return named;
        }
        let row = self.charge(charge);
        let own = self.plan_of(charge);
        // A later renewal that no file covers any more still bears the plan's price and day of the month.
        let like = || {
            let (row, day) = (row?, row?.date?);
            self.plans.iter().filter(|plan| plan.proven).find(|plan| plan.is_like(row.amount, day))
        };
        own.or_else(like).map_or(named, |plan| plan.service)
    }

    pub(crate) fn order(&self, order: usize) -> Option<&'a Order> {
        self.found.book.orders.get(order)
    }

    pub(crate) fn charge(&self, charge: usize) -> Option<&'a Charge> {
        self.reading.charges.get(charge)
    }

    pub(crate) fn is_family(charge: &Charge) -> bool {
        matches!(charge.holder, Some(Holder::Family(_)))
    }

    /// Both goods, or both digital.
    pub(crate) fn same_side(&self, charge: usize, other: usize) -> bool {
        self.service(charge).is_digital() == self.service(other).is_digital()
    }

    /// A link to the coin, by which an order is really used up.
    pub(crate) fn is_exact(link: &Link) -> bool {
        matches!(link.kind, LinkKind::Order | LinkKind::Shipment | LinkKind::Combined | LinkKind::Digital)
    }

    /// What the files do not cover, with the charges that this leaves open.
    pub fn gaps(&self) -> Vec<Gap> {
        self.coverage.gaps(self.reading, |charge| self.settled_service(charge))
    }

    /// The last day the statements of this charge's card speak of.
    pub(crate) fn statements_until(&self, charge: usize) -> Option<NaiveDate> {
        self.coverage.statements_until(self.reading, charge)
    }

    /// The values every sentence about a charge may need.
    pub(crate) fn args_of(&self, charge: usize) -> Args {
        let mut args = Args::new();
        if let Some(row) = self.charge(charge) {
            args.insert("amount", row.amount.abs().plain());
            args.insert("currency", row.amount.currency().to_string());
            args.insert("merchant", row.merchant.clone());
            args.insert("service", self.service(charge).code().to_owned());
            if let Some(date) = row.date {
                args.insert("date", date.to_string());
            }
            if let Some(card) = &row.card {
                args.insert("card", card.clone());
            }
            if let Some(holder) = self.family_holder(row) {
                args.insert("holder", holder.to_owned());
            }
        }
        args
    }

    /// Whose family card it is: by the person's own word, or as the statement marks it. The contract holder is nobody
    /// to ask.
    fn family_holder<'f>(&'f self, row: &'f Charge) -> Option<&'f str> {
        let Some(Holder::Family(text)) = &row.holder else { return None };
        let named =
            self.household.iter().find(|(_, cards)| row.card.as_ref().is_some_and(|c| cards.contains(c)));
        Some(named.map_or(text.as_str(), |(name, _)| name)).filter(|name| !name.trim().is_empty())
    }

    /// The id of an order, for a sentence.
    pub(crate) fn id_of(&self, order: Option<&usize>) -> String {
        order.and_then(|&order| self.order(order)).map(|order| order.id.to_string()).unwrap_or_default()
    }

    /// When an order was placed, as exactly as the files say.
    pub(crate) fn ordered(&self, order: usize) -> Option<When> {
        let order = self.order(order)?;
        let line = order.lines.iter().filter_map(|&line| self.reading.orders.get(line)?.ordered);
        let digital = order.digital.iter().filter_map(|&d| Some(self.reading.digital.get(d)?.ordered));
        line.chain(digital).min()
    }

    /// Whether two moments lie at most so many hours apart; days count as whole ones.
    pub(crate) fn within_hours(&self, a: When, b: When, hours: i64) -> bool {
        match (a, b) {
            (When::Instant(a), When::Instant(b)) => (b - a).num_minutes().abs() <= hours * 60,
            (a, b) => (b.day(self.offset) - a.day(self.offset)).num_days().abs() * 24 <= hours,
        }
    }

    /// The name of what was bought, for a sentence.
    pub(crate) fn item_of(&self, order: usize) -> Option<&'a str> {
        let order = self.order(order)?;
        let line = order.lines.first().and_then(|&line| self.reading.orders.get(line)).map(|line| &line.item);
        let digital = order.digital.first().and_then(|&d| self.reading.digital.get(d)).map(|d| &d.item);
        line.or(digital).map(String::as_str)
    }
}
