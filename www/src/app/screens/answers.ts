//! What the person said of a charge, and the name under which that is remembered.

import type { ChargeReport } from '../engine/report';

export const ANSWERS = ['me', 'family', 'notMine'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Names each charge by what it says, so that an answer outlives new files and new line numbers. */
export function chargeNames(charges: readonly ChargeReport[]): ReadonlyMap<ChargeReport, string> {
  const seen = new Map<string, number>();
  const names = new Map<ChargeReport, string>();
  for (const charge of charges) {
    const says = [charge.date, charge.amount, charge.currency, charge.card, charge.merchant.normalize('NFKC')].join('|');
    // Real twins are told apart by their order alone.
    const nth = (seen.get(says) ?? 0) + 1;
    seen.set(says, nth);
    names.set(charge, `${says}|${nth}`);
  }
  return names;
}

/** SHA-256 of the salted name: what is kept must not tell what was bought. */
export async function hidden(name: string, salt: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}|${name}`));
  return hex(new Uint8Array(digest));
}

export function newSalt(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
