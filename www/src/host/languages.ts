//! What the person reads, best first: the language that the address asks for (`?lang=en`), then the browser's own.

const asked = new URLSearchParams(location.search).get('lang');

export const languages: readonly string[] = asked ? [asked, ...navigator.languages] : navigator.languages;
