//! Exact sums in one currency.

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

/// An exact sum in one currency. Positive is money out, negative is money back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    value: Decimal,
    currency: Currency,
}

impl Money {
    /// Trailing zeros are dropped, so that `12.30` and `12.3` are one sum.
    pub fn new(value: Decimal, currency: Currency) -> Self {
        Self { value: value.normalize(), currency }
    }

    pub fn value(&self) -> Decimal {
        self.value
    }

    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// The sum of two amounts, if they are of one currency and it can be held.
    pub fn plus(self, other: Self) -> Option<Self> {
        (self.currency == other.currency)
            .then(|| self.value.checked_add(other.value))
            .flatten()
            .map(|value| Self::new(value, self.currency))
    }

    #[must_use]
    pub fn negated(self) -> Self {
        Self::new(-self.value, self.currency)
    }

    #[must_use]
    pub fn abs(self) -> Self {
        Self::new(self.value.abs(), self.currency)
    }

    pub fn is_credit(&self) -> bool {
        self.value < Decimal::ZERO
    }

    pub fn is_zero(&self) -> bool {
        self.value.is_zero()
    }

    /// The value with the currency's own number of decimals, `1234` or `12.30`.
    pub fn plain(&self) -> String {
        let mut value = self.value;
        if value.scale() < self.currency.decimals() {
            value.rescale(self.currency.decimals());
        }
        value.to_string()
    }
}

impl Money {
    /// The sum in the currency's smallest coins; `None` where it has finer parts or does not fit.
    pub fn minor(&self) -> Option<i64> {
        use rust_decimal::prelude::ToPrimitive;
        let scaled = self.value.checked_mul(Decimal::from(10_i64.checked_pow(self.currency.decimals())?))?;
        scaled.is_integer().then(|| scaled.to_i64()).flatten()
    }

    /// The other way round.
    pub fn from_minor(minor: i64, currency: Currency) -> Self {
        Self::new(Decimal::new(minor, currency.decimals()), currency)
    }
}
