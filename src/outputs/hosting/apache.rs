//! The configuration of Apache, as a file beside the files of the site.

use std::fmt::Write;

use super::{Hosting, head, headers, literal, quoted, types};

/// A `.htaccess`.
pub(super) fn text(hosting: &Hosting) -> String {
    let mut text = head(
        hosting,
        &[
            "Apache 2.4, with mod_headers and mod_rewrite; `AllowOverride All`, or the same lines in",
            "`<Directory>` of the folder.",
        ],
    );
    text += "DirectoryIndex index.html\nAddDefaultCharset utf-8\n";
    for (media_type, endings) in types::whole() {
        let endings: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
        let _ = writeln!(text, "AddType {} {}", quoted(media_type), endings.join(" "));
    }
    for (pattern, media_type) in types::named() {
        // Of files Apache sees the names alone.
        let pattern = pattern.strip_prefix('/').map_or(pattern.clone(), |name| format!("^{name}"));
        files(&mut text, &pattern, &format!("ForceType {}", quoted(media_type)));
    }
    not_found(&mut text, hosting);
    for (address, target) in hosting.redirects() {
        // With the host: behind a proxy Apache would name http.
        let target = format!("{}{target}", hosting.routes.origin());
        let _ = writeln!(text, "RedirectMatch 301 {} {}", exactly(&address), quoted(&target));
    }
    for address in hosting.gone_addresses() {
        let _ = writeln!(text, "RedirectMatch 410 {}", exactly(&address));
    }
    text += "\n<IfModule mod_rewrite.c>\nRewriteEngine On\n";
    if hosting.is_encrypted() {
        text += "RewriteCond %{HTTPS} !=on\nRewriteCond %{HTTP:X-Forwarded-Proto} !=https\n";
        let origin = hosting.routes.origin();
        let _ = writeln!(text, "RewriteRule ^ {origin}%{{REQUEST_URI}} [R=301,L]");
    }
    text += "RewriteRule (^|/)\\.(?!well-known/) - [R=404,L]\n</IfModule>\n";
    sent(&mut text, hosting);
    text
}

/// The pages for what is not there.
fn not_found(text: &mut String, hosting: &Hosting) {
    let pages = |text: &mut String, page: &str| {
        for status in [404, 410] {
            let _ = writeln!(text, "ErrorDocument {status} {page}");
        }
    };
    pages(text, &hosting.not_found());
    for elsewhere in hosting.not_found_elsewhere() {
        let pattern = format!("^{}", literal(&elsewhere.below));
        let _ = writeln!(text, "<If \"%{{REQUEST_URI}} =~ m#{pattern}#\">");
        pages(text, &elsewhere.page);
        text.push_str("</If>\n");
    }
}

/// The headers.
fn sent(text: &mut String, hosting: &Hosting) {
    let set = |name: &str, value: &str| format!("Header always set {name} {}", quoted(value));
    text.push_str("\n<IfModule mod_headers.c>\n");
    for (name, value) in hosting.headers() {
        let _ = writeln!(text, "{}", set(name, value));
    }
    let [ask, hour, forever] = headers::Keeping::values();
    let _ = writeln!(text, "{}", set(headers::CACHE, ask));
    let kept = format!("(?i){}", types::ending_in(headers::is_kept));
    files(text, &kept, &set(headers::CACHE, hour));
    let _ = writeln!(
        text,
        "<If \"%{{REQUEST_URI}} =~ m#{}#\">\n{}\n</If>",
        hosting.hashed(),
        set(headers::CACHE, forever)
    );
    let open = types::names(headers::is_open).map(|name| name.trim_start_matches('/').to_owned());
    let open: Vec<String> = open.chain([types::ending_in(headers::is_open)]).collect();
    files(text, &open.join("|"), &set(headers::ORIGIN, "*"));
    // What Apache compresses has another ETag, by which nobody would ask (Apache bug 45023).
    text.push_str(
        "RequestHeader edit If-None-Match '^((?:W/)?\"[^\"]*)-gzip\"$' '$1\", $1-gzip\"'\n",
    );
    text.push_str("</IfModule>\n");
    let _ = writeln!(
        text,
        "<IfModule mod_deflate.c>\n<IfModule mod_filter.c>\nAddOutputFilterByType DEFLATE {} {}\n\
         </IfModule>\n</IfModule>",
        types::HTML,
        types::compressible().join(" ")
    );
}

/// A line for files whose names fit a pattern.
fn files(text: &mut String, pattern: &str, line: &str) {
    let _ = writeln!(text, "<FilesMatch {}>\n{line}\n</FilesMatch>", quoted(pattern));
}

fn exactly(address: &str) -> String {
    quoted(&format!("^{}$", literal(address)))
}
