//! Many clients at once over kept connections, each asking again as soon as it is answered.

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
};

/// What is asked, and what every answer must begin with.
pub(crate) struct Asked {
    /// The whole request, made anew for each asking.
    pub(crate) request: Box<dyn Fn() -> Vec<u8> + Send + Sync>,
    /// The status line's beginning: another answer would be measured for nothing.
    pub(crate) answer: &'static str,
}

impl Asked {
    /// A page that anybody may read.
    pub(crate) fn page(server: SocketAddr, path: &str) -> Arc<Self> {
        let request =
            format!("GET {path} HTTP/1.1\r\nhost: {server}\r\naccept-language: en-GB\r\n\r\n");
        Arc::new(Self {
            request: Box::new(move || request.clone().into_bytes()),
            answer: "HTTP/1.1 200",
        })
    }
}

/// How many were answered in a second.
pub(crate) async fn per_second(
    server: SocketAddr,
    clients: usize,
    lasting: Duration,
    asked: &Arc<Asked>,
) -> f64 {
    let began = Instant::now();
    let mut asking = JoinSet::new();
    for _ in 0..clients {
        asking.spawn(ask_until(server, began + lasting, Arc::clone(asked)));
    }
    let answered: u32 = asking.join_all().await.into_iter().sum();
    f64::from(answered) / began.elapsed().as_secs_f64()
}

async fn ask_until(server: SocketAddr, end: Instant, asked: Arc<Asked>) -> u32 {
    let mut connection = TcpStream::connect(server)
        .await
        .expect("the server listens");
    connection.set_nodelay(true).expect("the socket is open");
    let mut buffer = Vec::with_capacity(64 * 1024);
    let mut answered = 0;
    while Instant::now() < end {
        connection
            .write_all(&(asked.request)())
            .await
            .expect("the server listens");
        read_answer(&mut connection, &mut buffer).await;
        assert!(
            buffer.starts_with(asked.answer.as_bytes()),
            "not {}: {}",
            asked.answer,
            String::from_utf8_lossy(&buffer)
        );
        answered += 1;
    }
    answered
}

/// Reads one answer, which must say how long it is.
pub(crate) async fn read_answer(connection: &mut TcpStream, buffer: &mut Vec<u8>) {
    buffer.clear();
    let mut whole = None;
    while whole.is_none_or(|whole| buffer.len() < whole) {
        let count = connection
            .read_buf(buffer)
            .await
            .expect("the server answers");
        assert_ne!(count, 0, "the server hung up");
        whole = whole.or_else(|| whole_length(buffer));
    }
}

fn whole_length(begun: &[u8]) -> Option<usize> {
    let end = begun.windows(4).position(|bytes| bytes == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&begun[..end]).to_ascii_lowercase();
    let length: usize = head
        .split("\r\n")
        .find_map(|line| line.strip_prefix("content-length: "))
        .and_then(|length| length.parse().ok())
        .expect("every answer that is measured says how long it is");
    Some(end + length)
}
