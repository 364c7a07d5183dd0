//! What is said otherwise where the page around the app can read along.

import { addWordsInstead } from '../app/words';

addWordsInstead(import.meta.glob<string>('../../../crates/playbook/locales/*/page/inline.ftl', { query: '?raw', import: 'default', eager: true }));
