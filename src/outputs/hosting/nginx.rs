//! The configuration of nginx.

use std::fmt::Write;

use super::{Hosting, head, headers, literal, quoted, types};
use crate::media_type::without_charset;

/// Where certificates lie that certbot fetches.
const CERTIFICATES: &str = "/etc/letsencrypt/live";

/// A file that nginx includes in `http { … }`.
pub(super) fn text(hosting: &Hosting, folder: &str) -> String {
    let mut text = head(
        hosting,
        &[
            "A file that nginx includes in `http { … }`: /etc/nginx/conf.d/NAME.conf.",
            "Where the server has more than this site, only `location` belongs to it.",
        ],
    );
    maps(&mut text, hosting);
    let host = hosting.host();
    let (port, ssl) = match hosting.is_encrypted() {
        true => (hosting.port().unwrap_or("443"), " ssl"),
        false => (hosting.port().unwrap_or("80"), ""),
    };
    if hosting.is_encrypted() {
        text += "server {\n    listen 80;\n    listen [::]:80;\n";
        let origin = hosting.routes.origin();
        let _ =
            write!(text, "    server_name {host};\n    return 301 {origin}$request_uri;\n}}\n\n");
    }
    let _ = write!(
        text,
        "server {{\n    listen {port}{ssl};\n    listen [::]:{port}{ssl};\n    server_name {host};\n"
    );
    if hosting.is_encrypted() {
        for (name, file) in [("", "fullchain"), ("_key", "privkey")] {
            let _ = writeln!(text, "    ssl_certificate{name} {CERTIFICATES}/{host}/{file}.pem;");
        }
    }
    let _ = writeln!(text, "    root {};\n", quoted(folder));
    location(&mut text, hosting);
    text += "}\n";
    text
}

/// What depends on the address: maps, since `add_header` in a location would switch the others
/// off there.
fn maps(text: &mut String, hosting: &Hosting) {
    let mut map = |name: &str, default: &str, rows: &[(String, String)]| {
        let _ = writeln!(text, "map $uri {} {{", variable(hosting, name));
        let _ = writeln!(text, "    default {};", quoted(default));
        for (pattern, value) in rows {
            let _ = writeln!(text, "    {} {};", quoted(pattern), quoted(value));
        }
        *text += "}\n";
    };
    let hashed = format!("~{}", hosting.hashed());
    let kept = format!("~*{}", types::ending_in(headers::is_kept));
    let [ask, hour, forever] = headers::Keeping::values();
    map("cache", ask, &[(hashed, forever.to_owned()), (kept, hour.to_owned())]);
    let open = format!("~*{}", types::ending_in(headers::is_open));
    let open_names =
        types::names(headers::is_open).map(|pattern| (format!("~{pattern}"), "*".into()));
    let origins: Vec<_> = [(open, "*".to_owned())].into_iter().chain(open_names).collect();
    map("origin", "", &origins);
    let elsewhere = hosting.not_found_elsewhere().into_iter();
    let elsewhere: Vec<_> =
        elsewhere.map(|page| (format!("~^{}", literal(&page.below)), page.page)).collect();
    map("not_found", &hosting.not_found(), &elsewhere);
    text.push('\n');
}

fn location(text: &mut String, hosting: &Hosting) {
    let mount = hosting.routes.mount();
    let _ = writeln!(text, "    location {} {{", quoted(&format!("{mount}/")));
    let line = |text: &mut String, line: &str| {
        let _ = writeln!(text, "        {line}");
    };
    line(text, "index index.html;");
    line(text, "absolute_redirect off;");
    line(text, &format!("error_page 404 410 {};", variable(hosting, "not_found")));
    line(text, "types {");
    for (media_type, endings) in types::bare() {
        line(text, &format!("    {media_type} {};", endings.join(" ")));
    }
    line(text, "}");
    line(text, "default_type application/octet-stream;");
    line(text, "charset utf-8;");
    line(text, &format!("charset_types {};", types::with_charset().join(" ")));
    line(text, "gzip on;");
    if hosting.is_compressed {
        line(text, "gzip_static on;");
    }
    line(text, "gzip_vary on;");
    line(text, &format!("gzip_types {};", types::compressible().join(" ")));
    for (name, value) in hosting.headers() {
        line(text, &format!("add_header {name} {} always;", quoted(value)));
    }
    for (name, of) in [(headers::CACHE, "cache"), (headers::ORIGIN, "origin")] {
        line(text, &format!("add_header {name} {} always;", variable(hosting, of)));
    }
    for (pattern, media_type) in types::named() {
        let bare = without_charset(media_type);
        let pattern = quoted(&pattern);
        line(text, &format!("location ~ {pattern} {{ types {{ }} default_type {bare}; }}"));
    }
    let hidden = quoted(r"/\.(?!well-known/)");
    line(text, &format!("location ~ {hidden} {{ return 404; }}"));
    for (address, target) in hosting.redirects() {
        let (address, target) = (quoted(&address), quoted(target));
        line(text, &format!("location = {address} {{ return 301 {target}; }}"));
    }
    for address in hosting.gone_addresses() {
        line(text, &format!("location = {} {{ return 410; }}", quoted(&address)));
    }
    *text += "    }\n";
}

/// A variable that no other site of the server has.
fn variable(hosting: &Hosting, name: &str) -> String {
    // An id may be any text.
    let id = hosting.id.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
    format!("$bba_{id}_{name}")
}
