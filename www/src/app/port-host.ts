//! `AppHost` over a channel: the engine is here, everything else is asked of whoever holds the other end.

import type { HostPort } from '../host/knock';
import type { PartName } from '../host/protocol';
import type { Place } from './place';
import { requestsSince } from '../host/requests';
import { type Adviser, type Analysis, type AnalyzeOptions, type Engine, EngineError, type EngineModule } from './engine/engine';
import { CautiousEngine } from './engine/cautious-engine';
import { GrowingEngine } from './engine/growing-engine';
import type { Report, Request, TextMeaning } from './engine/report';
import { startWorker, WorkerSource } from './engine/start-worker';
import { WorkerEngine } from './engine/worker-engine';
import { PdfEngine } from './pdf/pdf-engine';
import { readerFrom } from './pdf/read-pdf';
import type { AppHost, Kept, KeptWhere, Leftovers, Unsubscribe } from './host';

/** A saved link to the blob must outlive the click; browsers read it at once, some a moment later. */
const DOWNLOAD_MS = 60_000;

/** Brings the screens after the first. */
export type Later = (port: HostPort) => Promise<void>;

export class PortHost implements AppHost {
  readonly languages: readonly string[];
  readonly #port: HostPort;
  readonly #later: Later;
  #engine: Promise<Engine> | null = null;
  #screens: Promise<void> | null = null;
  #pdf: Promise<WorkerSource> | null = null;
  #hash: string;

  constructor(
    port: HostPort,
    readonly place: Place,
    later: Later,
  ) {
    this.#port = port;
    this.#later = later;
    this.languages = port.languages;
    this.#hash = port.latest('hash') ?? '';
    port.on('hash', (hash) => {
      this.#hash = hash;
    });
    place.ears.addEventListener('dragenter', (event) => {
      if ((event as DragEvent).dataTransfer?.types.includes('Files')) void port.call('catchDrop');
    });
    // The first answer should not wait for the engine to start.
    this.#ready().catch(() => undefined);
  }

  async analyze(files: readonly File[], request: Request, options: AnalyzeOptions = {}): Promise<Analysis> {
    const engine = await this.#ready();
    const named = files.map((file) => ({ name: file.webkitRelativePath || file.name, content: file }));
    return engine.analyze(named, request, options);
  }

  async adviserOf(report: Report): Promise<Adviser> {
    return (await this.#ready()).adviserOf(report);
  }

  async meanings(texts: readonly string[]): Promise<readonly TextMeaning[]> {
    return (await this.#ready()).meanings(texts);
  }

  complete(): Promise<void> {
    this.#screens ??= this.#later(this.#port).catch((error: unknown) => {
      this.#screens = null;
      throw error;
    });
    return this.#screens;
  }

  load(): Promise<Kept | null> {
    return this.#port.call('load');
  }

  settled(): void {
    void this.#port.call('settled');
  }

  save(kept: Kept): Promise<KeptWhere> {
    return this.#port.call('save', kept);
  }

  forget(): Promise<Leftovers> {
    return this.#port.call('forget');
  }

  onForgotten(listener: () => void): Unsubscribe {
    return this.#port.on('forgotten', listener);
  }

  get hash(): string {
    return this.#hash;
  }

  setHash(hash: string, how: 'push' | 'replace' = 'push'): void {
    if (hash === this.#hash) return;
    this.#hash = hash;
    void this.#port.call('setHash', hash, how);
  }

  onHash(listener: (hash: string) => void): Unsubscribe {
    return this.#port.on('hash', listener);
  }

  onFiles(listener: (files: readonly File[]) => void): Unsubscribe {
    const waiting = this.#port.take('files');
    if (waiting) listener(waiting);
    return this.#port.on('files', listener);
  }

  onDragging(listener: (dragging: boolean) => void): Unsubscribe {
    return this.#port.on('dragging', listener);
  }

  describe(page: { lang: string; title: string }): void {
    this.place.root.lang = page.lang;
    this.place.entitle(page.title);
    void this.#port.call('describe', page);
  }

  async requestCount(): Promise<number> {
    return (await this.#port.call('requestCount')) + requestsSince(0);
  }

  guard(isAtStake: boolean): void {
    void this.#port.call('guard', isAtStake);
  }

  onInstallable(listener: (installable: boolean) => void): Unsubscribe {
    listener(this.#port.latest('installable') ?? false);
    return this.#port.on('installable', listener);
  }

  install(): Promise<boolean> {
    return this.#port.call('install');
  }

  onOfflineReady(listener: () => void): Unsubscribe {
    if (this.#port.latest('offlineReady')) listener();
    return this.#port.on('offlineReady', listener);
  }

  onUpdateReady(listener: () => void): Unsubscribe {
    if (this.#port.latest('updateReady')) listener();
    return this.#port.on('updateReady', listener);
  }

  applyUpdate(open: Kept): Promise<boolean> {
    return this.#port.call('applyUpdate', open);
  }

  takeOver(): Promise<Kept | null> {
    return this.#port.call('takeOver');
  }

  print(): void {
    this.place.print();
  }

  download(name: string, content: Blob): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_MS);
  }

  /** Tried again on the next call when the engine could not be had. */
  #ready(): Promise<Engine> {
    this.#engine ??= this.#makeEngine().catch((error: unknown) => {
      this.#engine = null;
      throw new EngineError(String(error));
    });
    return this.#engine;
  }

  async #makeEngine(): Promise<Engine> {
    const core = await this.#makeWorker('core', 'engine');
    core.warm();
    const growing = new GrowingEngine(core, () => this.#makeWorker('full', 'full-engine'));
    return new PdfEngine(new CautiousEngine(growing), readerFrom(() => this.#pdfReader()));
  }

  /** Tried again on the next PDF when it could not be had. */
  #pdfReader(): Promise<WorkerSource> {
    this.#pdf ??= this.#port.call('part', 'pdf').then((text) => new WorkerSource(text)).catch((error: unknown) => {
      this.#pdf = null;
      throw error;
    });
    return this.#pdf;
  }

  async #makeWorker(build: EngineModule['build'], part: PartName): Promise<WorkerEngine> {
    const module = await WebAssembly.compile(await this.#port.call('part', part));
    return new WorkerEngine({ build, module }, startWorker);
  }
}
