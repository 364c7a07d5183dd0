// Sets the properties that docs/embedding.md describes, as a page would, and shows the rules that say the same.
const check = document.querySelector('mioboe-check');
const form = document.querySelector('form');
const css = document.querySelector('#css');
const untouched = css.textContent;
const ATTRIBUTES = ['theme', 'lang'];

/** Only what differs from the start: the widget's own colours need not be said. */
const isChanged = ({ value, defaultValue }) => value !== defaultValue;

const valueOf = ({ name, value }) => (name === 'round' ? `${value}px` : value);

function show() {
  const fields = [...form.elements].filter(({ name }) => name);
  const rules = [];
  for (const field of fields) {
    if (ATTRIBUTES.includes(field.name)) {
      check.setAttribute(field.name, field.value);
    } else if (isChanged(field)) {
      check.style.setProperty(`--mioboe-${field.name}`, valueOf(field));
      rules.push(`  --mioboe-${field.name}: ${valueOf(field)};`);
    } else {
      check.style.removeProperty(`--mioboe-${field.name}`);
    }
  }
  css.textContent = rules.length ? ['mioboe-check {', ...rules, '}'].join('\n') : untouched;
  // The element cannot see that a property has changed; this sends the looks again, if it is there yet.
  check.refresh?.();
}

form.addEventListener('input', show);
// The fields have their first values only after the event.
form.addEventListener('reset', () => setTimeout(show));

// The widget's script, once the person is a window's height from it: until then it costs this page nothing.
new IntersectionObserver((seen, watch) => {
  if (!seen.at(-1).isIntersecting) return;
  watch.disconnect();
  document.head.append(document.querySelector('#mioboe').content);
}, { rootMargin: '100%' }).observe(check);
