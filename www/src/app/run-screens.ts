//! Gets and runs the script with the screens after the first. It comes as bytes: the sealed app has no address to load it from.

import type { HostPort } from '../host/knock';
import { painted } from '../host/painted';
import { complete } from './complete';

/** What makes this safe is not the policy but the browser: it runs only scripts whose hash stands in the document's CSP. */
const policy = window.trustedTypes?.createPolicy('mioboe-screens', { createScript: (text) => text });

export async function runScreens(port: HostPort): Promise<void> {
  const [bytes] = await Promise.all([port.call('part', 'screens'), painted()]);
  const text = new TextDecoder().decode(bytes);
  const script = document.createElement('script');
  // A `TrustedScript` where there is such a thing; the types of the DOM do not know it yet.
  script.text = (policy?.createScript(text) ?? text) as string;
  document.head.append(script);
  // A script that the browser refuses to run throws nothing.
  if (!complete.done) throw new Error('the screens did not run');
}
