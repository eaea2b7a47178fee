//! Payloads over HTTP: what the server answers, the JavaScript package answers too.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{fs, thread};

use axum::extract::DefaultBodyLimit;
use axum::routing::post;
use axum::{Json, Router};
use axum_tests::{Answer, Order, Request, ShopError};
use portcullis::axum::Checked;
use portcullis::{ErrorShape, Payload};

/// The address of the one server of these tests.
fn server() -> SocketAddr {
    static ADDRESS: OnceLock<SocketAddr> = OnceLock::new();
    *ADDRESS.get_or_init(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind(("127.0.0.1", 0))).unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || runtime.block_on(async { axum::serve(listener, router()).await }));
        address
    })
}

fn router() -> Router {
    async fn create(Checked(order): Checked<Order>) -> Json<Order> {
        Json(order)
    }

    async fn buy(Checked(_): Checked<Order>) -> Result<(), ErrorShape> {
        Err(ErrorShape::new(ShopError::SoldOut, "There is none left"))
    }

    async fn small(Checked(order): Checked<Order, 200>) -> Json<Order> {
        Json(order)
    }

    async fn large(Checked(order): Checked<Order, { 4 << 20 }>) -> Json<Order> {
        Json(order)
    }

    Router::new()
        .route("/orders", post(create))
        .route("/purchases", post(buy))
        .route("/small", post(small))
        .route("/large", post(large))
        .route("/limited", post(create).layer(DefaultBodyLimit::max(300)))
        .route("/unlimited", post(large).layer(DefaultBodyLimit::disable()))
}

/// Sends a body as a client does that waits for a word of the server before it sends much.
fn send(path: &str, content_type: Option<&str>, body: &[u8]) -> Answer {
    let mut request = ureq::post(format!("http://{}{path}", server()))
        .config()
        .http_status_as_error(false)
        .build()
        .header("expect", "100-continue");
    if let Some(content_type) = content_type {
        request = request.header("content-type", content_type);
    }
    let mut response = request.send(body).unwrap();
    let content_type = response.headers().get("content-type").map_or("", |value| value.to_str().unwrap()).to_owned();
    Answer { status: response.status().as_u16(), content_type, body: response.body_mut().read_to_string().unwrap() }
}

fn send_json(path: &str, body: &[u8]) -> Answer {
    send(path, Some("application/json"), body)
}

fn refusal(status: u16, body: &str) -> Answer {
    Answer { status, content_type: "application/json".to_owned(), body: body.to_owned() }
}

/// An order of that many bytes.
fn order(length: usize) -> Vec<u8> {
    let mut order =
        br#"{"id":"3f2504e0-4f89-41d3-9a0c-0305e82c3301","name":"Ada","email":"a@b.c","lines":[{"article":"Cup","count":6}]}"#
            .to_vec();
    order.resize(length, b' ');
    order
}

/// Sends the text and whatever else as it stands, and reads the answer to its end.
fn send_raw(write: impl FnOnce(&mut TcpStream)) -> String {
    let mut stream = TcpStream::connect(server()).unwrap();
    write(&mut stream);
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What the JavaScript package of this crate answers to the requests.
fn answers_of_the_package() -> Vec<Answer> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let package = repository().join("target/axum-tests");
    let built = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package=portcullis-cli", "--", "build", "--quiet", "tests/axum", "--out"])
        .arg(&package)
        .current_dir(repository())
        .status()
        .expect("cargo can be started");
    assert!(built.success(), "the package is built");
    let node =
        Command::new("node").arg(here.join("answers.mjs")).arg(&package).output().expect("Node.js can be started");
    assert!(node.status.success(), "{}", String::from_utf8_lossy(&node.stderr));
    Vec::from_json(&node.stdout).unwrap()
}

#[test]
fn the_server_answers_as_the_package_does() {
    let json = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("requests.json")).unwrap();
    let requests = Vec::<Request>::from_json(&json).unwrap();
    let package = answers_of_the_package();
    assert_eq!(requests.len(), package.len());
    for (request, expected) in requests.iter().zip(package) {
        let body = request.body.repeat(request.times as usize);
        let answer = send("/orders", request.content_type.as_deref(), body.as_bytes());
        assert_eq!(answer, expected, "{}", request.name);
        assert_eq!(answer.status, request.status, "{}: {}", request.name, answer.body);
        assert_eq!(answer.content_type, "application/json", "{}", request.name);
    }
}

#[test]
fn all_issues_come_at_once() {
    let answer = send_json("/orders", br#"{"id":"","name":"","email":"","lines":[{"article":"","count":0}],"x":0}"#);
    assert!(
        answer.body.starts_with(r#"{"code":"validation_failed","message":"The input has 6 issues","#),
        "{answer:?}"
    );
}

#[test]
fn an_application_has_codes_of_its_own() {
    let expected = r#"{"code":"sold_out","message":"There is none left","details":null}"#;
    assert_eq!(send_json("/purchases", &order(200)), refusal(409, expected));
}

#[test]
fn a_route_has_a_limit_of_its_own() {
    let too_large = |limit: usize| {
        let message = format!("The body is larger than {limit} bytes");
        let shape = format!(r#"{{"code":"payload_too_large","message":"{message}","details":{{"limit":{limit}}}}}"#);
        refusal(413, &shape)
    };
    assert_eq!(send_json("/small", &order(200)).status, 200);
    assert_eq!(send_json("/small", &order(201)), too_large(200));
    // The limit of axum holds as well, unless it is said otherwise.
    assert_eq!(send_json("/limited", &order(300)).status, 200);
    assert_eq!(send_json("/limited", &order(301)), too_large(300));
    assert_eq!(send_json("/large", &order(2 << 20)).status, 200);
    assert_eq!(send_json("/large", &order(3 << 20)), too_large(2 << 20));
    assert_eq!(send_json("/unlimited", &order(4 << 20)).status, 200);
    assert_eq!(send_json("/unlimited", &order((4 << 20) + 1)), too_large(4 << 20));
}

#[test]
fn bytes_are_counted_while_they_come() {
    // A body that declares no length, and never ends.
    let answer = send_raw(|stream| {
        let head = "POST /small HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\n";
        write!(stream, "{head}transfer-encoding: chunked\r\n\r\n80\r\n{:128}\r\n80\r\n{:128}\r\n", "", "").unwrap();
    });
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(answer.ends_with(r#""details":{"limit":200}}"#), "{answer}");
}

#[test]
fn a_body_that_breaks_off_is_not_the_fault_of_the_json() {
    let answer = send_raw(|stream| {
        let head = "POST /orders HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\n";
        write!(stream, "{head}content-length: 100\r\n\r\n{{\"name\":").unwrap();
        stream.shutdown(Shutdown::Write).unwrap();
    });
    assert!(answer.starts_with("HTTP/1.1 503 "), "{answer}");
    let expected = r#"{"code":"unavailable","message":"The body could not be read to its end","details":null}"#;
    assert!(answer.ends_with(expected), "{answer}");
}
