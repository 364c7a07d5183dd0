//! Writes the JavaScript side of a wasm module: `bindgen MODULE.wasm OUT_DIR OUT_NAME web`.
//!
//! The generator is a library of this workspace, so it is always of the version of the `wasm-bindgen` crate.

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [module, out_dir, out_name, target] = args.as_slice() else {
        bail!("bindgen MODULE.wasm OUT_DIR OUT_NAME web");
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(out_name).typescript(true).omit_default_module_path(true);
    match target.as_str() {
        // Runs in Node too, which the tests rely on: the same bytes everywhere.
        "web" => bindgen.web(true)?,
        _ => bail!("`{target}` is not a target that the page can load: use web"),
    };
    bindgen.generate(out_dir).with_context(|| format!("writing the bindings of {module}"))
}
