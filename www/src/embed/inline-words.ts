//! What is said otherwise where the page around the app can read along. After all other words, since it stands in for some of them.

import { addWords } from '../app/words';

addWords(import.meta.glob<string>('./messages/*/inline.ftl', { query: '?raw', import: 'default', eager: true }));
