//! A browser without a screen: keeps cookies, says where its posts come from, follows redirects when it is told to.

use std::{collections::BTreeMap, io, net::SocketAddr, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header, request::Builder},
};
use tower::ServiceExt;

use super::{
    form::{Form, encoded},
    page::Page,
    wire,
};

/// More than any page or file of a test weighs.
const LARGEST_ANSWER: usize = 64 * 1024 * 1024;

/// One browser. Two of them share nothing.
#[derive(Debug, Clone)]
pub(crate) struct Client {
    reaches: Reaches,
    origin: String,
    address: SocketAddr,
    cookies: BTreeMap<String, String>,
}

/// What the browser talks to.
#[derive(Debug, Clone)]
enum Reaches {
    /// The application in this process.
    Router(Router),
    /// A process that listens here.
    Server(SocketAddr),
}

impl Client {
    pub(super) fn of_router(router: Router, origin: String) -> Self {
        Self::new(Reaches::Router(router), origin)
    }

    pub(super) fn of_server(server: SocketAddr) -> Self {
        Self::new(Reaches::Server(server), format!("http://{server}"))
    }

    fn new(reaches: Reaches, origin: String) -> Self {
        let address = SocketAddr::from(([192, 0, 2, 1], 50_000));
        Self {
            reaches,
            origin,
            address,
            cookies: BTreeMap::new(),
        }
    }

    /// The same browser, but at another address of the network. A server sees the real one.
    pub(crate) fn at(mut self, address: [u8; 4]) -> Self {
        self.address = SocketAddr::from((address, 50_000));
        self
    }

    /// The same browser, which already holds this cookie.
    pub(crate) fn with_cookie(mut self, name: &str, value: String) -> Self {
        self.cookies.insert(name.to_owned(), value);
        self
    }

    /// Asks for a page and takes what comes, a redirect too.
    pub(crate) async fn get(&mut self, path: impl ToString) -> Page {
        self.ask(Method::GET, &path.to_string(), Vec::new()).await
    }

    /// Asks for a page and goes where it is sent.
    pub(crate) async fn open(&mut self, path: impl ToString) -> Page {
        let page = self.get(path).await;
        self.follow(page).await
    }

    /// Posts these pairs, whether or not there is a form for them, and takes what comes.
    pub(crate) async fn post<N: AsRef<str>, V: AsRef<str>>(
        &mut self,
        path: impl ToString,
        pairs: &[(N, V)],
    ) -> Page {
        self.ask(Method::POST, &path.to_string(), encoded(pairs).into_bytes())
            .await
    }

    /// Posts a file as a form with that alone does, under a name that says nothing of what it is.
    pub(crate) async fn upload(&mut self, path: impl ToString, name: &str, file: &[u8]) -> Page {
        let head = format!(
            "--between\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"mark.svg\"\r\n\
             Content-Type: image/svg+xml\r\n\r\n"
        );
        let body = [head.as_bytes(), file, b"\r\n--between--\r\n"].concat();
        let mut request = self.request(Method::POST, &path.to_string());
        if let Some(headers) = request.headers_mut() {
            let kind = header::HeaderValue::from_static("multipart/form-data; boundary=between");
            headers.insert(header::CONTENT_TYPE, kind);
        }
        self.ask_with(request, body).await
    }

    /// Posts these bytes as a form, however broken.
    pub(crate) async fn post_bytes(&mut self, path: impl ToString, bytes: &[u8]) -> Page {
        self.ask(Method::POST, &path.to_string(), bytes.to_vec())
            .await
    }

    /// Fills a form in and sends it, and takes what comes.
    #[track_caller]
    pub(crate) fn submit(
        &mut self,
        form: Form,
        answers: &[(&str, &str)],
    ) -> impl Future<Output = Page> {
        let form = form.with(answers);
        async move {
            if form.method == "post" {
                return self.post(&form.action, &form.pairs()).await;
            }
            let path = form.action.split('?').next().unwrap_or_default();
            self.get(format!("{path}?{}", encoded(&form.pairs()))).await
        }
    }

    /// Fills a form in, sends it, and goes where it is sent.
    #[track_caller]
    pub(crate) fn send(
        &mut self,
        form: Form,
        answers: &[(&str, &str)],
    ) -> impl Future<Output = Page> {
        let form = form.with(answers);
        async move {
            let page = self.submit(form, &[]).await;
            self.follow(page).await
        }
    }

    /// Goes where the page sends it, until there is a page.
    pub(crate) async fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..8 {
            if !page.status.is_redirection() {
                return page;
            }
            // After a post only "see other" makes every browser ask by GET.
            assert_eq!(
                page.status,
                StatusCode::SEE_OTHER,
                "{} redirects otherwise",
                page.path
            );
            let to = page
                .location()
                .expect("a redirect says where to")
                .to_owned();
            page = self.get(to).await;
        }
        assert!(
            !page.status.is_redirection(),
            "{} goes round in circles",
            page.path
        );
        page
    }

    /// Asks as the caller says, with the browser's cookies; for methods, origins and headers that no page of ours sends.
    pub(crate) async fn ask_with(&mut self, request: Builder, body: Vec<u8>) -> Page {
        self.try_ask(request, body)
            .await
            .expect("the server answers")
    }

    /// Posts a form to a server that may be gone before it has answered.
    pub(crate) async fn try_submit(&mut self, form: &Form) -> io::Result<Page> {
        let request = self.request(Method::POST, &form.action);
        self.try_ask(request, encoded(&form.pairs()).into_bytes())
            .await
    }

    /// Posts a form and hangs up after so long, whether or not there is an answer.
    pub(crate) async fn submit_and_hang_up(&self, form: &Form, after: Duration) -> io::Result<()> {
        let request = self.request(Method::POST, &form.action);
        let request = self.whole(request, encoded(&form.pairs()).into_bytes());
        match &self.reaches {
            Reaches::Server(server) => wire::ask_and_hang_up(*server, request, after).await,
            Reaches::Router(_) => Err(io::Error::other("only a connection can be hung up")),
        }
    }

    async fn try_ask(&mut self, request: Builder, body: Vec<u8>) -> io::Result<Page> {
        let request = self.whole(request, body);
        let path = request.uri().to_string();
        let (status, headers, bytes) = match &self.reaches {
            Reaches::Server(server) => wire::ask(*server, request).await?,
            Reaches::Router(router) => {
                let mut request = request.map(Body::from);
                request.extensions_mut().insert(ConnectInfo(self.address));
                let answer = router
                    .clone()
                    .oneshot(request)
                    .await
                    .map_err(io::Error::other)?;
                let (parts, body) = answer.into_parts();
                let bytes = to_bytes(body, LARGEST_ANSWER)
                    .await
                    .map_err(io::Error::other)?;
                (parts.status, parts.headers, bytes.to_vec())
            }
        };
        for cookie in headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().expect("our cookies are ASCII"));
        }
        Ok(Page {
            path,
            status,
            headers,
            bytes,
        })
    }

    /// The request with its body and the browser's cookies.
    fn whole(&self, request: Builder, body: Vec<u8>) -> Request<Vec<u8>> {
        let mut request = request.body(body).expect("the test's request is HTTP");
        if !self.cookies.is_empty() {
            let cookies: Vec<_> = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            let cookies = cookies.join("; ").parse().expect("our cookies are ASCII");
            request.headers_mut().insert(header::COOKIE, cookies);
        }
        request
    }

    /// A request as a page of ours would send it.
    pub(crate) fn request(&self, method: Method, path: &str) -> Builder {
        let path = path.strip_prefix(&self.origin).unwrap_or(path);
        let host = self.origin.split("://").last().unwrap_or_default();
        let request = Request::builder()
            .uri(path.split('#').next().unwrap_or_default())
            .header(header::HOST, host)
            .header(header::ACCEPT, "text/html,*/*;q=0.8")
            .header(header::ACCEPT_LANGUAGE, "en-GB,en;q=0.9")
            .header(header::USER_AGENT, "Plaudit's tests")
            .header("sec-fetch-site", "same-origin");
        let request = if method == Method::POST {
            request
                .header(header::ORIGIN, &self.origin)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        } else {
            request
        };
        request.method(method)
    }

    /// A cookie's value, if the browser holds it.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    async fn ask(&mut self, method: Method, path: &str, body: Vec<u8>) -> Page {
        let request = self.request(method, path);
        self.ask_with(request, body).await
    }

    fn keep(&mut self, cookie: &str) {
        let mut parts = cookie.split(';').map(str::trim);
        let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else {
            return;
        };
        let is_over = parts.any(|attribute| attribute.eq_ignore_ascii_case("max-age=0"));
        if is_over || value.is_empty() {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
