//! What `Cargo.toml` and `README.md` say of the Rust toolchain is true of every dependency.

use std::process::Command;

use serde_json::Value;

/// A version of Rust, `1.88` or `1.88.0`, to be compared by its numbers.
fn version(text: &str) -> Vec<u32> {
    let mut numbers: Vec<u32> = text.split('.').map(|number| number.parse().unwrap()).collect();
    numbers.resize(3, 0);
    numbers
}

/// The packages that this system builds and tests with, as `cargo metadata` has them.
fn packages() -> Vec<Value> {
    let compiler = Command::new("rustc").arg("-vV").output().unwrap();
    let compiler = String::from_utf8(compiler.stdout).unwrap();
    let system = compiler.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    // Those of other systems need not have been downloaded.
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked", "--offline"])
        .args(["--filter-platform", system])
        .output()
        .unwrap();
    assert!(metadata.status.success(), "{}", String::from_utf8_lossy(&metadata.stderr));
    let mut metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    metadata["packages"].as_array_mut().map(std::mem::take).unwrap()
}

#[test]
fn the_rust_that_is_asked_for_is_new_enough_for_every_dependency() {
    let stated = version(env!("CARGO_PKG_RUST_VERSION"));
    let packages = packages();
    assert!(packages.len() > 100, "{} packages", packages.len());
    let newer: Vec<String> = packages
        .iter()
        .filter(|package| {
            package["rust_version"].as_str().is_some_and(|needed| version(needed) > stated)
        })
        .map(|package| format!("{} of {}", package["rust_version"], package["name"]))
        .collect();
    assert!(newer.is_empty(), "`rust-version` is lower than:\n{}", newer.join("\n"));
}

#[test]
fn readers_are_told_which_rust_they_need() {
    let readme = std::fs::read_to_string("README.md").unwrap().replace('\n', " ");
    let version = env!("CARGO_PKG_RUST_VERSION");
    assert!(readme.contains(&format!("a Rust toolchain ({version} or newer)")), "{version}");
}
