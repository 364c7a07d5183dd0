//! The few words the element says itself, before or instead of the widget.

interface Words {
  readonly title: string;
  readonly open: string;
  readonly failed: string;
}

const JA: Words = {
  title: 'Mioboe：Amazonの請求を確かめる',
  open: 'Amazonの請求を確かめる',
  failed: 'Amazonの請求を確かめる画面を、いまは表示できません。時間をおいてから、ページを開き直してください。',
};

const EN: Words = {
  title: 'Mioboe: check Amazon charges',
  open: 'Check Amazon charges',
  failed: 'The Amazon charge checker cannot be shown right now. Please reload the page later.',
};

export function wordsFor(lang: string): Words {
  const [tag] = (lang || navigator.language).toLowerCase().split('-');
  return tag === 'ja' ? JA : EN;
}
