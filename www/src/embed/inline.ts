//! The widget as a part of the site's own page: for sites whose owner may see what the person puts in. It says so on its face.
//!
//! The same app, the same words to and from the site, but nothing that keeps the two apart: no frame, no seal.

import { html, type TemplateResult } from 'lit';
import style from 'virtual:style';
import { HostPort } from '../host/knock';
import { holdHere } from '../host/welcome';
import { fetchPart } from '../page/fetch-part';
import type { Store } from '../app/screens/store';
import { between } from './between';
import { partOfPage } from './part-of-page';
import { showAsWanted } from './show';
import '../app/screens/later';
import './inline-words';
import type { InlineScript } from './inline-script';
import { WIRE_VERSION } from './wire';

export const version: InlineScript['version'] = WIRE_VERSION;

let sheet: CSSStyleSheet | null = null;

export const open: InlineScript['open'] = (root, stage, title, hear) => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  // What stands here is the person's: no browser's spelling or translating service is to get it.
  stage.translate = false;
  stage.spellcheck = false;
  const place = partOfPage(stage, title, style);

  const { answers, configure } = between(
    {
      part: (name) => fetchPart(name, import.meta.url),
      describe: () => undefined,
      // The page around it sends what it likes: a count would promise what nobody can keep.
      requestCount: () => Promise.reject(new Error('not counted')),
      catchDrop: () => tell('dragging', true),
    },
    hear,
  );
  const { app, tell, close } = holdHere(answers);
  place.onDragEnd(() => tell('dragging', false));
  const port = new HostPort(app, '', navigator.languages);
  showAsWanted(port, place, place.root, () => Promise.resolve(), whoCanRead);
  return {
    configure: (config) => configure(config, location.origin, tell),
    close: () => {
      close();
      place.box.remove();
    },
  };
};

function whoCanRead({ words }: Store, site: string): TemplateResult {
  return html`<div class="notices">
    <div class="notice" data-kind="problem" role="note" data-testid="inline-notice"><p>${words.say('inline-notice', { site })}</p></div>
  </div>`;
}
