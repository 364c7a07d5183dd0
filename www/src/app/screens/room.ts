//! How much room there is, where more than the style sheet has to know it.

/** There is room for a charge beside the list; otherwise it covers the list, and all else but the tabs. The style sheet has the same width. */
export const beside = window.matchMedia('(min-width: 60rem)');
