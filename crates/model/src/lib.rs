//! The values everything else speaks of: money, days, statement rows, orders. No I/O, no clock, no words.

mod account;
mod charge;
#[cfg(feature = "held")]
mod held;
mod money;
mod order;
pub mod packed;
mod place;
mod reading;
pub mod site;
pub mod sorted;
mod table;
pub mod text;
mod when;
mod words;

pub use account::{
    AccountEvent, AccountEventKind, Mail, MailAuth, MailLink, MailNotice, MailVerdict, NoticeKind,
    PlanPeriod, PlanState,
};
pub use charge::{Charge, Holder, PaidBy, Status, Typed};
#[cfg(feature = "held")]
pub use held::is_believed;
pub use money::{Currency, Money};
pub use order::{
    DigitalOrder, OrderId, OrderLine, OrderStatus, PayLegs, Payment, Refund, RefundStatus, Renewal,
};
pub use place::{AskedRow, Place, Problem, ProblemCode, SkipReason, Source, SourceId, SourceKind};
pub use reading::Reading;
pub use table::{
    DateOrder, DecimalMark, PaidSign, TableCell, TableChoice, TableColumns, TablePreview, TableWays,
};
pub use when::{Offset, When};
pub use words::Words;
