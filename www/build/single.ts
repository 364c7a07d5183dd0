//! The whole product as one file, for machines without a network: the app's parts stand in it as blocks of data.

import { gzipSync } from 'node:zlib';

import type { Plugin } from 'vite';

import { inPlaceOfScript } from './bundle.ts';
import { appDocument, singleDocument } from './documents.ts';
import { sealedApp } from './sealed.ts';

/** The plugin around the single file's own script, which is this build's entry. */
export async function single(): Promise<Plugin> {
  const { app, parts } = await sealedApp('src/app/main.ts');
  const blocks = Object.entries(parts).map(([name, { content }]) => [name, gzipSync(content, { level: 9 }).toString('base64')] as const);
  return inPlaceOfScript('mioboe:single', async (page) => {
    const { html } = await singleDocument(page, await appDocument(app), Object.fromEntries(blocks));
    return [{ url: 'mioboe.html', content: html }];
  });
}
