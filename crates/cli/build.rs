//! Checks that the page is there to be built in. It is built by `make page`, never from here.

use std::path::Path;

fn main() {
    let page = Path::new("../../web/dist");
    println!("cargo:rerun-if-changed={}", page.display());
    let index = page.join("index.html");
    assert!(index.is_file(), "the page is not built yet: {} is missing; run `make page`", index.display());
}
