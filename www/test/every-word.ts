//! Tests of screens and words see the app complete, as a person does a moment after it opened.

import '../src/app/screens/words';
