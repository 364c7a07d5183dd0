//! Makes what came from the worker small. Unpacked, every row has its own copy of words that thousands of rows share; the
//! browser then stops the page to move them all about whenever it tidies its memory.

/** More different words than this are not repeated often enough to be worth a look. */
const MOST_WORDS = 20_000;

/** Names of the fields that are different in every row. */
const OWN = new Set(['id', 'orderId', 'items']);

const NOTHING: readonly never[] = Object.freeze([]);

export class Thrift {
  readonly #words = new Map<string, string>();
  readonly #lists = new Map<string, readonly string[]>();

  /** Shares within the row, and within all rows before it, what is the same. Changes the row itself: it has just been made. */
  share<Row>(row: Row): Row {
    const fields = row as Record<string, unknown>;
    for (const name in fields) {
      const value = fields[name];
      if (typeof value === 'string') {
        if (!OWN.has(name)) fields[name] = this.#word(value);
      } else if (Array.isArray(value) && !OWN.has(name)) {
        fields[name] = this.#list(value);
      }
    }
    return row;
  }

  #word(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    if (this.#words.size < MOST_WORDS) this.#words.set(word, word);
    return word;
  }

  #list(list: readonly unknown[]): readonly unknown[] {
    if (!list.length) return NOTHING;
    if (!list.every((each) => typeof each === 'string')) {
      for (const each of list) if (typeof each === 'object' && each !== null) this.share(each);
      return list;
    }
    const key = list.join('\n');
    const known = this.#lists.get(key);
    if (known) return known;
    const words = list.map((word) => this.#word(word));
    if (this.#lists.size < MOST_WORDS) this.#lists.set(key, words);
    return words;
  }
}
