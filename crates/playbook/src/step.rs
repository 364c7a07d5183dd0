//! The steps a person can be advised, and when.

macro_rules! steps {
    ($($(#[$meta:meta])* $step:ident = $name:literal,)*) => {
        /// One thing to do. The names are fixed: other programs read them in the report.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum StepId {
            $($(#[$meta])* $step,)*
        }

        impl StepId {
            pub const ALL: &[Self] = &[$(Self::$step,)*];

            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$step => $name,)*
                }
            }

            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|step| step.as_str() == name)
            }

            /// The step as a list of one.
            pub(crate) fn alone(self) -> &'static [Self] {
                match self {
                    $(Self::$step => &[Self::$step],)*
                }
            }
        }
    };
}

// In the order of `data/advice.toml`.
steps! {
    ChangePassword = "change-password",
    EnableTwoStep = "enable-two-step",
    ReviewDevices = "review-devices",
    CheckFamily = "check-family",
    CheckSubscriptions = "check-subscriptions",
    CheckTransactions = "check-transactions",
    CheckOrderHistory = "check-order-history",
    CheckHiddenOrders = "check-hidden-orders",
    CheckDigitalOrders = "check-digital-orders",
    CheckCancellations = "check-cancellations",
    CheckAppStore = "check-app-store",
    PauseCard = "pause-card",
    PauseCarrierBilling = "pause-carrier-billing",
    PrepareEvidence = "prepare-evidence",
    ContactSeller = "contact-seller",
    ContactAmazon = "contact-amazon",
    ContactCardIssuer = "contact-card-issuer",
    ContactPhoneCompany = "contact-phone-company",
    ContactPayLater = "contact-pay-later",
    AskPaymentHold = "ask-payment-hold",
    KeepDebitFunded = "keep-debit-funded",
    RequestNewCard = "request-new-card",
    GetOrderExport = "get-order-export",
    GetMissingStatement = "get-missing-statement",
    Escalate = "escalate",
    ReportPolice = "report-police",
    ConsumerHotline = "consumer-hotline",
    UpdateContactDetails = "update-contact-details",
    TurnOnAlerts = "turn-on-alerts",
    UsePasswordManager = "use-password-manager",
    BewarePhishing = "beware-phishing",
    MonthlyCheck = "monthly-check",
}

/// How soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    Now,
    Today,
    ThisWeek,
    Monthly,
}

impl When {
    pub const ALL: [Self; 4] = [Self::Now, Self::Today, Self::ThisWeek, Self::Monthly];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Today => "today",
            Self::ThisWeek => "this-week",
            Self::Monthly => "monthly",
        }
    }
}
