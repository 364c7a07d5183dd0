//! What stands between the app in a widget and the site around it. Wherever the app is, the site says and hears the same.

import cards from 'virtual:cards';
import version from 'virtual:version';
import type { Answers, WidgetCalls } from '../host/protocol';
import { Consent, isPersonActive, Rate } from '../host/limits';
import type { Tell } from '../host/welcome';
import { Store } from '../page/store';
import { CarefulHeights } from './careful-heights';
import { cssColors } from './css-colors';
import { readEmbedding, slotOf } from './embedding';
import { memoryStore } from './memory-store';
import { type News, sharedOf, summaryOf } from './news';
import { paletteWith } from './palette';
import type { ToElement } from './wire';

/** What depends on where the app is. */
export type Own = Pick<Answers<WidgetCalls>, 'part' | 'describe' | 'requestCount' | 'catchDrop'>;

/** Who gives a card that there is not is told which there are. */
const CARD = 'operator.card';

export interface Between {
  readonly answers: Answers<WidgetCalls>;
  /** The site says how it wants the widget, the first time and whenever that changes. */
  configure(config: unknown, site: string, tell: Tell): void;
}

export function between(own: Own, send: (message: ToElement) => void): Between {
  const palette = paletteWith(cssColors());
  /** A frame without an origin can keep nothing. */
  const canKeep = self.origin !== 'null';
  let store = memoryStore();
  let refused: readonly string[] = [];
  let isShown = false;
  /** The site has said why the person might want to send it something. */
  let isOffered = false;
  const consent = new Consent();
  const heights = new CarefulHeights();
  const tops = new Rate(5, 10_000);
  const summaries = new Rate(10, 60_000);
  const sent = new Rate(1, 1_000);
  let isConfigured = (): void => undefined;
  /** Until then there is no app that could keep or load anything. */
  const configured = new Promise<void>((resolve) => (isConfigured = resolve));

  /** What the app says is put together anew here, so that nothing but these fields can get out. */
  function pass(news: News): void {
    switch (news.type) {
      case 'shown':
        if (isShown) return;
        isShown = true;
        send({ type: 'ready', ready: { version, refused } });
        break;
      case 'height':
        tellHeight(news.height);
        break;
      case 'top':
        if (tops.allows()) send({ type: 'top' });
        break;
      case 'summary':
        heights.fill();
        if (summaries.allows()) send({ type: 'summary', summary: summaryOf(news.summary) });
        break;
      case 'shared':
        // A press of the person's is seen here, too, whatever the app says of it.
        if (isOffered && isPersonActive() && sent.allows()) send({ type: 'shared', shared: sharedOf(news.shared) });
        break;
    }
  }

  function tellHeight(height: number): void {
    const coarse = heights.next(height, self.innerWidth, isPersonActive(), performance.now());
    if (coarse !== null) send({ type: 'resize', height: coarse });
  }

  return {
    answers: {
      ...own,
      load: async () => {
        await configured;
        const kept = await store.load();
        if (kept) consent.found();
        return kept;
      },
      save: (kept) => {
        consent.demand();
        return store.save(kept);
      },
      forget: () => {
        consent.withdraw();
        return store.forget();
      },
      // A widget has no address of its own, and a page of its own in the history would trap the "back" button.
      setHash: () => undefined,
      // Whether its own page may be left is the site's to say.
      guard: () => undefined,
      install: () => false,
      applyUpdate: () => false,
      takeOver: () => null,
      settled: () => undefined,
      toSite: pass,
    },
    configure(config, site, tell) {
      if (!isShown) store = canKeep ? new Store(() => tell('forgotten', true), `case:${slotOf(config)}`) : memoryStore();
      const { embedding, refused: left } = readEmbedding(config, site, palette, cards);
      if (0 < left.length && left.join() !== refused.join()) send({ type: 'refused', refused: left, cards: left.includes(CARD) ? cards : [] });
      refused = left;
      isOffered = Boolean(embedding.operator?.share);
      tell('embedding', embedding);
      isConfigured();
    },
  };
}
