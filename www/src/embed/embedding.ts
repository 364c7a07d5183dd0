//! What a site may say about the widget it shows: read from whatever came, part by part, and nothing else is passed on.
//!
//! A site can add its own words and looks. There is no word here for taking anything away that keeps a person safe.

import { type Lang, LANGS, langOf } from '../app/languages';
import { plainText } from '../app/plain-text';
import { FALLBACK } from '../app/roles';
import { type Region, REGIONS } from '../app/screens/region';
import { type Topic, TOPICS } from '../app/screens/topics';

/** What the app is shown with. `null`: the site does not say. */
export interface Embedding {
  readonly lang: Lang | null;
  readonly theme: 'system' | 'light' | 'dark' | null;
  readonly region: Region | null;
  readonly compact: boolean;
  readonly topic: Topic | null;
  /** Values of the app's own style tokens. */
  readonly looks: Readonly<Record<string, string>>;
  readonly operator: Operator | null;
  /** The origin of the page around the frame, as the browser tells it. */
  readonly site: string;
}

/** The bank, shop or advice centre whose page it is. */
export interface Operator {
  readonly name: Text;
  /** The format of its own card statements, such as `rakuten`. */
  readonly card: string | null;
  /** How to get a statement from it, a line a step. */
  readonly statement: readonly Text[];
  readonly contacts: readonly Contact[];
  readonly steps: readonly OwnStep[];
  /** Why the person might want to send it something; without it sending is not offered. */
  readonly share: Text | null;
}

/** One for all languages, or one for each that the site has words in. */
export type Text = string | Readonly<Record<Lang, string>>;

/** Where the site has no words in a language, those in another. */
export function inLang(text: Text, lang: Lang): string {
  return typeof text === 'string' ? text : (text[lang] ?? text[FALLBACK] ?? Object.values(text)[0] ?? '');
}

export interface Contact {
  readonly name: Text;
  readonly phone: string | null;
  readonly hours: Text | null;
  readonly note: Text | null;
}

export interface OwnStep {
  readonly title: Text;
  readonly text: Text | null;
}

/** What is needed of the looks to judge them. */
export interface Palette {
  /** The app's tokens that a site may set from its own, or `null` where the value may not be taken. */
  take(token: string, value: string): Readonly<Record<string, string>> | null;
}

const MOST_ENTRIES = 10;
const LONGEST_NAME = 80;
const LONGEST_TEXT = 600;

const KEYS = ['lang', 'theme', 'region', 'compact', 'steps', 'colors', 'slot', 'operator'];
const OPERATOR_KEYS = ['name', 'card', 'statement', 'contacts', 'steps', 'share'];

/** The embedding, and the paths of all that was left out of it. `cards` are the formats that there are. */
export function readEmbedding(raw: unknown, site: string, palette: Palette, cards: readonly string[]): { embedding: Embedding; refused: string[] } {
  const refused: string[] = [];
  const root = new Part(raw, '', refused).fields(KEYS);
  const colors = root?.at('colors');
  const looks: Record<string, string> = {};
  for (const token of colors?.names() ?? []) {
    const value = colors?.at(token);
    const taken = value?.words(LONGEST_NAME);
    const tokens = taken ? palette.take(token, taken) : null;
    if (tokens) Object.assign(looks, tokens);
    else if (taken) value?.refuse();
  }
  const embedding: Embedding = {
    lang: root?.at('lang').lang() ?? null,
    theme: root?.at('theme').oneOf(['system', 'light', 'dark']) ?? null,
    region: root?.at('region').oneOf(REGIONS) ?? null,
    compact: root?.at('compact').value === true,
    topic: root?.at('steps').oneOf(TOPICS) ?? null,
    looks,
    operator: root ? operatorOf(root.at('operator'), cards) : null,
    site,
  };
  return { embedding, refused: [...new Set(refused)] };
}

/** Which of several widgets of a page this is. */
export function slotOf(raw: unknown): string {
  const slot = (raw as { readonly slot?: unknown } | null)?.slot;
  return typeof slot === 'string' ? slot.slice(0, LONGEST_NAME) : '';
}

function operatorOf(part: Part, cards: readonly string[]): Operator | null {
  const fields = part.fields(OPERATOR_KEYS);
  if (!fields) return null;
  const name = fields.at('name').text(LONGEST_NAME);
  if (!name) {
    // Words that nobody answers for are not shown.
    fields.at('name').refuse();
    return null;
  }
  return {
    name,
    card: fields.at('card').oneOf(cards),
    statement: fields.at('statement').list((line) => line.text(LONGEST_TEXT)),
    contacts: fields.at('contacts').list(contactOf),
    steps: fields.at('steps').list(stepOf),
    share: fields.at('share').text(LONGEST_TEXT),
  };
}

function contactOf(part: Part): Contact | null {
  const fields = part.fields(['name', 'phone', 'hours', 'note']);
  const name = fields?.at('name').text(LONGEST_NAME);
  if (!fields || !name) return part.refuse();
  const phone = fields.at('phone').words(LONGEST_NAME);
  const isPhone = phone !== null && /^[+#*0-9][-0-9 ()#*]{1,24}$/.test(phone);
  if (phone && !isPhone) fields.at('phone').refuse();
  return { name, phone: isPhone ? phone : null, hours: fields.at('hours').text(LONGEST_NAME), note: fields.at('note').text(LONGEST_TEXT) };
}

function stepOf(part: Part): OwnStep | null {
  const fields = part.fields(['title', 'text']);
  const title = fields?.at('title').text(LONGEST_NAME);
  if (!fields || !title) return part.refuse();
  return { title, text: fields.at('text').text(LONGEST_TEXT) };
}

/** A value with its path. What cannot be taken is noted there, and everything beside it stays. */
class Part {
  constructor(
    readonly value: unknown,
    readonly path: string,
    readonly refused: string[],
  ) {}

  /** Notes the value as left out. */
  refuse(): null {
    this.refused.push(this.path || 'config');
    return null;
  }

  at(name: string): Part {
    const value = Object.hasOwn(this.value as object, name) ? (this.value as Record<string, unknown>)[name] : undefined;
    return new Part(value, this.path ? `${this.path}.${name}` : name, this.refused);
  }

  names(): string[] {
    return this.fields(null) ? Object.keys(this.value as object) : [];
  }

  /** The part itself if it is an object. Names that nobody knows are noted. */
  fields(known: readonly string[] | null): Part | null {
    if (this.#isMissing) return null;
    if (typeof this.value !== 'object' || Array.isArray(this.value)) return this.refuse();
    for (const name of Object.keys(this.value as object)) if (known && !known.includes(name)) this.at(name).refuse();
    return this;
  }

  oneOf<Choice extends string>(choices: readonly Choice[]): Choice | null {
    if (this.#isMissing) return null;
    return choices.find((choice) => choice === this.value) ?? this.refuse();
  }

  /** One of our languages, for `ja-JP` too. */
  lang(): Lang | null {
    if (this.#isMissing) return null;
    return (typeof this.value === 'string' ? langOf(this.value) : null) ?? this.refuse();
  }

  /** One line without marks that cannot be seen. */
  words(longest: number): string | null {
    if (this.#isMissing) return null;
    if (typeof this.value !== 'string' || longest < this.value.length || this.value.trim() === '') return this.refuse();
    return plainText(this.value.replace(/\s+/g, ' ').trim());
  }

  text(longest: number): Text | null {
    if (this.#isMissing) return null;
    if (typeof this.value === 'string') return this.words(longest);
    const fields = this.fields(LANGS);
    const given = LANGS.flatMap((lang) => {
      const words = fields?.at(lang).words(longest);
      return words ? [[lang, words] as const] : [];
    });
    return given.length ? Object.fromEntries(given) : this.refuse();
  }

  list<Entry>(read: (part: Part) => Entry | null): Entry[] {
    if (this.#isMissing) return [];
    if (!Array.isArray(this.value)) {
      this.refuse();
      return [];
    }
    const parts = this.value.map((value, index) => new Part(value, `${this.path}[${index}]`, this.refused));
    for (const part of parts.slice(MOST_ENTRIES)) part.refuse();
    return parts.slice(0, MOST_ENTRIES).flatMap((part) => read(part) ?? []);
  }

  get #isMissing(): boolean {
    return this.value === undefined || this.value === null;
  }
}
