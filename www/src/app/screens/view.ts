//! What is on the screen, and the address that says so.

/** What the person sees. `charge` shows the one charge beside or over the results. */
export type View =
  | { readonly name: (typeof PAGES)[number] }
  | { readonly name: 'charge' | 'mail' | 'rule' | 'step'; readonly id: string }
  /** Letters: one of them, and about one charge, or whatever fits best. */
  | { readonly name: 'prepare'; readonly letter: string | null; readonly charge: string | null };

const PAGES = ['results', 'pictures', 'steps', 'pack', 'files', 'settings', 'help', 'rules', 'texts'] as const;

/** Where the address names one of many. `/steps` alone is the person's own plan. */
const FOLDERS = [
  { name: 'charge', folder: 'charge' },
  { name: 'mail', folder: 'mail' },
  { name: 'rule', folder: 'rules' },
  { name: 'step', folder: 'steps' },
] as const;

export function hashOf(view: View): string {
  if (view.name === 'results') return '';
  if (view.name === 'prepare') return `/prepare/${view.letter ?? ''}/${view.charge ?? ''}`;
  const folder = FOLDERS.find(({ name }) => name === view.name)?.folder;
  return 'id' in view ? `/${folder}/${view.id}` : `/${view.name}`;
}

export function viewOf(hash: string): View {
  const [, name, id, charge] = hash.split('/');
  const one = FOLDERS.find(({ folder }) => folder === name);
  if (one && id) return { name: one.name, id };
  if (name === 'prepare') return { name, letter: id || null, charge: charge || null };
  return { name: PAGES.find((page) => page === name) ?? 'results' };
}
