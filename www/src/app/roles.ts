//! The two languages that have a part besides being one of them.

/** What the documents are written in before they know their reader. */
export const HOME = 'ja';
/** What is spoken to those whose language is not here. */
export const FALLBACK = 'en';
