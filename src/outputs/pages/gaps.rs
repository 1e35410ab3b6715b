//! Gaps for the editor, `??…??`, made visible wherever a text of the page has one.

const MARK: &str = "??";

/// Marks the gaps in the texts of a page; its head and its tags stay as they are.
pub fn marked(page: Vec<u8>) -> Vec<u8> {
    if memchr::memmem::find(&page, MARK.as_bytes()).is_none() {
        return page;
    }
    let html = String::from_utf8_lossy(&page);
    let (head, body) = html.split_at(html.find("<body").unwrap_or(0));
    let mut out = head.to_owned();
    for piece in body.split_inclusive('>') {
        let (text, tag) = piece.split_at(piece.rfind('<').unwrap_or(piece.len()));
        mark_text(text, &mut out);
        out.push_str(tag);
    }
    out.into_bytes()
}

fn mark_text(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, from)) = rest.split_once(MARK) {
        let Some((gap, after)) = from.split_once(MARK) else { break };
        out.push_str(before);
        out.push_str("<mark>??");
        out.push_str(gap);
        out.push_str("??</mark>");
        rest = after;
    }
    out.push_str(rest);
}
