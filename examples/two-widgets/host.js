// The widgets' script, once the person is a window's height from one of them: until then it costs this page nothing.
const near = new IntersectionObserver((seen) => {
  if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
  near.disconnect();
  document.head.append(document.querySelector('#mioboe').content);
}, { rootMargin: '100%' });

for (const check of document.querySelectorAll('mioboe-check')) near.observe(check);
