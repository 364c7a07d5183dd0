//! What the screens may ask for. They have no storage, no network and no URL of their own.

import type { Adviser, Analysis, AnalyzeOptions } from './engine/engine';
import type { Kept, KeptWhere, Leftovers } from '../host/kept';
import type { Report, Request, TextMeaning } from './engine/report';
import type { Place } from './place';

/** Everything around the screens: the engine, and the host page behind the seal. */
export interface AppHost {
  /** What the address or the browser asks for, best first. */
  readonly languages: readonly string[];
  readonly place: Place;

  /** Rejects with an `AbortError` after `signal`, and with an `EngineError` when the engine died; the files can be given again. */
  analyze(files: readonly File[], request: Request, options?: AnalyzeOptions): Promise<Analysis>;
  /** Holds a report of another day. Rejects with an `EngineError` where the engine cannot take it, or cannot be had. */
  adviserOf(report: Report): Promise<Adviser>;

  /** What texts on statements mean. Rejects with an `EngineError` where the engine cannot be had. */
  meanings(texts: readonly string[]): Promise<readonly TextMeaning[]>;

  /** Settles once the screens after the first are here, with their words. Tried again when it failed before. */
  complete(): Promise<void>;

  /** What the person chose to keep, or `null`. */
  load(): Promise<Kept | null>;
  /** To be called once what was kept is open. */
  settled(): void;
  /** Only to be called once the person said "keep". */
  save(kept: Kept): Promise<KeptWhere>;
  /** Deletes everything and says what is left: zeroes, or it did not work. */
  forget(): Promise<Leftovers>;
  /** Everything was deleted in another tab. */
  onForgotten(listener: () => void): Unsubscribe;

  /** The part of the address after `#`, without it. */
  readonly hash: string;
  setHash(hash: string, how?: 'push' | 'replace'): void;
  onHash(listener: (hash: string) => void): Unsubscribe;

  /** Files opened with the app by the system, or dropped on the host page outside the app. */
  onFiles(listener: (files: readonly File[]) => void): Unsubscribe;

  /** Files are being dragged over the page, or no longer. The host takes the drop: without an origin the app may not read folders. */
  onDragging(listener: (dragging: boolean) => void): Unsubscribe;

  /** Tells the host page which language and title the person sees. */
  describe(page: { lang: string; title: string }): void;

  /** Requests sent since the page was complete, of the page and of the app together. */
  requestCount(): Promise<number>;

  /** Whether leaving the page now would lose something: then the browser asks first. */
  guard(isAtStake: boolean): void;

  /** Called at once if it is so already. `true`: `install` may be offered. */
  onInstallable(listener: (installable: boolean) => void): Unsubscribe;
  /** Shows the browser's own question. `true` if the person said yes. */
  install(): Promise<boolean>;

  /** Called at once if it is so already: everything is stored, the page opens without a network. */
  onOfflineReady(listener: () => void): Unsubscribe;
  /** Called at once if it is so already: a new version waits. */
  onUpdateReady(listener: () => void): Unsubscribe;
  /** Reloads the page into the new version, which is given `open`. `false`: it stays as it is, and nothing is lost. */
  applyUpdate(open: Kept): Promise<boolean>;
  /** What the version before this one had open, once. */
  takeOver(): Promise<Kept | null>;

  /** Prints what the app shows. */
  print(): void;
  download(name: string, content: Blob): void;
}

export type { Adviser, Analysis, AnalyzeOptions, Progress } from './engine/engine';
export { EngineError } from './engine/engine';

export type { Kept, KeptWhere, Leftovers } from '../host/kept';

export type Unsubscribe = () => void;
