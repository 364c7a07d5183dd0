//! `npm run shots`: pictures of every view into docs/screenshots, for people to look at.

import { defineConfig } from '@playwright/test';

import tests from './playwright.config';

export default defineConfig({ ...tests, testMatch: 'shots.ts' });
