//! Text with a button that copies it.

import { html, type TemplateResult } from 'lit';
import type { Words } from '../words';
import { icon } from './icons';

export function copyable(words: Words, text: string): TemplateResult {
  return html`<span class="copyable">
    <code>${text}</code>
    <button class="icon-button" aria-label=${words.say('copy')} title=${words.say('copy')} @click=${copy}>${icon('copy')}</button>
  </span>`;

  async function copy(event: Event): Promise<void> {
    const button = event.currentTarget as HTMLElement;
    const code = button.previousElementSibling;
    if (!code) return;
    button.dataset['copied'] = String(await copyText(text, code));
  }
}

/** Copies the text that `shown` shows. `false`: it is only selected. */
export function copyText(text: string, shown: Element): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => copySelected(shown),
  );
}

/** A sealed frame may be refused the clipboard; a selection can be copied all the same, at least by the person. */
function copySelected(element: Element): boolean {
  if (element instanceof HTMLTextAreaElement) element.select();
  else getSelection()?.selectAllChildren(element);
  return document.execCommand('copy');
}
