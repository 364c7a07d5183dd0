//! Letters: filled from the charges in question, clearly blank where something is not known.

import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/app/engine/report';
import type { Answer } from '../../../src/app/screens/answers';
import { askedAbout, disputeOf } from '../../../src/app/screens/case/asked';
import { disputeClasses, type Letter, letterTable, readTable } from '../../../src/app/screens/case/letters';
import { NO_DETAILS } from '../../../src/app/screens/case/details';
import { lettersFor, type Matter, writeLetter } from '../../../src/app/screens/case/write-letter';
import { sampleReport } from '../../../src/app/screens/dev/sample';
import { lettersIn } from '../../../src/app/screens/words';
import { type Lang, LANGS } from '../../../src/app/languages';
import { wordsIn } from '../../../src/app/words';

const report: Report = sampleReport('whole', 0);
const { letters } = letterTable();

function matter(ids: readonly string[], more: Partial<Matter> = {}): Matter {
  return { report, charges: report.charges.filter(({ id }) => ids.includes(id)), dispute: 'unauthorised', details: NO_DETAILS, steps: new Map(), contacts: [], region: 'jp', ...more };
}

function letter(id: string): Letter {
  const found = letters.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

const known = matter(['0:8'], {
  dispute: 'charged-twice',
  details: { name: '見本 花子', contact: 'hanako@example.jp', issuer: '見本カード', noticed: '2026-11-20', noticeCame: '' },
  steps: new Map([['contact-amazon', { done: true, note: '受付 12', doneOn: '2026-11-21' }]]),
});

describe('the table', () => {
  it('has a letter for all that a step sends, and disputes by rule', () => {
    expect(letters.map(({ id }) => id)).toContain('letter-issuer-phone');
    expect(letterTable().disputes.get('charged-twice')).toBe('charged-twice');
    expect(letter('letter-us-fcba')).toMatchObject({ regions: ['us'], writtenIn: 'en', step: 'contact-card-issuer' });
    expect(disputeClasses()).toHaveLength(6);
  });
  it('is read line by line', () => {
    const table = readTable('# words\n[dispute.x]\nrules = ["a", "b"]\n\n[[letter]]\nid = "l"\nstep = "s"\nform = "f"\nvariables = ["name"]\n');
    expect([...table.disputes]).toEqual([['a', 'x'], ['b', 'x']]);
    expect(table.letters).toEqual([{ id: 'l', step: 's', form: 'f', regions: [], writtenIn: null, variables: ['name'] }]);
  });
});

describe('the dispute of a charge', () => {
  const cases: [id: string, answer: Answer | undefined, dispute: string | null][] = [
    ['0:6', undefined, 'unauthorised'],
    ['0:8', undefined, 'charged-twice'],
    ['0:8', 'notMine', 'charged-twice'],
    ['0:15', 'notMine', 'unauthorised'],
    ['0:15', undefined, null],
    ['0:7', undefined, null],
  ];
  it.each(cases)('%s answered %s is %s', (id, answer, dispute) => {
    const [charge] = report.charges.filter((one) => one.id === id);
    expect(charge && disputeOf(report, charge, () => answer)).toBe(dispute);
  });
  it('what the person called their own is not asked about', () => {
    expect(askedAbout(report, ({ id }) => (id === '0:6' ? 'me' : undefined)).map(({ id }) => id)).toEqual(['0:8']);
  });
});

describe('the charges to tick', () => {
  it('are those that nobody knows only where that is what is said of them', () => {
    for (const dispute of disputeClasses()) {
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
    ['nz', 'letter-issuer-letter'],
  ];
  it.each(cases)('in %s the issuer gets %s', (region, own) => {
    const toIssuer = lettersFor(letters, matter(['0:6'], { region })).filter(({ form }) => form === 'letter');
    expect(toIssuer.map(({ id }) => id)).toEqual([own]);
  });
  it('Amazon is not asked about other shops', () => {
    const ids = (charges: string[]) => lettersFor(letters, matter(charges)).map(({ id }) => id);
    expect(ids(['0:10']).filter((id) => id.startsWith('letter-amazon'))).toEqual([]);
    expect(ids(['0:10'])).toContain('letter-issuer-letter');
    expect(ids(['0:10', '0:6'])).toContain('letter-amazon-message');
  });
  it('a seller is written to only where there is one', () => {
    const ids = (orders: Report['orders']) => lettersFor(letters, matter(['0:8'], { report: { ...report, orders } })).map(({ id }) => id);
    expect(ids(report.orders)).not.toContain('letter-seller-message');
    expect(ids(report.orders.map((order) => ({ ...order, seller: '見本商店' })))).toContain('letter-seller-message');
  });
});

describe('a letter', () => {
  it.each(LANGS.flatMap((lang) => letters.map(({ id }) => [lang, id] as const)))('in %s: %s holds what is known and no placeholder', (lang, id) => {
    const seller = { ...known, report: { ...report, orders: report.orders.map((order) => ({ ...order, seller: '見本商店' })) } };
    const { text } = writeLetter(letter(id), lang, seller);
    const blank = lettersIn(lang).say('letter-blank');
    const unknown = letter(id).variables.includes('signs') ? 1 : 0;
    expect(text.split(blank)).toHaveLength(1 + unknown);
    expect(text).not.toMatch(/\{|\}|undefined|\$(?!\d)/);
    expect(text).toContain('2,780');
    expect(text).toContain('見本 花子');
  });

  it.each(LANGS.flatMap((lang) => letters.map(({ id }) => [lang, id] as const)))('in %s: %s leaves a clear blank for what is not known', (lang, id) => {
    const { text } = writeLetter(letter(id), lang, matter([]));
    expect(text).toContain(lettersIn(lang).say('letter-blank'));
    expect(text).not.toMatch(/undefined|null/);
  });

  const regions = ['jp', 'us', 'uk', 'eu', 'elsewhere'];
  const table = LANGS.flatMap((lang) => regions.flatMap((region) => disputeClasses().flatMap((dispute) => (['known', 'missing'] as const).map((data) => ({ lang, region, dispute, data })))));
  it.each(table)('$dispute in $region, page in $lang, data $data: every text is whole', ({ lang, region, dispute, data }) => {
    const sellers = { ...report, orders: report.orders.map((order) => ({ ...order, seller: '見本商店' })) };
    const of: Matter = data === 'known' ? { ...known, report: sellers, dispute, region } : { ...matter([]), dispute, region };
    const served = lettersFor(letters, of);
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
      const [wanted, ...others] = written === 'ja' ? [japanese, dayFirst, monthFirst] : ['uk', 'eu'].includes(region) ? [dayFirst, monthFirst, japanese] : [monthFirst, dayFirst, japanese];
      if (data === 'known') expect(text, one.id).toMatch(wanted as RegExp);
      for (const other of others) expect(text, one.id).not.toMatch(other);
    }
  });

  it('to an issuer abroad is English on a Japanese page', () => {
    const { text, subject } = writeLetter(letter('letter-us-fcba'), 'ja', matter(['0:6'], { region: 'us' }));
    expect(subject).toBe('Notice of a billing error');
    expect(text).toContain('- October 27, 2026: ¥29,800, “AMAZON.CO.JP”');
    expect(text).toContain('neither I nor anyone I authorized made what is listed above');
  });

  it('names no more of a card than its last four digits', () => {
    const charges = [{ ...report.charges[4], card: '4111111111110000' } as Report['charges'][number]];
    const { text } = writeLetter(letter('letter-issuer-letter'), 'ja', { ...matter([]), charges });
    expect(text).toContain('カードの下４桁　0000');
    expect(text).not.toContain('4111');
  });

  it('leaves the last four digits open where the statement shows the first', () => {
    const charges = [{ ...report.charges[4], card: '4980', cardFirst: true } as Report['charges'][number]];
    for (const name of ['letter-issuer-letter', 'letter-us-fcba', 'letter-uk-note', 'letter-eu-note']) {
      expect(writeLetter(letter(name), 'ja', { ...matter([]), charges }).text).not.toContain('4980');
    }
    expect(writeLetter(letter('letter-issuer-letter'), 'ja', { ...matter([]), charges }).text).toContain('カードの下４桁　＿＿＿');
  });

  it('about a charge made twice shows the other one too', () => {
    const { text } = writeLetter(letter('letter-issuer-letter'), 'ja', known);
    expect(text).toContain('（もう1件の請求：2026年10月20日　¥2,780　AMAZON.CO.JP）\n合計　¥2,780');
  });

  it('names the charges by day', () => {
    const [late, early] = ['2026-11-03', '2026-11-02'].map((date) => ({ ...(report.charges[6] as Report['charges'][number]), date }));
    const { text } = writeLetter(letter('letter-amazon-message'), 'en', { ...matter([]), charges: [late, early] as Report['charges'] });
    expect(text.indexOf('November 2, 2026')).toBeLessThan(text.indexOf('November 3, 2026'));
  });

  it('says that no order is there, where there is none', () => {
    expect(writeLetter(letter('letter-amazon-message'), 'ja', matter(['0:6'])).text).toContain('・手元の注文データに、当たる注文はありません');
  });

  it('does not ask a plan for its order', () => {
    const { text } = writeLetter(letter('letter-amazon-message'), 'en', matter(['0:6'], { dispute: 'recurring-after-cancelling' }));
    expect(text).toContain('Orders concerned:\n- The fee of a plan, which has no order of its own\n');
  });

  it('encloses no picture of an order that is not theirs', () => {
    const of = (dispute: string) => writeLetter(letter('letter-issuer-letter'), 'en', matter(['0:6'], { dispute })).text;
    expect(of('unauthorised')).toContain('Enclosed: a copy of the statement\n');
    expect(of('cancelled')).toContain('Enclosed: copies of the statement and screenshots of the order, cancellation and refund\n');
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
  it.each(traces)('about %j (%s) says what the order data say', (ids, verdict, said, asked) => {
    const of = matter(ids);
    const charges = of.charges.map((charge) => ({ ...charge, verdict: verdict ?? charge.verdict }));
    const { text } = writeLetter(letter('letter-amazon-message'), 'ja', { ...of, charges });
    expect(text).toContain(said);
    expect(text).toContain(asked);
    const police = writeLetter(letter('letter-police-summary'), 'ja', { ...of, charges }).text;
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
  it.each(lookAlikes)('in %s: %s treats a name that resembles Amazon’s as nobody’s that is known', (lang, id, said) => {
    const of = matter(['0:6']);
    const charges = of.charges.map((charge) => ({ ...charge, merchant: 'AMAZ0N.CO.JP', service: 'look-alike', cause: 'look-alike-merchant' }));
    const { text } = writeLetter(letter(id), lang, { ...of, charges });
    for (const words of said) expect(text).toContain(words);
    expect(text).not.toMatch(/order data|注文データ|which order|どの注文/);
    // The same letter about a charge of Amazon's does not say so.
    expect(writeLetter(letter(id), lang, of).text).not.toMatch(/resembles Amazon|Amazonに似て/);
  });
  it('tells the sums, days and orders that the finding knows, in every letter of that dispute', () => {
    const charges = ['0:15'];
    const finding = { rule: 'refund-missing', level: 'flag', charges, orders: ['250-0000001-0000001'], args: { amount: '800', currency: 'JPY', date: '2026-10-20', days: '33', orderId: '250-0000001-0000001' } };
    const of = matter(charges, { dispute: 'refund-not-received', report: { ...report, findings: [finding] } });
    for (const one of lettersFor(letters, of)) expect(writeLetter(one, 'ja', of).text, one.id).toContain('・2026年10月20日付の返金¥800（注文番号 250-0000001-0000001）が、33日たっても明細に見当たりません。');
    for (const [region, id] of [['us', 'letter-us-fcba'], ['uk', 'letter-uk-note'], ['eu', 'letter-eu-note']] as const) {
      expect(writeLetter(letter(id), 'ja', { ...of, region }).text, id).toMatch(/\n- A refund of ¥800 dated (?:October 20,|20 October) 2026 \(250-0000001-0000001\) has not shown on the statements after 33 days\.\n\nPlease/);
    }
    const ended = { rule: 'charged-after-cancelling', level: 'flag', charges, orders: [], args: { amount: '600', currency: 'JPY', date: '2026-11-05', until: '2026-10-31', plan: 'prime' } };
    expect(writeLetter(letter('letter-amazon-message'), 'ja', matter(charges, { dispute: 'recurring-after-cancelling', report: { ...report, findings: [ended] } })).text).toContain('2026年10月31日に終わったはずのAmazonプライム');
  });
  it('asks a seller to stop what the person did not order', () => {
    const of = matter(['0:15'], { report: { ...report, orders: report.orders.map((order) => ({ ...order, seller: '見本商店' })) } });
    expect(writeLetter(letter('letter-seller-message'), 'ja', of).text).toContain('発送前であれば止めてください');
    expect(writeLetter(letter('letter-seller-message'), 'ja', { ...of, dispute: 'cancelled' }).text).toContain('キャンセルの記録を確かめ');
  });

  it('says what belongs into a blank that stands alone', () => {
    expect(writeLetter(letter('letter-amazon-message'), 'ja', matter(['0:6'])).text).toContain('お名前：＿＿＿');
    expect(writeLetter(letter('letter-uk-note'), 'ja', matter(['0:6'], { region: 'uk', report: { ...report, sources: [] } })).text).toMatch(/Card issuer: ＿＿＿[^]*Name: ＿＿＿\nAddress, phone or e-mail: ＿＿＿$/);
    expect(writeLetter(letter('letter-issuer-letter'), 'ja', matter(['0:6'], { report: { ...report, sources: [] } })).text).toContain('＿＿＿ 御中');
  });

  it.each(['letter-police-summary', 'letter-consumer-summary'])('%s names its blanks for who it is, and only the blanks', (id) => {
    expect(writeLetter(letter(id), 'en', matter(['0:6'])).text).toContain('1. Who\nName: ＿＿＿\nAddress, phone or e-mail: ＿＿＿\n\n2. ');
    expect(writeLetter(letter(id), 'ja', matter(['0:6'])).text).toContain('１．相談する人\nお名前：＿＿＿\n連絡先：＿＿＿\n\n２．');
    expect(writeLetter(letter(id), 'en', known).text).toContain('1. Who\n見本 花子\nhanako@example.jp\n\n2. ');
    expect(writeLetter(letter(id), 'ja', known).text).toContain('１．相談する人\n見本 花子\nhanako@example.jp\n\n２．');
  });

  it('tells what was done, with day and note', () => {
    expect(writeLetter(letter('letter-issuer-letter'), 'ja', known).text).toContain('・2026年11月21日　Amazonのカスタマーサービスに問い合わせました　受付 12');
  });

  it('speaks for the family only once the family was asked', () => {
    const said = (steps: Matter['steps']) => writeLetter(letter('letter-amazon-message'), 'ja', matter(['0:6'], { steps })).text;
    expect(said(new Map())).toContain('私には、身に覚えのない請求です。');
    expect(said(new Map([['check-family', { done: true, note: '', doneOn: '2026-11-21' }]]))).toContain('私にも家族にも、身に覚えのない請求です。');
  });

  it('tells Amazon what changed in the account, where something did', () => {
    const finding = { rule: 'new-device', level: 'ask', charges: [], orders: [], args: { device: '架空タブレット', date: '2026-11-02' } };
    const said = (findings: Report['findings']) => writeLetter(letter('letter-amazon-message'), 'ja', matter(['0:6'], { report: { ...report, findings } })).text;
    expect(said([finding])).toContain('次の変化がありました。ほかに変わったところがないかも調べてください。\n・2026年11月2日に、端末「架空タブレット」が新しく登録されています。');
    expect(said([])).not.toMatch(/変化|none/);
  });

  it('tells whom was spoken to, and what they said', () => {
    const contacts = [{ day: '2026-11-22', whom: 'アマゾンのチャット', answer: '別のアカウントではない' }];
    expect(writeLetter(letter('letter-issuer-letter'), 'ja', matter(['0:6'], { contacts })).text).toContain('・2026年11月22日　アマゾンのチャットに連絡　別のアカウントではない');
    const script = (of: Partial<Matter>) => writeLetter(letter('letter-issuer-phone'), 'ja', matter(['0:6'], of)).text;
    expect(script({ contacts })).toContain('「Amazonには、2026年11月22日に問い合わせました。」');
    expect(script({})).toContain('「Amazonには、＿＿＿に問い合わせました。」（まだのときは');
  });

  const issuers: [format: string | null, said: string][] = [
    ['rakuten', '楽天カード 御中'],
    ['smbc-vpass', '三井住友カード 御中'],
    ['table', '＿＿＿ 御中'],
    [null, '＿＿＿ 御中'],
  ];
  it.each(issuers)('from a statement of the form %s goes to %s', (format, said) => {
    const sources = report.sources.map((source) => ({ ...source, format }));
    expect(writeLetter(letter('letter-issuer-letter'), 'ja', matter(['0:6'], { report: { ...report, sources } })).text).toContain(said);
  });

  it('adds up each currency by itself', () => {
    const [a, b] = report.charges.filter(({ id }) => ['0:6', '0:8'].includes(id));
    if (!a || !b) throw new Error('the sample has both');
    const { text } = writeLetter(letter('letter-issuer-letter'), 'en', { ...matter([]), charges: [a, b, { ...a, amount: '12.50', currency: 'USD' }] });
    expect(text).toMatch(/¥32,580.*\$12\.50/);
  });
});
