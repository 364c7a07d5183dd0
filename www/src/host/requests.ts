//! How many requests this document has sent, by the browser's own record.

/** Counts what left this document since `since`. Addresses of its own memory leave nothing. */
export function requestsSince(since: number): number {
  return performance
    .getEntriesByType('resource')
    .filter(({ name, startTime }) => since <= startTime && !name.startsWith('blob:') && !name.startsWith('data:')).length;
}
