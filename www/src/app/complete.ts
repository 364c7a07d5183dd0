//! Whether the screens after the first are here. `screens/later.ts` says so as its last word.

export const complete = { done: false };
