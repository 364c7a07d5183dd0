//! Starts the sealed app in a widget: as in the page, and then as the site wants it.

import { html, nothing } from 'lit';
import { knock } from '../host/knock';
import { SealedHost } from '../app/sealed-host';
import type { Store } from '../app/screens/store';
import '../app/app.css';
import '../app/screens/app';
import './embed.css';
import { take } from './dress';
import { fromSite } from './from-site';
import type { Embedding } from './embedding';
import type { Shared, Summary } from './wire';
import './share';
import './words';

void knock().then((port) => {
  const app = document.createElement('mioboe-app');
  app.host = new SealedHost(port);
  let embedding: Embedding | null = null;
  port.on('embedding', (given) => show(given));
  const early = port.latest('embedding');
  if (early) show(early);

  function show(given: Embedding): void {
    const isFirst = embedding === null;
    embedding = given;
    app.below = (store) =>
      html`${fromSite(store, given)}${given.operator?.share && store.report && !store.isExample
        ? html`<mioboe-share .store=${store} .site=${given.site} .why=${given.operator.share} .send=${(shared: Shared) => void port.call('toSite', { type: 'shared', shared })}></mioboe-share>`
        : nothing}`;
    if (isFirst) document.body.append(app);
    if (app.store) take(app.store, given);
    if (isFirst && app.store) watch(app.store);
  }

  function watch(store: Store): void {
    let told = '';
    store.subscribe(() => {
      const summary = summaryOf(store);
      const words = JSON.stringify(summary);
      if (!summary || words === told) return;
      told = words;
      void port.call('toSite', { type: 'summary', summary });
    });
    // The frame becomes as high as the app, never the other way round: nothing in embed.css asks how high the frame is.
    new ResizeObserver(() => void port.call('toSite', { type: 'height', height: app.getBoundingClientRect().height })).observe(app);
    void app.updateComplete.then(() => port.call('toSite', { type: 'shown' }));
  }
});

/** Of the person's own files; the example is nobody's. */
function summaryOf(store: Store): Summary | null {
  if (!store.overview || store.isExample) return null;
  const { explained, ask, flagged, notCovered } = store.overview.counts;
  return { explained, ask, flagged, notCovered };
}
