// In a template: <mioboe-check :lang="lang" :config.prop="ownWords" @summary="…" />, with `isCustomElement` set for the tag.
import { createApp, h, ref } from 'vue';
import 'mioboe/element/define';

const ownWords = { name: 'みほん銀行', contacts: [{ name: 'カードデスク', phone: '00-0000-0000' }] };

createApp({
  setup() {
    const lang = ref('ja');
    const counts = ref(null);
    return () =>
      h('main', [
        h('button', { onClick: () => (lang.value = lang.value === 'ja' ? 'en' : 'ja') }, lang.value),
        h('mioboe-check', {
          src: 'https://widget.example/frame.html',
          lang: lang.value,
          '.config': ownWords,
          onSummary: ({ detail }) => (counts.value = detail),
        }),
        h('output', counts.value ? JSON.stringify(counts.value) : ''),
      ]);
  },
}).mount('#app');
