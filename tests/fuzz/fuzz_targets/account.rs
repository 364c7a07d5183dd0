//! Plans, periods, cards, devices, sign-ins.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::{behind, read};

const STARTS: [&str; 5] = [
    "{\"authenticationSessionRecords\": [{\"creationTime\": \"",
    "SubscriptionId,SubscriptionStatus,SubscriptionStatusDate,SubscriptionStartDate,NextBillDate,NextBillAmount,BaseCurrencyCode,ContractEndDate\n",
    "SubscriptionId,TransactionStatus,TransactionCreationDate,TotalTransactionAmount,BaseCurrencyCode,TransactionType\n",
    "BillingPeriodEndDate,BillingPeriodStartDate,TotalAmount,Currency,Plan,SubscriptionIdentifier\n",
    "Account Name,Amazon Device Model Name,Device Model,First Time Registered\n",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, rows)) = bytes.split_first() else { return };
    read("a.csv", &behind(STARTS[usize::from(choice) % STARTS.len()], rows));
});
