//! Tables of data as one text, a value a line: a text of its own for each value would take eight bytes more.

use crate::SkipReason;

/// What is left of such a text. A build script writes it, field by field, as the types here ask for it.
pub struct Packed(std::str::Split<'static, char>);

/// A value that can be taken from the front of a [`Packed`].
pub trait Unpack {
    /// Takes as many lines as the value has.
    fn unpack(from: &mut Packed) -> Self;
}

impl Packed {
    /// Begins at the front.
    pub fn new(text: &'static str) -> Self {
        Self(text.split('\n'))
    }

    /// A list whose length stands before it.
    pub fn all<T: Unpack + 'static>(mut self) -> &'static [T] {
        Unpack::unpack(&mut self)
    }

    /// The choice whose number is the next line; an empty line is the usual one.
    pub fn one_of<T: Copy>(&mut self, usual: T, others: &[T]) -> T {
        self.number().checked_sub(1).and_then(|at| others.get(at).copied()).unwrap_or(usual)
    }

    fn word(&mut self) -> &'static str {
        self.0.next().unwrap_or_default()
    }

    fn number(&mut self) -> usize {
        self.word().parse().unwrap_or_default()
    }
}

impl Unpack for &'static str {
    fn unpack(from: &mut Packed) -> Self {
        from.word()
    }
}

impl Unpack for bool {
    fn unpack(from: &mut Packed) -> Self {
        !from.word().is_empty()
    }
}

impl Unpack for usize {
    fn unpack(from: &mut Packed) -> Self {
        from.number()
    }
}

/// By its code; an empty line is none.
impl Unpack for Option<SkipReason> {
    fn unpack(from: &mut Packed) -> Self {
        let code = from.word();
        SkipReason::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

impl Unpack for SkipReason {
    fn unpack(from: &mut Packed) -> Self {
        Option::unpack(from).unwrap_or(Self::Heading)
    }
}

impl<A: Unpack, B: Unpack> Unpack for (A, B) {
    fn unpack(from: &mut Packed) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

/// Tables are taken apart once, and stay.
impl<T: Unpack> Unpack for &'static [T] {
    fn unpack(from: &mut Packed) -> Self {
        (0..from.number()).map(|_| T::unpack(from)).collect::<Vec<T>>().leak()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_in_the_order_in_which_they_were_written() {
        type Row = (&'static str, (bool, &'static [(usize, Option<SkipReason>)]));
        let rows: &[Row] = Packed::new("2\nfirst\n1\n2\n7\ntop-up\n\n\nsecond\n\n").all();
        let first: Row = ("first", (true, &[(7, Some(SkipReason::TopUp)), (0, None)]));
        assert_eq!(rows, [first, ("second", (false, &[]))]);
    }

    #[test]
    fn an_empty_line_is_the_usual_choice() {
        let mut packed = Packed::new("\n2\n3");
        assert_eq!([(); 3].map(|()| packed.one_of('a', &['b', 'c'])), ['a', 'c', 'a']);
    }

    #[test]
    fn every_reason_comes_back_by_its_code() {
        for reason in SkipReason::ALL {
            assert_eq!(Option::unpack(&mut Packed::new(reason.code())), Some(reason));
        }
    }
}
