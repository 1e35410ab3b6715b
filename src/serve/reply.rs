//! What a request is answered with.

use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::Response;
use hyper::body::Bytes;

/// What a request is answered with: a whole body, or a stream of messages.
pub(super) type Reply = Response<Either<Full<Bytes>, Channel<Bytes>>>;

/// The bytes of an answer that are a whole file.
#[derive(Debug, Clone)]
pub(super) struct Whole(pub Bytes);
