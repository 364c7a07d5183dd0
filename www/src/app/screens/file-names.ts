//! The names that files go by.

import { oneLine } from '../plain-text';

/** Sources are told apart by their names, so two files must not share one. */
export function withOwnNames(files: readonly File[], before: readonly string[]): File[] {
  const taken = new Set(before);
  return files.map((file) => {
    const name = nameOf(file);
    let own = name;
    for (let nth = 2; taken.has(own); nth += 1) own = name.replace(/(\.[^.]*)?$/, ` (${nth})$1`);
    taken.add(own);
    return own === file.name ? file : new File([file], own, { type: file.type, lastModified: file.lastModified });
  });
}

export function nameOf(file: File): string {
  return oneLine(file.webkitRelativePath || file.name);
}
