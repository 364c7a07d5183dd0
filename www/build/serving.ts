//! The headers as the common servers want them written.

/** Files whose name stays the same while their content changes. */
const CHANGING = ['/', '/index.html', '/sw.js', '/manifest.webmanifest'] as const;
const FRESH = 'no-cache';
/** The names hold a hash of the content. */
const LASTING = { path: '/assets/', control: 'public, max-age=31536000, immutable' } as const;

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
    'types { application/wasm wasm; application/manifest+json webmanifest; }',
    'gzip_static on;',
    ...Object.entries(headers).map(([name, value]) => `add_header ${name} ${JSON.stringify(value)} always;`),
    // A second add_header in a location would drop all of the above, so the one that varies is a map's business.
    `add_header Cache-Control $mioboe_cache always;`,
    '',
    '# And this in the http block.',
    `# map $uri $mioboe_cache { default "${FRESH}"; "~${LASTING.path}" "${LASTING.control}"; }`,
    '',
  ].join('\n');
}

export function caddy(headers: Headers): string {
  return [
    '# Import this in the site block that serves the folder.',
    'header {',
    ...Object.entries(headers).map(([name, value]) => `\t${name} ${JSON.stringify(value)}`),
    `\tCache-Control "${FRESH}"`,
    '}',
    `header ${LASTING.path}* Cache-Control "${LASTING.control}"`,
    '',
  ].join('\n');
}
