//! Numbers of things in their lists, each of a type of its own: one list's number asks for nothing in another.

macro_rules! numbers {
    ($($(#[$doc:meta])* $seen:vis $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $seen struct $name(u32);

        impl $name {
            /// Lists are shorter than this can count: files are cut long before.
            pub(crate) fn new(at: usize) -> Self {
                Self(u32::try_from(at).unwrap_or(u32::MAX))
            }

            pub(crate) fn at(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

numbers! {
    /// A piece of an order, in the order of days: see [`crate::Book::piece`].
    pub PieceIx
    /// A debit that takes part in the matching, in the order of days. Rows of the reading are numbered otherwise.
    pub(crate) ChargeIx
}

impl PieceIx {
    /// The ends of any range of pieces.
    pub(crate) const FIRST: Self = Self(0);
    pub(crate) const LAST: Self = Self(u32::MAX);
}
