//! What browsers have and TypeScript's own library does not describe, and what the build provides.

declare module 'virtual:issuers' {
  const issuers: readonly { readonly id: string; readonly region: string; readonly download?: string }[];
  export default issuers;
}

declare module 'virtual:worker-source' {
  /** The engine's worker, bundled into one script. */
  const source: string;
  export default source;
}

declare module 'virtual:cmaps' {
  /** Of pdf.js, by name, in base64. */
  const cmaps: Readonly<Record<string, string>>;
  export default cmaps;
}

declare module 'virtual:parts' {
  /** The files that the app asks for after the first screen, by name; addresses are relative to the page. */
  const parts: Readonly<Record<import('./host/protocol').PartName, { readonly url: string; readonly integrity: string }>>;
  export default parts;
}

declare module 'virtual:cards' {
  /** The formats of statements that a site may name as its own card's. */
  const cards: readonly string[];
  export default cards;
}

declare module 'virtual:style' {
  /** The app's style, for a shadow root. */
  const style: string;
  export default style;
}

declare module 'virtual:version' {
  /** Of the whole product, `1.2.3`. */
  const version: string;
  export default version;
}

/** https://w3c.github.io/trusted-types/ */
interface TrustedTypePolicy {
  createScriptURL(url: string): unknown;
  createScript(text: string): unknown;
}

/** https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
  readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

interface WindowEventMap {
  beforeinstallprompt: BeforeInstallPromptEvent;
}

interface Window {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL?: (url: string) => string; createScript?: (text: string) => string },
    ): TrustedTypePolicy;
  };
  /** https://wicg.github.io/web-app-launch/#launchqueue-interface */
  readonly launchQueue?: {
    setConsumer(consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
  };
}
