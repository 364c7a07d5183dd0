//! What the app in a widget tells the frame around it, on its way to the site.

import type { Shared, SharedCharge, Summary } from './wire';

export type News =
  | { readonly type: 'shown' }
  | { readonly type: 'height'; readonly height: number }
  /** A new view has begun. The frame is as high as the app, so that only the page around it can bring its top into sight. */
  | { readonly type: 'top' }
  | { readonly type: 'summary'; readonly summary: Summary }
  | { readonly type: 'shared'; readonly shared: Shared };

/** Four counts and nothing else. */
export function summaryOf({ explained, ask, flagged, notCovered }: Summary): Summary {
  return { explained: count(explained), ask: count(ask), flagged: count(flagged), notCovered: count(notCovered) };
}

/** The fields that can be shared and nothing else. */
export function sharedOf({ made, charges }: Shared): Shared {
  return {
    made: String(made),
    charges: charges.map((charge) => {
      const given = FIELDS.flatMap((field) => (charge[field] === undefined ? [] : [[field, String(charge[field])] as const]));
      return Object.fromEntries(given) as unknown as SharedCharge;
    }),
  };
}

const FIELDS = ['verdict', 'answer', 'day', 'merchant', 'amount', 'currency', 'card'] as const;

/** No household has more. What could be larger could say something else. */
const MOST_CHARGES = 99_999;

function count(value: number): number {
  return Number.isSafeInteger(value) && 0 <= value ? Math.min(value, MOST_CHARGES) : 0;
}
