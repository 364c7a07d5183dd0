//! What a profile in `profiles/*.toml` may say. The build script reads the same types.
//!
//! Cells and words are compared by [`super::wording`]: width, case and runs of spaces do not matter, `…` stands for
//! anything. A column is named by its heading (the first that is found counts) or by its number, `#1` being the first.

use super::{List, SkipReason, Text};

record! {
    /// How one issuer writes one kind of file.
    pub(crate) struct Dialect {
        pub(crate) id: Text,
        /// In the issuer's own words.
        pub(crate) issuer: Text,
        pub(crate) region: Text,
        pub(crate) kind: Kind,
        /// Where the layout was seen.
        pub(crate) seen: List<Text>,
        /// First year or month of the layout, as far as known.
        pub(crate) since: Text,
        /// How to get the file.
        pub(crate) download: Text,
        /// Empty where every row names its own, or the file does not say.
        pub(crate) currency: Text,
        pub(crate) dates: Dates,
        pub(crate) decimals: Decimals,
        /// The file's name, `(…)` standing around the digits of the card: `enavi…(….csv`.
        pub(crate) file_card: Text,
        /// Cells that must stand in the first rows, beside the heading.
        pub(crate) near: List<Text>,
        pub(crate) tables: List<Table>,
        pub(crate) sections: List<Section>,
        pub(crate) holders: List<HolderRow>,
        /// The first cue that fits says why a row is no charge.
        pub(crate) skip: List<Skip>,
        /// Rows that are not booked yet.
        pub(crate) pending: List<Cue>,
        /// Rows that are money back although their sum has no minus.
        pub(crate) credit: List<Cue>,
        /// Rows without a day.
        pub(crate) undated: Undated,
        /// What the issuer writes before and after the shop's name; `#` is a run of digits, `@` a capital letter.
        pub(crate) strip_before: List<Text>,
        pub(crate) strip_after: List<Text>,
    }
}

record! {
    /// One table of a file, known by its heading, or by the look of its cells.
    pub(crate) struct Table {
        /// Cells the heading has.
        pub(crate) header: List<Text>,
        /// Cells the heading does not have.
        pub(crate) without: List<Text>,
        /// The heading has only the cells of `header`, in that order (empty ones at the end do not count).
        pub(crate) exact: bool,
        /// For files without a heading, the cells of a row: `day`, `sum`, `text`, `any`, a literal; with `?`
        /// the cell may be empty, and lack at the end of the row.
        pub(crate) cells: List<Text>,
        /// Rows of this table repeat others, or are none of ours.
        pub(crate) ignore: Option<SkipReason>,
        pub(crate) sign: Sign,
        pub(crate) date: List<Text>,
        /// Year, month and day in columns of their own.
        pub(crate) date_parts: List<Text>,
        pub(crate) posted: List<Text>,
        pub(crate) merchant: List<Text>,
        pub(crate) amount: List<Text>,
        /// Where the sum stands if the `amount` cell is empty.
        pub(crate) or_amount: List<Text>,
        /// Money out and money back, each in its own column.
        pub(crate) out: List<Text>,
        pub(crate) back: List<Text>,
        /// What is on the account behind the row: it says which sign is money out, and whether a row is missing.
        pub(crate) balance: List<Text>,
        /// Says of a sum without a sign whether it is money out or in: `D`, `CR`, `Soll`.
        pub(crate) flag: List<Text>,
        pub(crate) currency: List<Text>,
        pub(crate) holder: List<Text>,
        pub(crate) card: List<Text>,
        pub(crate) foreign: List<Text>,
        pub(crate) foreign_currency: List<Text>,
        /// All columns of this list that are there are read.
        pub(crate) memo: List<Text>,
        /// Rows with one id are one row.
        pub(crate) id: List<Text>,
        /// Which part of an instalment plan the row is: `2`, `2/24回目`, `分割3回払い(2回目)`.
        pub(crate) part: List<Text>,
    }
}

record! {
    /// From this row on, until the next section or heading.
    pub(crate) struct Section {
        /// The first cell that is not empty.
        pub(crate) starts: Text,
        pub(crate) credit: bool,
        pub(crate) ignore: Option<SkipReason>,
    }
}

record! {
    /// A row that says whose the rows below are.
    pub(crate) struct HolderRow {
        pub(crate) column: Text,
        pub(crate) like: Text,
        /// The column of the card's number.
        pub(crate) card: Text,
    }
}

record! {
    /// A cell that has one of these texts. Without a column, any cell; `@merchant` is the column of the shop.
    pub(crate) struct Cue {
        pub(crate) column: Text,
        pub(crate) like: List<Text>,
    }
}

record! {
    pub(crate) struct Skip {
        pub(crate) column: Text,
        pub(crate) like: List<Text>,
        pub(crate) reason: SkipReason,
    }
}

choice! {
    pub(crate) enum Kind {
        Card,
        /// Money in is a deposit unless something says that it is a refund.
        Bank,
        Wallet,
        /// A household book that collects the rows of many accounts.
        Tracker,
        /// Any table with the right words in its heading.
        Unknown,
    }
}

choice! {
    /// The order of day, month and year where the year does not stand first.
    pub(crate) enum Dates {
        Ymd,
        Mdy,
        Dmy,
        /// To be found out from all rows.
        Any,
    }
}

choice! {
    pub(crate) enum Decimals {
        Point,
        Comma,
        Any,
    }
}

choice! {
    pub(crate) enum Sign {
        ChargesPositive,
        ChargesNegative,
        Any,
    }
}

choice! {
    pub(crate) enum Undated {
        /// A charge if it has a name and a sum (fees).
        Charge,
        /// A sum of others, or an instalment of something else.
        Heading,
    }
}
