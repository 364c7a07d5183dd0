//! The words: what the screens say is there and nothing else, sums and days come from strings.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ANSWERS } from '../../src/app/screens/answers';
import { inSentence } from '../../src/app/screens/charge-words';
import { ORDERINGS, TILES } from '../../src/app/screens/charges';
import { SCOPES } from '../../src/app/screens/pack-content';
import { THEMES } from '../../src/app/screens/theme';
import { bestLang, LANGS, langOf } from '../../src/app/languages';
import { Words, wordsIn } from '../../src/app/words';
import { fileOf, folders, messagesOf } from '../catalogues';

const app = fileURLToPath(new URL('../../src/app/', import.meta.url));

describe('sums', () => {
  const cases: [lang: 'ja' | 'en', amount: string, currency: string, said: string][] = [
    ['ja', '3980', 'JPY', '¥3,980'],
    ['en', '3980', 'JPY', '¥3,980'],
    ['ja', '-1980', 'JPY', '−¥1,980'],
    ['en', '1200.5', 'USD', '$1,200.50'],
    ['en', '0.125', 'USD', '$0.125'],
    // More digits than a float holds.
    ['en', '90071992547409931', 'JPY', '¥90,071,992,547,409,931'],
    ['ja', 'about 30', 'JPY', 'about 30 JPY'],
    ['ja', '30', 'no currency', '30 no currency'],
  ];
  it.each(cases)('%s says %s %s as %s', (lang, amount, currency, said) => {
    expect(wordsIn(lang).money(amount, currency)).toBe(said);
  });
});

describe('months', () => {
  it.each([['ja', '26年8月'], ['en', 'Aug 2026']] as const)('%s says them short as %s, which is no day', (lang, said) => {
    expect(wordsIn(lang).shortMonth('2026-08')).toBe(said);
  });
});

describe('days', () => {
  const cases: [lang: 'ja' | 'en', day: string, said: string][] = [
    ['ja', '2026-09-03', '2026年9月3日(木)'],
    ['en', '2026-09-03', 'Thu, September 3, 2026'],
    ['ja', '2026-13-40', '2026-13-40'],
    ['ja', 'yesterday', 'yesterday'],
  ];
  it.each(cases)('%s says %s as %s', (lang, day, said) => {
    expect(wordsIn(lang).day(day)).toBe(said);
  });

  const regional: [lang: 'ja' | 'en', region: string, day: string, date: string][] = [
    ['en', 'uk', 'Tue, 24 November 2026', '24 November 2026'],
    ['en', 'eu', 'Tue, 24 November 2026', '24 November 2026'],
    ['en', 'au', 'Tue, 24 November 2026', '24 November 2026'],
    ['en', 'us', 'Tue, November 24, 2026', 'November 24, 2026'],
    ['en', 'jp', 'Tue, November 24, 2026', 'November 24, 2026'],
    ['ja', 'uk', '2026年11月24日(火)', '2026年11月24日'],
    ['ja', 'jp', '2026年11月24日(火)', '2026年11月24日'],
  ];
  it.each(regional)('%s in %s says %s and in a letter %s', (lang, region, day, date) => {
    const words = wordsIn(lang, region);
    expect([words.day('2026-11-24'), words.date('2026-11-24')]).toEqual([day, date]);
  });

  it('a month needs no day', () => {
    expect(wordsIn('ja').month('2026-09')).toBe('2026年9月');
  });

  it('a span without an end says its beginning', () => {
    expect(wordsIn('en').span('2026-09-03', null)).toBe('Thu, September 3, 2026');
    expect(wordsIn('en').span(null, null)).toBe('');
  });
});

describe('a shop in a sentence', () => {
  const cases: [merchant: string, said: string][] = [
    ['ＡＭＺ＊ＳＡＭＰＬＥ　ＢＯＯＫＳ', 'AMZ*SAMPLE BOOKS'],
    ['ｱﾏｿﾞﾝﾌﾟﾗｲﾑ', 'アマゾンプライム'],
    ['AMZ*見本スポーツ', 'AMZ*見本スポーツ'],
    // What only looks like a letter is shown as it is.
    ['𝐀MAZON', '𝐀MAZON'],
    ['ＡＭＡＺ０Ｎ', 'AMAZ0N'],
  ];
  it.each(cases)('%s is %s', (merchant, said) => expect(inSentence(merchant)).toBe(said));
});

describe('messages', () => {
  it('a missing message is seen as its id', () => {
    expect(wordsIn('ja').say('there-is-no-such-message')).toBe('there-is-no-such-message');
    expect(wordsIn('ja').find('there-is-no-such-message')).toBeNull();
    expect(wordsIn('ja').attribute('tab-help', 'nothing')).toBeNull();
  });

  it('a missing value does not stop the sentence', () => {
    expect(new Words('en', ['due = By { $day }']).say('due')).toBe('By {$day}');
  });

  it('direction marks out of a file are shown by their numbers', () => {
    expect(new Words('en', ['shop = { $name }']).say('shop', { name: 'A\u202eB' })).toBe('A[U+202E]B');
  });

  it('the first language that we have is taken', () => {
    expect(bestLang(['fr-FR', 'ja-JP', 'en'])).toBe('ja');
    expect(bestLang(['fr'])).toBe('en');
    expect(bestLang([])).toBe('en');
    expect(langOf('JA-jp-x-kansai')).toBe('ja');
    expect(langOf('java')).toBeNull();
  });

  it('the page’s own language stands first', () => {
    expect(LANGS[0]).toBe('ja');
    expect(LANGS).toContain('en');
  });
});

describe('the catalogues of the screens', () => {
  const model = [...messagesOf('en', 'first', 'screens').keys()];

  it.each(folders)('name each message once in %s', (lang) => {
    const catalogue = ['first', 'screens'].map((file) => fileOf(lang, `page/${file}.ftl`)).join('\n');
    const ids = [...catalogue.matchAll(/^([a-z][\w-]*) =/gm)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it('hold nothing that no screen says', () => {
    const text = sources();
    const unused = model.filter((name) => {
      const [id = '', attribute] = name.split('.');
      return !(text.includes(`'${id}'`) || MADE_NAMES.has(id)) || (attribute !== undefined && !text.includes(`'${attribute}'`));
    });
    expect(unused).toEqual([]);
  });

  it('hold every name that is put together', () => {
    const known = new Set(messageIds(model));
    expect([...MADE_NAMES].filter((name) => !known.has(name))).toEqual([]);
    // A name put together in a new way has to be told of here, or belongs to the report.
    const starts = new Set([...sources().matchAll(/`([a-z][\w-]*-)\$\{/g)].map(([, start]) => start ?? ''));
    const told = new Set([...Object.keys(MADE), ...OF_REPORT]);
    expect([...starts].filter((start) => !told.has(start))).toEqual([]);
  });

  it('hold everything the screens say', () => {
    const known = new Set(messageIds(model));
    const said = [...sources().matchAll(/\bsay\('([\w-]+)'/g)].map(([, id]) => id ?? '');
    const ofReport = new Set(['site-data-request', 'site-transactions', 'letter-blank']);
    expect(said.filter((id) => !known.has(id) && !ofReport.has(id))).toEqual([]);
  });
});

function messageIds(names: readonly string[]): string[] {
  return names.filter((name) => !name.includes('.'));
}

/** Names that the screens put together, by how they start: all their ends. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  'adding-': ['old', 'cards'],
  'answer-button-': [...ANSWERS, ...ANSWERS.map((answer) => `${answer}-repeat-purchase`)],
  'answers-title-': ['repeat-purchase'],
  'answer-not-covered-': ['no-orders', 'end', 'start'],
  'headline-': ['flagged', 'ask-and-open', 'ask', 'not-covered', 'partly-covered', 'clear', 'no-amazon'],
  'answered-': ANSWERS,
  'answered-all-': ANSWERS,
  'ask-sign-': ['plus', 'minus'],
  'badge-': ANSWERS,
  'bulk-': ['me', 'family'],
  // A failure, said behind `failure-`, and a file's name.
  'case-': [],
  'mioboe-': [],
  'change-': [...TILES, 'amazon-pay', 'other-service', 'look-alike', 'money-owed'],
  'clock-': ['charge', 'statement'],
  'month-line-': ['new', 'refunds', 'prices', 'renewals'],
  'source-': ['rows', 'rows-used', 'mails', 'mails-used'],
  'csv-': ['day', 'merchant', 'sum', 'currency', 'card', 'verdict', 'why', 'orders', 'items', 'answer', 'place'],
  'detail-': ['name', 'contact', 'issuer', 'noticed'],
  'export-': ['print', 'csv', 'case', 'calendar'].flatMap((kind) => [kind, `${kind}-about`]),
  'failure-': ['engine', 'storage', 'case-broken', 'case-newer'],
  'group-': ['notMine', 'settled'].flatMap((group) => [group, `${group}-about`]),
  'keep-line-': ['results', 'answers', 'steps'],
  'letter-copied-': ['yes', 'selected'],
  'mail-said-': ['yes', 'no'],
  'one-about-': ['amazon-retail', 'amazon-marketplace', 'amazon-digital', 'amazon-prime', 'audible', 'amazon-music', 'kindle', 'prime-video', 'amazon-pay', 'aws', 'amazon-fresh', 'amazon-other', 'look-alike', 'other'],
  'one-day-': ['today', 'yesterday', 'other', 'unknown'],
  'one-means-': ['amazon-retail', 'amazon-marketplace', 'amazon-digital', 'amazon-prime', 'amazon-pay'],
  'order-status-': ['closed', 'authorized', 'cancelled'],
  'pack-title-': SCOPES,
  'paid-by-': ['card', 'debit', 'prepaid', 'phone-bill', 'pay-later', 'gift-balance', 'app-store'],
  'redaction-': ['on', 'off'],
  'refund-': ['overdue', 'waiting', 'unseen'],
  'region-': ['elsewhere'],
  'role-': ['none', 'date', 'merchant', 'amount', 'out', 'back', 'currency', 'card', 'holder', 'memo'],
  'sample-': ['out', 'back'],
  'scope-': SCOPES,
  'sort-': ORDERINGS,
  'tab-': ['results', 'steps', 'files', 'settings', 'help'],
  'text-kind-': ['known', 'unknown', 'imitation', 'other'],
  'text-next-': ['known', 'unknown', 'imitation', 'other'],
  'text-orders-': ['goods', 'digital', 'either', 'nowhere'],
  'theme-': THEMES,
  'timeline-': ['charge', 'refund', 'ordered', 'shipped'],
  'weight-': ['danger', 'doubt', 'note', 'for'],
  'working-': ['reading', 'analysing'],
};

/** Starts of the report's own names; the playbook's tests hold those. */
const OF_REPORT = [
  'back-', 'cause-', 'contact-', 'deadline-', 'dispute-', 'evidence-', 'finding-', 'format-', 'kind-', 'mail-', 'meaning-', 'plan-', 'problem-', 'service-', 'skip-',
  'step-', 'verdict-', 'when-',
];

const EMPTY_CASES = ['no-charges', 'only-orders', 'unreadable', 'waiting', 'only-mails'].flatMap((name) => [`${name}-title`, `${name}-text`]);

const MADE_NAMES = new Set([...Object.entries(MADE).flatMap(([start, ends]) => ends.map((end) => `${start}${end}`)), ...EMPTY_CASES]);

let allSources = '';
function sources(): string {
  allSources ||= readdirSync(`${app}screens`, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${app}screens/${name}`, 'utf8'))
    .join('\n');
  return allSources;
}
