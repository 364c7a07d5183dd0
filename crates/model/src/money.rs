//! Exact sums in one currency.

use std::cmp::Ordering;
use std::fmt;

use rust_decimal::Decimal;

/// A three-letter ISO 4217 code, upper case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    pub const JPY: Self = Self(*b"JPY");
    pub const USD: Self = Self(*b"USD");
    pub const EUR: Self = Self(*b"EUR");
    pub const GBP: Self = Self(*b"GBP");
    /// ISO 4217's code for no currency.
    pub const NONE: Self = Self(*b"XXX");

    /// Reads `jpy`, `JPY`; anything but three ASCII letters is no currency.
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.trim().as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_alphabetic).then(|| Self(bytes.map(|b| b.to_ascii_uppercase())))
    }

    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Decimal places of the smallest coin (ISO 4217, the currencies met in statements).
    pub fn decimals(self) -> u32 {
        match &self.0 {
            b"JPY" | b"KRW" | b"VND" | b"CLP" | b"ISK" | b"HUF" => 0,
            b"KWD" | b"BHD" | b"OMR" | b"JOD" | b"TND" => 3,
            _ => 2,
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// No sum that a file names reaches this many of its currency's units: whatever does is no sum of a household, and sums of
/// such sums could not be held.
const MOST: i64 = 100_000_000_000;

/// An exact sum in one currency. Positive is money out, negative is money back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    /// In the currency's smallest coins, or in tenths, hundredths ... of them.
    // INVARIANT: no finer than it needs to be, so that `12.30` and `12.3` are one sum.
    units: i64,
    /// Decimal places beyond the currency's own: hardly ever any.
    finer: u8,
    currency: Currency,
}

/// Sums of one currency by their value; currencies by their codes, so that maps can be keyed by sums.
impl Ord for Money {
    fn cmp(&self, other: &Self) -> Ordering {
        self.currency.cmp(&other.currency).then_with(|| self.compare_values(other))
    }
}

impl PartialOrd for Money {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Money {
    /// `None` for what is beyond all sums, see [`Money::is_believable`], and for more decimal places than can be held.
    pub fn new(value: Decimal, currency: Currency) -> Option<Self> {
        if !Self::is_believable(value) {
            return None;
        }
        let value = value.normalize();
        let own = currency.decimals();
        let mantissa = i64::try_from(value.mantissa()).ok()?;
        match value.scale().checked_sub(own) {
            Some(finer) => Some(Self { units: mantissa, finer: u8::try_from(finer).ok()?, currency }),
            None => Some(Self {
                units: mantissa.checked_mul(10_i64.checked_pow(own - value.scale())?)?,
                finer: 0,
                currency,
            }),
        }
    }

    /// Whether a number that stands in a file can be a sum: a mistyped or made-up one of twenty digits is none.
    pub fn is_believable(value: Decimal) -> bool {
        value.abs() < Decimal::from(MOST)
    }

    pub fn zero(currency: Currency) -> Self {
        Self { units: 0, finer: 0, currency }
    }

    pub fn value(&self) -> Decimal {
        Decimal::new(self.units, self.places()).normalize()
    }

    pub fn currency(&self) -> Currency {
        self.currency
    }

    fn places(self) -> u32 {
        self.currency.decimals() + u32::from(self.finer)
    }

    /// The sum of two amounts, if they are of one currency and it can be held.
    pub fn plus(self, other: Self) -> Option<Self> {
        if self.currency != other.currency {
            return None;
        }
        let finer = self.finer.max(other.finer);
        let units = self.in_parts(finer)?.checked_add(other.in_parts(finer)?)?;
        Some(Self { units, finer, currency: self.currency }.shortened())
    }

    /// In parts of a coin so much finer.
    fn in_parts(self, finer: u8) -> Option<i64> {
        self.units.checked_mul(10_i64.checked_pow(u32::from(finer.checked_sub(self.finer)?))?)
    }

    fn shortened(mut self) -> Self {
        while self.finer > 0 && self.units % 10 == 0 {
            self.units /= 10;
            self.finer -= 1;
        }
        self
    }

    /// Which number is greater, whatever the currencies.
    pub fn compare_values(&self, other: &Self) -> Ordering {
        match self.places().cmp(&other.places()) {
            Ordering::Equal => self.units.cmp(&other.units),
            _ => self.value().cmp(&other.value()),
        }
    }

    #[must_use]
    pub fn negated(self) -> Self {
        Self { units: self.units.saturating_neg(), ..self }
    }

    #[must_use]
    pub fn abs(self) -> Self {
        Self { units: self.units.saturating_abs(), ..self }
    }

    pub fn is_credit(&self) -> bool {
        self.units < 0
    }

    pub fn is_zero(&self) -> bool {
        self.units == 0
    }

    /// The value with the currency's own number of decimals, `1234` or `12.30`.
    pub fn plain(&self) -> String {
        let places = self.places();
        if places == 0 {
            return self.units.to_string();
        }
        Decimal::new(self.units, places).to_string()
    }

    /// The sum in the currency's smallest coins; `None` where it has finer parts.
    pub fn minor(&self) -> Option<i64> {
        (self.finer == 0).then_some(self.units)
    }

    /// As many coins of another currency, for a sign that several share: all dollars have cents.
    #[must_use]
    pub fn in_coins_of(self, currency: Currency) -> Self {
        Self { currency, ..self }
    }

    /// The other way round.
    pub fn from_minor(minor: i64, currency: Currency) -> Self {
        Self { units: minor, finer: 0, currency }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(value: &str, currency: Currency) -> Option<Money> {
        Money::new(value.parse().unwrap(), currency)
    }

    #[test]
    fn a_sum_is_told_with_the_coins_of_its_currency() {
        for (value, currency, plain, minor) in [
            ("1234", Currency::JPY, "1234", Some(1234)),
            ("1234.00", Currency::JPY, "1234", Some(1234)),
            ("12.3", Currency::USD, "12.30", Some(1230)),
            ("-0.05", Currency::USD, "-0.05", Some(-5)),
            ("-0", Currency::USD, "0.00", Some(0)),
            ("12.3450", Currency::USD, "12.345", None),
            ("0.5", Currency::JPY, "0.5", None),
            ("1.5", Currency::parse("KWD").unwrap(), "1.500", Some(1500)),
            ("99999999999.99", Currency::USD, "99999999999.99", Some(9_999_999_999_999)),
        ] {
            let sum = money(value, currency).unwrap();
            assert_eq!((sum.plain().as_str(), sum.minor()), (plain, minor));
            assert_eq!(sum.value(), value.parse().unwrap());
            assert_eq!(sum.negated().negated(), sum);
        }
    }

    #[test]
    fn equal_sums_are_equal_however_they_are_written_or_added() {
        let [whole, written] = ["12.3", "12.300000"].map(|value| money(value, Currency::USD).unwrap());
        assert_eq!(whole, written);
        let [a, b] = ["12.2995", "0.0005"].map(|value| money(value, Currency::USD).unwrap());
        assert_eq!(a.plus(b), Some(whole));
        assert_eq!(whole.plus(Money::zero(Currency::USD)), Some(whole));
        assert_eq!(whole.plus(Money::zero(Currency::JPY)), None);
        assert_eq!(a.compare_values(&whole), Ordering::Less);
    }

    #[test]
    fn what_no_household_pays_is_no_sum_and_what_cannot_be_held_is_not_added() {
        for value in ["100000000000", "-100000000000", "999999999999999999", "79228162514264337593543950335"]
        {
            assert_eq!(money(value, Currency::JPY), None, "{value}");
        }
        // Nineteen digits behind the point.
        assert_eq!(money("1.2345678901234567891", Currency::USD), None);
        let most = Money::from_minor(i64::MAX, Currency::JPY);
        assert_eq!(most.plus(Money::from_minor(1, Currency::JPY)), None);
        assert_eq!(most.plus(money("0.1", Currency::JPY).unwrap()), None);
    }
}
