//! What axe finds in a document, shadow roots and all.

import { source } from 'axe-core';

import type { Frame, Page } from '@playwright/test';

interface Result {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: unknown; readonly failureSummary: string }[] }[];
}

/** Injected over the debugging protocol: the page's own policy would refuse it. */
export async function violationsIn(place: Frame | Page): Promise<string[]> {
  await place.evaluate(source);
  return place.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: unknown): Promise<Result> } };
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary}`));
  });
}
