//! The code of a frame: what another page takes to show a view of this one.
//!
//! In: where the one file is, what it is called, the fragment of a view. Out: HTML that a person pastes; a page that takes no
//! scripts leaves the second part out. The file that the tools write beside the page and the panel in the page give the same.

/// The height of a frame whose page takes no scripts, in CSS pixels.
pub const HEIGHT: u32 = 720;

/// The one file at an address: in a frame without an origin of its own, a hosted page could not fetch its parts.
pub fn one_file(base: &str) -> String {
    let folder = base.strip_suffix("index.html").unwrap_or(base);
    if folder.is_empty() || folder.ends_with('/') { format!("{folder}sightlines.html") } else { base.to_string() }
}

/// The frame: what it may do is scripts and a tab of its own, and it asks for nothing else.
pub fn frame(file: &str, title: &str, fragment: &str) -> String {
    format!(
        "<iframe src=\"{}\"\n  title=\"{}\" sandbox=\"allow-scripts allow-popups allow-downloads allow-modals\"\n  \
         allow=\"clipboard-write; fullscreen\" loading=\"lazy\" width=\"100%\" height=\"{HEIGHT}\"></iframe>\n",
        escaped(&format!("{file}#{fragment}")),
        escaped(title)
    )
}

/// The lines that give each such frame the height of what it shows. The page tells its height, and a host believes only its
/// own frames, within bounds.
pub const HEIGHTS: &str = "<script>
addEventListener('message', function (event) {
  if (!event.data || event.data.type !== 'sightlines:height') return;
  var frames = document.getElementsByTagName('iframe');
  for (var i = 0; i < frames.length; i++)
    if (frames[i].contentWindow === event.source)
      frames[i].height = Math.min(Math.max(Number(event.data.height) || 0, 200), 20000);
});
</script>
";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_an_attribute_of_the_frame() {
        let code = frame("a\"b.html", "<x> & \"y\"", "q=1&embed=1");
        assert!(code.contains("src=\"a&quot;b.html#q=1&amp;embed=1\""), "{code}");
        assert!(code.contains("title=\"&lt;x&gt; &amp; &quot;y&quot;\""), "{code}");
        assert_eq!(code.matches('<').count(), 2, "one element and its end");
    }

    #[test]
    fn a_frame_shows_the_one_file() {
        for (base, file) in [
            ("", "sightlines.html"),
            ("https://example.org/a/", "https://example.org/a/sightlines.html"),
            ("https://example.org/a/index.html", "https://example.org/a/sightlines.html"),
            ("https://example.org/kurils.html", "https://example.org/kurils.html"),
        ] {
            assert_eq!(one_file(base), file);
        }
    }

    #[test]
    fn a_host_needs_ten_lines() {
        assert_eq!(HEIGHTS.lines().count(), 9);
    }
}
