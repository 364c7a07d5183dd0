//! What a rule says.

use crate::Facts;
use mioboe_model::sorted::Map;

/// One entry of the catalogue.
pub struct Rule {
    /// kebab-case; states the pattern.
    pub name: &'static str,
    /// Names under which it judges charges; its own, or several close ones.
    pub speaks_of: &'static [&'static str],
    /// Its page: what it says, why it matters, when it stays quiet, source. Not in the module: nobody reads it there.
    #[cfg(not(target_family = "wasm"))]
    pub docs: &'static str,
    pub run: fn(&Facts<'_>) -> Vec<Opinion>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Explained,
    Ask,
    Flagged,
    NotCovered,
    Other,
}

impl Verdict {
    pub fn code(self) -> &'static str {
        match self {
            Self::Explained => "explained",
            Self::Ask => "ask",
            Self::Flagged => "flagged",
            Self::NotCovered => "notCovered",
            Self::Other => "other",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Info,
    Ask,
    Flag,
}

impl Level {
    pub fn code(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Ask => "ask",
            Self::Flag => "flag",
        }
    }
}

/// Values for the sentence, by name.
pub type Args = Map<&'static str, String>;

/// A judgement on charges, or something that stands out without one.
#[derive(Debug, Clone, PartialEq)]
pub struct Opinion {
    pub rule: &'static str,
    /// `None`: it points something out and judges no charge.
    pub verdict: Option<Verdict>,
    pub cause: Option<&'static str>,
    /// `None`: it is not worth a finding of its own.
    pub level: Option<Level>,
    /// Indexes into `Reading::charges`.
    pub charges: Vec<usize>,
    /// Those of them that are shown as evidence and judged by another rule.
    pub also: Vec<usize>,
    /// Indexes into `Book::orders`.
    pub orders: Vec<usize>,
    pub confidence: u8,
    /// A note that is worth reading only beside a question or a flag about the charge.
    pub only_in_doubt: bool,
    pub args: Args,
}

impl Opinion {
    fn new(
        rule: &'static str,
        verdict: Verdict,
        level: Option<Level>,
        charge: usize,
        confidence: u8,
    ) -> Self {
        Self {
            rule,
            verdict: Some(verdict),
            cause: Some(rule),
            level,
            charges: vec![charge],
            also: Vec::new(),
            orders: Vec::new(),
            confidence,
            only_in_doubt: false,
            args: Args::new(),
        }
    }

    pub(crate) fn explained(rule: &'static str, charge: usize, confidence: u8) -> Self {
        Self::new(rule, Verdict::Explained, None, charge, confidence)
    }

    pub(crate) fn ask(rule: &'static str, charge: usize, confidence: u8) -> Self {
        Self::new(rule, Verdict::Ask, Some(Level::Ask), charge, confidence)
    }

    pub(crate) fn flagged(rule: &'static str, charge: usize, confidence: u8) -> Self {
        Self::new(rule, Verdict::Flagged, Some(Level::Flag), charge, confidence)
    }

    /// Nothing can be said of these charges.
    pub(crate) fn not_covered(rule: &'static str, charges: Vec<usize>) -> Self {
        let mut opinion = Self::new(rule, Verdict::NotCovered, Some(Level::Info), 0, 50);
        opinion.cause = None;
        opinion.charges = charges;
        opinion
    }

    /// Points something out; judges nothing.
    pub(crate) fn note(rule: &'static str, level: Level) -> Self {
        let mut opinion = Self::new(rule, Verdict::Other, Some(level), 0, 50);
        opinion.verdict = None;
        opinion.cause = None;
        opinion.charges.clear();
        opinion
    }

    /// Points something out about a charge where that charge is asked about or flagged.
    pub(crate) fn beside_doubt(rule: &'static str, charge: usize) -> Self {
        let mut opinion = Self::note(rule, Level::Info);
        opinion.charges.push(charge);
        opinion.only_in_doubt = true;
        opinion
    }

    pub(crate) fn is_about(&self, charge: usize) -> bool {
        self.charges.contains(&charge) && !self.also.contains(&charge)
    }

    /// With what every sentence about its first charge may need.
    pub(crate) fn told(mut self, facts: &Facts<'_>) -> Self {
        if let Some(&charge) = self.charges.first() {
            self.args = facts.args_of(charge);
        }
        self
    }

    pub(crate) fn orders(mut self, orders: &[usize]) -> Self {
        self.orders = orders.to_vec();
        self
    }

    /// Charges shown beside the judged one.
    pub(crate) fn also(mut self, charges: impl IntoIterator<Item = usize>) -> Self {
        self.also = charges.into_iter().collect();
        self.charges.extend(&self.also);
        self
    }

    /// A value for the sentence; what is empty is left out.
    #[expect(clippy::needless_pass_by_value, reason = "days and sums are small, and callers read better")]
    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        let value = value.to_string();
        if !value.is_empty() {
            self.args.insert(name, value);
        }
        self
    }
}
