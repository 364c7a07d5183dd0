//! Letters: filled from the charges in question, clearly blank where something is not known.

import { describe, expect, it } from 'vitest';
import { DISPUTES, type LetterReport, type Report, type Said } from '../../../src/app/engine/report';
import { type Details, NO_DETAILS } from '../../../src/app/screens/case/details';
import { type Filling, writeLetter } from '../../../src/app/screens/case/write-letter';
import { sampleReport } from '../../../src/app/screens/dev/sample';
import { lettersIn } from '../../../src/app/screens/words';
import { type Lang, LANGS } from '../../../src/app/languages';
import { wordsIn } from '../../../src/app/words';
import { advise } from '../../adviser';

const report: Report = sampleReport('whole', 0);
const SELLERS: Report = { ...report, orders: report.orders.map((order) => ({ ...order, seller: '見本商店' })) };

interface About {
  readonly report?: Report;
  readonly region?: string;
  readonly dispute?: string | null;
  readonly details?: Details;
  readonly said?: Said;
}

/** What the case says about these charges, and what only the person knows. */
async function filling(ids: readonly string[], { report: of = report, region = 'jp', dispute = 'unauthorised', details = NO_DETAILS, said = {} }: About = {}): Promise<Filling> {
  const { matter, today } = await advise(of, { region, about: [...ids], dispute, ...said });
  return { report: of, matter, today, details, region };
}

/** Every letter that there is, as the case has it. */
const letters: readonly LetterReport[] = await (async () => {
  const found = new Map<string, LetterReport>();
  const ways = ['card', 'debit', 'phone-bill', 'pay-later', 'app-store'] as const;
  for (const region of ['jp', 'us', 'uk', 'eu', 'ca']) {
    for (const by of ways) for (const one of (await filling(['0:8'], { report: SELLERS, region, said: { paid: [{ charge: '0:8', by }] } })).matter.letters) found.set(one.id, one);
  }
  return [...found.values()];
})();

function letter(id: string): LetterReport {
  const found = letters.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

const KNOWN: About = {
  dispute: 'charged-twice',
  details: { name: '見本 花子', contact: 'hanako@example.jp', issuer: '見本カード', noticed: '2026-11-20', noticeCame: '' },
  said: { steps: [{ step: 'contact-amazon', done: true, note: '受付 12', doneOn: '2026-11-21' }] },
};
const known = await filling(['0:8'], KNOWN);
const about = async (id: string, lang: Lang, charges: readonly string[], more: About = {}): Promise<string> => writeLetter(letter(id), lang, await filling(charges, more)).text;
const changed = (id: string, change: Partial<Report['charges'][number]>): Report => ({ ...report, charges: report.charges.map((charge) => (charge.id === id ? { ...charge, ...change } : charge)) });

it('there is a letter for all that a step sends, and a class for each dispute', () => {
  expect(letters.map(({ id }) => id)).toContain('letter-issuer-phone');
  expect(letter('letter-us-fcba')).toMatchObject({ writtenIn: 'en', step: 'contact-card-issuer' });
  expect(letters.length).toBeGreaterThan(9);
  expect(DISPUTES).toHaveLength(6);
});

describe('the charges to tick', () => {
  it('are those that nobody knows only where that is what is said of them', () => {
    for (const dispute of DISPUTES) {
      const [ja, en] = (['ja', 'en'] as const).map((lang) => wordsIn(lang).say('prepare-charges-about', { dispute }));
      expect(en, dispute).toBe(`Tick only the charges that ${dispute === 'unauthorised' ? 'nobody at home knows' : 'this is about'}. The text speaks of those that are ticked.`);
      expect(ja?.includes('心当たりのない'), dispute).toBe(dispute === 'unauthorised');
      expect(ja, dispute).toMatch(/請求だけに印をつけてください。文面は、印のある請求について書かれます。$/);
    }
  });
});

describe('which letters serve', () => {
  const cases: [region: string, own: string][] = [
    ['jp', 'letter-issuer-letter'],
    ['us', 'letter-us-fcba'],
    ['uk', 'letter-uk-note'],
    ['eu', 'letter-eu-note'],
    ['de', 'letter-eu-note'],
    ['ca', 'letter-issuer-note'],
    ['nz', 'letter-issuer-letter'],
  ];
  const ids = ({ matter }: Filling) => matter.letters.map(({ id }) => id);
  it.each(cases)('in %s the issuer gets %s', async (region, own) => {
    const { matter } = await filling(['0:6'], { region });
    expect(matter.letters.filter(({ form }) => form === 'letter').map(({ id }) => id)).toEqual([own]);
  });
  it('money that another holds has its own', async () => {
    const own = async (by: 'debit' | 'phone-bill' | 'pay-later' | 'app-store') => ids(await filling(['0:6'], { region: 'us', said: { paid: [{ charge: '0:6', by }] } })).filter((id) => !id.startsWith('letter-amazon') && !id.endsWith('-summary'));
    expect(await own('debit')).toEqual(['letter-issuer-phone', 'letter-us-reg-e']);
    expect(await own('phone-bill')).toEqual(['letter-carrier-phone']);
    expect(await own('pay-later')).toEqual(['letter-pay-later-message']);
    expect(await own('app-store')).toEqual(['letter-app-store-message']);
  });
  it('Amazon is not asked about other shops', async () => {
    expect(ids(await filling(['0:10'])).filter((id) => id.startsWith('letter-amazon'))).toEqual([]);
    expect(ids(await filling(['0:10']))).toContain('letter-issuer-letter');
    expect(ids(await filling(['0:10', '0:6']))).toContain('letter-amazon-message');
  });
  it('a seller is written to only where there is one', async () => {
    expect(ids(await filling(['0:8']))).not.toContain('letter-seller-message');
    expect(ids(await filling(['0:8'], { report: SELLERS }))).toContain('letter-seller-message');
  });
});

describe('a letter', () => {
  it.each(LANGS.flatMap((lang) => letters.map(({ id }) => [lang, id] as const)))('in %s: %s holds what is known and no placeholder', async (lang, id) => {
    const seller = await filling(['0:8'], { ...KNOWN, report: SELLERS });
    const { text } = writeLetter(letter(id), lang, seller);
    const blank = lettersIn(lang).say('letter-blank');
    const unknown = letter(id).variables.includes('signs') ? 1 : 0;
    expect(text.split(blank)).toHaveLength(1 + unknown);
    expect(text).not.toMatch(/\{|\}|undefined|\$(?!\d)/);
    expect(text).toContain('2,780');
    expect(text).toContain('見本 花子');
  });

  it.each(LANGS.flatMap((lang) => letters.map(({ id }) => [lang, id] as const)))('in %s: %s leaves a clear blank for what is not known', async (lang, id) => {
    const text = await about(id, lang, []);
    expect(text).toContain(lettersIn(lang).say('letter-blank'));
    expect(text).not.toMatch(/undefined|null/);
  });

  const regions = ['jp', 'us', 'uk', 'eu', 'de', 'ca', 'au', 'in', 'sg', 'elsewhere'];
  const table = LANGS.flatMap((lang) => regions.flatMap((region) => DISPUTES.flatMap((dispute) => (['known', 'missing'] as const).map((data) => ({ lang, region, dispute, data })))));
  it.each(table)('$dispute in $region, page in $lang, data $data: every text is whole', async ({ lang, region, dispute, data }) => {
    const of = data === 'known' ? await filling(['0:8'], { ...KNOWN, report: SELLERS, dispute, region }) : await filling([], { dispute, region });
    const served = of.matter.letters;
    expect(served.length).toBeGreaterThanOrEqual(data === 'known' ? 8 : 7);
    for (const one of served) {
      const { text, subject } = writeLetter(one, lang, of);
      const said = `${subject ?? ''}\n${text}`;
      // A placeable that was not filled, a value of the program's own, a bracket with nothing in it, a word of the table.
      expect(said, one.id).not.toMatch(/[{}]|undefined|null|NaN|\[object|[（(「“]\s*[）)」”]|\b(none|asked|not-asked|letter-\w+|dispute-\w+)\b/);
      const wordsOf = lettersIn(one.writtenIn ?? lang);
      const blanks = text.split(wordsOf.say('letter-blank')).length - 1;
      if (data === 'missing') expect(blanks, one.id).toBeGreaterThan(0);
      else expect(blanks, one.id).toBe(one.variables.includes('signs') ? 1 : 0);
      // A day is written as the letter's language and the region have it.
      const dayFirst = /\b\d{1,2} (January|October|November) 2026/;
      const monthFirst = /(January|October|November) \d{1,2}, 2026/;
      const japanese = /2026年\d{1,2}月\d{1,2}日/;
      const written = one.writtenIn ?? lang;
      // How other languages write days is the browser's knowledge.
      if (!['ja', 'en'].includes(written)) continue;
      const [wanted, ...others] = written === 'ja' ? [japanese, dayFirst, monthFirst] : ['uk', 'eu', 'de', 'au', 'in', 'sg'].includes(region) ? [dayFirst, monthFirst, japanese] : [monthFirst, dayFirst, japanese];
      if (data === 'known') expect(text, one.id).toMatch(wanted as RegExp);
      for (const other of others) expect(text, one.id).not.toMatch(other);
    }
  });

  it('to an issuer abroad is English on a Japanese page', async () => {
    const { text, subject } = writeLetter(letter('letter-us-fcba'), 'ja', await filling(['0:6'], { region: 'us' }));
    expect(subject).toBe('Notice of a billing error');
    expect(text).toContain('- October 27, 2026: ¥29,800, “AMAZON.CO.JP”');
    expect(text).toContain('neither I nor anyone I authorized made what is listed above');
  });

  it('names no more of a card than its last four digits', async () => {
    const text = await about('letter-issuer-letter', 'ja', ['0:6'], { report: changed('0:6', { card: '4111111111110000' }) });
    expect(text).toContain('カードの下４桁　0000');
    expect(text).not.toContain('4111');
  });

  it('leaves the last four digits open where the statement shows the first', async () => {
    const more = { report: changed('0:6', { card: '4980', cardFirst: true }) };
    for (const name of ['letter-issuer-letter', 'letter-us-fcba', 'letter-uk-note', 'letter-eu-note']) {
      expect(await about(name, 'ja', ['0:6'], more)).not.toContain('4980');
    }
    expect(await about('letter-issuer-letter', 'ja', ['0:6'], more)).toContain('カードの下４桁　＿＿＿');
  });

  it('about a charge made twice shows the other one too', () => {
    const { text } = writeLetter(letter('letter-issuer-letter'), 'ja', known);
    expect(text).toContain('（もう1件の請求：2026年10月20日　¥2,780　AMAZON.CO.JP）\n合計　¥2,780');
  });

  it('names the charges by day', async () => {
    const text = await about('letter-amazon-message', 'en', ['0:6', '0:8']);
    expect(text.indexOf('October 21, 2026')).toBeGreaterThan(0);
    expect(text.indexOf('October 21, 2026')).toBeLessThan(text.indexOf('October 27, 2026'));
  });

  it('says that no order is there, where there is none', async () => {
    expect(await about('letter-amazon-message', 'ja', ['0:6'])).toContain('・手元の注文データに、当たる注文はありません');
  });

  it('does not ask a plan for its order', async () => {
    const text = await about('letter-amazon-message', 'en', ['0:6'], { dispute: 'recurring-after-cancelling' });
    expect(text).toContain('Orders concerned:\n- The fee of a plan, which has no order of its own\n');
  });

  it('encloses no picture of an order that is not theirs', async () => {
    const of = (dispute: string) => about('letter-issuer-letter', 'en', ['0:6'], { dispute });
    expect(await of('unauthorised')).toContain('Enclosed: a copy of the statement\n');
    expect(await of('cancelled')).toContain('Enclosed: copies of the statement and screenshots of the order, cancellation and refund\n');
  });

  const traces: [ids: string[], verdict: string | null, said: string, asked: string][] = [
    [['0:6'], null, 'カードの明細とAmazonの注文データを見比べましたが、当たる注文はありません。', '私の注文でなければ取り消してください'],
    [['0:15'], null, '私のAmazonの注文データに、この請求に該当する注文があります。私が注文したものではありません。', '発送前であれば、発送を止めてください'],
    [['0:12'], null, 'Amazonの注文データには入らない支払いです。', 'どのお店へのものかを調べてください'],
    [['0:2'], null, 'この日の注文データは、まだ手元にありません。', '私の注文でなければ取り消してください'],
    // Judged anew with the person's answer, a charge of a day that the orders do not reach is flagged.
    [['0:2'], 'flagged', 'この日の注文データは、まだ手元にありません。', '私の注文でなければ取り消してください'],
    [['0:6', '0:15'], null, 'カードの明細とAmazonの注文データを見比べて、確かめました。', '私の注文でなければ取り消してください'],
  ];
  it.each(traces)('about %j (%s) says what the order data say', async (ids, verdict, said, asked) => {
    const of = { report: { ...report, charges: report.charges.map((charge) => (ids.includes(charge.id) ? { ...charge, verdict: verdict ?? charge.verdict } : charge)) } };
    const text = await about('letter-amazon-message', 'ja', ids, of);
    expect(text).toContain(said);
    expect(text).toContain(asked);
    const police = await about('letter-police-summary', 'ja', ids, of);
    expect(police.includes('注文データを突き合わせて')).toBe(!ids.some((id) => ['0:2', '0:12'].includes(id)));
  });
  const lookAlikes: [lang: Lang, id: string, said: readonly string[]][] = [
    ['en', 'letter-amazon-message', ['- I know of no order number, and cannot tell whether the charge is Amazon’s\n', 'I do not recognise this. The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.\n', 'whether this charge is yours at all. If it is not, please say so in writing.']],
    ['en', 'letter-issuer-phone', ['The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.', 'the shop’s full name and how to reach it, and reverse it if I did not make it.']],
    ['en', 'letter-issuer-letter', ['The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.', 'the shop’s full name and how to reach it, and reverse it if I did not make it.']],
    ['en', 'letter-police-summary', ['By looking at the card statement.\n']],
    ['en', 'letter-consumer-summary', ['2. The other side\nThe shop that the charge names\n', '5. What I would like\nPlease tell me the shop’s full name']],
    ['en', 'letter-us-fcba', ['made what is listed above. The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.\n']],
    ['en', 'letter-uk-note', ['after you became aware of it. The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.\n']],
    ['en', 'letter-eu-note', ['the end of the following business day. The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.\n']],
    ['ja', 'letter-us-fcba', ['made what is listed above. The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.\n']],
    ['ja', 'letter-uk-note', ['after you became aware of it. The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.\n']],
    ['ja', 'letter-eu-note', ['the end of the following business day. The name on the statement resembles Amazon’s, and I cannot tell whether it is Amazon’s.\n']],
    ['ja', 'letter-amazon-message', ['・Amazonの請求かどうか分からず、注文番号も分かりません\n', '身に覚えのない請求です。明細の名前はAmazonに似ていますが、Amazonのものか分かりません。\n', 'そもそもAmazonのものかどうか']],
    ['ja', 'letter-issuer-phone', ['Amazonに似ていますが、Amazonのものか分かりません。', 'お店の正式な名前と連絡先を教えてください。私の利用でなければ、請求を取り消してください。']],
    ['ja', 'letter-issuer-letter', ['Amazonに似ていますが、Amazonのものか分かりません。', 'お店の正式な名前と連絡先を教えてください。私の利用でなければ、請求を取り消してください。']],
    ['ja', 'letter-police-summary', ['カードの利用明細を見て気づきました。\n']],
    ['ja', 'letter-consumer-summary', ['２．相手\n請求の名前にあるお店\n', '５．望んでいる解決\nお店の正式な名前と連絡先']],
  ];
  it.each(lookAlikes)('in %s: %s treats a name that resembles Amazon’s as nobody’s that is known', async (lang, id, said) => {
    const text = await about(id, lang, ['0:6'], { report: changed('0:6', { merchant: 'AMAZ0N.CO.JP', service: 'look-alike', cause: 'look-alike-merchant' }) });
    for (const words of said) expect(text).toContain(words);
    expect(text).not.toMatch(/order data|注文データ|which order|どの注文/);
    // The same letter about a charge of Amazon's does not say so.
    expect(await about(id, lang, ['0:6'])).not.toMatch(/resembles Amazon|Amazonに似て/);
  });
  it('tells the sums, days and orders that the finding knows, in every letter of that dispute', async () => {
    const charges = ['0:15'];
    const finding = { rule: 'refund-missing', level: 'flag', charges, orders: ['250-0000001-0000001'], args: { amount: '800', currency: 'JPY', date: '2026-10-20', days: '33', orderId: '250-0000001-0000001' } };
    const of = { dispute: 'refund-not-received', report: { ...report, findings: [finding] } };
    const filled = await filling(charges, of);
    for (const one of filled.matter.letters) expect(writeLetter(one, 'ja', filled).text, one.id).toContain('・2026年10月20日付の返金¥800（注文番号 250-0000001-0000001）が、33日たっても明細に見当たりません。');
    for (const [region, id] of [['us', 'letter-us-fcba'], ['uk', 'letter-uk-note'], ['eu', 'letter-eu-note']] as const) {
      expect(await about(id, 'ja', charges, { ...of, region }), id).toMatch(/\n- A refund of ¥800 dated (?:October 20,|20 October) 2026 \(250-0000001-0000001\) has not shown on the statements after 33 days\.\n\nPlease/);
    }
    const ended = { rule: 'charged-after-cancelling', level: 'flag', charges, orders: [], args: { amount: '600', currency: 'JPY', date: '2026-11-05', until: '2026-10-31', plan: 'prime' } };
    expect(await about('letter-amazon-message', 'ja', charges, { dispute: 'recurring-after-cancelling', report: { ...report, findings: [ended] } })).toContain('2026年10月31日に終わったはずのAmazonプライム');
  });
  it('asks a seller to stop what the person did not order', async () => {
    expect(await about('letter-seller-message', 'ja', ['0:15'], { report: SELLERS })).toContain('発送前であれば止めてください');
    expect(await about('letter-seller-message', 'ja', ['0:15'], { report: SELLERS, dispute: 'cancelled' })).toContain('キャンセルの記録を確かめ');
  });

  it('says what belongs into a blank that stands alone', async () => {
    expect(await about('letter-amazon-message', 'ja', ['0:6'])).toContain('お名前：＿＿＿');
    expect(await about('letter-uk-note', 'ja', ['0:6'], { region: 'uk', report: { ...report, sources: [] } })).toMatch(/Card issuer: ＿＿＿[^]*Name: ＿＿＿\nAddress, phone or e-mail: ＿＿＿$/);
    expect(await about('letter-issuer-letter', 'ja', ['0:6'], { report: { ...report, sources: [] } })).toContain('＿＿＿ 御中');
  });

  it.each(['letter-police-summary', 'letter-consumer-summary'])('%s names its blanks for who it is, and only the blanks', async (id) => {
    expect(await about(id, 'en', ['0:6'])).toContain('1. Who\nName: ＿＿＿\nAddress, phone or e-mail: ＿＿＿\n\n2. ');
    expect(await about(id, 'ja', ['0:6'])).toContain('１．相談する人\nお名前：＿＿＿\n連絡先：＿＿＿\n\n２．');
    expect(writeLetter(letter(id), 'en', known).text).toContain('1. Who\n見本 花子\nhanako@example.jp\n\n2. ');
    expect(writeLetter(letter(id), 'ja', known).text).toContain('１．相談する人\n見本 花子\nhanako@example.jp\n\n２．');
  });

  it('tells what was done, with day and note', () => {
    expect(writeLetter(letter('letter-issuer-letter'), 'ja', known).text).toContain('・2026年11月21日　Amazonのカスタマーサービスに問い合わせました　受付 12');
  });

  it('speaks for the family only once the family was asked', async () => {
    const said = (steps: Said['steps'] = []) => about('letter-amazon-message', 'ja', ['0:6'], { said: { steps } });
    expect(await said()).toContain('私には、身に覚えのない請求です。');
    expect(await said([{ step: 'check-family', done: true, note: '', doneOn: '2026-11-21' }])).toContain('私にも家族にも、身に覚えのない請求です。');
  });

  it('tells Amazon what changed in the account, where something did', async () => {
    const finding = { rule: 'new-device', level: 'ask', charges: [], orders: [], args: { device: '架空タブレット', date: '2026-11-02' } };
    const said = (findings: Report['findings']) => about('letter-amazon-message', 'ja', ['0:6'], { report: { ...report, findings } });
    expect(await said([finding])).toContain('次の変化がありました。ほかに変わったところがないかも調べてください。\n・2026年11月2日に、端末「架空タブレット」が新しく登録されています。');
    expect(await said([])).not.toMatch(/変化|none/);
  });

  it('tells whom was spoken to, and what they said', async () => {
    const contacts = [{ day: '2026-11-22', whom: 'アマゾンのチャット', answer: '別のアカウントではない' }];
    expect(await about('letter-issuer-letter', 'ja', ['0:6'], { said: { contacts } })).toContain('・2026年11月22日　アマゾンのチャットに連絡　別のアカウントではない');
    const script = (said: Said) => about('letter-issuer-phone', 'ja', ['0:6'], { said });
    expect(await script({ contacts })).toContain('「Amazonには、2026年11月22日に問い合わせました。」');
    expect(await script({})).toContain('「Amazonには、＿＿＿に問い合わせました。」（まだのときは');
  });

  const issuers: [format: string | null, said: string][] = [
    ['rakuten', '楽天カード 御中'],
    ['smbc-vpass', '三井住友カード 御中'],
    ['table', '＿＿＿ 御中'],
    [null, '＿＿＿ 御中'],
  ];
  it.each(issuers)('from a statement of the form %s goes to %s', async (format, said) => {
    const sources = report.sources.map((source) => ({ ...source, format }));
    expect(await about('letter-issuer-letter', 'ja', ['0:6'], { report: { ...report, sources } })).toContain(said);
  });

  it('adds up each currency by itself', async () => {
    const text = await about('letter-issuer-letter', 'en', ['0:6', '0:8', '0:15'], { report: changed('0:15', { amount: '12.50', currency: 'USD' }) });
    expect(text).toMatch(/¥32,580.*\$12\.50|\$12\.50.*¥32,580/);
  });
});
