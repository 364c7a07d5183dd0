//! What servers are told to send: the same in three notations, and in the page itself as far as a page can say it.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ended, freePort } from './engines';
import { expect, test } from './fixtures';
import { dist, serve } from './server';

const text = (file: string): string => readFileSync(dist + file, 'utf8');

/** Those that go with every file. */
const everywhere = (/^\/\*\n((?: {2}.*\n)+)/m.exec(text('_headers'))?.[1] ?? '')
  .trimEnd()
  .split('\n')
  .map((line) => /^ {2}([^:]+): (.*)$/.exec(line)?.slice(1) ?? [])
  .map(([name = '', value = '']) => ({ name, value }));

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(dist.length).replace(/^\//, ''))
  // The widget is served from a site of its own and has its own headers; the other files are for who sets up the server.
  .filter((file) => !/^(widget\/|server\/|_headers$)/.test(file));

test('nginx and Caddy are told the same as `_headers`', () => {
  expect(everywhere.length).toBeGreaterThan(10);
  for (const { name, value } of everywhere) {
    expect(text('server/nginx.conf')).toContain(`add_header ${name} ${JSON.stringify(value)} always;`);
    expect(text('server/Caddyfile')).toContain(`\t${name} ${JSON.stringify(value)}\n`);
  }
});

test('the policy in the page is the one of the header, but for what only a header can say', () => {
  const sent = everywhere.find(({ name }) => name === 'Content-Security-Policy')?.value;
  const [, meta] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text('index.html')) ?? [];
  expect(`${meta}; frame-ancestors 'none'`).toBe(sent);
});

interface Program {
  readonly name: string;
  readonly path: string;
  /** Its configuration for a folder and a port, and how it is started with that. */
  configure(folder: string, port: number): { readonly config: string; readonly args: readonly string[] };
}

const PROGRAMS: readonly Program[] = [
  {
    name: 'nginx',
    path: '/usr/sbin/nginx',
    configure: (folder, port) => ({
      config: `daemon off; pid ${folder}/pid; error_log ${folder}/errors; events {}
        http { access_log off; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
        server { listen 127.0.0.1:${port}; root ${dist}; include ${dist}server/nginx.conf; } }`,
      args: ['-c', join(folder, 'config')],
    }),
  },
  {
    name: 'Caddy',
    path: '/usr/bin/caddy',
    configure: (folder, port) => ({
      config: `{\n admin off\n auto_https off\n}\nhttp://127.0.0.1:${port} {\n root * ${dist}\n import ${dist}server/Caddyfile\n file_server\n}\n`,
      args: ['run', '--adapter', 'caddyfile', '--config', join(folder, 'config')],
    }),
  },
];

for (const { name, path, configure } of PROGRAMS) {
  test(`${name} sends with every file what the tests' own server sends`, async ({ request }) => {
    test.skip(!existsSync(path), `not run: ${name} is not on this machine (${path})`);
    const folder = mkdtempSync(join(tmpdir(), 'mioboe-'));
    const port = await freePort();
    const { config, args } = configure(folder, port);
    writeFileSync(join(folder, 'config'), config);
    const program = spawn(path, args, { stdio: 'ignore', env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder } });
    const own = await serve();
    try {
      await expect.poll(() => request.get(`http://127.0.0.1:${port}/`).then((answer) => answer.status(), String)).toBe(200);
      for (const file of files) {
        const sent = (await request.get(`http://127.0.0.1:${port}/${file}`)).headers();
        const wanted = (await request.get(own.url + file)).headers();
        for (const header of [...everywhere.map((one) => one.name.toLowerCase()), 'cache-control']) {
          expect(sent[header], `${header} of ${file}`).toBe(wanted[header] ?? 'no-cache');
        }
        expect(sent['content-type']?.split(';')[0], file).toBe(wanted['content-type']?.split(';')[0]);
      }
    } finally {
      await own.close();
      await ended(program);
    }
  });
}
