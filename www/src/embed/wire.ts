//! What the element on another site's page and the widget's frame say to each other. No row of a person's file fits in it.

/** Raised when a message changes its meaning. Both sides refuse any other. */
export const WIRE_VERSION = 1;

/** The frame's first word, to whoever framed it. Holds nothing, since it cannot know who listens. */
export interface Knock {
  readonly type: 'mioboe:widget';
  readonly version: typeof WIRE_VERSION;
}

/** The element's answer; the port comes with it. */
export interface Hello {
  readonly type: 'mioboe:element';
  readonly version: typeof WIRE_VERSION;
}

/** What the element may say. The frame believes none of it before it has looked. */
export type ToFrame = { readonly type: 'config'; readonly config: unknown };

/** All that ever reaches the page around the frame. */
export type ToElement =
  | { readonly type: 'ready'; readonly ready: Ready }
  /** For who builds the page, after each configuration with something in it that was not taken. `cards`: those that there are. */
  | { readonly type: 'refused'; readonly refused: readonly string[]; readonly cards: readonly string[] }
  | { readonly type: 'resize'; readonly height: number }
  /** The widget's top should be in sight. */
  | { readonly type: 'top' }
  | { readonly type: 'summary'; readonly summary: Summary }
  | { readonly type: 'shared'; readonly shared: Shared };

export interface Ready {
  /** Of the widget, `1.2.3`. */
  readonly version: string;
  /** The parts of the configuration that were not understood or not allowed, by path. */
  readonly refused: readonly string[];
}

/** How many charges have which verdict. No sums, no days, no names. */
export interface Summary {
  readonly explained: number;
  readonly ask: number;
  readonly flagged: number;
  readonly notCovered: number;
}

/** What the person looked at and sent. */
export interface Shared {
  /** The day of the report, `2026-11-22`. */
  readonly made: string;
  readonly charges: readonly SharedCharge[];
}

/** A field that the person left out is not there. */
export interface SharedCharge {
  readonly verdict: string;
  readonly answer?: string;
  readonly day?: string;
  readonly merchant?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly card?: string;
}

export function isKnock(data: unknown): data is Knock {
  return isOfVersion(data, 'mioboe:widget');
}

export function isHello(data: unknown): data is Hello {
  return isOfVersion(data, 'mioboe:element');
}

function isOfVersion(data: unknown, type: string): boolean {
  const message = data as Partial<Knock> | null;
  return typeof message === 'object' && message?.type === (type as Knock['type']) && message.version === WIRE_VERSION;
}
