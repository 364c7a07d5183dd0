//! The web app manifests, one a language: the page links the one of its reader, and all are the same app.

import { readdir, readFile } from 'node:fs/promises';

import { type File, www } from './bundle.ts';
import { type Language, LANGUAGES } from './languages.ts';

const SCREENSHOTS = `${www}../docs/screenshots`;

/** What the installed app opens from the system. */
const OPENS = {
  'text/csv': ['.csv'],
  'application/zip': ['.zip'],
  'application/x-ofx': ['.ofx', '.qfx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/pdf': ['.pdf'],
  'message/rfc822': ['.eml'],
} as const;

export interface Manifests {
  readonly manifests: readonly File[];
  /** Shown by the browser's question whether to install; the page itself never asks for them. */
  readonly pictures: readonly File[];
}

export async function manifests(): Promise<Manifests> {
  const pictures = await Promise.all(LANGUAGES.map(({ lang }) => picturesIn(lang)));
  return {
    manifests: LANGUAGES.map((language, index) => ({ url: language.manifest, content: manifest(language, pictures[index] ?? []) })),
    pictures: pictures.flat(),
  };
}

function manifest({ lang, name, description }: Language, pictures: readonly File[]): string {
  const whole = {
    id: './',
    name,
    short_name: 'Mioboe',
    description,
    lang,
    dir: 'ltr',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#f4f7fb',
    theme_color: '#2c498b',
    categories: ['finance', 'utilities'],
    icons: [
      { src: 'icons/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: 'icons/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: 'icons/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: 'icons/maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
    screenshots: pictures.map(({ url, content }) => {
      const { width, height } = sizeOf(content);
      return { src: url, type: 'image/png', sizes: `${width}x${height}`, form_factor: width < height ? 'narrow' : 'wide' };
    }),
    // Opening a file must not take the case away that is open in another window.
    launch_handler: { client_mode: ['focus-existing', 'auto'] },
    // There is no share_target: without its service worker the browser would send the file to the server.
    file_handlers: [{ action: './', accept: OPENS }],
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Pictures of the page in this language, made for the documentation. */
async function picturesIn(lang: string): Promise<File[]> {
  const names = (await readdir(SCREENSHOTS)).filter((name) => new RegExp(`-${lang}-(desktop|phone)-.*\\.png$`).test(name)).sort();
  const few = ['desktop', 'phone'].flatMap((width) => names.filter((name) => name.includes(`-${width}-`)).slice(0, 2));
  return Promise.all(few.map(async (name) => ({ url: `screenshots/${name}`, content: await readFile(`${SCREENSHOTS}/${name}`) })));
}

/** A PNG says its size in its first bytes. */
function sizeOf(png: File['content']): { width: number; height: number } {
  const view = Buffer.from(png);
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}
