//! Written by the build into the service worker.

declare module 'virtual:precache' {
  export const version: string;
  export const files: readonly { readonly url: string; readonly integrity: string }[];
}
