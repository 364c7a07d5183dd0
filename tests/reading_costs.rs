//! What is made to make a reader run on: twice the text takes twice the work, and what is kept is bounded. Work is the time
//! that this thread had the processor, each size against its own fourfold, so that other work beside it does not count.
use std::fs;

use mioboe_ingest::Reader;
use mioboe_model::Reading;

/// Bytes of the smaller text. Where every byte was looked for in all others this took seconds.
const SIZE: usize = 50_000;
/// Four times the text takes four times as long, or sixteen times where each part is compared with all others.
const MOST_RATIO: u64 = 9;
/// What takes less is lost among what else the machine does.
const NOTHING: u64 = 5_000_000;

fn read(name: &str, bytes: &[u8]) -> Reading {
    let mut reader = Reader::default();
    reader.add(name, bytes);
    reader.finish()
}

/// Nanoseconds that this thread ran, where the system says it.
fn worked() -> Option<u64> {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    stat.split_whitespace().next()?.parse().ok()
}

fn work(name: &str, text: &str) -> Option<u64> {
    let before = worked()?;
    read(name, text.as_bytes());
    Some(worked()? - before)
}

/// Head, one part by its number, and end.
struct Shape {
    what: &'static str,
    name: &'static str,
    head: &'static str,
    part: fn(usize) -> String,
    end: &'static str,
}

impl Shape {
    fn of(&self, size: usize) -> String {
        let mut text = self.head.to_owned();
        for number in 0.. {
            if size <= text.len() {
                break;
            }
            text.push_str(&(self.part)(number));
        }
        text + self.end
    }
}

const PAGE: &str = "<html><head><title>Order Details</title></head><body><h1>Order Details</h1><p>Order placed September 1, 2026 Order# 114-0000001-0000001</p><p>";
const MAIL: &str = "From: a@example.com\nSubject: x\nDate: Sat, 3 Oct 2026 09:00:00 +0900\nContent-Type: text/html; charset=utf-8\n\n";
const OFX: &str = "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>USD<BANKTRANLIST>";
const CAMT: &str = "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt>";
const MT940: &str = ":20:X\n:25:1/2\n:28C:1\n:60F:C260901EUR1000,00\n:61:2609010901DR42,99NMSC\n:86:?00X?20A";
const TABLE: &str = "Date,Description,Amount,Note\n";

const SHAPES: &[Shape] = &[
    Shape {
        what: "a page of &",
        name: "a.html",
        head: PAGE,
        part: |_| "&".into(),
        end: "</p></body></html>",
    },
    Shape { what: "a page of & and its end", name: "a.html", head: PAGE, part: |_| "&".into(), end: ";</p>" },
    Shape { what: "a page of <", name: "a.html", head: PAGE, part: |_| "<".into(), end: "" },
    Shape { what: "a page of tags", name: "a.html", head: PAGE, part: |_| "<b>".into(), end: "" },
    Shape { what: "a mail of &", name: "a.eml", head: MAIL, part: |_| "&".into(), end: "" },
    Shape {
        what: "a mail whose link is named &",
        name: "a.eml",
        head: "From: a@example.com\nSubject: x\nContent-Type: text/html\n\n<a href=\"https://a.example/\">",
        part: |_| "&".into(),
        end: "</a>",
    },
    Shape { what: "a mail of links", name: "a.eml", head: MAIL, part: |_| "<a href=x>".into(), end: "" },
    Shape { what: "a mail of quotes", name: "a.eml", head: MAIL, part: |_| "<a =\"".into(), end: "" },
    Shape {
        what: "a mail of http",
        name: "a.eml",
        head: "From: a@example.com\nSubject: x\n\n",
        part: |_| "http".into(),
        end: "",
    },
    Shape {
        what: "lines that begin mails",
        name: "a.mbox",
        head: "From a@example.com Sat Oct  3 09:00:00 2026\nFrom: a@example.com\nSubject: x\n\nx\n\n",
        part: |_| "From \n\n".into(),
        end: "",
    },
    Shape { what: "OFX of tags", name: "a.ofx", head: OFX, part: |_| "<MEMO>x".into(), end: "" },
    Shape { what: "OFX of <", name: "a.ofx", head: OFX, part: |_| "<".into(), end: "" },
    Shape {
        what: "OFX of texts without an end",
        name: "a.ofx",
        head: OFX,
        part: |_| "<A><![CDATA[".into(),
        end: "",
    },
    Shape {
        what: "CAMT of tags",
        name: "a.xml",
        head: CAMT,
        part: |_| "<Ntry><Ustrd>x</Ustrd></Ntry>".into(),
        end: "",
    },
    Shape {
        what: "CAMT of one booking's texts",
        name: "a.xml",
        head: "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Ntry><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-09-01</Dt></BookgDt>",
        part: |number| format!("<Ustrd>text {number:06}</Ustrd>"),
        end: "</Ntry></Stmt></BkToCstmrStmt></Document>",
    },
    Shape {
        what: "MT940 with a long purpose",
        name: "a.sta",
        head: MT940,
        part: |number| format!("?21{number:06}"),
        end: "\n:62F:C260901EUR957,01\n-\n",
    },
    Shape {
        what: "MT940 with many lines",
        name: "a.sta",
        head: MT940,
        part: |number| format!("\n?22{number:06}"),
        end: "\n:62F:C260901EUR957,01\n-\n",
    },
    Shape {
        what: "QIF with a long memo",
        name: "a.qif",
        head: "!Type:CCard\nD09/21/2026\nT-1.00\nPShop\n",
        part: |number| format!("M{number:06}\n"),
        end: "^\n",
    },
    Shape { what: "a table of quotes", name: "a.csv", head: TABLE, part: |_| "\"\n".into(), end: "" },
    Shape {
        what: "a table of open quotes",
        name: "a.csv",
        head: TABLE,
        part: |_| "2026-09-21,Shop,1.00,\"x\n".into(),
        end: "",
    },
    Shape {
        what: "a table of one row",
        name: "a.csv",
        head: "Date,Description,Amount\n2026-09-21,Shop,1.00",
        part: |_| ",1.00".into(),
        end: "\n2026-09-22,Shop,2.00\n",
    },
    Shape {
        what: "a table of one long cell",
        name: "a.csv",
        head: TABLE,
        part: |_| "payment ".into(),
        end: "\n2026-09-22,Shop,2.00,x\n",
    },
    Shape {
        what: "rows below one that has no sum",
        name: "a.csv",
        head: "利用日,利用店名・商品名,利用者,支払方法,利用金額,支払手数料,支払総額\n2026/09/20,AMAZON.CO.JP,本人,1回払い,4980,0,4980\n",
        part: |number| format!(",text {number:06},,,,,\n"),
        end: "",
    },
    Shape {
        what: "a notice of sums",
        name: "a.txt",
        head: "ご利用のお知らせ\nご利用日 2026/09/01\nご利用店名 見本書店\n",
        part: |_| "ご利用金額 1,000円\n".into(),
        end: "",
    },
];

#[test]
fn four_times_the_text_is_four_times_the_work() {
    let mut failed = Vec::new();
    for shape in SHAPES {
        let (one, four) = (shape.of(SIZE), shape.of(4 * SIZE));
        // The better of two: what the machine does meanwhile only adds.
        let least = |text: &str| [work(shape.name, text), work(shape.name, text)].into_iter().min().flatten();
        let Some((one, four)) = least(&one).zip(least(&four)) else { return };
        println!("{}: {} and {} microseconds", shape.what, one / 1000, four / 1000);
        if one.max(NOTHING) * MOST_RATIO < four {
            failed.push(shape.what);
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

#[test]
fn a_mailbox_without_mails_keeps_none_and_says_so_once() {
    let head = "From a@example.com Sat Oct  3 09:00:00 2026\nFrom: a@example.com\nSubject: x\n\nx\n\n";
    let reading = read("a.mbox", format!("{head}{}", "From \n\n".repeat(20_000)).as_bytes());
    assert_eq!(reading.mails.len(), 1);
    let source = &reading.sources[0];
    assert_eq!((source.rows, source.used, source.problems.len()), (20_001, 1, 1));
}

#[test]
fn a_memo_is_kept_as_far_as_people_read() {
    for shape in SHAPES.iter().filter(|shape| ["a.sta", "a.qif", "a.xml"].contains(&shape.name)) {
        let reading = read(shape.name, shape.of(SIZE).as_bytes());
        let longest = reading.charges.iter().map(|charge| charge.memo.len() + charge.merchant.len()).max();
        assert!(longest.is_none_or(|longest| longest < 10_000), "{}: {longest:?}", shape.what);
    }
}
