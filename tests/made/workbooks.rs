//! Workbooks made record by record and entry by entry, healthy first and then damaged at that level: bytes that are changed
//! at random hardly ever get past the first check of a reader.

/// A small generator that gives the same numbers everywhere: from a seed, or from a fuzzer's bytes as long as there are some.
pub(crate) struct Dice(u64, Vec<u8>);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1, Vec::new())
    }

    #[allow(dead_code, reason = "only the fuzz targets have bytes")]
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self(1, bytes.iter().rev().copied().collect())
    }

    pub(crate) fn next(&mut self) -> u64 {
        if let (Some(a), Some(b)) = (self.1.pop(), self.1.pop()) {
            return u64::from(u16::from_le_bytes([a, b])) << 11;
        }
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 11).unwrap_or(0) % end.max(1)
    }

    /// Numbers at which readers break.
    pub(crate) fn edge(&mut self) -> u32 {
        const EDGES: [u32; 14] = [
            0,
            1,
            2,
            3,
            0x7f,
            0xff,
            0x100,
            0x7fff,
            0x8000,
            0xffff,
            0x1_0000,
            0x7fff_ffff,
            0xffff_fffe,
            0xffff_ffff,
        ];
        EDGES.get(self.below(EDGES.len())).copied().unwrap_or(0)
    }
}

/// A record of an old workbook.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) kind: u16,
    pub(crate) body: Vec<u8>,
}

const ROWS: [[&str; 7]; 4] = [
    ["利用日", "利用店名・商品名", "利用者", "支払方法", "利用金額", "支払手数料", "支払総額"],
    ["2026/09/01", "AMAZON.CO.JP", "本人", "1回払い", "1000", "0", "1000"],
    ["2026/09/02", "AMAZON.CO.JP", "本人", "1回払い", "2000", "0", "2000"],
    ["2026/09/03", "AMAZON.CO.JP", "本人", "1回払い", "3000", "0", "3000"],
];

fn record(kind: u16, parts: &[&[u8]]) -> Record {
    Record { kind, body: parts.concat() }
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn length(text: &str) -> [u8; 2] {
    u16::try_from(text.encode_utf16().count()).unwrap_or(0).to_le_bytes()
}

/// The records of a healthy book with one sheet, of each kind that a table is made of.
pub(crate) fn old_workbook() -> Vec<Record> {
    let zero = [0_u8; 14];
    let mut shared = [7_u32.to_le_bytes(), 7_u32.to_le_bytes()].concat();
    for text in ROWS[0] {
        shared.extend(length(text));
        // With the fonts of its pieces and how it is pronounced.
        shared.push(1 | 4 | 8);
        shared.extend(1_u16.to_le_bytes());
        shared.extend(4_u32.to_le_bytes());
        shared.extend(wide(text));
        shared.extend([0; 8]);
    }
    let mut records = vec![
        record(0x0809, &[&0x0600_u16.to_le_bytes(), &5_u16.to_le_bytes(), &zero[..12]]),
        record(0x0042, &[&1200_u16.to_le_bytes()]),
        record(0x0022, &[&0_u16.to_le_bytes()]),
        record(0x041e, &[&164_u16.to_le_bytes(), &length("yyyy/mm/dd"), &[1], &wide("yyyy/mm/dd")]),
        record(0x00e0, &[&0_u16.to_le_bytes(), &0_u16.to_le_bytes(), &zero]),
        record(0x00e0, &[&0_u16.to_le_bytes(), &164_u16.to_le_bytes(), &zero]),
        // Where the sheet begins is filled in when the book is put together.
        record(0x0085, &[&[0; 4], &[0, 0], &[2, 1], &wide("明細")]),
        record(0x00fc, &[&shared]),
        record(0x000a, &[]),
        record(0x0809, &[&0x0600_u16.to_le_bytes(), &0x10_u16.to_le_bytes(), &zero[..12]]),
        record(0x0200, &[&0_u32.to_le_bytes(), &4_u32.to_le_bytes(), &[0, 0], &7_u16.to_le_bytes(), &[0, 0]]),
    ];
    for (row, cells) in (0_u16..).zip(ROWS) {
        for (column, text) in (0_u16..).zip(cells) {
            let place = [row.to_le_bytes(), column.to_le_bytes(), 0_u16.to_le_bytes()].concat();
            records.push(match (row, column) {
                (0, _) => record(0x00fd, &[&place, &u32::from(column).to_le_bytes()]),
                (1, 0) => {
                    let day = [row.to_le_bytes(), column.to_le_bytes(), 1_u16.to_le_bytes()].concat();
                    record(0x0203, &[&day, &46266_f64.to_le_bytes()])
                }
                (1, 4) => {
                    let numbers: Vec<u8> = [1000_u32, 0, 1000]
                        .iter()
                        .flat_map(|n| [0_u16.to_le_bytes().as_slice(), &(n << 2 | 2).to_le_bytes()].concat())
                        .collect();
                    record(0x00bd, &[&place[..4], &numbers, &6_u16.to_le_bytes()])
                }
                (1, 5 | 6) => continue,
                (2, 4) => record(0x027e, &[&place, &(2000_u32 << 2 | 2).to_le_bytes()]),
                (3, 1) => record(0x0006, &[&place, &[0, 0, 0, 0, 0, 0, 0xff, 0xff], &zero[..8]]),
                _ => record(0x0204, &[&place, &length(text), &[1], &wide(text)]),
            });
            if (row, column) == (3, 1) {
                records.push(record(0x0207, &[&length(text), &[1], &wide(text)]));
            }
        }
    }
    records.push(record(0x000a, &[]));
    records
}

/// The stream of the records; sheets begin where they say.
pub(crate) fn stream(records: &[Record]) -> Vec<u8> {
    let mut starts = Vec::new();
    let mut at = 0_u32;
    for record in records {
        if record.kind == 0x0809 {
            starts.push(at);
        }
        at += 4 + u32::try_from(record.body.len()).unwrap_or(0);
    }
    let mut sheets = starts.iter().skip(1);
    let mut stream = Vec::new();
    for record in records {
        let mut body = record.body.clone();
        if record.kind == 0x0085
            && let (Some(start), Some(place)) = (sheets.next(), body.get_mut(..4))
            && place == [0; 4]
        {
            place.copy_from_slice(&start.to_le_bytes());
        }
        stream.extend(record.kind.to_le_bytes());
        stream.extend(u16::try_from(body.len()).unwrap_or(u16::MAX).to_le_bytes());
        stream.extend(body);
    }
    stream
}

/// A compound file around the stream.
pub(crate) fn compound(stream: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 512;
    let mut content = stream.to_vec();
    // Shorter ones would lie in the stream of small ones.
    content.resize(content.len().max(4096).next_multiple_of(SECTOR), 0);
    let sectors = u32::try_from(content.len() / SECTOR).unwrap_or(0);
    let mut header = vec![0; SECTOR];
    let mut put = |at: usize, bytes: &[u8]| {
        if let Some(place) = header.get_mut(at..at + bytes.len()) {
            place.copy_from_slice(bytes);
        }
    };
    put(0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    put(24, &[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    put(44, &1_u32.to_le_bytes());
    put(48, &1_u32.to_le_bytes());
    put(56, &4096_u32.to_le_bytes());
    put(60, &u32::MAX.wrapping_sub(1).to_le_bytes());
    put(68, &u32::MAX.wrapping_sub(1).to_le_bytes());
    put(76, &0_u32.to_le_bytes());
    for at in (80..SECTOR).step_by(4) {
        put(at, &u32::MAX.to_le_bytes());
    }
    let mut table = vec![0xffff_fffd_u32, 0xffff_fffe];
    table.extend((0..sectors).map(|at| if at + 1 == sectors { 0xffff_fffe } else { at + 3 }));
    table.resize(SECTOR / 4, u32::MAX);
    let entry = |name: &str, kind: u8, start: u32, size: usize| {
        let mut entry = vec![0; 128];
        let letters = wide(name);
        entry[..letters.len()].copy_from_slice(&letters);
        entry[64] = u8::try_from(letters.len() + 2).unwrap_or(0);
        entry[66] = kind;
        for at in [68, 72, 76] {
            entry[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
        }
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&u32::try_from(size).unwrap_or(0).to_le_bytes());
        entry
    };
    let mut folder = entry("Root Entry", 5, 0xffff_fffe, 0);
    folder.extend(entry("Workbook", 2, 2, content.len()));
    folder.resize(SECTOR, 0);
    let table = table.iter().flat_map(|number| number.to_le_bytes()).collect();
    [header, table, folder, content].concat()
}

/// Damages some records of a book.
pub(crate) fn damage(records: &mut Vec<Record>, dice: &mut Dice) {
    const KINDS: [u16; 16] = [
        0x0006, 0x000a, 0x0022, 0x002f, 0x003c, 0x0085, 0x00bd, 0x00d6, 0x00e0, 0x00fc, 0x00fd, 0x0203,
        0x0204, 0x0207, 0x041e, 0x0809,
    ];
    for _ in 0..=dice.below(4) {
        let at = dice.below(records.len());
        let kind = KINDS[dice.below(KINDS.len())];
        let other = records[dice.below(records.len())].clone();
        let edge = dice.edge();
        match dice.below(10) {
            0 => drop(records.remove(at)),
            1 => records.insert(at, other),
            2 => records[at] = other,
            3 => records[at].kind = kind,
            4 => {
                let end = dice.below(records[at].body.len() + 1);
                records[at].body.truncate(end);
            }
            5 => records[at].body.extend(edge.to_le_bytes()),
            // The rest of a record in one that continues it, cut anywhere.
            6 => {
                let end = dice.below(records[at].body.len() + 1);
                let body = records[at].body.split_off(end);
                records.insert(at + 1, Record { kind: 0x003c, body });
            }
            7 => records.insert(at, Record { kind, body: Vec::new() }),
            _ => {
                let body = &mut records[at].body;
                let width = if dice.below(2) == 0 { 2 } else { 4 };
                let place = dice.below(body.len());
                for (to, from) in body.iter_mut().skip(place).take(width).zip(edge.to_le_bytes()) {
                    *to = from;
                }
            }
        }
        if records.is_empty() {
            records.push(other_bof());
        }
    }
}

fn other_bof() -> Record {
    Record { kind: 0x0809, body: Vec::new() }
}

/// Damages the tables of a compound file: its header, which sector follows which, its folder.
pub(crate) fn damage_compound(file: &mut [u8], dice: &mut Dice) {
    for _ in 0..=dice.below(3) {
        let at = match dice.below(3) {
            0 => 24 + dice.below(60),
            1 => 512 + dice.below(24) * 4,
            _ => 1024 + 128 * dice.below(2) + [64, 66, 116, 120][dice.below(4)],
        };
        let edge = dice.edge().to_le_bytes();
        if let Some(place) = file.get_mut(at..at + 4) {
            place.copy_from_slice(&edge);
        }
    }
}

/// An entry of a ZIP, and what its headers say of it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) content: Vec<u8>,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    pub(crate) size: u32,
    pub(crate) packed: u32,
    pub(crate) crc: u32,
    pub(crate) offset: Option<u32>,
    pub(crate) is_listed: bool,
}

impl Entry {
    pub(crate) fn stored(name: &str, content: Vec<u8>) -> Self {
        let size = u32::try_from(content.len()).unwrap_or(0);
        let crc = crc(&content);
        Self {
            name: name.to_owned(),
            content,
            method: 0,
            flags: 0,
            size,
            packed: size,
            crc,
            offset: None,
            is_listed: true,
        }
    }
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

/// The parts of a healthy workbook, by name and text.
pub(crate) fn workbook_parts() -> Vec<(&'static str, String)> {
    let ns = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let text = |text: &&str| ["<si><t>", text, "</t><rPh sb=\"0\" eb=\"1\"><t>ヨミ</t></rPh></si>"].concat();
    let texts = ROWS[0].iter().map(text).collect::<Vec<_>>().concat();
    let mut rows = String::new();
    for (row, cells) in (1..).zip(ROWS) {
        rows.extend(["<row r=\"", &row.to_string(), "\">"]);
        for (column, text) in cells.iter().enumerate() {
            let place = format!("{}{row}", char::from(b'A' + u8::try_from(column).unwrap_or(0)));
            let cell = match (row, column) {
                (1, _) => format!("<c r=\"{place}\" t=\"s\"><v>{column}</v></c>"),
                (2, 0) => format!("<c r=\"{place}\" s=\"1\"><v>46266</v></c>"),
                (_, 4..) => format!("<c r=\"{place}\"><v>{text}</v></c>"),
                _ => format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
            };
            rows.push_str(&cell);
        }
        rows += "</row>";
    }
    vec![
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", format!("<Relationships><Relationship Id=\"r\" Type=\"{ns}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
        ("xl/workbook.xml", "<workbook><workbookPr/><sheets><sheet name=\"明細\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>".to_owned()),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships><Relationship Id=\"a\" Type=\"{ns}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" Type=\"{ns}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"c\" Type=\"{ns}/styles\" Target=\"styles.xml\"/></Relationships>")),
        ("xl/sharedStrings.xml", format!("<sst count=\"7\" uniqueCount=\"7\">{texts}</sst>")),
        ("xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy/mm/dd\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>".to_owned()),
        ("xl/worksheets/sheet1.xml", format!("<worksheet><dimension ref=\"A1:G4\"/><sheetData>{rows}</sheetData></worksheet>")),
    ]
}

/// Damages the XML of some parts at the level of elements, attributes and numbers.
pub(crate) fn damage_parts(parts: &mut [(&'static str, String)], dice: &mut Dice) {
    for _ in 0..=dice.below(3) {
        let at = 1 + dice.below(parts.len() - 1);
        let part = &mut parts[at].1;
        if part.is_empty() {
            continue;
        }
        let pick = |part: &str, sign: char, dice: &mut Dice| {
            let places: Vec<usize> = part.match_indices(sign).map(|(at, _)| at).collect();
            places.get(dice.below(places.len())).copied().unwrap_or(0)
        };
        match dice.below(9) {
            // An element less, twice, or never closed.
            0 | 1 => {
                let from = pick(part, '<', dice);
                let to = part[from..].find('>').map_or(part.len(), |end| from + end + 1);
                let element = part[from..to].to_owned();
                if dice.below(2) == 0 {
                    part.replace_range(from..to, "");
                } else {
                    part.insert_str(from, &element);
                }
            }
            // A value at its edges.
            2..=4 => {
                let from = (pick(part, '"', dice) + 1).min(part.len());
                let to = part[from..].find('"').map_or(part.len(), |end| from + end);
                let edge = dice.edge();
                let values = [
                    edge.to_string(),
                    String::new(),
                    format!("XFD{edge}"),
                    format!("A{edge}"),
                    "-1".to_owned(),
                    "9999999999999999999999".to_owned(),
                ];
                part.replace_range(from..to, &values[dice.below(values.len())]);
            }
            5 => {
                let end = pick(part, '<', dice);
                part.truncate(end);
            }
            6 => part.insert_str(pick(part, '>', dice) + 1, "&a;&#0;&#x110000;"),
            7 => part.insert_str(0, "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\">]>"),
            _ => {
                let deep = 1 + dice.below(200);
                let from = pick(part, '<', dice);
                part.insert_str(from, &"<is>".repeat(deep));
            }
        }
    }
}

/// Damages what the headers say of entries, and which there are.
pub(crate) fn damage_entries(entries: &mut Vec<Entry>, dice: &mut Dice) {
    for _ in 0..=dice.below(3) {
        let at = dice.below(entries.len());
        let edge = dice.edge();
        match dice.below(10) {
            0 => drop(entries.remove(at)),
            1 => entries.insert(0, entries[at].clone()),
            2 => entries[at].method = u16::try_from(edge & 0xffff).unwrap_or(0),
            3 => entries[at].flags = u16::try_from(edge & 0xffff).unwrap_or(0),
            4 => entries[at].size = edge,
            5 => entries[at].packed = edge,
            6 => entries[at].crc ^= edge,
            7 => entries[at].offset = Some(edge),
            8 => entries[at].is_listed = false,
            _ => {
                const NAMES: [&str; 5] =
                    ["", "../a.csv", "xl/workbook.xml", "XL\\workbook.xml", "/xl/workbook.xml"];
                NAMES[dice.below(NAMES.len())].clone_into(&mut entries[at].name);
            }
        }
        if entries.is_empty() {
            entries.push(Entry::stored("a.csv", b"a,b\n".to_vec()));
        }
    }
}

/// How the end of a ZIP is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum End {
    Healthy,
    /// A second directory stands before the one that the end points at, or behind it.
    TwoDirectories,
    /// A second end in the comment of the first.
    InComment,
    Cut,
}

pub(crate) fn zip(entries: &[Entry], end: End) -> Vec<u8> {
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for entry in entries {
        let offset = entry.offset.unwrap_or(u32::try_from(file.len()).unwrap_or(0));
        let fixed = [
            &20_u16.to_le_bytes()[..],
            &entry.flags.to_le_bytes(),
            &entry.method.to_le_bytes(),
            &[0; 4],
            &entry.crc.to_le_bytes(),
            &entry.packed.to_le_bytes(),
            &entry.size.to_le_bytes(),
            &u16::try_from(entry.name.len()).unwrap_or(0).to_le_bytes(),
            &[0; 2],
        ]
        .concat();
        file.extend([&b"PK\x03\x04"[..], &fixed, entry.name.as_bytes(), &entry.content].concat());
        if entry.is_listed {
            directory.extend(
                [&b"PK\x01\x02\x14\0"[..], &fixed, &[0; 10], &offset.to_le_bytes(), entry.name.as_bytes()]
                    .concat(),
            );
        }
    }
    let count = u16::try_from(entries.iter().filter(|entry| entry.is_listed).count()).unwrap_or(0);
    let tail = |start: usize, comment: &[u8]| {
        [
            &b"PK\x05\x06\0\0\0\0"[..],
            &count.to_le_bytes(),
            &count.to_le_bytes(),
            &u32::try_from(directory.len()).unwrap_or(0).to_le_bytes(),
            &u32::try_from(start).unwrap_or(0).to_le_bytes(),
            &u16::try_from(comment.len()).unwrap_or(0).to_le_bytes(),
            comment,
        ]
        .concat()
    };
    let start = file.len();
    file.extend(&directory);
    match end {
        End::Healthy => file.extend(tail(start, b"")),
        End::TwoDirectories => {
            file.extend(&directory);
            file.extend(tail(start, b""));
        }
        End::InComment => {
            let inner = tail(start, b"");
            file.extend(tail(start, &inner));
        }
        End::Cut => file.truncate(start + directory.len() / 2),
    }
    file
}
