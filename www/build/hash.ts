//! Hashes in the form that CSP and integrity attributes use, and in the form that file names use.

import { createHash } from 'node:crypto';

export function integrityOf(content: string | Uint8Array): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}

export function shortHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
