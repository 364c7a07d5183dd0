//! What the tests share: a server that only this test uses, and an eye on what the browser complains of.

import { expect, test as base } from '@playwright/test';

import { serve, type StaticServer } from './server';

export { expect };

export const test = base.extend<{ server: StaticServer; complaints: string[] }>({
  server: async ({}, use) => {
    const server = await serve();
    await use(server);
    await server.close();
  },
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await use(complaints);
  },
});
