//! Gives the app the looks and the settings that a site asks for. What the person chooses afterwards stays.

import type { Store } from '../app/screens/store';
import tokens from '../app/style/tokens.css?raw';
import type { Embedding } from './embedding';

/** For the app in `root`. */
export function dresser(root: HTMLElement): (store: Store, embedding: Embedding) => void {
  let before: Embedding | null = null;
  return (store, embedding) => {
    const { lang, theme, region, topic, compact, looks } = embedding;
    // Only what the site has changed since: a new colour must not undo the language that the person chose.
    if (lang && lang !== before?.lang) store.setLang(lang);
    if (theme && theme !== before?.theme) store.setTheme(theme);
    if (region && region !== before?.region && region !== store.region) void store.setRegion(region);
    if (topic !== store.topic) store.setTopic(topic);
    const card = embedding.operator?.card ?? null;
    if (card !== store.card) store.setCard(card);
    before = embedding;
    root.toggleAttribute('data-compact', compact);
    wear(root, looks);
  };
}

/** `--accent@light` and `--accent@dark` are the two halves of `--accent`; a half that is not given stays the app's own. */
function wear(root: HTMLElement, looks: Readonly<Record<string, string>>): void {
  root.removeAttribute('style');
  const halves = new Map<string, { light?: string; dark?: string }>();
  for (const [token, value] of Object.entries(looks)) {
    const [name = '', scheme] = token.split('@');
    if (scheme === 'light' || scheme === 'dark') halves.set(name, { ...halves.get(name), [scheme]: value });
    else root.style.setProperty(name, value);
  }
  for (const [name, { light, dark }] of halves) {
    const [, ownLight = '', ownDark = ''] = new RegExp(`${name}: light-dark\\((.+), (.+)\\);`).exec(tokens) ?? [];
    root.style.setProperty(name, `light-dark(${light ?? ownLight}, ${dark ?? ownDark})`);
  }
}
