//! The widget in another site: what it asks for, what the site hears, and how it fits in.

import { caseOf, countsOf, reportOf } from './cases';
import { examples, serveSite, type Site, Widget } from './embed';
import { expect, test as base } from './fixtures';

const household = caseOf('clean-01-smbc-vpass');

const test = base.extend<{ plain: Site }>({
  plain: async ({}, use) => {
    const site = await serveSite(`${examples}plain/`);
    await use(site);
    await site.close();
  },
});

test('a file given to the widget is answered there, and the site hears four counts', async ({ page, plain, complaints }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  await widget.choose(household.files);
  const { flagged, ask, notCovered, explained } = countsOf(reportOf(household));
  await expect(page.locator('#heard')).toContainText(`summary ${JSON.stringify({ explained, ask, flagged, notCovered })}`);
  await expect(page.locator('#heard')).toContainText('ready {"version":"0.1.0","refused":[]}');
  expect(complaints).toEqual([]);
});
