//! What must be true of every view at every width, whatever its letters look like. Runs inside the app's document.

/** Sentences about what is wrong; none where all is well. */
export function layoutFaults(): string[] {
  const faults: string[] = [];
  const width = document.documentElement.clientWidth;
  const nameOf = (element: Element): string => {
    const testid = element.closest('[data-testid]')?.getAttribute('data-testid');
    return `<${element.localName} class="${element.getAttribute('class') ?? ''}"> in ${testid ?? 'the page'}: "${(element.textContent ?? '').trim().slice(0, 40)}"`;
  };
  const isShown = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  /** Made invisible for all but screen readers, or scrolled inside a box of its own. */
  const isApart = (element: Element): boolean => {
    for (let one: Element | null = element; one; one = one.parentElement) {
      const { overflowX, clipPath } = getComputedStyle(one);
      if (clipPath !== 'none' || ((overflowX === 'auto' || overflowX === 'scroll') && one !== document.documentElement)) return true;
    }
    return false;
  };

  if (width < document.documentElement.scrollWidth) faults.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${width} px`);

  const all = [...document.querySelectorAll('mioboe-app *')].filter(isShown);
  for (const element of all) {
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || isApart(element)) continue;
    if (box.left < -0.5 || width + 0.5 < box.right) faults.push(`sticks out of the window: ${nameOf(element)}`);
    const style = getComputedStyle(element);
    const hasOwnText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (hasOwnText && Number.parseFloat(style.fontSize) < 12) faults.push(`letters of ${style.fontSize}: ${nameOf(element)}`);
    // An ellipsis says itself that something was cut.
    if (hasOwnText && style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis' && element.clientWidth + 1 < element.scrollWidth) faults.push(`text is cut: ${nameOf(element)}`);
  }

  const pressed = all.filter((element) => element.matches('button, summary, select, input, textarea, [role="button"], [tabindex="0"]'));
  for (const element of pressed) {
    // A box inside its label is pressed with all of the label.
    const { width: wide, height: high } = (element.closest('label') ?? element).getBoundingClientRect();
    if (!isApart(element) && (wide < 23.5 || high < 23.5)) faults.push(`${wide.toFixed(0)} × ${high.toFixed(0)} px are too few to press: ${nameOf(element)}`);
  }

  for (const element of all.filter((one) => one.matches('button, summary, .badge, .when, label'))) {
    if (!isApart(element) && getComputedStyle(element).overflowX === 'visible' && element.clientWidth + 1 < element.scrollWidth) faults.push(`${element.scrollWidth} px of words in ${element.clientWidth} px: ${nameOf(element)}`);
  }

  // Charges of one day lie close together in a picture; the table below it has them apart.
  const isLoose = (element: Element): boolean => {
    for (let one: Element | null = element; one; one = one.parentElement) if (/fixed|sticky|absolute/.test(getComputedStyle(one).position)) return true;
    return false;
  };
  const boxes = pressed.filter((element) => !isLoose(element) && !isApart(element) && !element.closest('svg')).map((element) => ({ element, box: element.getBoundingClientRect() }));
  for (const [at, { element, box }] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) {
      if (element.contains(other.element) || other.element.contains(element)) continue;
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (1 < wide && 1 < high) faults.push(`lie over each other: ${nameOf(element)} and ${nameOf(other.element)}`);
    }
  }
  return faults;
}
