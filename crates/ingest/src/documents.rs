//! Files that only the full build of the engine reads: workbooks, tables of saved pages, the text of PDFs.

#[cfg(feature = "documents")]
mod full {
    use mioboe_model::{ProblemCode, Source, SourceKind};

    use crate::formats::{orders::pages, paper, workbook};
    use crate::{Reader, own_name, refused};

    impl Reader {
        /// Every sheet is a source of its own, under the name of the book if it is alone.
        pub(crate) fn workbook(&mut self, name: &str, bytes: &[u8]) {
            let tables = match workbook::of_workbook(bytes) {
                Ok(tables) if tables.is_empty() => {
                    return self.refuse(name.to_owned(), ProblemCode::EmptyFile);
                }
                Ok(tables) => tables,
                Err(code) => return self.refuse(name.to_owned(), code),
            };
            let first = self.reading.sources.len();
            for table in &tables {
                let name =
                    if let [_] = tables[..] { name.to_owned() } else { format!("{name}/{}", table.name) };
                let source = Source::new(self.next_id(), &name, SourceKind::Unreadable);
                let source = self.table(&name, &table.text, b',', source);
                self.reading.sources.push(source);
            }
            let is_read = |source: &Source| source.kind != SourceKind::Unreadable;
            if self.reading.sources.iter().skip(first).any(is_read) {
                // Covers and notes beside the sheet with the rows.
                self.ignore_unknown(first);
            }
        }

        /// A page without a table that we know was saved in the place of a file.
        pub(crate) fn web_page(&mut self, name: &str, text: &str, source: Source) -> Source {
            let table = match workbook::of_page(text) {
                Ok(Some(table)) => table,
                Ok(None) => return refused(source, ProblemCode::WebPage),
                Err(code) => return refused(source, code),
            };
            let mut source = self.table(name, &table.text, b',', source);
            for problem in &mut source.problems {
                if problem.code == ProblemCode::UnknownLayout {
                    problem.code = ProblemCode::WebPage;
                }
            }
            let is_told = source.problems.iter().any(|problem| problem.code == ProblemCode::Truncated);
            if table.is_cut && !is_told && source.kind != SourceKind::Unreadable {
                let line = u32::try_from(table.text.lines().count()).unwrap_or(u32::MAX);
                source.refuse_line(line, ProblemCode::Truncated);
            }
            source
        }

        /// One of Amazon's own pages, or an invoice.
        fn printed_page(&mut self, words: &paper::Paper, mut source: Source) -> Source {
            let from = &self.reading;
            let (orders, digital) = (from.orders.len(), from.digital.len());
            let (refunds, payments) = (from.refunds.len(), from.payments.len());
            pages::read(
                &words.text,
                self.setting.home.unwrap_or(mioboe_model::Currency::USD),
                &mut source,
                &mut self.reading,
            );
            let at = |line: u32| {
                let index = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
                words.places.get(index).copied()
            };
            let read = &mut self.reading;
            let orders = read.orders.iter_mut().skip(orders).map(|line| &mut line.place);
            let digital = read.digital.iter_mut().skip(digital).flat_map(|order| order.places.iter_mut());
            let refunds = read.refunds.iter_mut().skip(refunds).map(|refund| &mut refund.place);
            let payments = read.payments.iter_mut().skip(payments).map(|payment| &mut payment.place);
            for place in orders.chain(digital).chain(refunds).chain(payments) {
                if let Some((page, line)) = at(place.line) {
                    (place.page, place.line) = (Some(page), line);
                }
            }
            for line in source.problems.iter_mut().filter_map(|problem| problem.line.as_mut()) {
                *line = at(*line).map_or(*line, |(_, line)| line);
            }
            source
        }

        /// Rows of a PDF are named by their page and line.
        pub(crate) fn paper(&mut self, name: &str, bytes: &[u8]) {
            let source = Source::new(self.next_id(), name, SourceKind::Unreadable);
            let words = paper::words(&String::from_utf8_lossy(bytes));
            if let Some(words) = words.filter(|words| pages::kind(&words.text).is_some()) {
                let source = self.printed_page(&words, source);
                self.reading.sources.push(source);
                return;
            }
            let source = match paper::table(&String::from_utf8_lossy(bytes), own_name(name)) {
                Err(code) => refused(source, code),
                Ok(paper) => {
                    let place = |line: u32| {
                        let index = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
                        paper.places.get(index).copied()
                    };
                    let first = self.reading.charges.len();
                    let mut source = self.table(name, &paper.text, b',', source);
                    for charge in self.reading.charges.iter_mut().skip(first) {
                        if let Some((page, line)) = place(charge.place.line) {
                            (charge.place.page, charge.place.line) = (Some(page), line);
                        }
                    }
                    for line in source.problems.iter_mut().filter_map(|problem| problem.line.as_mut()) {
                        *line = place(*line).map_or(*line, |(_, line)| line);
                    }
                    source
                }
            };
            self.reading.sources.push(source);
        }
    }
}

#[cfg(not(feature = "documents"))]
mod core {
    use mioboe_model::{ProblemCode, Source};

    use crate::{Reader, refused};

    impl Reader {
        pub(crate) fn workbook(&mut self, name: &str, _: &[u8]) {
            self.refuse(name.to_owned(), ProblemCode::NeedsFullReader);
        }

        #[expect(clippy::unused_self, reason = "the full build reads the page's table")]
        pub(crate) fn web_page(&self, _: &str, text: &str, source: Source) -> Source {
            let has_table = text.contains("<td") || text.contains("<TD");
            refused(source, if has_table { ProblemCode::NeedsFullReader } else { ProblemCode::WebPage })
        }

        pub(crate) fn paper(&mut self, name: &str, _: &[u8]) {
            self.refuse(name.to_owned(), ProblemCode::NeedsFullReader);
        }
    }
}

#[cfg(test)]
#[cfg(feature = "documents")]
mod tests {
    use crate::Reader;

    /// A page of a PDF as the page hands it over, one piece a line, ten points apart.
    fn printed(pieces: &[(i32, i32, &str)]) -> String {
        let pieces = pieces.iter().map(|(x, line, text)| {
            let width = i32::try_from(text.chars().count()).unwrap() * 50;
            format!("{x}\t{}\t{width}\t100\t{text}\n", line * 200)
        });
        format!("mioboe-pdf 1\npage\n{}", pieces.collect::<String>())
    }

    #[test]
    fn a_printed_invoice_is_the_page_of_an_order_and_names_page_and_line() {
        let text = printed(&[
            (100, 1, "Final Details for Order #114-0000001-0000001"),
            (100, 2, "Order Placed: September 1, 2026"),
            (100, 3, "Shipped on September 2, 2026"),
            (100, 4, "Payment Method:"),
            (3000, 4, "Item(s) Subtotal:"),
            (4500, 4, "$30.00"),
            (100, 5, "Sample Visa | Last digits: 1234"),
            (3000, 6, "Grand Total:"),
            (4500, 6, "$32.05"),
            (100, 7, "Credit Card transactions"),
            (3000, 7, "Visa ending in 1234: September 2, 2026: $32.05"),
        ]);
        let mut reader = Reader::default();
        reader.add("invoice.pdf", text.as_bytes());
        let reading = reader.finish();
        assert_eq!(reading.sources[0].format.as_deref(), Some("amazon-order-details"));
        assert!(reading.sources[0].problems.is_empty(), "{:?}", reading.sources[0].problems);
        let (line, payment) = (&reading.orders[0], &reading.payments[0]);
        assert_eq!((line.total.plain().as_str(), line.place.page, line.place.line), ("32.05", Some(1), 1));
        assert_eq!(
            (payment.amount.plain().as_str(), payment.place.page, payment.place.line),
            ("32.05", Some(1), 7)
        );
        assert_eq!(payment.card.as_deref(), Some("1234"));
    }
}
