//! A kept case that stops the page must not stop it for good: whether the last start came to its end is noted before the case is
//! handed over, and if it did not, the person decides, out here where the case cannot reach.

import { bestLang, byLanguage } from '../app/languages';
import { languages } from '../host/languages';
import type { Kept } from '../host/kept';

interface Words {
  readonly title: string;
  readonly text: string;
  readonly open: string;
  readonly without: string;
  readonly save: string;
  readonly forget: string;
}

const words = byLanguage(import.meta.glob<Words>('../../../crates/playbook/locales/*/language.json', { import: 'recovery', eager: true }));

/** Only that a start began, and nothing of the case. */
const MARK = 'mioboe:opening';
/** Who leaves sooner than this has not waited for anything. */
const IMPATIENT_MS = 3000;

/** Saved links are read at once, some a moment later. */
const DOWNLOAD_MS = 60_000;

export class Recovery {
  readonly #forget: () => Promise<unknown>;
  #isOpening = false;

  constructor(forget: () => Promise<unknown>) {
    this.#forget = forget;
    const began = performance.now();
    window.addEventListener('pagehide', () => {
      if (this.#isOpening && performance.now() - began < IMPATIENT_MS) mark(false);
    });
  }

  /** What was kept, if it may be opened. */
  async passed(kept: Kept | null): Promise<Kept | null> {
    if (!kept) return null;
    if (isMarked() && !(await this.#asks(kept))) {
      mark(false);
      return null;
    }
    mark(true);
    this.#isOpening = true;
    return kept;
  }

  /** The app has opened it. */
  settled(): void {
    if (this.#isOpening) mark(false);
    this.#isOpening = false;
  }

  /** Whether it is to be opened all the same. */
  #asks(kept: Kept): Promise<boolean> {
    const said = words.get(bestLang(languages));
    if (!said) return Promise.resolve(false);
    return new Promise((answer) => {
      const bar = document.createElement('section');
      bar.className = 'recovery';
      bar.lang = bestLang(languages);
      bar.setAttribute('role', 'alertdialog');
      bar.setAttribute('aria-label', said.title);
      const title = document.createElement('strong');
      title.textContent = said.title;
      const text = document.createElement('p');
      text.textContent = said.text;
      bar.append(title, text);
      const button = (name: keyof Words, press: () => void): void => {
        const made = document.createElement('button');
        made.type = 'button';
        made.dataset['recovery'] = name;
        made.textContent = said[name];
        made.addEventListener('click', press);
        bar.append(made);
      };
      const close = (opens: boolean): void => {
        bar.remove();
        answer(opens);
      };
      button('without', () => close(false));
      button('save', () => saveAsFile(kept));
      button('open', () => close(true));
      button('forget', () => void this.#forget().then(() => close(false)));
      document.body.append(bar);
    });
  }
}

/** The case as a file that can be looked into, or opened here later; of a case that is none, all that was kept. */
function saveAsFile(kept: Kept): void {
  const file = kept['case'];
  const text = typeof file === 'string' && file ? file : JSON.stringify(kept, null, 1);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'mioboe-case.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_MS);
}

function isMarked(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
}

function mark(isOpening: boolean): void {
  try {
    if (isOpening) localStorage.setItem(MARK, '1');
    else localStorage.removeItem(MARK);
  } catch {
    // Where nothing can be stored, nothing was kept.
  }
}
