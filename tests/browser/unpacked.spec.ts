//! The page as a ZIP, unpacked behind a server that knows nothing of it, somewhere below its root.

import { join } from 'node:path';

import { App } from './app';
import { caseOf, countsOf, reportOf } from './cases';
import { expect, test } from './fixtures';
import { serve } from './server';
import { unzip } from './unzip';

const household = caseOf('clean-01-smbc-vpass');
const zip = join(__dirname, '../../dist-zip/mioboe.zip');

test('unpacked behind any server, below any path, it works and goes on without the server', async ({ page, complaints }, info) => {
  const paths = unzip(zip, info.outputPath('unpacked'));
  // Unpacking scatters nothing.
  expect(paths.filter((path) => !path.startsWith('mioboe/'))).toEqual([]);
  const server = await serve({ folder: `${info.outputPath('unpacked')}/mioboe/`, at: '/tools/charges/', headers: 'bare' });
  try {
    const app = await App.open(page, server.url);
    await app.storedOffline();
    // Nothing is asked for outside of its folder.
    expect(server.requests().filter((path) => !paths.includes(`mioboe${path === '/' ? '/index.html' : path}`))).toEqual([]);
    await app.drop(household.files);
    await app.answered();
    expect(await app.counts()).toEqual(countsOf(reportOf(household)));
    await server.close();
    await page.goto('about:blank');
    await page.goto(server.url);
    await app.ready();
    await app.choose(household.files);
    await app.answered();
    expect(await app.counts()).toEqual(countsOf(reportOf(household)));
    await expect(app.part('requests-count')).toHaveText('0');
    expect(complaints).toEqual([]);
  } finally {
    await server.close();
  }
});
