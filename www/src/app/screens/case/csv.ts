//! A table as CSV that a spreadsheet only ever reads, never runs, and whose numbers it does not change.

/** Excel takes UTF-8 for what it is only with this mark. */
const BYTE_ORDER_MARK = '\ufeff';

/** Such a cell is a number and stays one, although it may begin with a minus. More digits, or a nought in front, would not stay. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/;

/** Digits that name something: a spreadsheet would make card 0916 the number 916. */
const DIGITS = /^\s*[-+]?[\d０-９]+(?:\.\d+)?\s*$/;

/** What makes a spreadsheet take text for a formula: at the start of a cell, also in other widths and behind what is not seen. */
const FORMULA = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}"']*[=+\-@＝＋－＠﹦﹢﹣﹫−\0|]|^[\t\r\n]/u;

/** Where a spreadsheet of another country would begin a new cell. */
const CELLS = /(?<=[;,\t|])/;

export function csv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  if (NUMBER.test(text)) return text;
  const lines = text.split(/\r\n|\r|\n|[\u0085\u2028\u2029]/).map((line) => line.split(CELLS).map(inert).join(''));
  const joined = lines.join('\n');
  const safe = FORMULA.test(text) && !joined.startsWith("'") ? `'${joined}` : joined;
  return `"${safe.replaceAll('"', '""')}"`;
}

function inert(part: string): string {
  return FORMULA.test(part) || DIGITS.test(part) ? `'${part}` : part;
}
