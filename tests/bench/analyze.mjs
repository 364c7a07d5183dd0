// How long the module takes for a heavy user's files: an order ZIP of 5 MB and twelve monthly statements.
// The figure is the time of one thread, as a worker would need it. The files are made up here, always the same.

import { crc32, deflateRawSync } from 'node:zlib';

import { load } from '../wasm/module.mjs';

const { analyze } = await load('core');

const RUNS = 5;
const ZIP_BYTES = 5_000_000;
const CHARGES_A_MONTH = 80;
const REQUEST = { today: '2026-11-22', utcOffset: '+09:00', region: 'jp', household: [] };

const random = generator(20261122);
const orders = ordersOf(ZIP_BYTES);
const files = [{ name: 'Your Orders.zip', content: new Blob([zip('Order History.csv', orders.csv)]) }, ...statements()];

const sizes = files.map(({ content }) => content.size);
console.log(`ZIP ${sizes[0]} bytes (${orders.csv.length} unpacked, ${orders.all.length} orders), ${files.length - 1} statements`);
const times = [];
let report;
for (let run = 0; run < RUNS; run++) {
  const start = performance.now();
  ({ report } = await analyze(REQUEST, files, () => {}));
  times.push(performance.now() - start);
}
const [first] = times;
const median = [...times].sort((a, b) => a - b)[Math.floor(RUNS / 2)];
const verdicts = new Map();
for (const { verdict } of report.charges) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
const counts = [...verdicts].map(([verdict, count]) => `${verdict} ${count}`);
console.log(`first ${first.toFixed(0)} ms, median of ${RUNS} ${median.toFixed(0)} ms; ${report.charges.length} charges ${counts.join(', ')}`);

/** A year and more of orders, until the ZIP of them is as large as asked for. */
function ordersOf(zipBytes) {
  const head = [
    'Website', 'Order ID', 'Order Date', 'Purchase Order Number', 'Currency', 'Unit Price', 'Unit Price Tax',
    'Shipping Charge', 'Total Discounts', 'Total Owed', 'Shipment Item Subtotal', 'Shipment Item Subtotal Tax', 'ASIN',
    'Product Condition', 'Quantity', 'Payment Instrument Type', 'Order Status', 'Shipment Status', 'Ship Date',
    'Shipping Option', 'Shipping Address', 'Billing Address', 'Carrier Name & Tracking Number', 'Product Name',
    'Gift Message', 'Gift Sender Name', 'Gift Recipient Contact Details', 'Item Serial Number',
  ];
  const rows = [head.map((name) => `"${name}"`).join(',')];
  const all = [];
  let packed = 0;
  while (packed < zipBytes) {
    for (let count = 0; count < 5_000; count++) {
      const order = someOrder();
      all.push(order);
      rows.push(rowOf(order));
    }
    packed = deflateRawSync(Buffer.from(rows.join('\r\n'))).length;
  }
  return { csv: Buffer.from(`\ufeff${rows.join('\r\n')}\r\n`), all };
}

function someOrder() {
  const day = new Date(Date.UTC(2014, 0, 1) + below(12.8 * 365) * 86_400_000 + below(86_400) * 1000);
  return { id: `${digits(3)}-${digits(7)}-${digits(7)}`, day, ship: new Date(day.getTime() + 86_400_000), sum: 100 + below(20_000) };
}

function rowOf({ id, day, ship, sum }) {
  const address = '000-0000 架空県架空市見本町1-2-3 架空太郎 JP';
  const item = Array.from({ length: 12 }, () => String.fromCharCode(0x30a1 + below(80))).join('');
  const none = 'Not Available';
  return [
    'Amazon.co.jp', id, stamp(day), 'Not Applicable', 'JPY', sum, 0, 0, 0, sum, sum, 0, `B0${digits(8)}`, 'New', 1,
    'Visa - 0284', 'Closed', 'Shipped', stamp(ship), 'std-jp-local', address, address, `架空運輸(TBA${digits(12)})`,
    item, none, none, none, none,
  ].map((cell) => `"${cell}"`).join(',');
}

function statements() {
  const recent = orders.all.filter(({ ship }) => Date.UTC(2025, 10, 1) <= ship.getTime() && ship.getTime() < Date.UTC(2026, 10, 1));
  return Array.from({ length: 12 }, (_, month) => {
    const ofMonth = recent.filter(({ ship }) => ship.getUTCMonth() === month).slice(0, CHARGES_A_MONTH / 2);
    const amazon = ofMonth.map(({ ship, sum }) => [slashes(ship), 'AMAZON.CO.JP', sum]);
    const year = month < 10 ? 2026 : 2025;
    const other = Array.from({ length: CHARGES_A_MONTH / 2 }, () => [
      slashes(new Date(Date.UTC(year, month, 1 + below(28)))), `架空商店${below(40)}`, 100 + below(9_000),
    ]);
    const lines = [...amazon, ...other].sort().map(([date, name, sum]) => `${date},${name},${sum}`);
    return { name: `${year}${String(month + 1).padStart(2, '0')}.csv`, content: new Blob([['利用日,利用店名,利用金額', ...lines, ''].join('\r\n')]) };
  });
}

/** A ZIP of one file, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3. */
function zip(name, content) {
  const packed = deflateRawSync(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(0x800, 2);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(Buffer.byteLength(name), 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

function stamp(day) {
  return day.toISOString().replace('.000Z', 'Z');
}

function slashes(day) {
  return day.toISOString().slice(0, 10).replaceAll('-', '/');
}

function digits(count) {
  return Array.from({ length: count }, () => below(10)).join('');
}

function below(limit) {
  return Math.floor(random() * limit);
}

/** Mulberry32: small, and the same numbers on every machine. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
