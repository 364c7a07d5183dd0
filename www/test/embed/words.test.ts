//! What the widget says in a page that can read along stands in for words of the app.

import { expect, it } from 'vitest';
import { folders, messagesOf } from '../catalogues';

it.each(folders)('%s: each of them but one has a message that it stands in for', (lang) => {
  const app = messagesOf(lang, 'first', 'screens');
  expect([...messagesOf(lang, 'inline').keys()].filter((id) => !app.has(id))).toEqual(['inline-notice']);
});
