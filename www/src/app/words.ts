//! Words, sums and days in the person's language. Nothing else in the app makes a sentence.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { byLanguage, type Lang } from './languages';
import { plainText } from './plain-text';

export type Args = Readonly<Record<string, string | number>>;

/** Texts of catalogues by their path, in which a language is a folder of `locales`. */
export type Catalogues = Readonly<Record<string, string>>;

/** What the first screen says. `screens/words.ts` adds the rest. */
const known: Catalogues[] = [
  import.meta.glob<string>('../../../crates/playbook/locales/*/page/first.ftl', { query: '?raw', import: 'default', eager: true }),
];

/** What a widget says otherwise than the page: these win, whenever the others come. */
const instead: Catalogues[] = [];

/** By language and locale. */
const made = new Map<string, Words>();

/** What differs between languages beside the words. */
interface Usage {
  /** Where most who read it live. */
  readonly region: string;
  readonly betweenSentences: string;
  /** In days of little room. */
  readonly shortMonth: 'numeric' | 'short';
  /** By law, where days are written otherwise there: in English the day comes before the month. */
  readonly regionalDays: Readonly<Record<string, string>>;
}

const usages = byLanguage(import.meta.glob<Usage>('../../../crates/playbook/locales/*/language.json', { import: 'usage', eager: true }));

export function usageOf(lang: Lang): Usage {
  const usage = usages.get(lang);
  if (!usage) throw new Error(`there is no language ${lang}`);
  return usage;
}

/** A language is parsed when it is first asked for. The law of the region decides how days are written, and nothing else. */
export function wordsIn(lang: Lang, law = ''): Words {
  const locale = usageOf(lang).regionalDays[law] ?? lang;
  const words = made.get(locale) ?? new Words(lang, [...known, ...instead].flatMap((catalogues) => textsIn(lang, catalogues)), locale);
  made.set(locale, words);
  return words;
}

/** From now on these are said too. */
export function addWords(catalogues: Catalogues): void {
  known.push(catalogues);
  for (const words of made.values()) words.add([catalogues, ...instead].flatMap((some) => textsIn(words.lang, some)));
}

/** And these in place of others of the same name. */
export function addWordsInstead(catalogues: Catalogues): void {
  instead.push(catalogues);
  for (const words of made.values()) words.add(textsIn(words.lang, catalogues));
}

export function textsIn(lang: Lang, catalogues: Catalogues): string[] {
  return Object.entries(catalogues).flatMap(([path, text]) => (path.includes(`/locales/${lang}/`) ? [text] : []));
}

export class Words {
  readonly usage: Usage;
  readonly #bundle: FluentBundle;
  readonly #sums = new Map<string, Intl.NumberFormat>();
  readonly #days = new Map<string, Intl.DateTimeFormat>();
  readonly #counts: Intl.NumberFormat;

  constructor(
    readonly lang: Lang,
    catalogues: readonly string[],
    /** How days are written. */
    readonly locale: string = lang,
  ) {
    this.usage = usageOf(lang);
    // Isolation marks would end up in copied text. `plainText` takes direction marks out of what the files say instead.
    this.#bundle = new FluentBundle(lang, { useIsolating: false });
    this.add(catalogues);
    this.#counts = new Intl.NumberFormat(lang);
  }

  /** Says what these hold too. */
  add(catalogues: readonly string[]): void {
    for (const catalogue of catalogues) {
      this.#bundle.addResource(new FluentResource(catalogue), { allowOverrides: true });
    }
  }

  /** The message, or its id where there is none: a gap must be seen, and must not stop the page. */
  say(id: string, args?: Args): string {
    const value = this.#bundle.getMessage(id)?.value;
    return value ? this.#format(value, args) : id;
  }

  /** The message, or `null` where there is none. */
  find(id: string, args?: Args): string | null {
    const value = this.#bundle.getMessage(id)?.value;
    return value ? this.#format(value, args) : null;
  }

  /** `attribute('step-contact-amazon', 'why')`, or `null` where there is none. */
  attribute(id: string, name: string, args?: Args): string | null {
    const value = this.#bundle.getMessage(id)?.attributes[name];
    return value ? this.#format(value, args) : null;
  }

  /** `-1200.50` and `USD` to `-$1,200.50`. The string never becomes a float. */
  money(amount: string, currency: string): string {
    if (!/^-?\d+(\.\d+)?$/.test(amount)) return `${amount} ${currency}`;
    const places = amount.split('.')[1]?.length ?? 0;
    try {
      const format = this.#sumFormat(currency, places);
      return format.format(amount as Intl.StringNumericLiteral).replace('￥', '¥').replace('-', '−');
    } catch {
      return `${amount} ${currency}`;
    }
  }

  count(value: number): string {
    return this.#counts.format(value);
  }

  /** `2026-09-03` to `2026年9月3日(木)`. What is not a day stays as it is. */
  day(iso: string): string {
    return this.#date(iso, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
  }

  /** The day as a letter has it: `2026年9月3日`, `3 September 2026` or `September 3, 2026`. */
  date(iso: string): string {
    return this.#date(iso, { year: 'numeric', month: 'long', day: 'numeric' });
  }

  /** Like `day`, without the year. */
  shortDay(iso: string): string {
    return this.#date(iso, { month: 'short', day: 'numeric', weekday: 'short' });
  }

  /** Like `shortDay`, with the year where it is not that of `today`. */
  nearDay(iso: string, today: string): string {
    return iso.slice(0, 4) === today.slice(0, 4) ? this.shortDay(iso) : this.#date(iso, { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' });
  }

  /** `2026-09` or a day in it to `2026年9月`. */
  month(iso: string): string {
    return this.#date(`${iso.slice(0, 7)}-01`, { year: 'numeric', month: 'long' });
  }

  /** `2026-09` to `9月`. */
  monthOnly(iso: string): string {
    return this.#date(`${iso.slice(0, 7)}-01`, { month: 'short' });
  }

  /** `2026-09` to `26年9月` or `Sep 2026`: after a month that is a word, two digits would be a day. */
  shortMonth(iso: string): string {
    return this.#date(`${iso.slice(0, 7)}-01`, { year: this.usage.shortMonth === 'short' ? 'numeric' : '2-digit', month: 'short' });
  }

  /** `2026-09-03` to `9/3` or `3 Sep`. */
  dayOfMonth(iso: string): string {
    return this.#date(iso, { month: this.usage.shortMonth, day: 'numeric' });
  }

  /** From one day to another, said without repeating the year. */
  span(from: string | null, to: string | null): string {
    if (!from || !to) return from ? this.day(from) : to ? this.day(to) : '';
    const start = dateOf(from);
    const end = dateOf(to);
    if (!start || !end || end < start) return `${from} – ${to}`;
    return this.#dayFormat({ year: 'numeric', month: 'short', day: 'numeric' }).formatRange(start, end);
  }

  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.lang, { type: 'conjunction', style: 'short' }).format(parts);
  }

  /** One of these. */
  either(parts: readonly string[]): string {
    return new Intl.ListFormat(this.lang, { type: 'disjunction', style: 'short' }).format(parts);
  }

  #format(pattern: NonNullable<Parameters<FluentBundle['formatPattern']>[0]>, args?: Args): string {
    const variables: Record<string, FluentVariable> = {};
    for (const [name, value] of Object.entries(args ?? {})) {
      variables[name] = typeof value === 'string' ? plainText(value) : value;
    }
    // With a list for the errors Fluent writes `{$name}` for what is missing and never throws.
    return this.#bundle.formatPattern(pattern, variables, []);
  }

  #sumFormat(currency: string, places: number): Intl.NumberFormat {
    const key = `${currency}.${places}`;
    const known = this.#sums.get(key);
    if (known) return known;
    const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
    let format = new Intl.NumberFormat(this.lang, options);
    if ((format.resolvedOptions().maximumFractionDigits ?? 0) < places) {
      format = new Intl.NumberFormat(this.lang, { ...options, maximumFractionDigits: Math.min(places, 20) });
    }
    this.#sums.set(key, format);
    return format;
  }

  #date(iso: string, options: Intl.DateTimeFormatOptions): string {
    const date = dateOf(iso);
    return date ? this.#dayFormat(options).format(date) : iso;
  }

  #dayFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = Object.entries(options).flat().join();
    const format = this.#days.get(key) ?? new Intl.DateTimeFormat(this.locale, { ...options, timeZone: 'UTC' });
    this.#days.set(key, format);
    return format;
  }
}

/** Midnight UTC of that day, only to hand it to `Intl`. */
function dateOf(iso: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}
