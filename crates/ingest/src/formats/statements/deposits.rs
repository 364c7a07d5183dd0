//! Money that comes into an account: refunds are kept, salaries are nobody's business.

use mioboe_model::sorted::Set;
use mioboe_model::text::fold;
use mioboe_model::{Charge, SkipReason, Source};

use super::wording::{RowKind, is_like, row_kind};

/// Which money that came in is nobody's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deposits {
    /// All that is no refund.
    All,
    /// What is called wages, a pension, interest.
    Named,
}

/// Money that comes in with these words was taken out before.
const REFUNDS: [&str; 10] = [
    "…refund…",
    "…reversal…",
    "…返金…",
    "…返品…",
    "…取消…",
    "…キャンセル…",
    "…デビット…",
    "…ﾃﾞﾋﾞｯﾄ…",
    "…erstattung…",
    "…rückzahlung…",
];

/// How Amazon writes itself where it gives money back; `crates/reconcile/data/descriptors.toml` has all its names.
const AMAZON: [&str; 7] =
    ["amazon", "amzn", "アマゾン", "audible", "オーデイブル", "kindle svcs", "prime video"];

/// Money from Amazon to those who work or sell for it.
const EARNINGS: [&str; 16] = [
    "payroll",
    "salary",
    "wages",
    "lohn",
    "gehalt",
    "給与",
    "給料",
    "賞与",
    "振込",
    "フリコミ",
    "seller",
    "kdp",
    "royalt",
    "associates",
    "development center",
    "disbursement",
];

/// Refunds of Amazon's come under its plain name: none of them may be lost.
fn is_of_amazon(charge: &Charge) -> bool {
    let text = fold(&format!("{} {} {}", charge.name, charge.merchant, charge.memo));
    AMAZON.iter().any(|name| text.contains(name)) && !EARNINGS.iter().any(|word| text.contains(word))
}

/// Drops what came in, unless it has a word of refunds, Amazon's name, or the name of somebody who was paid in the same file.
pub(super) fn without_deposits(charges: Vec<Charge>, source: &mut Source, which: Deposits) -> Vec<Charge> {
    let paid: Set<String> =
        charges.iter().filter(|charge| !charge.amount.is_credit()).map(|charge| fold(&charge.name)).collect();
    let is_refund = |charge: &Charge| {
        if which == Deposits::Named {
            return row_kind([charge.merchant.as_str(), &charge.memo].into_iter()) != RowKind::Income;
        }
        REFUNDS.iter().any(|word| is_like(&charge.merchant, word) || is_like(&charge.memo, word))
            || paid.contains(&fold(&charge.name))
            || is_of_amazon(charge)
    };
    let (kept, deposits): (Vec<_>, Vec<_>) =
        charges.into_iter().partition(|charge| !charge.amount.is_credit() || is_refund(charge));
    for _ in &deposits {
        source.used -= 1;
        source.skip(SkipReason::Deposit);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{AMAZON, EARNINGS};
    use mioboe_model::text::fold;

    #[test]
    fn the_words_are_folded() {
        for word in AMAZON.iter().chain(&EARNINGS) {
            assert_eq!(*word, fold(word));
        }
    }
}
