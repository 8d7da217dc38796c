//! Looking at the page on this machine: a server for one folder, on loopback only.

use crate::trouble::{Outcome, Trouble};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tiny_http::{Header, Method, Request, Response, Server};

/// A server that listens and has not answered yet.
pub struct Serving {
    server: Server,
    dir: PathBuf,
}

impl Serving {
    /// Listens on any free port.
    ///
    /// # Errors
    /// Where there is none, or the folder is not there.
    pub fn of(dir: &Path) -> Outcome<Self> {
        let dir =
            dir.canonicalize().map_err(|error| Trouble::new(format!("cannot serve {}: {error}", dir.display())))?;
        let server = Server::http("127.0.0.1:0").map_err(|error| {
            Trouble::new(format!("cannot serve on this machine: {error}"))
                .mend("open dist/sightlines.html from the disk: it needs no server")
        })?;
        Ok(Serving { server, dir })
    }

    /// Where a browser finds it.
    pub fn address(&self) -> String {
        format!("http://{}/", self.server.server_addr())
    }

    /// Answers until it is interrupted.
    pub fn answer(&self) {
        for request in self.server.incoming_requests() {
            // A browser that hung up is no fault of the page.
            let _ = respond(request, &self.dir);
        }
    }
}

/// Opens a browser where there is a screen; otherwise its reader opens the address that was printed.
pub fn open(address: &str) -> bool {
    let screen =
        cfg!(target_os = "macos") || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    screen
        && Command::new(opener)
            .arg(address)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .is_ok()
}

fn respond(request: Request, dir: &Path) -> std::io::Result<()> {
    let asked = matches!(request.method(), Method::Get | Method::Head);
    let found = if asked { file(dir, request.url()) } else { None };
    let Some((path, bytes)) = found.and_then(|path| std::fs::read(&path).ok().map(|bytes| (path, bytes))) else {
        let code = if asked { 404 } else { 405 };
        return request.respond(Response::from_string("There is nothing here.").with_status_code(code));
    };
    let mut response = Response::from_data(bytes);
    let headers = [("Content-Type", kind(&path)), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")];
    for header in headers.into_iter().filter_map(|(name, value)| Header::from_bytes(name, value).ok()) {
        response.add_header(header);
    }
    request.respond(response)
}

/// The file below `dir` that an address asks for; none for whatever would lead out of it.
fn file(dir: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut found = dir.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        let part = decoded(part)?;
        if part.starts_with('.') || part.contains(['/', '\\', ':', '\0']) {
            return None;
        }
        found.push(part);
    }
    if found.is_dir() {
        found.push("index.html");
    }
    // A link in the folder may lead out of it too.
    let found = found.canonicalize().ok()?;
    (found.starts_with(dir) && found.is_file()).then_some(found)
}

/// `%20` and the like.
fn decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = part.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte != b'%' {
            bytes.push(byte);
            rest = after;
            continue;
        }
        let digits = std::str::from_utf8(after.get(..2)?).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &after[2..];
    }
    String::from_utf8(bytes).ok()
}

/// What a browser is to take a file for; WebAssembly is compiled while it arrives only under its own type.
fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    /// A folder to serve, with a secret beside it.
    fn folder() -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let served = dir.path().join("dist");
        std::fs::create_dir_all(served.join("fonts")).unwrap();
        std::fs::write(dir.path().join("secret.html"), "secret").unwrap();
        for (name, text) in
            [("index.html", "<p>"), ("a b.js", "a()"), ("p.wasm", "w"), (".hidden", "secret"), ("fonts/f.woff2", "f")]
        {
            std::fs::write(served.join(name), text).unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink("../secret.html", served.join("link.html")).unwrap();
        let served = served.canonicalize().unwrap();
        (dir, served)
    }

    #[test]
    fn files_of_the_folder_are_served_and_nothing_else_is() {
        let (_dir, served) = folder();
        for (address, name) in [
            ("/", Some("index.html")),
            ("/index.html?q=a#b", Some("index.html")),
            ("/a%20b.js", Some("a b.js")),
            ("//fonts//f.woff2", Some("fonts/f.woff2")),
            ("/fonts", None),
            ("/none.html", None),
            ("/../secret.html", None),
            ("/fonts/../../secret.html", None),
            ("/%2e%2e/secret.html", None),
            ("/..%2fsecret.html", None),
            ("/%2e%2e%5csecret.html", None),
            ("/.hidden", None),
            ("/link.html", None),
            ("/a%2", None),
            ("/a%zz", None),
            ("/%ff", None),
            ("/index.html%00", None),
            ("index.html", None),
            ("", None),
        ] {
            assert_eq!(file(&served, address), name.map(|name| served.join(name)), "{address}");
        }
    }

    proptest! {
        #[test]
        fn no_address_leads_out_of_the_folder(address in "/?([a-z./%\\\\]|%2e|%2f|\\.\\./|secret\\.html){0,12}") {
            let (_dir, served) = folder();
            if let Some(found) = file(&served, &address) {
                prop_assert!(found.starts_with(&served), "{address} gives {found:?}");
            }
        }
    }

    #[test]
    fn a_browser_gets_the_page_with_its_type_and_a_refusal_otherwise() {
        let (_dir, served) = folder();
        let serving = Serving::of(&served).unwrap();
        let address = serving.address();
        assert!(address.starts_with("http://127.0.0.1:"));
        let port = address.trim_start_matches("http://").trim_end_matches('/').to_string();
        std::thread::spawn(move || serving.answer());
        let ask = |line: &str| {
            let mut stream = TcpStream::connect(&port).unwrap();
            write!(stream, "{line} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        for (line, says) in [
            ("GET /", ["200", "Content-Type: text/html; charset=utf-8"]),
            ("GET /p.wasm", ["200", "Content-Type: application/wasm"]),
            ("GET /../secret.html", ["404", "There is nothing here."]),
            ("POST /", ["405", "There is nothing here."]),
        ] {
            let answer = ask(line);
            assert!(says.iter().all(|part| answer.contains(part)) && !answer.contains("secret"), "{line}: {answer}");
        }
    }
}
