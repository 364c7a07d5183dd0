//! Whose contacts and deadlines are named.

import type { Lang } from '../languages';
import { usageOf } from '../words';

export const REGIONS = ['jp', 'us', 'uk', 'eu'] as const;
export type Region = (typeof REGIONS)[number];

/** Where the clock is set says more than the language: many who live in Japan read English. */
export function regionOf(timeZone: string, lang: Lang): Region {
  if (timeZone === 'Asia/Tokyo') return 'jp';
  if (timeZone === 'Europe/London') return 'uk';
  if (timeZone.startsWith('Europe/')) return 'eu';
  if (timeZone.startsWith('America/')) return 'us';
  return REGIONS.find((region) => region === usageOf(lang).region) ?? 'us';
}
