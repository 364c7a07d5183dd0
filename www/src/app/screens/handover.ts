//! The open case on its way from one version of the page to the next, in memory only: an update closes nothing.

import type { AnswerGiven, ChargeGiven } from '../engine/report';
import type { Kept } from '../host';
import { type Details, NO_DETAILS } from './case/details';
import { type KeptCase, readKept } from './kept';

export interface OpenCase {
  /** As what is kept on the device. */
  readonly said: KeptCase;
  /** What the case is read from: the files given, or the one case file it was opened from. */
  readonly files: readonly File[];
  readonly typed: readonly ChargeGiven[];
  /** Doubtful rows of the files that were confirmed or left out. */
  readonly settled: readonly string[];
  readonly isExample: boolean;
  /** All of it is kept on the device or in a file. */
  readonly isSecured: boolean;
  readonly details: Details;
  readonly edited: Readonly<Record<string, string>>;
  readonly redaction: 'on' | 'off';
}

export function handOver(open: OpenCase): Kept {
  return { ...open };
}

/** What an older version handed over. What is not understood is left out. */
export function readOpenCase(found: Kept | null): OpenCase | null {
  const said = readKept(found?.['said']);
  if (!found || !said) return null;
  const { files, details, edited } = found;
  return {
    said,
    files: Array.isArray(files) ? files.filter((file) => file instanceof File) : [],
    typed: Array.isArray(found['typed']) ? found['typed'].flatMap((one: unknown) => chargeGiven(one) ?? []) : [],
    settled: Object.values(texts(found['settled'])),
    isExample: found['isExample'] === true,
    isSecured: found['isSecured'] === true,
    details: { ...NO_DETAILS, ...texts(details) },
    edited: texts(edited),
    redaction: found['redaction'] === 'off' ? 'off' : 'on',
  };
}

/** Versions before this one handed answers over under what the charge says, which the engine hides like this. */
export function answersOf({ answers, orders, salt }: KeptCase): Promise<AnswerGiven[]> {
  return Promise.all(Object.entries(answers).map(async ([name, answer]) => ({ charge: name.includes('|') ? await hidden(name, salt) : name, answer, order: orders[name] ?? null })));
}

async function hidden(name: string, salt: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}|${name}`));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function texts(found: unknown): Record<string, string> {
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function chargeGiven(found: unknown): ChargeGiven | null {
  const { amount, merchant, date, currency, paidBy, card } = texts(found);
  return amount === undefined ? null : { amount, merchant: merchant ?? '', date: date ?? null, currency: currency ?? null, paidBy: paidBy ?? null, card: card ?? null };
}
