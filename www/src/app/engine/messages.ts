//! What page and worker say to each other. Every message names the call it belongs to.

import type { EngineModule, NamedBlob, Progress } from './engine';
import type { Report, Request } from './report';

export type ToWorker =
  | { readonly type: 'load'; readonly engine: EngineModule }
  | { readonly type: 'analyze'; readonly id: number; readonly files: readonly NamedBlob[]; readonly request: Request };

export type FromWorker =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'report'; readonly id: number; readonly report: Report }
  | { readonly type: 'failure'; readonly id: number; readonly message: string };
