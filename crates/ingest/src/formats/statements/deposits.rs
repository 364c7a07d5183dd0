//! Money that comes into an account: refunds are kept, salaries are nobody's business.

use std::collections::BTreeSet;

use mioboe_model::text::fold;
use mioboe_model::{Charge, SkipReason, Source};

use super::wording::is_like;

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

/// Drops what came in, unless it has a word of refunds or the name of somebody who was paid in the same file.
pub(super) fn without_deposits(charges: Vec<Charge>, source: &mut Source) -> Vec<Charge> {
    let paid: BTreeSet<String> =
        charges.iter().filter(|charge| !charge.amount.is_credit()).map(|charge| fold(&charge.name)).collect();
    let is_refund = |charge: &Charge| {
        REFUNDS.iter().any(|word| is_like(&charge.merchant, word) || is_like(&charge.memo, word))
            || paid.contains(&fold(&charge.name))
    };
    let (kept, deposits): (Vec<_>, Vec<_>) =
        charges.into_iter().partition(|charge| !charge.amount.is_credit() || is_refund(charge));
    for _ in &deposits {
        source.used -= 1;
        source.skip(SkipReason::Deposit);
    }
    kept
}
