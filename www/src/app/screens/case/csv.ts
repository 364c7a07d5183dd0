//! A table as CSV that a spreadsheet only ever reads, never runs.

/** Excel takes UTF-8 for what it is only with this mark. */
const BYTE_ORDER_MARK = '\ufeff';

/** Such a cell is a number and stays one, although it may begin with a minus. */
const NUMBER = /^-?\d+(\.\d+)?$/;

/** What makes a spreadsheet take text for a formula: at the start of a line, also in full width and behind space that is not seen. */
const FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠\0]|^[\t\r\n]/;

export function csv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  if (NUMBER.test(text)) return text;
  const lines = text.split(/\r\n|\r|\n/).map((line) => (FORMULA.test(line) ? `'${line}` : line));
  const safe = FORMULA.test(text) && !lines[0]?.startsWith("'") ? `'${lines.join('\n')}` : lines.join('\n');
  return `"${safe.replaceAll('"', '""')}"`;
}
