#![no_main]

#[path = "../targets.rs"]
#[allow(dead_code, reason = "each target calls one function")]
mod targets;

use std::sync::LazyLock;

static SITE: LazyLock<bba::serve::Site> = LazyLock::new(targets::site);

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::paths(&SITE, data));
