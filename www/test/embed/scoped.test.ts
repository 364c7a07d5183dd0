//! The app's style in a shadow root: nothing in it speaks of the page around it.

import { readdirSync, readFileSync } from 'node:fs';

import postcss from 'postcss';
import { describe, expect, test } from 'vitest';

import { scoped } from '../../build/scoped';

const folder = new URL('../../src/app/style/', import.meta.url);
const ours = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const all = [...ours, readFileSync(new URL('../../src/embed/embed.css', import.meta.url), 'utf8')].join('\n');

test('what is said of the document is said of its root, and of nothing that only looks like it', () => {
  expect(scoped(":root[data-theme='dark'] a, html:lang(ja) > body{color:red}")).toBe(".mioboe-root[data-theme='dark'] a, .mioboe-root:lang(ja) > .mioboe-root{color:red}");
  for (const same of ['.step-body{color:red}', '.pack tbody{color:red}', '.html{color:red}', '#body{color:red}']) expect(scoped(same)).toBe(same);
});

test('widths are those of the box, and lengths those that the person chose', () => {
  expect(scoped('@media not (min-width:56rem){.a{margin:-1rem 0 .5rem}}')).toBe('@container mioboe not (min-width:56em){.a{margin:calc(-1*var(--rem)) 0 calc(.5*var(--rem))}}');
  expect(scoped('.a{font-size:clamp(1rem,.95rem + 2.1vw,2rem);width:calc(100vw - 2rem)}')).toBe(
    '.a{font-size:clamp(calc(1*var(--rem)),calc(.95*var(--rem)) + 2.1cqi,calc(2*var(--rem)));width:calc(100vw - calc(2*var(--rem)))}',
  );
  expect(scoped('@media print{.a{color:red}}')).toBe('@media print{.a{color:red}}');
});

test('a name with a number and a unit in it is a name', () => {
  const same = '.a{--x-1rem:red;background:url(#1rem);color:var(--x-1rem)}';
  expect(scoped(same)).toBe(same);
});

describe('of the whole style', () => {
  const sheet = postcss.parse(scoped(all));

  test('nothing is left that would reach out of the box, or come in from outside', () => {
    const left: string[] = [];
    sheet.walkRules(({ selector }) => {
      if (/(^|[\s,>+~(])(:root|html|body)(?![-\w])/.test(selector)) left.push(selector);
    });
    sheet.walkDecls(({ prop, value }) => {
      if (/[\d.]rem\b/.test(value)) left.push(`${prop}: ${value}`);
    });
    sheet.walkAtRules(({ name, params }) => {
      if (name === 'page' || (name === 'media' && params.includes('width'))) left.push(`@${name} ${params}`);
    });
    expect(left).toEqual([]);
  });

  test('every rule is still there', () => {
    const count = (css: string): number => {
      let rules = 0;
      postcss.parse(css).walkRules(() => void (rules += 1));
      return rules;
    };
    expect(sheet.nodes.length).toBeGreaterThan(300);
    expect(count(sheet.toString())).toBe(count(all));
  });
});
