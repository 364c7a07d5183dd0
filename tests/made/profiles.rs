//! What kinds of lives there are.

/// How often things happen; in percent where nothing else is said.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that a household has or has not")]
pub struct Profile {
    pub name: &'static str,
    pub(super) region: Region,
    pub(super) months: u32,
    /// In a month.
    pub(super) orders: u64,
    /// Everything costs one of four sums.
    pub(super) few_prices: bool,
    pub(super) in_parcels: u64,
    pub(super) joined: u64,
    pub(super) lagging: u64,
    pub(super) in_equal_parts: u64,
    pub(super) balance: u64,
    pub(super) points: u64,
    pub(super) gift_only: u64,
    pub(super) cancelled: u64,
    pub(super) refunded: u64,
    pub(super) twice: u64,
    pub(super) marketplace: u64,
    pub(super) presents: u64,
    pub(super) again: u64,
    /// In a month.
    pub(super) digital: u64,
    pub(super) plans: &'static [Plan],
    /// Each once in two months.
    pub(super) ways: &'static [Way],
    pub(super) crimes: &'static [Crime],
    pub(super) family_card: bool,
    pub(super) second_account: bool,
    pub(super) other_card: bool,
    pub(super) amazon_pay: bool,
    /// The export ends two months early.
    pub(super) stale: bool,
    pub(super) no_digital_file: bool,
    pub(super) overlapping: bool,
    pub(super) both_layouts: bool,
    pub(super) reissued: bool,
    pub(super) abroad: Abroad,
}

impl Profile {
    /// The same life over so many months.
    #[must_use]
    pub fn over(&self, months: u32) -> Self {
        Self { months, ..*self }
    }

    /// There is one statement a month.
    #[must_use]
    pub fn has_one_card(&self) -> bool {
        !(self.second_account || self.other_card || self.overlapping || self.reissued)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Region {
    Jp,
    Us,
    Uk,
    De,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Plan {
    PrimeMonthly,
    PrimeAtMonthEnd,
    PrimeYearly,
    Reading,
    ReadingWithTrial,
    ChannelDearer,
    ReadingEnded,
    /// Two of one price, of which one ends.
    Twins,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Crime {
    Unknown,
    SmallThenLarge,
    GiftCards,
    NewDevice,
    SentAway,
    LookAlike,
}

/// Less usual ways of being charged.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Instalments,
    OneDelivery,
    PointsUntold,
    PaidElsewhere,
    PartAgain,
    OtherName,
    TriedFirst,
    PreOrdered,
    RefundInParts,
    DiscountElsewhere,
    BookAbroad,
}

/// Orders at Amazon.com on a Japanese card.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Abroad {
    No,
    Exported,
    NotExported,
}

const ORDINARY: Profile = Profile {
    name: "clean",
    region: Region::Jp,
    months: 4,
    orders: 5,
    few_prices: false,
    in_parcels: 10,
    joined: 0,
    lagging: 0,
    in_equal_parts: 0,
    balance: 0,
    points: 0,
    gift_only: 0,
    cancelled: 0,
    refunded: 0,
    twice: 0,
    marketplace: 15,
    presents: 0,
    again: 0,
    digital: 1,
    plans: &[Plan::PrimeMonthly],
    ways: &[],
    crimes: &[],
    family_card: false,
    second_account: false,
    other_card: false,
    amazon_pay: false,
    stale: false,
    no_digital_file: false,
    overlapping: false,
    both_layouts: false,
    reissued: false,
    abroad: Abroad::No,
};

pub const PROFILES: [Profile; 18] = [
    ORDINARY,
    Profile {
        name: "typical",
        months: 6,
        orders: 8,
        in_parcels: 30,
        joined: 8,
        lagging: 6,
        in_equal_parts: 3,
        balance: 3,
        refunded: 4,
        presents: 3,
        plans: &[Plan::PrimeMonthly, Plan::Reading],
        crimes: &[Crime::Unknown],
        amazon_pay: true,
        family_card: true,
        ..ORDINARY
    },
    Profile { name: "dense", months: 5, orders: 14, few_prices: true, in_parcels: 15, ..ORDINARY },
    Profile { name: "repeats", orders: 8, again: 25, few_prices: false, ..ORDINARY },
    Profile {
        name: "family",
        months: 5,
        orders: 6,
        family_card: true,
        second_account: true,
        presents: 8,
        in_parcels: 20,
        ..ORDINARY
    },
    Profile { name: "balance", orders: 8, balance: 20, points: 10, gift_only: 10, ..ORDINARY },
    Profile {
        name: "takeover",
        orders: 6,
        crimes: &[Crime::SmallThenLarge, Crime::GiftCards, Crime::NewDevice, Crime::SentAway],
        ..ORDINARY
    },
    Profile {
        name: "strangers",
        orders: 6,
        crimes: &[Crime::Unknown, Crime::LookAlike],
        joined: 5,
        ..ORDINARY
    },
    Profile { name: "returns", orders: 8, cancelled: 15, refunded: 20, twice: 4, in_parcels: 20, ..ORDINARY },
    Profile {
        name: "plans",
        months: 8,
        orders: 2,
        digital: 3,
        plans: &[Plan::PrimeAtMonthEnd, Plan::ReadingWithTrial, Plan::ChannelDearer],
        ..ORDINARY
    },
    Profile {
        name: "yearly",
        months: 8,
        orders: 2,
        digital: 2,
        plans: &[Plan::PrimeYearly, Plan::ReadingEnded],
        ..ORDINARY
    },
    Profile {
        name: "lagging",
        months: 6,
        orders: 7,
        lagging: 35,
        in_parcels: 35,
        in_equal_parts: 10,
        joined: 10,
        ..ORDINARY
    },
    Profile {
        name: "stale",
        months: 6,
        stale: true,
        other_card: true,
        plans: &[Plan::PrimeMonthly, Plan::Reading],
        ..ORDINARY
    },
    Profile {
        name: "goods-only",
        no_digital_file: true,
        plans: &[Plan::PrimeMonthly, Plan::Reading],
        digital: 2,
        ..ORDINARY
    },
    Profile {
        name: "overlapping",
        both_layouts: true,
        overlapping: true,
        few_prices: true,
        orders: 7,
        ..ORDINARY
    },
    Profile { name: "reissued", months: 6, orders: 6, reissued: true, lagging: 10, ..ORDINARY },
    Profile { name: "abroad", months: 5, abroad: Abroad::Exported, ..ORDINARY },
    Profile { name: "abroad-unknown", months: 5, abroad: Abroad::NotExported, ..ORDINARY },
];

/// The same lives elsewhere.
pub const ELSEWHERE: [Profile; 6] = [
    Profile { name: "us", region: Region::Us, refunded: 5, ..PROFILES[1] },
    Profile { name: "us-dense", region: Region::Us, ..PROFILES[2] },
    Profile { name: "uk", region: Region::Uk, ..PROFILES[8] },
    Profile { name: "uk-stranger", region: Region::Uk, ..PROFILES[7] },
    Profile { name: "de", region: Region::De, ..PROFILES[8] },
    Profile { name: "de-lagging", region: Region::De, ..PROFILES[11] },
];

const LONG: Profile = Profile { months: 6, orders: 6, crimes: &[Crime::Unknown], ..ORDINARY };

/// What public questions and bug reports tell of, each among ordinary purchases and with a stranger's charge.
pub const SITUATIONS: [Profile; 14] = [
    Profile { name: "instalments", region: Region::Us, ways: &[Way::Instalments], ..LONG },
    Profile { name: "one-delivery", region: Region::Us, ways: &[Way::OneDelivery], ..LONG },
    Profile { name: "points-untold", ways: &[Way::PointsUntold], ..LONG },
    Profile { name: "paid-elsewhere", ways: &[Way::PaidElsewhere], ..LONG },
    Profile { name: "part-again", region: Region::Us, ways: &[Way::PartAgain], ..LONG },
    Profile { name: "other-name", region: Region::Us, ways: &[Way::OtherName], ..LONG },
    Profile { name: "tried-first", region: Region::Us, ways: &[Way::TriedFirst], ..LONG },
    Profile { name: "pre-ordered", ways: &[Way::PreOrdered], digital: 2, ..LONG },
    Profile { name: "refund-in-parts", region: Region::Us, ways: &[Way::RefundInParts], ..LONG },
    Profile { name: "discount-elsewhere", region: Region::Us, ways: &[Way::DiscountElsewhere], ..LONG },
    Profile { name: "book-abroad", ways: &[Way::BookAbroad], digital: 2, ..LONG },
    Profile { name: "twin-plans", plans: &[Plan::Twins, Plan::PrimeMonthly], ..LONG },
    Profile {
        name: "heavy-buyer",
        months: 3,
        orders: 90,
        in_parcels: 25,
        crimes: &[Crime::Unknown, Crime::Unknown, Crime::Unknown],
        ..ORDINARY
    },
    Profile {
        name: "all-of-it",
        orders: 9,
        in_parcels: 25,
        ways: &[
            Way::OneDelivery,
            Way::PointsUntold,
            Way::PaidElsewhere,
            Way::PartAgain,
            Way::OtherName,
            Way::PreOrdered,
            Way::RefundInParts,
        ],
        ..LONG
    },
];
