//! Parts of a file (RFC 9110, 14): Safari plays a video only from a server that gives parts.

use std::ops::Range;

use http_body_util::{Either, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::{Method, Request, StatusCode};

use super::reply::{Reply, Whole};

/// What a header asks for.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    /// Everything: the header is not understood, or asks for several parts.
    All,
    /// One part.
    Part(Range<usize>),
    /// Something behind the end.
    Nothing,
}

/// The answer to a request: one part of a file when the request asks for one, else the whole.
pub(super) fn part(request: &Request<Incoming>, mut reply: Reply) -> Reply {
    let whole = reply.extensions().get::<Whole>().cloned();
    let Some(Whole(bytes)) = whole.filter(|_| reply.status() == StatusCode::OK) else {
        return reply;
    };
    reply.headers_mut().insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    let wanted = request.headers().get(header::RANGE).and_then(|range| range.to_str().ok());
    // A part of another version of the file would not fit the parts that the client has.
    let version = request.headers().get(header::IF_RANGE);
    let is_current = version.is_none_or(|tag| reply.headers().get(header::ETAG) == Some(tag));
    let wanted = wanted.filter(|_| is_current && request.method() == Method::GET);
    let size = bytes.len();
    let (status, bytes, range) = match asked(wanted.unwrap_or_default(), size) {
        Asked::All => return reply,
        Asked::Nothing => {
            (StatusCode::RANGE_NOT_SATISFIABLE, Bytes::new(), format!("bytes */{size}"))
        }
        Asked::Part(Range { start, end }) => {
            let range = format!("bytes {start}-{}/{size}", end.saturating_sub(1));
            (StatusCode::PARTIAL_CONTENT, bytes.slice(start..end), range)
        }
    };
    *reply.status_mut() = status;
    let headers: &mut HeaderMap = reply.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    headers.extend(HeaderValue::from_str(&range).ok().map(|range| (header::CONTENT_RANGE, range)));
    *reply.body_mut() = Either::Left(Full::new(bytes));
    reply
}

/// The one part that a header asks for of so many bytes.
fn asked(range: &str, size: usize) -> Asked {
    let Some((first, last)) = range.strip_prefix("bytes=").and_then(|range| range.split_once('-'))
    else {
        return Asked::All;
    };
    // A number too large for this machine is behind every end.
    let number = |digits: &str| {
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse::<usize>().unwrap_or(usize::MAX))
    };
    let part = match (number(first), number(last)) {
        (Some(first), None) if last.is_empty() => first..size,
        (Some(first), Some(last)) if first <= last => first..last.saturating_add(1).min(size),
        (None, Some(length)) if first.is_empty() => size.saturating_sub(length)..size,
        _ => return Asked::All,
    };
    if part.start < part.end { Asked::Part(part) } else { Asked::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of RFC 9110, 14.1.2, of a file of 10,000 bytes, and their limits.
    #[test]
    fn one_part_is_understood_and_everything_else_is_the_whole() {
        for (range, expected) in [
            ("bytes=0-499", Asked::Part(0..500)),
            ("bytes=500-999", Asked::Part(500..1000)),
            ("bytes=-500", Asked::Part(9500..10_000)),
            ("bytes=9500-", Asked::Part(9500..10_000)),
            ("bytes=0-99999999999999999999999", Asked::Part(0..10_000)),
            ("bytes=-20000", Asked::Part(0..10_000)),
            ("bytes=10000-", Asked::Nothing),
            ("bytes=99999999999999999999999-", Asked::Nothing),
            ("bytes=-0", Asked::Nothing),
            ("bytes=0-0,-1", Asked::All),
            ("bytes=5-2", Asked::All),
            ("bytes=a-b", Asked::All),
            ("bytes=--1", Asked::All),
            ("bytes=-", Asked::All),
            ("lines=0-1", Asked::All),
            ("", Asked::All),
        ] {
            assert_eq!(asked(range, 10_000), expected, "{range}");
        }
        assert_eq!(asked("bytes=0-", 0), Asked::Nothing);
    }
}
