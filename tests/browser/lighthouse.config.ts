//! `npm run lighthouse`: how the page is scored, and how soon it can be used on a slow line and a slow machine.

import { defineConfig } from '@playwright/test';

import tests from './playwright.config';

export default defineConfig({ ...tests, testMatch: 'lighthouse.ts', workers: 1, retries: 0, timeout: 300_000 });
