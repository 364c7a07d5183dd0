//! Shows the screens with an invented report, about which the packed engine advises. `?rows=10000` makes a long list, `?case=` another kind of report, `?lang=en` another language.

import '../app';
import '../later';
import { InlineEngine } from '../../engine/inline';
import full from '../../engine/pkg/mioboe_wasm_full_bg.wasm?url';
import type { AppHost } from '../../host';
import { wholeDocument } from '../../place';
import { sampleReport } from './sample';

const asked = new URLSearchParams(location.search);

const engine = WebAssembly.compileStreaming(fetch(full)).then((module) => new InlineEngine({ build: 'full', module }));

const host: AppHost = {
  place: wholeDocument,
  languages: [asked.get('lang') ?? 'ja'],
  async analyze(_files, _request, { progress, signal } = {}) {
    progress?.({ phase: 'reading', filesDone: 1, filesTotal: 3 });
    await new Promise((resolve) => setTimeout(resolve, Number(asked.get('wait') ?? 0)));
    signal?.throwIfAborted();
    const report = sampleReport(asked.get('case') ?? 'whole', Number(asked.get('rows') ?? 0));
    return { report, adviser: await (await engine).adviserOf(report) };
  },
  adviserOf: async (report) => (await engine).adviserOf(report),
  meanings: async (texts) => (await engine).meanings(texts),
  complete: async () => undefined,
  load: async () => null,
  save: async () => 'memory',
  forget: async () => ({ databases: 0, localItems: 0, sessionItems: 0 }),
  onForgotten: () => () => undefined,
  get hash() {
    return location.hash.slice(1);
  },
  setHash(hash, how) {
    if (how === 'replace') history.replaceState(null, '', `#${hash}`);
    else history.pushState(null, '', `#${hash}`);
  },
  onHash(listener) {
    const tell = () => listener(location.hash.slice(1));
    window.addEventListener('popstate', tell);
    return () => window.removeEventListener('popstate', tell);
  },
  onFiles: () => () => undefined,
  onDragging: () => () => undefined,
  describe: ({ lang, title }) => {
    document.documentElement.lang = lang;
    document.title = title;
  },
  requestCount: async () => 0,
  guard: () => undefined,
  onInstallable: () => () => undefined,
  install: async () => false,
  onOfflineReady: () => () => undefined,
  onUpdateReady: () => () => undefined,
  applyUpdate: async () => false,
  takeOver: async () => null,
  settled: () => undefined,
  print: () => window.print(),
  download: () => undefined,
};

const app = document.createElement('mioboe-app');
app.host = host;
document.body.append(app);
