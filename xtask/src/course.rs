//! What course pages take: a SCORM 1.2 package of the one file, and the code of a frame.
//!
//! The package tells its host that it was opened, and nothing else (SCORM 1.2 Run-Time Environment, ADL 2001: the minimum
//! conformant object). The same program and corpus give the same bytes.

use crate::pack::{self, Contents};
use crate::program::Program;
use crate::skeleton::escaped;
use crate::trouble::{Outcome, Trouble};
use sightlines_engine::frame::{HEIGHTS, frame, one_file};
use sightlines_engine::model::Corpus;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// Finds the host's interface and reports that the page was opened; without one, does nothing.
const REPORTS: &str = include_str!("course/opened.js");

/// The name of the one file within the package.
const PAGE: &str = "sightlines.html";

/// The package.
///
/// # Errors
/// Where the page cannot be made or the archive not be written.
pub fn package(program: &Program, contents: &Contents<'_>) -> Outcome<Vec<u8>> {
    let page = pack::one_file(program, contents, &[REPORTS])?;
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    // No time and no system in it: two builds are the same.
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let trouble = |error: &dyn std::fmt::Display| Trouble::new(format!("the course package: {error}"));
    for (name, text) in [("imsmanifest.xml", manifest(contents.corpus)), (PAGE, page)] {
        archive.start_file(name, options).map_err(|error| trouble(&error))?;
        archive.write_all(text.as_bytes()).map_err(|error| trouble(&error))?;
    }
    Ok(archive.finish().map_err(|error| trouble(&error))?.into_inner())
}

/// The manifest: one organisation with one item, which is the page. A learning system finds it at the root of the archive.
fn manifest(corpus: &Corpus) -> String {
    let (title, id) = (escaped(&corpus.title), identifier(&corpus.id));
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{id}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="{id}-organisation">
    <organization identifier="{id}-organisation">
      <title>{title}</title>
      <item identifier="{id}-item" identifierref="{id}-page" isvisible="true">
        <title>{title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="{id}-page" type="webcontent" adlcp:scormtype="sco" href="{PAGE}">
      <file href="{PAGE}"/>
    </resource>
  </resources>
</manifest>
"#
    )
}

/// A corpus's id as an XML name, and as other systems take ids: letters, digits and hyphens after the program's own.
pub fn identifier(id: &str) -> String {
    let sign = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    format!("sightlines-{}", id.chars().map(sign).collect::<String>())
}

/// `embed.html`: the frame at work beside the file, and its code to copy.
pub fn embedding(corpus: &Corpus) -> String {
    let code = format!("{}{HEIGHTS}", frame(&one_file(&corpus.public_url), &corpus.title, "view=compare&embed=1"));
    let (title, language, shown) = (escaped(&corpus.title), escaped(&corpus.language), escaped(&code));
    format!(
        r#"<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A frame for a course page: {title}</title>
</head>
<body style="font-family: system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.5">
<h1>A frame for a course page</h1>
<p>Copy this into your page, and put <code>{PAGE}</code> beside it or name its address in <code>src</code>. Where your system
takes no scripts, leave the second part out: the height is then the one that you set. Any view has its own code: choose Share, then
“Embed this view in a page”.</p>
<textarea readonly rows="14" style="width: 100%; font: 0.875rem/1.4 monospace" aria-label="The code of the frame">{shown}</textarea>
<h2>What it looks like</h2>
{code}</body>
</html>
"#
    )
}

#[cfg(test)]
mod tests;
