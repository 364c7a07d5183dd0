//! Asks before the page is left with something that would be lost. The browser asks, in its own words, and only who has done something here.

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Without anything at stake nobody listens: a page that does is not kept for the "back" button. */
export function guard(isAtStake: boolean): void {
  if (isAtStake) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}
