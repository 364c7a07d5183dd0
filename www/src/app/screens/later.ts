//! What comes a moment after the first screen: every other screen, and the words of them all. See `build/parts.ts`.

import { complete } from '../complete';
import './words';
import './catalogue';
import './help';
import './keys';
import './mail';
import './one-charge';
import './pack';
import './adding-box';
import './password-box';
import './pictures/pictures';
import './prepare';
import './results';
import './settings';
import './sources';
import './steps';
import './texts';

complete.done = true;
