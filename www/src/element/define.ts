//! `import 'mioboe/element/define'`: makes `<mioboe-check>` known.

import { MioboeCheck } from './element';

MioboeCheck.define();
