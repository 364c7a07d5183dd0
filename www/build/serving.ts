//! The headers as the common servers want them written.

import { LANGUAGES } from './languages.ts';

/** Files whose name stays the same while their content changes. */
const CHANGING = ['/', '/index.html', '/sw.js', ...LANGUAGES.map(({ manifest }) => `/${manifest}`)];
const FRESH = 'no-cache';
/** The names hold a hash of the content. */
const LASTING = { path: '/assets/', control: 'public, max-age=31536000, immutable' } as const;

const TYPES: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'text/javascript': 'js mjs',
  'text/css': 'css',
  'application/wasm': 'wasm',
  'application/manifest+json': 'webmanifest',
  'application/json': 'json',
  'image/svg+xml': 'svg',
  'image/png': 'png',
};

type Headers = Readonly<Record<string, string>>;

/** Netlify, Cloudflare Pages and others read this file from the folder they serve. */
export function underscoreHeaders(headers: Headers): string {
  const block = (path: string, of: Headers): string =>
    [path, ...Object.entries(of).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return [
    block('/*', headers),
    ...CHANGING.map((path) => block(path, { 'Cache-Control': FRESH })),
    block(`${LASTING.path}*`, { 'Cache-Control': LASTING.control }),
    '',
  ].join('\n');
}

export function nginx(headers: Headers): string {
  return [
    '# Include this in the server block that serves the folder.',
    // A block of types replaces the server's own, so it names every kind of file there is.
    `types { ${Object.entries(TYPES).map(([type, endings]) => `${type} ${endings};`).join(' ')} }`,
    'charset utf-8;',
    'gzip on;',
    `gzip_types ${Object.keys(TYPES).filter((type) => type !== 'text/html' && type !== 'image/png').join(' ')};`,
    ...Object.entries(headers).map(([name, value]) => `add_header ${name} ${JSON.stringify(value)} always;`),
    // A second add_header in a location would drop all of the above, so what varies is a variable.
    `set $mioboe_cache ${JSON.stringify(FRESH)};`,
    `if ($uri ~ ${JSON.stringify(LASTING.path)}) { set $mioboe_cache ${JSON.stringify(LASTING.control)}; }`,
    'add_header Cache-Control $mioboe_cache always;',
    '',
  ].join('\n');
}

export function caddy(headers: Headers): string {
  return [
    '# Import this in the site block that serves the folder.',
    'encode gzip zstd',
    'header {',
    ...Object.entries(headers).map(([name, value]) => `\t${name} ${JSON.stringify(value)}`),
    '}',
    // Caddy lets the broader of two rules for one header win, so these two share no file.
    `@mioboe_lasting path *${LASTING.path}*`,
    `@mioboe_fresh not path *${LASTING.path}*`,
    `header @mioboe_lasting Cache-Control "${LASTING.control}"`,
    `header @mioboe_fresh Cache-Control "${FRESH}"`,
    '@mioboe_manifest path *.webmanifest',
    'header @mioboe_manifest Content-Type application/manifest+json',
    '',
  ].join('\n');
}
