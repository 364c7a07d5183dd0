//! Importing this adds the words that only a widget says, and those that it says otherwise.

import { addWordsInstead } from '../app/words';

addWordsInstead(import.meta.glob<string>('../../../crates/playbook/locales/*/page/widget.ftl', { query: '?raw', import: 'default', eager: true }));
