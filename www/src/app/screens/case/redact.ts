//! Takes out of a report what a stranger need not see: card digits, addresses, names.

import type { Report } from '../../engine/report';

/** What stands in place of something taken out. */
export const HIDDEN = '••••';

/** Sixteen digits or stars in the groups a card has. Order numbers have other groups. */
const CARD_NUMBER = /(?<![\d-])[\d*xX•]{4}([ -]?)[\d*xX•]{4}\1[\d*xX•]{4}\1[\d*xX•]{1,7}(?![\d-])/g;

/** Whose card it is without a name: not personal, and often the point. */
const ROLE = /^ご?(本人|家族)(様|会員|カード)?$/;

/** The same report, without names, addresses, card digits and the person's own file names. `names` are those the person gave. */
export function redacted(report: Report, names: readonly string[]): Report {
  const personal = new Set([
    ...names,
    ...report.charges.map(({ holder }) => holder ?? ''),
    ...report.orders.map(({ address }) => address ?? ''),
    ...report.findings.flatMap(({ args }) => [args['holder'] ?? '', args['address'] ?? '']),
  ]);
  // The longest first, so that a name inside an address leaves nothing of the address behind.
  const hidden = [...personal].map((text) => text.trim()).filter((text) => 1 < text.length && !ROLE.test(text)).sort((a, b) => b.length - a.length);
  const clean = (text: string) => hidden.reduce((rest, name) => rest.replaceAll(name, HIDDEN), text).replace(CARD_NUMBER, HIDDEN);
  const cleanOr = (text: string | null) => (text === null ? null : clean(text));
  return {
    ...report,
    sources: report.sources.map((source) => ({
      ...source,
      // A file's name may hold digits of a card or a name we do not know. Its number tells it from the others.
      name: `#${source.id + 1}`,
      problems: source.problems.map((problem) => ({ ...problem, text: null })),
      table: null,
    })),
    charges: report.charges.map((charge) => ({
      ...charge,
      merchant: clean(charge.merchant),
      memo: cleanOr(charge.memo),
      card: charge.card && HIDDEN,
      holder: charge.holder && (ROLE.test(charge.holder) ? charge.holder : HIDDEN),
    })),
    orders: report.orders.map((order) => ({
      ...order,
      items: order.items.map(clean),
      seller: cleanOr(order.seller),
      address: order.address && HIDDEN,
      cards: order.cards.map(() => HIDDEN),
    })),
    mails: report.mails.map((mail) => ({
      ...mail,
      subject: clean(mail.subject),
      reasons: mail.reasons.map((reason) => ({ ...reason, args: Object.fromEntries(Object.entries(reason.args).map(([name, value]) => [name, clean(value)])) })),
      links: mail.links.map((link) => ({ ...link, text: clean(link.text) })),
    })),
    findings: report.findings.map((finding) => ({ ...finding, args: Object.fromEntries(Object.entries(finding.args).map(([name, value]) => [name, PERSONAL_ARGS.has(name) && !ROLE.test(value) ? HIDDEN : clean(value)])) })),
    coverage: { ...report.coverage, gaps: report.coverage.gaps.map((gap) => ({ ...gap, account: gap.account && HIDDEN, card: gap.card && HIDDEN })) },
  };
}

const PERSONAL_ARGS = new Set(['address', 'card', 'file', 'holder']);
