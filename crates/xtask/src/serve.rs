//! Builds the page or the widget and serves it on this machine, and nowhere else.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::run::Workspace;
use crate::{package, page};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    Page,
    Widget,
}

pub(crate) struct Options {
    pub(crate) what: What,
    pub(crate) port: u16,
    pub(crate) open: bool,
    pub(crate) build: bool,
}

/// A browser sends far less.
const LONGEST_REQUEST: u64 = 64 * 1024;

pub(crate) fn serve(workspace: &Workspace, options: &Options) -> Result<()> {
    // Before the build: a taken port is told at once.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .with_context(|| format!("port {} is taken: choose another with --port", options.port))?;
    if options.build {
        page::make(workspace)?;
    }
    if options.build && options.what == What::Widget {
        package::widget(workspace)?;
    }
    let (dist, document, command) = match options.what {
        What::Page => (workspace.dist(), "index.html", "cargo xtask build"),
        What::Widget => (workspace.dist().join("widget"), "frame.html", "cargo xtask package"),
    };
    if !dist.join(document).is_file() {
        bail!("{} is missing: run `{command}`", dist.join(document).display());
    }
    let address = format!("http://{}/", listener.local_addr()?);
    match options.what {
        What::Page => println!("\nMioboe is at {address} (Ctrl+C ends it)"),
        What::Widget => {
            println!(
                "\nThe widget's files are at {address} (Ctrl+C ends it). The lines for a page of another address:\n"
            );
            println!("{}", package::snippet(workspace, &address)?);
        }
    }
    let site = Site { headers: Headers::read(&dist)?, dist };
    if options.open {
        open(&address);
    }
    std::thread::scope(|threads| {
        for stream in listener.incoming().flatten() {
            let site = &site;
            // A browser that goes away while it is answered is no concern of ours.
            threads.spawn(move || drop(answer(site, &stream)));
        }
    });
    Ok(())
}

struct Site {
    dist: PathBuf,
    headers: Headers,
}

fn answer(site: &Site, mut stream: &TcpStream) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.take(LONGEST_REQUEST)).lines();
    let first = lines.next().context("an empty request")??;
    // The rest of the request is read, or the browser takes the early end for a failure.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if !["GET", "HEAD"].contains(&method) {
        return Ok(write!(
            stream,
            "HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )?);
    }
    let Some((path, file)) = locate(&site.dist, target) else {
        return Ok(write!(
            stream,
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )?);
    };
    let body = fs::read(&file)?;
    let mut head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n",
        media_type(&file),
        body.len()
    );
    for line in site.headers.of(&path) {
        head.push_str(line);
        head.push_str("\r\n");
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    if method == "GET" {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// The path asked for, decoded, and the file of `dist` that answers it.
fn locate(dist: &Path, target: &str) -> Option<(String, PathBuf)> {
    let path = decode(target.split(['?', '#']).next()?)?;
    let mut file = dist.to_owned();
    for part in path.strip_prefix('/')?.split('/') {
        // What could lead out of the folder or to hidden files does not exist here.
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    let inside = file.canonicalize().ok()?.starts_with(dist.canonicalize().ok()?);
    (inside && file.is_file()).then_some((path, file))
}

/// Undoes `%20` and the like.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|kind| kind.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The headers that `dist/_headers` asks a server to send: a line with a path, then indented lines with headers.
#[derive(Default)]
struct Headers {
    rules: Vec<(String, Vec<String>)>,
}

impl Headers {
    fn read(dist: &Path) -> Result<Self> {
        let file = dist.join("_headers");
        if !file.exists() {
            return Ok(Self::default());
        }
        Ok(Self::parse(&fs::read_to_string(file).context("reading dist/_headers")?))
    }

    fn parse(text: &str) -> Self {
        let mut rules: Vec<(String, Vec<String>)> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            match rules.last_mut() {
                Some((_, headers)) if line.starts_with([' ', '\t']) => headers.push(line.trim().to_owned()),
                _ => rules.push((line.trim().to_owned(), Vec::new())),
            }
        }
        Self { rules }
    }

    fn of(&self, path: &str) -> impl Iterator<Item = &str> {
        let fits = move |pattern: &str| match pattern.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == pattern,
        };
        self.rules
            .iter()
            .filter(move |(pattern, _)| fits(pattern))
            .flat_map(|(_, headers)| headers.iter().map(String::as_str))
    }
}

fn open(address: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    if Command::new(program).arg(address).spawn().is_err() {
        println!("No browser could be started: open the address yourself.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_locate(target: &str, expect: Option<&str>) {
        let source = Path::new(env!("CARGO_MANIFEST_DIR"));
        let found = locate(source, target).map(|(_, file)| file);
        assert_eq!(found, expect.map(|file| source.join(file)), "{target}");
    }

    #[test]
    fn a_path_names_a_file_of_the_folder() {
        check_locate("/Cargo.toml", Some("Cargo.toml"));
        check_locate("/src/main.rs?x=1", Some("src/main.rs"));
        check_locate("/src/%6Dain.rs", Some("src/main.rs"));
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        for target in [
            "/../cli/Cargo.toml",
            "/%2e%2e/cli/Cargo.toml",
            "/..%2fcli/Cargo.toml",
            "//etc/passwd",
            "Cargo.toml",
            "/src/..",
            "/%00",
            "/%zz",
        ] {
            check_locate(target, None);
        }
    }

    #[test]
    fn a_folder_without_a_page_is_not_found() {
        check_locate("/src", None);
        check_locate("/", None);
    }

    #[test]
    fn headers_go_with_the_paths_they_stand_under() {
        let headers = Headers::parse("# why\n/*\n  A: 1\n  B: 2\n\n/app.html\n  C: 3\n");
        assert_eq!(headers.of("/").collect::<Vec<_>>(), ["A: 1", "B: 2"]);
        assert_eq!(headers.of("/app.html").collect::<Vec<_>>(), ["A: 1", "B: 2", "C: 3"]);
    }
}
