//! Sums that the report does not have: it has those of whole verdicts, and the person's answers and letters are about single charges.

/** Adds plain decimals exactly: whole numbers of the smallest part, never a float. */
export function sumOf(amounts: readonly string[]): string {
  const places = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0));
  const total = amounts.reduce((sum, amount) => sum + inSmallestParts(amount, places), 0n);
  const digits = String(total < 0n ? -total : total).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const part = digits.slice(digits.length - places);
  return `${total < 0n ? '-' : ''}${whole}${part && `.${part}`}`;
}

export function negated(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

function inSmallestParts(amount: string, places: number): bigint {
  const [whole = '', part = ''] = amount.replace('-', '').split('.');
  const size = BigInt(whole + part.padEnd(places, '0'));
  return amount.startsWith('-') ? -size : size;
}
