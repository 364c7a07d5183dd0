//! What the page and the sealed app in it may do, as headers and as `<meta>`.

import { integrityOf } from './hash.ts';

export interface Sealed {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** The page: may fetch from its own server, install its service worker, and hold no frame but the one written into it. */
export function pagePolicy(sealed: Sealed): string {
  return join(pageDirectives(sealed));
}

function pageDirectives({ scripts, styles }: Sealed): Readonly<Record<string, readonly string[]>> {
  return {
    'default-src': ["'none'"],
    'script-src': [...hashes(scripts), "'wasm-unsafe-eval'"],
    // The frame inherits all of this and can only take away: `blob:` is for its worker.
    'worker-src': ["'self'", 'blob:'],
    'connect-src': ["'self'"],
    'style-src': hashes(styles),
    'img-src': ["'self'", 'data:', 'blob:'],
    'manifest-src': ["'self'"],
    // The frame's own document is written in the page. With this it can never become another one.
    'frame-src': ["'none'"],
    'object-src': ["'none'"],
    'form-action': ["'none'"],
    'base-uri': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['mioboe-page', 'mioboe-worker', 'mioboe-screens', 'lit-html'],
  };
}

/** The page as one file: as the page, but there is no server that it could ask. */
export function singlePolicy(sealed: Sealed): string {
  const withoutServer = Object.entries(pageDirectives(sealed)).map(([name, sources]) => {
    const left = sources.filter((source) => source !== "'self'");
    return [name, left.length === 0 ? ["'none'"] : left] as const;
  });
  return join(Object.fromEntries(withoutServer));
}

/** The app: its own script, its own worker, pictures it drew itself. No address at all. */
export function appPolicy({ scripts, styles }: Sealed): string {
  return join({
    'default-src': ["'none'"],
    'script-src': [...hashes(scripts), "'wasm-unsafe-eval'"],
    'worker-src': ['blob:'],
    'connect-src': ["'none'"],
    'style-src': styles.length === 0 ? ["'none'"] : hashes(styles),
    'img-src': ['data:', 'blob:'],
    'frame-src': ["'none'"],
    'object-src': ["'none'"],
    'form-action': ["'none'"],
    'base-uri': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['mioboe-worker', 'mioboe-screens', 'lit-html'],
  });
}

/** Sent with every file. */
export function headers(page: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': `${page}; frame-ancestors 'none'`,
    // Where a browser knows it, nothing but this server can be reached, by no means whatever.
    'Connection-Allowlist': '(response-origin)',
    'Integrity-Policy': 'blocked-destinations=(script)',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // Not `require-corp`: under it WebKit starts no worker from a blob in a frame without an origin. WebKit ignores this word.
    'Cross-Origin-Embedder-Policy': 'credentialless',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'Strict-Transport-Security': 'max-age=63072000',
    'Permissions-Policy': permissions(),
  };
}

/** Sent with every file of the widget: any site may frame it, and a frame without an origin may fetch what lies beside it. */
export function widgetHeaders(frame: string): Readonly<Record<string, string>> {
  const { 'Cross-Origin-Opener-Policy': _, ...others } = headers(frame);
  return {
    ...others,
    'Content-Security-Policy': `${frame}; frame-ancestors *`,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
  };
}

function join(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}

function hashes(texts: readonly string[]): string[] {
  return texts.map((text) => `'${integrityOf(text)}'`);
}

/** All that the page could be asked for and never needs. */
const NEVER = [
  'accelerometer', 'autoplay', 'browsing-topics', 'camera', 'captured-surface-control', 'clipboard-read',
  'compute-pressure', 'deferred-fetch', 'digital-credentials-create', 'digital-credentials-get', 'display-capture',
  'encrypted-media', 'fullscreen', 'gamepad', 'geolocation', 'gyroscope', 'hid', 'identity-credentials-get',
  'idle-detection', 'interest-cohort', 'keyboard-map', 'language-model', 'local-fonts', 'local-network-access',
  'loopback-network', 'magnetometer', 'microphone', 'midi', 'on-device-speech-recognition', 'otp-credentials',
  'payment', 'picture-in-picture', 'private-state-token-issuance', 'private-state-token-redemption',
  'publickey-credentials-create', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'speaker-selection',
  'storage-access', 'summarizer', 'sync-xhr', 'translator', 'unload', 'usb', 'window-management',
  'xr-spatial-tracking',
] as const;

function permissions(): string {
  return NEVER.map((feature) => `${feature}=()`).join(', ');
}
