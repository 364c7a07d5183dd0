//! Prints one box of a page, without the page: as it is now, in a frame that nobody sees.

export function printAlone(box: HTMLElement, style: string): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  // A frame that is not displayed is not printed either. Set one by one: a policy may refuse a whole `style`.
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0' });
  document.body.append(frame);
  const inner = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inner) return;
  const sheet = new inner.CSSStyleSheet();
  sheet.replaceSync(style);
  inner.document.adoptedStyleSheets = [sheet];
  inner.document.body.append(copyOf(box, inner.document));
  inner.document.title = document.title;
  inner.addEventListener('afterprint', () => frame.remove());
  inner.print();
}

/** What was typed and ticked is not in a copy of the elements. */
function copyOf(box: HTMLElement, into: Document): Node {
  const copy = into.importNode(box, true);
  const copies = copy.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  for (const [index, field] of box.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea').entries()) {
    const twin = copies[index];
    if (!twin || (field instanceof HTMLInputElement && field.type === 'file')) continue;
    twin.value = field.value;
    if (field instanceof HTMLInputElement) (twin as HTMLInputElement).checked = field.checked;
  }
  return copy;
}
