//! An invented household to try the page with. Nobody's card, order or address.

import type { Lang } from '../languages';
import type { Region } from '../screens/region';

/** The day on which the example is looked at; its files do not grow older. */
export const EXAMPLE_DAY = '2026-11-22';

/** Where the household lives decides on its card, its money and the files it brings. */
type Home = 'japan' | 'abroad';

type Named = readonly [inJapanese: string, inEnglish: string];

/** Ordered, shipped, the order's number, what, for how many yen; abroad it is as many cents. */
const ORDERS: readonly (readonly [ordered: string, shipped: string, order: number, item: Named, sum: number])[] = [
  ['2026-09-07T11:20:05Z', '2026-09-08T01:00:00Z', 1, ['見本の電気ケトル 1.0L', 'Sample electric kettle'], 3980],
  ['2026-09-18T02:11:40Z', '2026-09-18T22:00:00Z', 2, ['架空の絵本 第3巻', 'Imaginary picture book, volume 3'], 1650],
  ['2026-09-27T12:45:00Z', '2026-09-28T02:00:00Z', 3, ['見本フライパン 26cm', 'Sample frying pan'], 4600],
  ['2026-09-27T12:45:00Z', '2026-10-01T02:00:00Z', 3, ['ダミー電池 単3 12本', 'Dummy batteries, pack of 12'], 980],
  ['2026-10-04T13:02:10Z', '2026-10-05T03:00:00Z', 4, ['見本ノート A5 5冊', 'Sample notebooks, pack of 5'], 1198],
  ['2026-10-11T10:30:00Z', '2026-10-12T03:00:00Z', 5, ['架空ブランド 加湿器', 'Imaginary Brand humidifier'], 6480],
  ['2026-10-19T09:05:30Z', '2026-10-20T03:00:00Z', 6, ['見本の猫砂 4袋', 'Sample cat litter, 4 bags'], 2780],
  ['2026-11-01T08:00:00Z', '2026-11-02T03:00:00Z', 7, ['ダミー洗剤 詰替', 'Dummy detergent, refill'], 1340],
];

const GROCER: Named = ['架空スーパー 見本店', 'IMAGINARY GROCER'];

/** Newest first, as cards write them. */
const CHARGES: readonly (readonly [day: string, merchant: 'amazon' | 'prime' | Named, sum: number, by?: 'family'])[] = [
  ['2026-11-14', 'amazon', 5220],
  ['2026-11-09', ['架空書店', 'IMAGINARY BOOKSHOP'], 1870],
  ['2026-11-05', 'prime', 600],
  ['2026-11-02', 'amazon', 1340],
  ['2026-10-27', 'amazon', 29800],
  ['2026-10-23', 'amazon', 3560, 'family'],
  ['2026-10-21', 'amazon', 2780],
  ['2026-10-20', 'amazon', 2780],
  ['2026-10-16', GROCER, 3310],
  ['2026-10-12', 'amazon', 6480],
  ['2026-10-08', ['AMZ*見本スポーツ', 'AMZ*SAMPLE SPORTS'], 7700],
  ['2026-10-05', 'amazon', 1198],
  ['2026-10-05', 'prime', 600],
  ['2026-10-01', 'amazon', 980],
  ['2026-09-29', GROCER, 2864],
  ['2026-09-28', 'amazon', 4600],
  ['2026-09-24', ['見本水道局', 'SAMPLE WATERWORKS'], 5129],
  ['2026-09-19', 'amazon', 1650],
  ['2026-09-12', ['架空薬局', 'IMAGINARY PHARMACY'], 1474],
  ['2026-09-08', 'amazon', 3980],
  ['2026-09-05', 'prime', 600],
];

const AMAZON = { japan: 'AMAZON.CO.JP', abroad: 'Amazon.com*EX4MP1E00' } as const;
const PRIME = { japan: 'AMAZONプライム会費', abroad: 'Amazon Prime*EX4MP1E01' } as const;
/** A month of Prime in cents; in yen it stands with the charges. */
const PRIME_ABROAD = 1499;

export function exampleFiles(lang: Lang, region: Region): File[] {
  const home = region === 'jp' ? 'japan' : 'abroad';
  const say = (named: Named) => named[lang === 'ja' ? 0 : 1];
  const rows = CHARGES.map(([day, what, sum, by]) => {
    const merchant = what === 'amazon' ? AMAZON[home] : what === 'prime' ? PRIME[home] : say(what);
    return { day, merchant, sum: inMoney(home, home === 'abroad' && what === 'prime' ? PRIME_ABROAD : sum), by };
  });
  const statements = home === 'japan' ? [rakuten(10, rows.filter(({ day }) => day < '2026-10')), rakuten(11, rows.filter(({ day }) => '2026-10' <= day))] : [chase(rows)];
  return [...statements, orderHistory(home, say)];
}

interface Row {
  readonly day: string;
  readonly merchant: string;
  readonly sum: string;
  readonly by: 'family' | undefined;
}

function rakuten(month: number, rows: readonly Row[]): File {
  const heading = ['利用日', '利用店名・商品名', '利用者', '支払方法', '利用金額', '手数料/利息', '支払総額', `${month}月支払金額`, '当月請求額', `${month + 1}月繰越残高`, '新規サイン'];
  const lines = rows.map(({ day, merchant, sum, by }) => [day.replaceAll('-', '/'), merchant, by ? '家族' : '本人', '1回払い', sum, '0', sum, sum, sum, '0', '*']);
  return file(`enavi2026${month}(0000).csv`, [heading, ...lines].map((cells) => cells.map((cell) => `"${cell}"`)));
}

function chase(rows: readonly Row[]): File {
  const lines = rows.map(({ day, merchant, sum, by }) => {
    const american = day.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1');
    return [by ? '1111' : '0000', american, american, merchant, 'Shopping', 'Sale', `-${sum}`, ''];
  });
  return file('Chase0000_Activity20260901_20261116.CSV', [['Card', 'Transaction Date', 'Post Date', 'Description', 'Category', 'Type', 'Amount', 'Memo'], ...lines]);
}

function orderHistory(home: Home, say: (named: Named) => string): File {
  const heading = 'ASIN,Billing Address,Carrier Name & Tracking Number,Currency,Gift Message,Gift Recipient Contact,Gift Sender Name,Item Serial Number,Order Date,Order ID,Order Status,Original Quantity,Payment Method Type,Product Condition,Product Name,Purchase Order Number,Ship Date,Shipment Item Subtotal,Shipment Item Subtotal Tax,Shipment Status,Shipping Address,Shipping Charge,Shipping Option,Total Amount,Total Discounts,Unit Price,Unit Price Tax,Website'.split(',');
  const isJapan = home === 'japan';
  const address = isJapan ? say(['000-0000 見本県架空市例1-2-3 見本花子 JP', '000-0000 1-2-3 Example Imaginary City Sample Hanako JP']) : say(['見本花子 1 Example Street Imaginary City 00000 US', 'Sam Sample 1 Example Street Imaginary City 00000 US']);
  const lines = ORDERS.map(([ordered, shipped, order, item, sum], at) => {
    const net = Math.round(sum / 1.1);
    const [total, price, tax] = [sum, net, sum - net].map((one) => inMoney(home, one, ','));
    return [`B0EXAMPLE${at + 1}`, address, say(['見本運輸(EX0000)', 'Sample Parcels(EX0000)']), isJapan ? 'JPY' : 'USD', ...Array<string>(4).fill('Not Available'), ordered, `${isJapan ? 250 : 112}-000000${order}-000000${order}`, 'Closed', '1', 'Visa - 0000', 'New', say(item), 'Not Applicable', shipped, price, tax, 'Shipped', address, '0', isJapan ? 'std-jp-local' : 'std-us', total, '0', price, tax, isJapan ? 'Amazon.co.jp' : 'Amazon.com'];
  });
  return file('Order History.csv', [heading, ...lines.map((cells) => cells.map((cell = '') => (cell.includes(',') ? `"${cell}"` : cell)))]);
}

/** Yen or, abroad, cents. */
function inMoney(home: Home, sum: number, thousands = ''): string {
  const text = home === 'japan' ? String(sum) : (sum / 100).toFixed(2);
  return text.replace(/(\d)(\d{3})$/, `$1${thousands}$2`);
}

function file(name: string, rows: readonly (readonly string[])[]): File {
  return new File([rows.map((cells) => `${cells.join(',')}\n`).join('')], name, { type: 'text/csv' });
}
