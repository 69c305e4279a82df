//! HTTP over a real connection: one request each, whole or hung up on.

use std::{io, net::SocketAddr, time::Duration};

use axum::http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// No answer of a test takes longer, not even in a storm.
const PATIENCE: Duration = Duration::from_secs(30);

/// What came back: status, headers and body.
pub(super) type Answer = (StatusCode, HeaderMap, Vec<u8>);

/// Asks once and waits for the whole answer. An error means that there was none: nothing was promised.
pub(super) async fn ask(server: SocketAddr, request: Request<Vec<u8>>) -> io::Result<Answer> {
    let exchange = async {
        let mut connection = TcpStream::connect(server).await?;
        connection.write_all(&written(&request)).await?;
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).await?;
        read(&answer)
    };
    timeout(PATIENCE, exchange)
        .await
        .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
}

/// Asks, and hangs up after so long without having read the answer.
pub(super) async fn ask_and_hang_up(
    server: SocketAddr,
    request: Request<Vec<u8>>,
    after: Duration,
) -> io::Result<()> {
    let mut connection = TcpStream::connect(server).await?;
    connection.write_all(&written(&request)).await?;
    let mut byte = [0];
    // Waiting for a byte instead of sleeping: an answer ends the wait, and is then hung up on as well.
    let _ = timeout(after, connection.peek(&mut byte)).await;
    // With unread bytes or none, closing without lingering resets the connection, as a lost network does.
    connection.set_zero_linger()
}

fn written(request: &Request<Vec<u8>>) -> Vec<u8> {
    let mut bytes = format!(
        "{} {} HTTP/1.1\r\nconnection: close\r\ncontent-length: {}\r\n",
        request.method(),
        request.uri(),
        request.body().len()
    )
    .into_bytes();
    for (name, value) in request.headers() {
        bytes.extend_from_slice(name.as_str().as_bytes());
        bytes.extend_from_slice(b": ");
        bytes.extend_from_slice(value.as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"\r\n");
    bytes.extend_from_slice(request.body());
    bytes
}

fn read(answer: &[u8]) -> io::Result<Answer> {
    let broken = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    let end = answer
        .windows(4)
        .position(|bytes| bytes == b"\r\n\r\n")
        .ok_or_else(|| broken("the connection ended in the head"))?;
    let head = std::str::from_utf8(&answer[..end]).map_err(|_| broken("the head is not text"))?;
    let mut lines = head.split("\r\n");
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1))
        .and_then(|code| code.parse::<u16>().ok());
    let status = status
        .and_then(|code| StatusCode::from_u16(code).ok())
        .ok_or_else(|| broken("no status"))?;
    let mut headers = HeaderMap::new();
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        let name: HeaderName = name.parse().map_err(|_| broken("a header's name"))?;
        headers.append(
            name,
            HeaderValue::from_str(value).map_err(|_| broken("a header's value"))?,
        );
    }
    let body = &answer[end + 4..];
    let length = headers
        .get("content-length")
        .and_then(|length| length.to_str().ok())
        .and_then(|length| length.parse::<usize>().ok());
    if length.is_some_and(|length| length != body.len()) {
        return Err(broken("the connection ended in the body"));
    }
    let chunked = headers
        .get("transfer-encoding")
        .is_some_and(|coding| coding == "chunked");
    let body = if chunked {
        joined(body).ok_or_else(|| broken("the connection ended in a chunk"))?
    } else {
        body.to_vec()
    };
    Ok((status, headers, body))
}

/// The chunks of a streamed body, if the last one came.
fn joined(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|bytes| bytes == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&rest[..line]).ok()?, 16).ok()?;
        if length == 0 {
            return Some(body);
        }
        let chunk = rest.get(line + 2..line + 2 + length)?;
        body.extend_from_slice(chunk);
        rest = rest.get(line + 4 + length..)?;
    }
}

#[test]
fn half_an_answer_is_no_answer() {
    let whole = b"HTTP/1.1 303 See Other\r\nlocation: /a\r\ncontent-length: 2\r\n\r\nok";
    let (status, headers, body) = read(whole).expect("it is whole");
    assert_eq!(
        (status, headers["location"].as_bytes(), body.as_slice()),
        (StatusCode::SEE_OTHER, &b"/a"[..], &b"ok"[..])
    );
    for length in 0..whole.len() {
        assert!(read(&whole[..length]).is_err(), "{length} bytes");
    }
    let chunks =
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n";
    assert_eq!(read(chunks).expect("it is whole").2, b"abcd");
    assert!(read(&chunks[..chunks.len() - 6]).is_err());
}
