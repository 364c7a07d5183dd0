//! Which sources the manifest of custom elements is made from.

export default {
  globs: ['src/element/element.ts'],
  outdir: 'package/dist',
  dependencies: false,
  packagejson: false,
};
