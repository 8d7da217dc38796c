//! The program without a corpus: built by Trunk where its sources changed, and read as files to fill and pack.

use crate::fingerprint::fingerprint;
use crate::outside::Outside;
use crate::places::Places;
use crate::skeleton::tags;
use crate::tools::Tools;
use crate::trouble::{Naming, Outcome, Trouble};
use std::collections::BTreeMap;
use std::path::Path;

/// What the program is built from; a corpus is not among it.
const SOURCES: [&str; 11] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "engine/Cargo.toml",
    "engine/src",
    "engine/words",
    "index.html",
    "public",
    "src",
    "style",
];

/// The page as Trunk made it, and the files beside it by their names in it (`fonts/a.woff2`).
#[derive(Debug)]
pub struct Program {
    /// Trunk's index.html.
    pub page: String,
    /// The other files.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The WebAssembly as the one file carries it: gzip of one member without a time.
    pub packed: Vec<u8>,
}

impl Program {
    /// Builds it, if its sources or tools are not those it was built from.
    ///
    /// # Errors
    /// Where it does not compile, with the compiler's last lines.
    pub fn build(places: &Places) -> Outcome<Self> {
        let tools = Tools::get(places)?;
        let now = fingerprint(&places.root, &SOURCES, &tools.versions)?;
        let (dir, mark) = (places.built.join("program"), places.built.join("program.fingerprint"));
        let packed = places.built.join("program.gz");
        if dir.join("index.html").is_file() && std::fs::read_to_string(&mark).is_ok_and(|built| built == now) {
            println!("  the program: unchanged, not built again");
            return Program::read(&dir, std::fs::read(&packed).naming("read", &packed)?);
        }
        std::fs::create_dir_all(&places.built).naming("make the folder", &places.built)?;
        // A build that breaks off leaves no mark, so the next one begins anew.
        let _ = std::fs::remove_file(&mark);
        // Trunk is told to fetch nothing, and hands that on to Cargo.
        tools.step("the program's crates", "cargo").args(["fetch"]).dir(&places.root).run()?;
        tools
            .step("the program, compiled by Trunk", "trunk")
            .args(["build", "--release", "--skip-version-check", "--color", "never", "--dist"])
            .args([dir.as_os_str()])
            .env("CARGO_ENCODED_RUSTFLAGS", flags())
            // Trunk takes only the words true and false for it.
            .without("NO_COLOR")
            .dir(&places.root)
            .by_hand("trunk build --release, with the tools' folder first in PATH")
            .run()?;
        let mut program = Program::read(&dir, Vec::new())?;
        println!("  the program, packed for the one file …");
        program.packed = pack(program.wasm()?);
        std::fs::write(&packed, &program.packed).naming("write", &packed)?;
        std::fs::write(&mark, now).naming("write", &mark)?;
        Ok(program)
    }

    /// Reads what Trunk made; `packed` is its WebAssembly as [`pack`] makes it.
    ///
    /// # Errors
    /// Where a file cannot be read.
    fn read(dir: &Path, packed: Vec<u8>) -> Outcome<Self> {
        let index = dir.join("index.html");
        let page = std::fs::read_to_string(&index).naming("read", &index)?;
        let mut files = BTreeMap::new();
        collect(dir, "", &mut files)?;
        files.remove("index.html");
        Ok(Program { page, files, packed })
    }

    /// A file that the page names, as `./name` or `name`.
    ///
    /// # Errors
    /// Where there is none.
    pub fn file(&self, address: &str) -> Outcome<&[u8]> {
        let name = address.strip_prefix("./").unwrap_or(address);
        self.files.get(name).map(Vec::as_slice).ok_or_else(|| {
            Trouble::new(format!("the page names {address}, which was not built"))
                .mend("a file under public/ or style/ of that name")
        })
    }

    /// A file of words.
    ///
    /// # Errors
    /// Where there is none, or it is not UTF-8.
    pub fn text(&self, address: &str) -> Outcome<String> {
        let text = String::from_utf8(self.file(address)?.to_vec());
        // A parser reads every line end as one sign, and a policy's hash is over what it reads.
        Ok(text.map_err(|error| Trouble::new(format!("{address}: {error}")))?.replace("\r\n", "\n").replace('\r', "\n"))
    }

    /// The WebAssembly.
    ///
    /// # Errors
    /// Where the page has no link to it.
    pub fn wasm(&self) -> Outcome<&[u8]> {
        let link = tags(&self.page).into_iter().find(|tag| tag.attribute("id") == Some("program"));
        let address = link.and_then(|tag| tag.attribute("href"));
        self.file(address.ok_or_else(|| {
            Trouble::new("the page has no link to the program").mend("Trunk.toml: pattern_preload makes it")
        })?)
    }
}

/// Packs bytes as gzip, as small as it goes; done once a build, since it takes seconds.
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    let more_rounds_gain_nothing = std::num::NonZeroU64::new(5).unwrap_or(std::num::NonZeroU64::MIN);
    let options = zopfli::Options { iteration_count: more_rounds_gain_nothing, ..zopfli::Options::default() };
    let mut packed = Vec::new();
    // Reading and writing memory cannot fail.
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed).expect("memory can be written");
    packed
}

fn collect(dir: &Path, under: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Outcome<()> {
    for entry in std::fs::read_dir(dir).naming("list", dir)? {
        let path = entry.naming("list", dir)?.path();
        let name = format!("{under}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            files.insert(name, std::fs::read(&path).naming("read", &path)?);
        }
    }
    Ok(())
}

/// Flags that keep this machine's paths out of the program: the messages of panics carry them.
fn flags() -> String {
    let home = std::env::var_os("CARGO_HOME").map(Into::into).or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let mut maps = Vec::new();
    if let Some(home) = home {
        maps.push((home.clone(), "cargo"));
        // One folder for each registry, called after its address.
        let registries = std::fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
        maps.extend(registries.map(|registry| (registry.path(), "crates")));
    }
    if let Some(rust) = Outside::new("rustc", "rustc").args(["--print", "sysroot"]).answer() {
        maps.push((Path::new(&rust).join("lib/rustlib/src/rust"), "rust"));
    }
    // Of several that fit, the compiler takes the last.
    maps.sort();
    let flags = maps.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    // Leptos' views erased to one type each: half the code, and quicker to compile.
    let erased = ["--cfg", "erase_components"].map(str::to_string);
    flags.chain(erased).collect::<Vec<_>>().join("\u{1f}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_read_with_its_folders_and_line_ends_made_one() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("fonts")).unwrap();
        let page = "<link id=\"program\" href=\"./app_bg.wasm\">";
        for (name, bytes) in
            [("index.html", page), ("app_bg.wasm", "wasm"), ("fonts/a.woff2", "font"), ("a.css", "a\r\nb\r")]
        {
            std::fs::write(dir.path().join(name), bytes).unwrap();
        }
        let program = Program::read(dir.path(), Vec::new()).unwrap();
        assert_eq!(program.files.keys().collect::<Vec<_>>(), ["a.css", "app_bg.wasm", "fonts/a.woff2"]);
        assert_eq!(program.wasm().unwrap(), b"wasm");
        assert_eq!(program.text("./a.css").unwrap(), "a\nb\n");
        assert!(program.file("./b.css").unwrap_err().to_string().contains("./b.css"));
    }
}
