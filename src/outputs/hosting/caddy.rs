//! The configuration of Caddy.

use std::fmt::Write;

use super::{Hosting, head, headers, literal, types};
use crate::media_type::without_charset;

/// A Caddyfile.
pub(super) fn text(hosting: &Hosting, folder: &str) -> String {
    let mut text = head(
        hosting,
        &["A part of the Caddyfile. Caddy fetches the certificate and sends http to https itself."],
    );
    let mount = hosting.routes.mount();
    let below = if mount.is_empty() {
        String::new()
    } else {
        format!("{} ", quoted(&format!("{mount}/*")))
    };
    let _ = writeln!(text, "{} {{", hosting.routes.origin());
    let _ = writeln!(text, "\troot * {}", quoted(folder));
    // In the order in which it is written, as the last header counts.
    let _ = writeln!(text, "\troute {below}{{");
    route(&mut text, hosting);
    text += "\t}\n";
    errors(&mut text, hosting);
    text += "}\n";
    text
}

fn route(text: &mut String, hosting: &Hosting) {
    let line = |text: &mut String, line: &str| {
        let _ = writeln!(text, "\t\t{line}");
    };
    for (name, value) in hosting.headers() {
        line(text, &format!("header {name} {}", quoted(value)));
    }
    let header = |text: &mut String, name: &str, pattern: &str, header: &str, value: &str| {
        line(text, &format!("@{name} path_regexp {}", quoted(pattern)));
        line(text, &format!("header @{name} {header} {}", quoted(value)));
    };
    for (number, (media_type, endings)) in types::whole().into_iter().enumerate() {
        let pattern = match without_charset(media_type) == types::HTML {
            true => format!(r"(/|{})", types::any_of(&endings).trim_end_matches('$')) + "$",
            false => types::any_of(&endings),
        };
        header(
            text,
            &format!("type{number}"),
            &format!("(?i){pattern}"),
            "Content-Type",
            media_type,
        );
    }
    for (number, (pattern, media_type)) in types::named().into_iter().enumerate() {
        header(text, &format!("name{number}"), &pattern, "Content-Type", media_type);
    }
    let [ask, hour, forever] = headers::Keeping::values();
    line(text, &format!("header {} {}", headers::CACHE, quoted(ask)));
    let kept = format!("(?i){}", types::ending_in(headers::is_kept));
    header(text, "kept", &kept, headers::CACHE, hour);
    header(text, "hashed", &hosting.hashed(), headers::CACHE, forever);
    let open = types::names(headers::is_open).chain([types::ending_in(headers::is_open)]);
    let open: Vec<String> = open.collect();
    header(text, "open", &open.join("|"), headers::ORIGIN, "*");
    for (number, (address, target)) in hosting.redirects().into_iter().enumerate() {
        let pattern = quoted(&format!("^{}$", literal(&address)));
        line(text, &format!("@moved{number} path_regexp {pattern}"));
        line(text, &format!("redir @moved{number} {} 301", quoted(target)));
    }
    let gone: Vec<String> = hosting.gone_addresses().iter().map(|gone| literal(gone)).collect();
    if !gone.is_empty() {
        line(text, &format!("@gone path_regexp {}", quoted(&format!("^({})$", gone.join("|")))));
        line(text, "error @gone 410");
    }
    line(text, "@hidden {");
    line(text, &format!("\tpath_regexp {}", quoted(r"/\.")));
    line(text, "\tnot path */.well-known/*");
    line(text, "}");
    line(text, "error @hidden 404");
    line(text, "encode gzip");
    match hosting.is_compressed {
        true => line(text, "file_server {\n\t\t\tprecompressed gzip\n\t\t}"),
        false => line(text, "file_server"),
    }
}

/// The pages for what is not there. The headers of the file that was asked for are set by then.
fn errors(text: &mut String, hosting: &Hosting) {
    let page = |text: &mut String, name: &str, page: &str| {
        let _ = write!(text, "\t\thandle {name}{{\n\t\t\trewrite * {}\n", quoted(page));
        text.push_str("\t\t\tfile_server\n\t\t}\n");
    };
    text.push_str("\thandle_errors {\n");
    let ask = headers::Keeping::Ask.value();
    let _ = writeln!(text, "\t\theader {} {}", headers::CACHE, quoted(ask));
    let _ = writeln!(text, "\t\theader Content-Type {}", quoted(types::of_pages()));
    let _ = writeln!(text, "\t\theader -{}", headers::ORIGIN);
    for (number, elsewhere) in hosting.not_found_elsewhere().into_iter().enumerate() {
        let pattern = quoted(&format!("^{}", literal(&elsewhere.below)));
        let _ = writeln!(text, "\t\t@elsewhere{number} path_regexp {pattern}");
        page(text, &format!("@elsewhere{number} "), &elsewhere.page);
    }
    page(text, "", &hosting.not_found());
    text.push_str("\t}\n");
}

/// Within quotation marks Caddy takes everything as it is, but for these marks themselves. It has no
/// sign for a control character: that is left out.
fn quoted(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    format!("\"{}\"", text.replace('"', "\\\""))
}
