//! `<script type="module" src="…/mioboe-check.js">`: makes `<mioboe-check>` known; the frame lies beside this file.

import { MioboeCheck } from './element';

MioboeCheck.frame = new URL(/* @vite-ignore */ './frame.html', import.meta.url).href;
MioboeCheck.define();
