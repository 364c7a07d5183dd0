// React 19 hands properties to custom elements and listens to their events by `on` and the event's name.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'mioboe/element/define';

const OWN_WORDS = { name: 'みほん銀行', contacts: [{ name: 'カードデスク', phone: '00-0000-0000' }] };

function Page() {
  const [lang, setLang] = useState('ja');
  const [counts, setCounts] = useState(null);
  return (
    <main>
      <button onClick={() => setLang(lang === 'ja' ? 'en' : 'ja')}>{lang}</button>
      <mioboe-check src="https://widget.example/frame.html" lang={lang} config={OWN_WORDS} onsummary={({ detail }) => setCounts(detail)} />
      <output>{counts && JSON.stringify(counts)}</output>
    </main>
  );
}

createRoot(document.querySelector('#root')).render(<Page />);
