//! Sets up, builds, serves, tests: everything a person does to this repository from the command line.
#![expect(clippy::print_stdout, reason = "a command line program speaks on stdout")]

mod bench;
mod browser;
mod by_crate;
mod contract;
mod folder;
mod fuzz;
mod new_format;
mod node;
mod pack;
mod package;
mod page;
mod python;
mod run;
mod serve;
mod setup;
mod sizes;
mod test;
mod toolchain;
mod zip;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use run::Workspace;
use toolchain::Choice;

const HELP: &str = "\
cargo xtask setup                    gets what building needs and is missing
cargo xtask build                    leaves the page in dist/, ready for any web server
cargo xtask build --single-file      leaves it as dist-single/mioboe.html, which opens from a disk without any server
cargo xtask build --zip              packs dist/ as dist-zip/mioboe.zip as well, to unpack behind any web server
cargo xtask package                  the same, the widget in dist/widget/ and the npm package in www/package/
cargo xtask serve [--widget] [--port N] [--open] [--no-build]
                                     builds, then serves the page on this machine, or the widget for pages of others
cargo xtask test [--quick] [--only STEP]... [--from STEP] [--toolchain default|debian]
                                     checks everything; --quick leaves the browsers out; only some steps, or from one on
cargo xtask sizes [--by-crate | --all-toolchains]
                                     how large what was built is, beside its budgets; where the engine's bytes go;
                                     the engine as each compiler that is here makes it
cargo xtask gen [--check]            writes schema, types and docs/formats.md, or says whether they are current
cargo xtask new-format ID            lays out the files of a new statement layout
cargo xtask fuzz [--seconds N] [TARGET]
                                     feeds the readers with damaged files, 60 seconds each if not told otherwise
cargo xtask bench                    how right and how fast, beside other programs and in the module";

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    // Wherever it stands: every command is in the one list.
    let wants_help = std::env::args_os().skip(1).any(|arg| arg == "--help" || arg == "-h");
    let mut args = lexopt::Parser::from_env();
    let name = match args.next()? {
        Some(Value(name)) if !wants_help => name.string()?,
        Some(other) if !wants_help => return Err(other.unexpected().into()),
        _ => {
            println!("{HELP}");
            return Ok(());
        }
    };
    let workspace = Workspace::find()?;
    match name.as_str() {
        "setup" => {
            no_more(&mut args)?;
            setup::setup(&workspace)
        }
        "build" => {
            let form = match args.next()? {
                None => page::build,
                Some(Long("single-file")) => page::build_single_file,
                Some(Long("zip")) => page::build_zip,
                Some(other) => return Err(other.unexpected().into()),
            };
            no_more(&mut args)?;
            form(&workspace)
        }
        "package" => {
            no_more(&mut args)?;
            package::package(&workspace)
        }
        "serve" => serve::serve(&workspace, &serve_options(&mut args)?),
        "test" => test::test(&workspace, &test_options(&mut args)?),
        "sizes" => {
            let of = match args.next()? {
                None => sizes::sizes,
                Some(Long("by-crate")) => sizes::by_crate,
                Some(Long("all-toolchains")) => sizes::of_all_toolchains,
                Some(other) => return Err(other.unexpected().into()),
            };
            no_more(&mut args)?;
            of(&workspace)
        }
        "gen" => {
            if flag(&mut args, "check")? {
                contract::check(&workspace)
            } else {
                contract::write(&workspace)
            }
        }
        "new-format" => {
            let id = args.value()?.string()?;
            no_more(&mut args)?;
            new_format::new_format(&workspace, &id)
        }
        "fuzz" => fuzz::fuzz(&workspace, &fuzz_options(&mut args)?),
        "bench" => {
            no_more(&mut args)?;
            bench::bench(&workspace)
        }
        _ => bail!("`{name}` is not a command here\n\n{HELP}"),
    }
}

fn serve_options(args: &mut lexopt::Parser) -> Result<serve::Options> {
    let mut options = serve::Options { what: serve::What::Page, port: 8787, open: false, build: true };
    while let Some(arg) = args.next()? {
        match arg {
            Long("widget") => options.what = serve::What::Widget,
            Long("port") => options.port = args.value()?.parse()?,
            Long("open") => options.open = true,
            Long("no-build") => options.build = false,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn fuzz_options(args: &mut lexopt::Parser) -> Result<fuzz::Options> {
    let mut options = fuzz::Options { seconds: 60, target: None };
    while let Some(arg) = args.next()? {
        match arg {
            Long("seconds") => options.seconds = args.value()?.parse()?,
            Value(target) if options.target.is_none() => options.target = Some(target.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn test_options(args: &mut lexopt::Parser) -> Result<test::Options> {
    let mut options = test::Options::default();
    while let Some(arg) = args.next()? {
        match arg {
            Long("quick") => options.quick = true,
            Long("only") => options.only.push(args.value()?.string()?),
            Long("from") => options.from = Some(args.value()?.string()?),
            Long("toolchain") => options.choice = Choice::parse(&args.value()?.string()?)?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

/// Whether the one flag a command knows was given.
fn flag(args: &mut lexopt::Parser, name: &str) -> Result<bool> {
    let mut given = false;
    while let Some(arg) = args.next()? {
        match arg {
            Long(long) if long == name => given = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(given)
}

fn no_more(args: &mut lexopt::Parser) -> Result<()> {
    match args.next()? {
        Some(arg) => Err(arg.unexpected().into()),
        None => Ok(()),
    }
}
