//! Amazon's services, as statements and orders tell them apart.

/// What a charge was for, as far as its text and its order say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    AmazonRetail,
    AmazonMarketplace,
    AmazonDigital,
    AmazonPrime,
    Audible,
    AmazonMusic,
    Kindle,
    PrimeVideo,
    /// Bought at another shop; Amazon only passed the payment on.
    AmazonPay,
    /// Computing: not shopping.
    Aws,
    AmazonFresh,
    /// Bought in a shop of Amazon's that one walks into.
    AmazonGrocery,
    AmazonPharmacy,
    /// Gift cards, and money put on the gift balance.
    AmazonGiftCard,
    AmazonBusiness,
    AmazonKids,
    AmazonGames,
    /// Plans for cameras, routers, speakers.
    AmazonDevices,
    AmazonAdvertising,
    /// Fees of people who sell at Amazon.
    AmazonSeller,
    AmazonOther,
    /// Named like Amazon and not known to us: a new or rare service, or a shop of that name.
    AmazonUnknown,
    /// An imitation of Amazon's name.
    LookAlike,
    Other,
}

impl Service {
    pub fn code(self) -> &'static str {
        match self {
            Self::AmazonRetail => "amazon-retail",
            Self::AmazonMarketplace => "amazon-marketplace",
            Self::AmazonDigital => "amazon-digital",
            Self::AmazonPrime => "amazon-prime",
            Self::Audible => "audible",
            Self::AmazonMusic => "amazon-music",
            Self::Kindle => "kindle",
            Self::PrimeVideo => "prime-video",
            Self::AmazonPay => "amazon-pay",
            Self::Aws => "aws",
            Self::AmazonFresh => "amazon-fresh",
            Self::AmazonGrocery => "amazon-grocery",
            Self::AmazonPharmacy => "amazon-pharmacy",
            Self::AmazonGiftCard => "amazon-gift-card",
            Self::AmazonBusiness => "amazon-business",
            Self::AmazonKids => "amazon-kids",
            Self::AmazonGames => "amazon-games",
            Self::AmazonDevices => "amazon-devices",
            Self::AmazonAdvertising => "amazon-advertising",
            Self::AmazonSeller => "amazon-seller",
            Self::AmazonOther => "amazon-other",
            Self::AmazonUnknown => "amazon-unknown",
            Self::LookAlike => "look-alike",
            Self::Other => "other",
        }
    }

    /// Whether an order in Amazon's own files can be behind it.
    pub fn has_orders(self) -> bool {
        !matches!(self, Self::AmazonPay | Self::Aws | Self::LookAlike | Self::AmazonUnknown | Self::Other)
    }

    /// Whether such orders stand in the digital file and not among the parcels.
    pub fn is_digital(self) -> bool {
        matches!(
            self,
            Self::AmazonDigital
                | Self::AmazonPrime
                | Self::Audible
                | Self::AmazonMusic
                | Self::Kindle
                | Self::PrimeVideo
                | Self::AmazonKids
                | Self::AmazonGames
        )
    }

    /// Names one plan, which renews by itself.
    pub fn is_plan(self) -> bool {
        self.is_digital() && self != Self::AmazonDigital
    }

    /// What is sold under this name is in no order list, or not always in one: its absence says nothing.
    pub fn may_have_no_orders(self) -> bool {
        matches!(
            self,
            Self::Aws
                | Self::AmazonOther
                | Self::AmazonGrocery
                | Self::AmazonPharmacy
                | Self::AmazonGiftCard
                | Self::AmazonGames
                | Self::AmazonDevices
                | Self::AmazonAdvertising
                | Self::AmazonSeller
        )
    }

    /// Only reads like Amazon's: nothing but an order to the coin tells whether it is.
    pub fn is_doubtful(self) -> bool {
        matches!(self, Self::LookAlike | Self::AmazonUnknown)
    }
}
