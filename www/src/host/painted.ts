//! When what stands in the document now has been painted: work that nobody waits for is done after it.

/** A page in the background paints nothing, and waits a moment only. */
const PATIENCE_MS = 300;

export function painted(): Promise<void> {
  return new Promise((go) => {
    requestAnimationFrame(() => setTimeout(go));
    setTimeout(go, PATIENCE_MS);
  });
}
