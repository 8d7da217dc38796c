//! Mounts the explorer on the page.

fn main() {
    sightlines::start();
}
