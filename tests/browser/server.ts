//! A static server for `dist/`: sends the headers of `dist/_headers`, remembers every request, and can be switched off.

import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);

export const dist = join(__dirname, '../../dist/');
/** The whole product as one file, opened without any server. */
export const singleFile = pathToFileURL(join(__dirname, '../../dist-single/mioboe.html')).href;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export interface StaticServer {
  /** Where the page is, with a slash at the end. */
  readonly url: string;
  /** Paths asked for since the last `forget`, below `url`. */
  requests(): string[];
  forget(): void;
  /** From now on nobody answers at this address. */
  close(): Promise<void>;
}

export interface Serving {
  /** Where below the server's root the page lies: `/` or `/some/path/`. */
  readonly at?: string;
  /** `bare`: as a server that knows nothing of headers would send it. Or these, with every file. */
  readonly headers?: 'sent' | 'bare' | Readonly<Record<string, string>>;
  /** Stands in for files of `dist/`, by path. */
  readonly instead?: ReadonlyMap<string, string>;
  /** What is served in place of `dist/`. */
  readonly folder?: string;
  /** Changes a text file or the headers on their way out. */
  readonly fill?: (text: string) => string;
  /** `brotli`: as a server sends it that has been set up well. */
  readonly coding?: 'plain' | 'brotli';
}

export async function serve({ at = '/', headers = 'sent', instead = new Map(), folder = dist, fill, coding = 'plain' }: Serving = {}): Promise<StaticServer> {
  const rules = headers === 'sent' ? parseHeaders(await readFile(`${folder}_headers`, 'utf8').then(fill ?? String)) : [];
  const always = typeof headers === 'string' ? {} : headers;
  const sockets = new Set<Socket>();
  // Before anybody asks: compressing takes seconds, which would look like a slow server.
  const compressed = coding === 'brotli' ? await compressedFiles(folder) : new Map<string, Buffer>();
  let asked: string[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(at)) {
      response.writeHead(404).end();
      return;
    }
    const path = `/${pathname.slice(at.length)}`;
    asked.push(path + search);
    const file = path === '/' ? '/index.html' : path;
    const stored = instead.get(file) ?? (await readFile(`${folder}${file.slice(1)}`).catch(() => null));
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const content = stored !== null && fill && type.startsWith('text/') ? fill(stored.toString()) : stored;
    if (content === null) {
      response.writeHead(404).end();
      return;
    }
    for (const { matches, name, value } of rules) if (matches(path)) response.setHeader(name, value);
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    response.setHeader('Content-Type', type);
    const small = compressed.get(file);
    if (small && request.headers['accept-encoding']?.includes('br')) {
      response.setHeader('Content-Encoding', 'br');
      response.writeHead(200).end(small);
    } else {
      response.writeHead(200).end(content);
    }
  };

  const server = createServer((request, response) => void answer(request, response));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}${at}`,
    requests: () => [...asked],
    forget: () => {
      asked = [];
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** As they are sent, by path. Pictures are small already. */
async function compressedFiles(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && extname(entry.name) !== '.png').map(({ parentPath, name }) => join(parentPath, name));
  const files = await Promise.all(paths.map(async (path) => [`/${relative(folder, path)}`, await compress(await readFile(path))] as const));
  return new Map(files);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

interface Rule {
  readonly matches: (path: string) => boolean;
  readonly name: string;
  readonly value: string;
}

function parseHeaders(text: string): Rule[] {
  const rules: Rule[] = [];
  let matches: Rule['matches'] = () => false;
  for (const line of text.split('\n')) {
    if (line.startsWith('/')) matches = matcher(line.trim());
    const [, name, value] = /^\s+([^:]+): (.*)$/.exec(line) ?? [];
    if (name && value) rules.push({ matches, name, value });
  }
  return rules;
}

function matcher(pattern: string): Rule['matches'] {
  if (!pattern.endsWith('*')) return (path) => path === pattern;
  return (path) => path.startsWith(pattern.slice(0, -1));
}
