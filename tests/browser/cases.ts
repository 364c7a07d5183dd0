//! Labelled households as a browser meets them: paths of files, and the report the page has to show.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Report, Request } from '../../www/src/app/engine/report';

const cases = join(__dirname, '../fixtures/cases');

export interface Case {
  readonly folder: string;
  readonly files: readonly string[];
}

export function caseOf(name: string): Case {
  const folder = join(cases, name);
  const { files } = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as { files: string[] };
  return { folder, files: files.map((file) => join(folder, file)) };
}

/** A small household in which one thing has happened. */
export function storyOf(name: string): readonly string[] {
  const folder = join(__dirname, '../fixtures/stories', name);
  return readdirSync(folder).map((file) => join(folder, file));
}

export function mailOf(name: string): string {
  return join(__dirname, '../fixtures/mails', `${name}.eml`);
}

/** A table whose heading says nothing, with two columns of sums: only the person knows which of them was paid. */
export function unknownTable(): { name: string; mimeType: string; buffer: Buffer } {
  const rows = ['甲,乙,丙,丁', '2026/09/01,AMAZON.CO.JP,1200,2100', '2026/09/14,AMAZON.CO.JP,3480,700', '2026/09/20,見本商店,980,3300'];
  return { name: 'hyou.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) };
}

/** Three purchases, each with its order: there is nothing to ask. */
export function calmHousehold(): { name: string; mimeType: string; buffer: Buffer }[] {
  const statement = ['利用日,利用店名,利用金額', '2026/09/04,AMAZON.CO.JP,1480', '2026/09/18,AMAZON.CO.JP,3980', '2026/10/02,AMAZON.CO.JP,2200'];
  const bought = [['2026-09-03', '1480', '見本の付せん'], ['2026-09-17', '3980', '見本の延長コード'], ['2026-10-01', '2200', '見本の手帳']];
  const orders = bought.map(([day, sum, item], at) => `250-000000${at}-0000000,${day}T03:00:00Z,JPY,${item},${day}T05:00:00Z,Shipped,Closed,${sum},Amazon.co.jp,Visa - 1111`);
  const heading = 'Order ID,Order Date,Currency,Product Name,Ship Date,Shipment Status,Order Status,Total Amount,Website,Payment Method Type';
  return [['meisai.csv', statement], ['Order History.csv', [heading, ...orders]]].map(([name, lines]) => ({ name: String(name), mimeType: 'text/csv', buffer: Buffer.from((lines as string[]).join('\r\n')) }));
}

/** Bills of one service every month, and a charge whose order has another sum: what only the person can tell. */
export function householdWithQuestions(): { name: string; mimeType: string; buffer: Buffer }[] {
  const bills = [['07', '1180'], ['08', '1305'], ['09', '1420'], ['10', '1190']].map(([month, sum]) => `2026/${month}/03,AMAZON WEB SERVICES,${sum}`);
  const statement = ['利用日,利用店名,利用金額', ...bills, '2026/10/05,AMAZON.CO.JP,1000', '2026/10/20,AMAZON.CO.JP,3980', '2026/10/22,見本書店,1760'];
  const bought = [['2026-06-20', '77', '見本の消しゴム'], ['2026-10-04', '1000', '見本の付せん'], ['2026-10-18', '3500', '見本の延長コード'], ['2026-09-20', '3600', '見本の机'], ['2026-11-20', '88', '見本の手帳']];
  const orders = bought.map(([day, sum, item], at) => `250-000000${at}-0000000,${day}T03:00:00Z,JPY,${item},${day}T05:00:00Z,Shipped,Closed,${sum},Amazon.co.jp,Visa - 1111`);
  const heading = 'Order ID,Order Date,Currency,Product Name,Ship Date,Shipment Status,Order Status,Total Amount,Website,Payment Method Type';
  return [['meisai.csv', statement], ['Order History.csv', [heading, ...orders]]].map(([name, lines]) => ({ name: String(name), mimeType: 'text/csv', buffer: Buffer.from((lines as string[]).join('\r\n')) }));
}

/** The page asks with the day it is; so does this, in the time zone of the test's browser. */
export function reportOf({ files }: Case): Report {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(new Date());
  const request: Request = { today, utcOffset: '+09:00', region: 'jp', household: [] };
  const printed = execFileSync(process.execPath, [join(__dirname, 'report.mjs'), JSON.stringify(request), ...files]);
  return JSON.parse(printed.toString()) as Report;
}

export const TIME_ZONE = 'Asia/Tokyo';

export const VERDICTS = ['flagged', 'ask', 'notCovered', 'explained'] as const;
export type Counts = Record<(typeof VERDICTS)[number], number>;

export function countsOf({ charges }: Report): Counts {
  const count = (wanted: string): number => charges.filter(({ verdict }) => verdict === wanted).length;
  return { flagged: count('flagged'), ask: count('ask'), notCovered: count('notCovered'), explained: count('explained') };
}
