// The same few things are told as by a frame. This page could read everything else too: that is what `inline` means.
const check = document.querySelector('mioboe-check');
const heard = document.querySelector('#heard');

for (const name of ['ready', 'resize', 'summary', 'shared']) {
  check.addEventListener(name, ({ detail }) => {
    heard.append(`${name} ${JSON.stringify(detail)}\n`);
  });
}
