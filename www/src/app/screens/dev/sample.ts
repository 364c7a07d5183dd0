//! An invented report with something of everything, for looking at the screens.

import type { ChargeReport, OrderReport, Report, SourceReport } from '../../engine/report';

/** `whole`, `clear`, `statements`, `orders` or `unreadable`; `rows` more explained charges on top. */
export function sampleReport(kind: string, rows: number): Report {
  const all = kind === 'orders' || kind === 'unreadable' ? [] : [...CHARGES, ...many(rows)];
  const charges = kind === 'clear' ? all.filter(({ verdict }) => verdict === 'explained' || verdict === 'other') : all;
  const sources = kind === 'unreadable' ? [UNREADABLE] : kind === 'orders' ? [ORDER_FILE] : kind === 'statements' ? [STATEMENT] : [STATEMENT, ORDER_FILE, UNREADABLE];
  return {
    schemaVersion: 1,
    today: '2026-11-22',
    sources,
    charges: kind === 'statements' ? charges.map((each) => ({ ...each, ...(each.verdict === 'other' ? {} : { verdict: 'notCovered', cause: null, orders: [], findings: [], evidence: [], alternatives: [] }) })) : charges,
    findings: kind === 'clear' ? [] : FINDINGS,
    nextSteps: kind === 'clear' ? CALM : [
      { step: 'check-family', when: 'now', due: null, because: [0, 1, 2] },
      { step: 'contact-amazon', when: 'today', due: '2026-11-24', because: [0, 1] },
      { step: 'contact-card-issuer', when: 'today', due: '2026-12-26', because: [0] },
      { step: 'prepare-evidence', when: 'today', due: null, because: [0] },
      { step: 'report-police', when: 'this-week', due: null, because: [0] },
      { step: 'check-subscriptions', when: 'this-week', due: null, because: [3] },
      { step: 'get-order-export', when: 'this-week', due: null, because: [4] },
      { step: 'monthly-check', when: 'monthly', due: null, because: [] },
    ],
    coverage: {
      statements: { from: '2026-09-05', to: '2026-11-14' },
      orders: kind === 'statements' ? null : { from: '2026-09-07', to: '2026-11-02' },
      gaps: kind === 'statements' ? [] : [{ kind: 'orders-end-early', from: '2026-11-03', to: '2026-11-14', account: null, card: null, service: null, charges: 1 }],
    },
    totals: { JPY: { charged: '82000', explained: '29380', ask: '11260', flagged: '32580', notCovered: '5220', other: '14647' } },
    orders: ORDERS,
    mails: [],
    refunds: [
      { orderId: '250-0000002-0000002', source: 1, line: 3, date: '2026-10-02', amount: '1980', currency: 'JPY', state: 'came', until: '2026-10-16', charge: '0:13' },
      { orderId: '250-0000001-0000001', source: 1, line: 4, date: '2026-11-16', amount: '3980', currency: 'JPY', state: 'waiting', until: '2026-11-30', charge: null },
    ],
    renewals: [
      { service: 'amazon-prime', name: 'prime', amount: '600', currency: 'JPY', cadence: 'month', last: '2026-11-05', next: '2026-12-05', charges: ['0:4'] },
      { service: 'audible', name: 'audible', amount: '1500', currency: 'JPY', cadence: 'month', last: '2026-10-28', next: '2026-11-28', charges: [] },
    ],
  };
}

const CALM: Report['nextSteps'] = ['enable-two-step', 'turn-on-alerts', 'monthly-check'].map((step, at) => ({ step, when: at < 2 ? 'this-week' : 'monthly', due: null, because: [] }));

const STATEMENT: SourceReport = {
  id: 0, name: 'enavi202611(0000).csv', kind: 'statement', format: 'rakuten-card', encoding: 'utf-8',
  rows: 24, used: 21, skipped: { 'bill-payment': 2 }, from: '2026-09-05', to: '2026-11-14',
  problems: [{ line: 17, code: 'bad-date', field: '利用日', text: '2026/13/40' }],
  rowsToConfirm: [],
  table: null, why: [], addsUp: null,
};
const ORDER_FILE: SourceReport = {
  id: 1, name: 'Your Orders.zip/Your Amazon Orders/Order History.csv', kind: 'orders', format: 'amazon-order-history', encoding: 'utf-8',
  rows: 8, used: 8, skipped: {}, from: '2026-09-07', to: '2026-11-02', problems: [],
  rowsToConfirm: [],
  table: null, why: [], addsUp: null,
};
const UNREADABLE: SourceReport = {
  id: 2, name: 'スクリーンショット 2026-11-20.png', kind: 'unreadable', format: null, encoding: null,
  rows: 0, used: 0, skipped: {}, from: null, to: null, problems: [{ line: null, code: 'image', field: null, text: null }],
  rowsToConfirm: [],
  table: null, why: [], addsUp: null,
};

function order(orderId: string, ordered: string, items: string[], total: string): OrderReport {
  return { orderId, source: 1, lines: [2], ordered, shipped: [ordered], items, total, currency: 'JPY', seller: 'Amazon.co.jp', cards: ['Visa 0000'], address: '見本 花子（見本県）', status: 'shipped' };
}

const ORDERS = [
  order('250-0000001-0000001', '2026-09-07', ['見本の電気ケトル 1.0L'], '3980'),
  order('250-0000002-0000002', '2026-09-18', ['架空の絵本 第3巻', '見本ノート A5 5冊'], '1650'),
  order('250-0000006-0000006', '2026-10-19', ['見本の猫砂 4袋'], '2780'),
  order('250-0000007-0000007', '2026-10-22', ['ダミー洗剤 詰替'], '1340'),
  order('250-0000008-0000008', '2026-10-23', ['ダミー電池 単3 12本'], '1340'),
];

const FINDINGS: Report['findings'] = [
  { rule: 'no-order', level: 'flag', charges: ['0:6'], orders: [], args: { amount: '29800', currency: 'JPY', date: '2026-10-27', merchant: 'AMAZON.CO.JP' } },
  { rule: 'charged-twice', level: 'flag', charges: ['0:8'], orders: ['250-0000006-0000006'], args: { amount: '2780', currency: 'JPY', date: '2026-10-21', orderId: '250-0000006-0000006', item: '見本の猫砂 4袋', count: '2' } },
  { rule: 'family-card', level: 'ask', charges: ['0:7'], orders: [], args: { amount: '3560', currency: 'JPY', date: '2026-10-23', holder: '家族' } },
  { rule: 'amazon-pay', level: 'ask', charges: ['0:12'], orders: [], args: { amount: '7700', currency: 'JPY', date: '2026-10-08', merchant: 'AMZ*見本スポーツ' } },
  { rule: 'orders-end-early', level: 'info', charges: [], orders: [], args: { until: '2026-11-02', count: '1' } },
];

function charge(line: number, date: string, merchant: string, amount: string, verdict: string, cause: string | null, more: Partial<ChargeReport> = {}): ChargeReport {
  return {
    id: `0:${line}`, source: 0, line, date, posted: null, merchant, memo: null, amount, currency: 'JPY', card: '0000', cardFirst: false, paidBy: null, holder: null,
    service: verdict === 'other' ? 'other' : 'amazon-retail', verdict, cause, confidence: '0.95', answered: null, orders: [], alternatives: [], candidates: [], findings: [], evidence: [], ...more,
  };
}

const linked = (orderId: string) => ({ orders: [{ orderId, source: 1, lines: [2], part: [] }], evidence: ['amount-exact', 'day-fits', 'card-same'] });

const CHARGES: ChargeReport[] = [
  charge(2, '2026-11-14', 'AMAZON.CO.JP', '5220', 'notCovered', null),
  charge(3, '2026-11-09', '架空書店', '1870', 'other', null),
  charge(4, '2026-11-05', 'AMAZONプライム会費', '600', 'explained', 'subscription', { service: 'amazon-prime', evidence: ['plan-price', 'cadence'] }),
  charge(5, '2026-11-02', 'AMAZON.CO.JP', '1340', 'ask', 'ambiguous', { orders: [{ orderId: '250-0000007-0000007', source: 1, lines: [8], part: [] }], alternatives: [[{ orderId: '250-0000008-0000008', source: 1, lines: [9], part: [] }]], evidence: ['amount-exact', 'day-late'] }),
  charge(6, '2026-10-27', 'AMAZON.CO.JP', '29800', 'flagged', 'no-order', { findings: [0] }),
  charge(7, '2026-10-23', 'AMAZON.CO.JP', '3560', 'ask', 'family-card', { findings: [2], holder: '家族', card: '1111' }),
  charge(8, '2026-10-21', 'AMAZON.CO.JP', '2780', 'flagged', 'charged-twice', { findings: [1], orders: [{ orderId: '250-0000006-0000006', source: 1, lines: [7], part: [] }] }),
  charge(9, '2026-10-20', 'AMAZON.CO.JP', '2780', 'explained', 'order', linked('250-0000006-0000006')),
  charge(10, '2026-10-16', '架空スーパー 見本店', '3310', 'other', null),
  charge(12, '2026-10-08', 'AMZ*見本スポーツ', '7700', 'ask', 'amazon-pay', { findings: [3], service: 'amazon-pay' }),
  charge(13, '2026-10-03', 'AMAZON.CO.JP', '-1980', 'explained', 'refund', linked('250-0000002-0000002')),
  charge(14, '2026-09-19', 'ＡＭＡＺＯＮ．ＣＯ．ＪＰ', '1650', 'explained', 'order', linked('250-0000002-0000002')),
  charge(15, '2026-09-08', 'ＡＭＡＺＯＮ．ＣＯ．ＪＰ', '3980', 'explained', 'order', linked('250-0000001-0000001')),
];

function many(rows: number): ChargeReport[] {
  return Array.from({ length: rows }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, '0');
    const month = String(1 + (Math.floor(at / 28) % 9)).padStart(2, '0');
    return charge(100 + at, `2026-${month}-${day}`, 'AMAZON.CO.JP', String(500 + at), 'explained', 'order', linked('250-0000001-0000001'));
  });
}
