//! The app in a widget: as in the page, and then as the site wants it.

import { html, nothing, type TemplateResult } from 'lit';
import type { HostPort } from '../host/knock';
import type { Place } from '../app/place';
import { type Later, PortHost } from '../app/port-host';
import type { Store } from '../app/screens/store';
import '../app/screens/app';
import './embed.css';
import { dresser } from './dress';
import { fromSite } from './from-site';
import type { Embedding } from './embedding';
import type { Shared, Summary } from './wire';
import './share';
import './words';

/** Puts the app into `parent` once the site has said how; `above` stands over every screen. */
export function showAsWanted(
  port: HostPort,
  place: Place,
  parent: HTMLElement,
  later: Later,
  above: ((store: Store, site: string) => TemplateResult) | null = null,
): void {
  const app = document.createElement('mioboe-app');
  app.host = new PortHost(port, place, later);
  const take = dresser(place.root);
  let isFirst = true;
  port.on('embedding', show);
  const early = port.latest('embedding');
  if (early) show(early);

  function show(given: Embedding): void {
    if (above) app.above = (store) => above(store, given.site);
    app.below = (store) =>
      html`${fromSite(store, given)}${given.operator?.share && store.report && !store.isExample
        ? html`<mioboe-share .store=${store} .site=${given.site} .why=${given.operator.share} .send=${(shared: Shared) => void port.call('toSite', { type: 'shared', shared })}></mioboe-share>`
        : nothing}`;
    if (isFirst) parent.append(app);
    if (app.store) take(app.store, given);
    if (isFirst && app.store) watch(app.store);
    isFirst = false;
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
}

/** Of the person's own files; the example is nobody's. */
function summaryOf(store: Store): Summary | null {
  if (!store.advised || store.isExample) return null;
  const { explained, ask, flagged, notCovered } = store.advised.counts;
  return { explained, ask, flagged, notCovered };
}
