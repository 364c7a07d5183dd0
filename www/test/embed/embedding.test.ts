import { describe, expect, test } from 'vitest';

import { LANGS } from '../../src/app/languages';
import { inLang, type Palette, readEmbedding } from '../../src/embed/embedding';
import { paletteWith } from '../../src/embed/palette';

const SITE = 'https://bank.example';
const CARDS = ['rakuten', 'smbc-vpass'];
const anything: Palette = { take: (token, value) => ({ [`--${token}`]: value }) };

function read(config: unknown, palette: Palette = anything) {
  return readEmbedding(config, SITE, palette, CARDS);
}

test('an empty configuration asks for nothing and is refused nothing', () => {
  for (const config of [{}, null, undefined]) {
    expect(read(config)).toEqual({
      embedding: { lang: null, theme: null, region: null, compact: false, topic: null, looks: {}, operator: null, site: SITE },
      refused: [],
    });
  }
});

test('whatever comes, nothing throws and nothing that was not asked about is passed on', () => {
  for (const config of ['text', 7, [], [{}], () => 1, { operator: [] }, { colors: 'red' }, { operator: { name: 3 } }, { __proto__: null, lang: {} }]) {
    const { embedding } = read(config);
    expect(Object.keys(embedding).sort()).toEqual(['compact', 'lang', 'looks', 'operator', 'region', 'site', 'theme', 'topic']);
  }
});

test('each bad part is named, and the good parts beside it stay', () => {
  const { embedding, refused } = read({
    lang: 'ja-JP',
    theme: 'pink',
    region: 'mars',
    surprise: 1,
    operator: {
      name: { ja: 'みほん銀行' },
      card: '../x',
      contacts: [{ name: 'Desk', phone: '00-0000-0000' }, { name: 'Odd', phone: 'javascript:alert(1)' }, { phone: '1' }],
      steps: 'none',
      hide: ['contact-card-issuer'],
    },
  });
  expect(embedding.lang).toBe('ja');
  const name = embedding.operator?.name ?? '';
  expect(LANGS.map((lang) => inLang(name, lang))).toEqual(LANGS.map(() => 'みほん銀行'));
  expect(embedding.operator?.contacts.map(({ phone }) => phone)).toEqual(['00-0000-0000', null]);
  expect(refused.sort()).toEqual(
    ['operator.card', 'operator.contacts[1].phone', 'operator.contacts[2]', 'operator.hide', 'operator.steps', 'region', 'surprise', 'theme'].sort(),
  );
});

test('a card is one of those that there are, and any other is refused', () => {
  const cardOf = (card: unknown) => {
    const { embedding, refused } = read({ operator: { name: 'Bank', card } });
    return [embedding.operator?.card, refused];
  };
  expect(cardOf('rakuten')).toEqual(['rakuten', []]);
  for (const card of ['rakutn', 'Rakuten', '', 7, '__proto__', ['rakuten']]) expect(cardOf(card), String(card)).toEqual([null, ['operator.card']]);
});

test('words of a site need a name that answers for them', () => {
  const { embedding, refused } = read({ operator: { contacts: [{ name: 'Desk' }] } });
  expect(embedding.operator).toBeNull();
  expect(refused).toEqual(['operator.name']);
});

test('too much is cut off, and marks that cannot be seen are shown by their number', () => {
  const steps = Array.from({ length: 12 }, (_, index) => ({ title: `Step ${index}` }));
  const { embedding, refused } = read({ operator: { name: 'Bank\u202E', steps: [...steps, { title: 'x'.repeat(700) }] } });
  expect(embedding.operator?.name).toBe('Bank[U+202E]');
  expect(embedding.operator?.steps).toHaveLength(10);
  expect(refused).toEqual(['operator.steps[10]', 'operator.steps[11]', 'operator.steps[12]']);
});

describe('colours', () => {
  const palette = paletteWith((value) => (value === '#7a2e5d' ? [122, 46, 93] : value === '#ffee99' ? [255, 238, 153] : null));

  test('an accent that can be read is taken, with ink that can be read on it', () => {
    expect(palette.take('accent', '#7a2e5d')).toEqual({ '--accent@light': 'rgb(122 46 93)', '--on-accent@light': '#ffffff' });
    expect(palette.take('accent-dark', '#ffee99')).toEqual({ '--accent@dark': 'rgb(255 238 153)', '--on-accent@dark': '#000000' });
  });

  test('one that cannot be read is not, and a ground is taken when every ink can be read on it', () => {
    expect(palette.take('accent', '#ffee99')).toBeNull();
    expect(palette.take('accent-dark', '#7a2e5d')).toBeNull();
    expect(palette.take('paper', '#7a2e5d')).toBeNull();
    expect(palette.take('paper', '#ffee99')).toEqual({ '--paper@light': 'rgb(255 238 153)' });
  });

  test('nothing but a plain colour or length gets in', () => {
    for (const value of ['url(https://evil.example)', 'var(--x)', 'red;background:url(x)', 'rgb(0 0 0)}', 'image-set("x")']) {
      expect(palette.take('accent', value)).toBeNull();
    }
    for (const value of ['900px', '-1px', 'calc(1px)', '1vh', '2.5rem']) expect(palette.take('round', value)).toBeNull();
    expect(palette.take('round', '6px')).toEqual({ '--round': '6px', '--round-l': '6px' });
    expect(palette.take('ink', '#7a2e5d')).toBeNull();
  });
});
