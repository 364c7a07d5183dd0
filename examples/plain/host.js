// All that a site hears of the person's case: that the widget is there, its height, four counts, and what the person sent.
const check = document.querySelector('mioboe-check');
const heard = document.querySelector('#heard');

for (const name of ['ready', 'resize', 'summary', 'shared']) {
  check.addEventListener(name, ({ detail }) => {
    heard.append(`${name} ${JSON.stringify(detail)}\n`);
  });
}

// The widget's script, once the person is a window's height from it: until then it costs this page nothing.
new IntersectionObserver((seen, watch) => {
  if (!seen.at(-1).isIntersecting) return;
  watch.disconnect();
  document.head.append(document.querySelector('#mioboe').content);
}, { rootMargin: '100%' }).observe(check);
