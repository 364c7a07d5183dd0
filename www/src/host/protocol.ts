//! What app and host say to each other over their one MessageChannel. Nothing else passes the seal.

import type { Kept, KeptWhere, Leftovers } from './kept';
import type { Embedding } from '../embed/embedding';
import type { News } from '../embed/news';

/** What comes after the document: the engine and the script with the screens after the first, and what only some files need. */
export type PartName = 'engine' | 'screens' | 'full-engine' | 'pdf';

/** What the app may ask. Each host answers all of it. */
export interface HostCalls {
  /** The bytes of a part of the app, checked against the hash this page was built with. */
  part(name: PartName): ArrayBuffer;
  load(): Kept | null;
  /** What was kept has been opened: the app can be used with it. */
  settled(): void;
  save(kept: Kept): KeptWhere;
  forget(): Leftovers;
  setHash(hash: string, how: 'push' | 'replace'): void;
  describe(page: { readonly lang: string; readonly title: string }): void;
  requestCount(): number;
  /** Whether something would be lost if the document were left now. */
  guard(isAtStake: boolean): void;
  /** Files are being dragged over the app: the host takes the drop in its place. */
  catchDrop(): void;
  install(): boolean;
  applyUpdate(open: Kept): boolean;
  takeOver(): Kept | null;
}

/** What a widget's frame answers besides. */
export interface WidgetCalls extends HostCalls {
  /** For the site around the widget: its height, and what the person lets it know. */
  toSite(news: News): void;
}

/** What the host tells unasked. */
export interface HostEvents {
  readonly hash: string;
  readonly files: readonly File[];
  readonly dragging: boolean;
  readonly installable: boolean;
  readonly offlineReady: true;
  readonly updateReady: true;
  /** Another tab has deleted everything that was kept. */
  readonly forgotten: true;
  /** Only in a widget: how the site wants it. */
  readonly embedding: Embedding;
}

/** What each side implements of a call: the same, but it may take its time. */
export type Answers<Calls extends HostCalls = HostCalls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Answer | Promise<Answer>
    : never;
};

export type ToHost = { readonly id: number; readonly name: keyof WidgetCalls; readonly args: readonly unknown[] };

export type ToApp =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'refusal'; readonly id: number; readonly message: string }
  | { readonly type: 'event'; readonly name: keyof HostEvents; readonly value: HostEvents[keyof HostEvents] };

/** The app's first word, to whoever framed it. Holds nothing, since it cannot know who listens. */
export const KNOCK = 'mioboe:knock';
/** The host's answer; the port comes with it. */
export const WELCOME = 'mioboe:welcome';

export interface Welcome {
  readonly type: typeof WELCOME;
  readonly hash: string;
  /** Best first. */
  readonly languages: readonly string[];
}
