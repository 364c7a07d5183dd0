//! One file a rule: the function, and the page that says when it speaks.

mod account_events;
mod amazon_pay;
mod ambiguous;
mod amount_differs;
mod cancelled_but_charged;
mod charge_reversed;
mod charged_after_cancelling;
mod charged_twice;
mod could_be_plan;
mod digital_order;
mod duplicate_row;
mod family_card;
mod files_not_read;
mod gift_card_burst;
mod hold_released;
mod instalment;
mod look_alike_merchant;
mod mails;
mod marketplace_seller;
mod new_device_spend;
mod no_order;
mod not_covered;
mod not_mine;
mod order;
mod pending;
mod plan_changes;
mod refund;
mod refund_missing;
mod renewal_coming;
mod repeat_purchase;
mod shared_account;
mod small_then_large;
mod statement_missing;
mod subscription_unproven;
mod trial_started;
mod unknown_amazon_name;

use crate::Rule;

/// All rules; their order decides nothing.
pub const RULES: [Rule; 36] = [
    account_events::RULE,
    amazon_pay::RULE,
    ambiguous::RULE,
    amount_differs::RULE,
    cancelled_but_charged::RULE,
    charge_reversed::RULE,
    charged_after_cancelling::RULE,
    charged_twice::RULE,
    could_be_plan::RULE,
    digital_order::RULE,
    duplicate_row::RULE,
    family_card::RULE,
    files_not_read::RULE,
    gift_card_burst::RULE,
    hold_released::RULE,
    instalment::RULE,
    look_alike_merchant::RULE,
    mails::RULE,
    marketplace_seller::RULE,
    new_device_spend::RULE,
    no_order::RULE,
    not_covered::RULE,
    not_mine::RULE,
    order::RULE,
    pending::RULE,
    plan_changes::RULE,
    refund::RULE,
    refund_missing::RULE,
    renewal_coming::RULE,
    repeat_purchase::RULE,
    shared_account::RULE,
    small_then_large::RULE,
    statement_missing::RULE,
    subscription_unproven::RULE,
    trial_started::RULE,
    unknown_amazon_name::RULE,
];
