//! What page and worker say to each other. Every message names the call it belongs to.

import type { EngineModule, NamedBlob, Progress } from './engine';
import type { Report, Request, Said } from './report';

/** The lists of a report that may have very many rows. */
export const LONG_LISTS = ['charges', 'orders', 'findings'] as const;
export type LongList = (typeof LONG_LISTS)[number];

export type ToWorker =
  | { readonly type: 'load'; readonly engine: EngineModule }
  | { readonly type: 'analyze'; readonly id: number; readonly files: readonly NamedBlob[]; readonly request: Request; readonly kept?: string | undefined; readonly hold?: boolean }
  /** Holds a report of another day: its JSON. */
  | { readonly type: 'hold'; readonly id: number; readonly json: string }
  /** Asks about the report that is held: the one analysed or given last. */
  | { readonly type: 'advise'; readonly id: number; readonly said: Said }
  /** Asks what texts on statements mean. */
  | { readonly type: 'meanings'; readonly id: number; readonly texts: readonly string[] }
  /** The last rows have become objects: the next may come. */
  | { readonly type: 'taken'; readonly id: number };

export type FromWorker =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  /**
   * Some rows of a long list of the report, in order. Sent before the report, which then comes without them. As text: a
   * page makes objects of that faster than of objects, and shorter texts among them are shared.
   */
  | { readonly type: 'rows'; readonly id: number; readonly list: LongList; readonly json: string }
  | { readonly type: 'report'; readonly id: number; readonly report: Report; readonly holding?: string | undefined }
  | { readonly type: 'held'; readonly id: number }
  | { readonly type: 'case'; readonly id: number; readonly json: string }
  | { readonly type: 'meanings'; readonly id: number; readonly json: string }
  | { readonly type: 'failure'; readonly id: number; readonly message: string };
