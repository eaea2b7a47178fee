//! Payloads in axum: an extractor whose every refusal is an [`ErrorShape`], and `ErrorShape` as a
//! response.
//!
//! With the feature `axum`, and natively.

use std::error::Error;
use std::iter::successors;

use axum_core::RequestExt;
use axum_core::extract::{FromRequest, Request};
use axum_core::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, HeaderMap};
use http::status::StatusCode;
use http_body::Body as _;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::DeserializeOwned;

use crate::Payload;
use crate::error::{Code, ErrorShape};

/// How many bytes a body may have unless told otherwise: 1 MiB.
pub const DEFAULT_LIMIT: usize = 1 << 20;

/// Extracts a payload from a JSON body, as axum's `Json` does, but checked.
///
/// ```
/// use portcullis::axum::Checked;
/// use portcullis::{ErrorShape, payload};
///
/// #[payload]
/// struct CreateContact {
///     #[garde(email)]
///     email: String,
/// }
///
/// // Router::new().route("/contacts", post(create))
/// async fn create(Checked(contact): Checked<CreateContact>) -> Result<String, ErrorShape> {
///     Ok(format!("Hello, {}", contact.email))
/// }
/// # let _ = create;
/// ```
///
/// Whatever is wrong is answered by an [`ErrorShape`] with the status of its code:
///
/// - `unsupported_media_type` where the content type is neither `application/json` nor something
///   `+json`;
/// - `payload_too_large` beyond `LIMIT` bytes, counted as they come: a length that is declared can
///   only refuse. Routes that need more say so: `Checked<Import, { 8 << 20 }>`. The
///   `DefaultBodyLimit` of axum, 2 MB unless the router says otherwise, holds as well;
/// - `unavailable` where the body breaks off;
/// - `invalid_json` and `validation_failed` as [`Payload::from_json`] has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checked<T, const LIMIT: usize = DEFAULT_LIMIT>(pub T);

impl<T, S, const LIMIT: usize> FromRequest<S> for Checked<T, LIMIT>
where
    T: Payload + DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = ErrorShape;

    async fn from_request(request: Request, _: &S) -> Result<Self, ErrorShape> {
        if !is_json(request.headers()) {
            let message = "The content type must be application/json";
            return Err(ErrorShape::new(Code::UnsupportedMediaType, message));
        }
        let declared = request.body().size_hint().lower();
        let body = request.with_limited_body().into_body();
        // What limits the body already shows as the most that it can have.
        let most = body.size_hint().upper().and_then(|most| usize::try_from(most).ok());
        let limit = most.map_or(LIMIT, |most| most.min(LIMIT));
        if declared > limit as u64 {
            return Err(ErrorShape::too_large(limit));
        }
        let body = Limited::new(body, limit).collect().await.map_err(|error| unread(&*error, limit))?;
        T::from_json(&body.to_bytes()).map(Checked)
    }
}

/// Whether the body says that it is JSON, once.
fn is_json(headers: &HeaderMap) -> bool {
    let mut types = headers.get_all(CONTENT_TYPE).iter();
    let (Some(only), None) = (types.next(), types.next()) else { return false };
    let is_word = |text: &[u8]| !text.is_empty() && !text.iter().any(|byte| b" \t/".contains(byte));
    let essence = only.as_bytes().split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
    let essence = essence.to_ascii_lowercase();
    essence == b"application/json"
        || essence.strip_suffix(b"+json").is_some_and(|name| match name.iter().position(|byte| *byte == b'/') {
            Some(slash) => is_word(&name[..slash]) && is_word(&name[slash + 1..]),
            None => false,
        })
}

/// Why a body could not be read: it has too many bytes, or breaks off.
fn unread(error: &(dyn Error + 'static), limit: usize) -> ErrorShape {
    let mut causes = successors(Some(error), |&error| error.source());
    match causes.any(|cause| cause.is::<LengthLimitError>()) {
        true => ErrorShape::too_large(limit),
        false => ErrorShape::new(Code::Unavailable, "The body could not be read to its end"),
    }
}

/// The refusal as JSON, with the status that belongs to its code.
impl IntoResponse for ErrorShape {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, [(CONTENT_TYPE, "application/json")], self.to_json()).into_response()
    }
}
