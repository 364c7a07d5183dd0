//! Makes text comparable for searching: width, case and kana do not matter.

const KATAKANA = /[\u30a1-\u30f6]/g;
/** Every dash a person or an issuer may write for another; the long vowel mark is one of them. */
const DASHES = /[\u30fc\u2010-\u2015\u2212\uff70-]/g;
const KATAKANA_TO_HIRAGANA = 0x60;

export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA))
    .replace(DASHES, '-')
    .replace(/[\s,]+/g, '');
}
