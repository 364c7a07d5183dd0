//! Importing this adds the words that only a widget says.

import { addWords } from '../app/words';

addWords(import.meta.glob<string>('./messages/*/widget.ftl', { query: '?raw', import: 'default', eager: true }));
