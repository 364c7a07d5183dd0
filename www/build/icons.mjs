//! `npm run icons`: draws the PNG icons from icon.svg with Chromium. They are committed; run it when the drawing changes.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

const icons = fileURLToPath(new URL('../public/icons/', import.meta.url));
const drawing = await readFile(`${icons}icon.svg`, 'utf8');

/** A maskable icon may be cut to a circle of 80 %, so it has no corners and more room. */
const maskable = drawing.replace(' rx="112"', '').replace('viewBox="0 0 512 512"', 'viewBox="-64 -64 640 640"').replace(
  '<rect width="512" height="512"',
  '<rect x="-64" y="-64" width="640" height="640"',
);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, svg, size] of [
  ['icon-192.png', drawing, 192],
  ['icon-512.png', drawing, 512],
  ['maskable-512.png', maskable, 512],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  await page.screenshot({ path: `${icons}${name}`, omitBackground: true });
  await page.close();
}
await browser.close();
