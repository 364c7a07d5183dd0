//! What only the person knows, typed by them for letters and never kept.

export interface Details {
  readonly name: string;
  readonly contact: string;
  readonly issuer: string;
  /** `2026-11-20`, the day they noticed. */
  readonly noticed: string;
  /** `2026-11-10`, the day the notice of the statement came. */
  readonly noticeCame: string;
}

export const NO_DETAILS: Details = { name: '', contact: '', issuer: '', noticed: '', noticeCame: '' };
