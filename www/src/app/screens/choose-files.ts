//! The buttons that open the system's file dialog.

import { html, type TemplateResult } from 'lit';
import type { Store } from './store';

/** Takes files, or with `folder` everything inside a folder. */
export function fileInput(store: Store, testid: string, kind: 'files' | 'folder'): TemplateResult {
  return html`<input
    type="file"
    class="visually-hidden"
    tabindex="-1"
    aria-hidden="true"
    data-testid=${testid}
    multiple
    ?webkitdirectory=${kind === 'folder'}
    @change=${(event: Event) => takeFrom(store, event.target as HTMLInputElement)}
  />`;
}

/** Opens the dialog of the input with that test id inside `screen`. */
export function chooseWith(screen: HTMLElement, testid: string): void {
  screen.querySelector<HTMLInputElement>(`[data-testid="${testid}"]`)?.click();
}

function takeFrom(store: Store, input: HTMLInputElement): void {
  const files = [...(input.files ?? [])];
  // Emptied, so that choosing the same file again is a change again.
  input.value = '';
  void store.add(files);
}
