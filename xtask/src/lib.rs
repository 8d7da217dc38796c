//! Host tools of Sightlines: get what is missing, prepare a corpus, pack the file, run the checks.
//!
//! ```text
//! args ── explore ── folder     a corpus folder, read and validated
//!      │          ├─ program    built by Trunk (tools: what that needs), if its sources changed
//!      │          ├─ pack       the page for a host and the one file (skeleton, plain, island, policy)
//!      │          └─ serve      on this machine
//!      ├─ changes ── folder    two versions of it, compared
//!      ├─ export ── folder     the same corpus in the forms that search servers load
//!      ├─ fuzz                 the fuzz targets, driven by libFuzzer
//!      └─ checks ── browsers    all tests
//! ```
//!
//! It is a library so that the fuzz targets reach what reads a folder and writes a page; `main.rs` only calls it.

mod args;
mod browsers;
mod changes;
mod checks;
mod course;
mod explore;
mod export;
mod fingerprint;
pub mod folder;
pub mod fuzz;
mod hosting;
mod house;
pub mod island;
mod laws;
mod metadata;
mod outside;
mod pack;
mod places;
pub mod plain;
mod policy;
mod printable;
mod program;
mod references;
mod serve;
mod skeleton;
mod tools;
mod trouble;

use args::{Source, Task};
use places::{Places, shown};
use std::process::ExitCode;
use trouble::{Outcome, Trouble};

/// Does what the command line asks for; what goes wrong is printed, with the remedy.
pub fn main() -> ExitCode {
    match args::read(std::env::args_os().skip(1)).and_then(|task| run(&task)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> Outcome<()> {
    let places = Places::find()?;
    match task {
        Task::Help(text) => println!("{text}"),
        Task::Explore { once, corpus, out } => explore::run(&places, corpus, out.clone(), *once)?,
        Task::Check(source) => {
            let corpus = explore::load(&places, source)?;
            let questions = corpus.codebook.issues.len();
            println!(
                "  no faults: the records, digests, {questions} questions, all positions and generated tables were read"
            );
        }
        Task::Derive(source) => derive(&places, source)?,
        Task::Agree(source) => {
            let dir = source.folder(&places);
            print!("{}", folder::agreement(&dir).map_err(|faults| explore::faulty(&dir, &faults))?);
        }
        Task::Changes { corpus, since } => changes::run(&places, corpus, since)?,
        Task::Export { corpus, out } => export::run(&places, corpus, out.clone())?,
        Task::Fuzz { target, seconds, input } => match input {
            Some(input) => fuzz::repeat(&places, target.unwrap_or_default(), input)?,
            None => fuzz::run(&places, *target, *seconds, None)?,
        },
        Task::Test { quick, texts } => checks::run(&places, texts.as_deref(), *quick)?,
    }
    Ok(())
}

fn derive(places: &Places, source: &Source) -> Outcome<()> {
    let dir = source.folder(places);
    let texts = source.texts(places).ok_or_else(|| {
        Trouble::new("the generated tables are made from the texts, and none are here")
            .mend("cargo xtask derive --texts DIR")
    })?;
    let written = folder::derive(&dir, &texts).map_err(|faults| explore::faulty(&dir, &faults))?;
    written.iter().for_each(|path| println!("  wrote {}", shown(path)));
    Ok(())
}
