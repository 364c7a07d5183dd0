//! What comes a moment after the first screen: every other screen, and the words of them all. See `build/parts.ts`.

import './words';
import './catalogue';
import './help';
import './keys';
import './mail';
import './pack';
import './password-box';
import './pictures/pictures';
import './prepare';
import './results';
import './settings';
import './sources';
import './steps';

// A script that the browser refuses to run throws nothing; who ran it looks for this.
document.documentElement.dataset['complete'] = '';
