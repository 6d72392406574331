//! A server in a temporary folder, its clock in the test's hand.

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use kelias_metastore::Store;
use kelias_server::{Clock, Config, Location, Measurer, Page, Parts, Server, ServerError};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;

/// The moment at which every test begins: 2026-07-01T12:00:00Z.
pub(crate) const START: i64 = 1_782_907_200_000_000;
/// A minute of the clock.
pub(crate) const MINUTE: i64 = 60_000_000;

/// How long a test waits for what must come by itself: seconds of quiet, and the work on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// Waits until it is so.
macro_rules! wait_until {
    ($condition:expr) => {{
        let begun = std::time::Instant::now();
        while !$condition {
            let patience = $crate::support::PATIENCE;
            assert!(begun.elapsed() < patience, "not so after {patience:?}: {}", stringify!($condition));
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }};
}
pub(crate) use wait_until;

/// Runs a server until `work` is done and then ends all it does where it stands, as a kill would.
pub(crate) fn until_killed<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(work)
}

/// A small map.
pub(crate) const SHOP: &str = "kelias: 1
id: shop
title: Shop
language: en
lanes:
  - {id: does, kind: text, title: Does}
stages:
  - id: buy
    title: Buys
    steps:
      - id: looks
        title: Looks
        cells:
          does: [Compares prices]
      - id: pays
        title: Pays
";

/// A server with its folder.
pub(crate) struct World {
    pub(crate) server: Server,
    pub(crate) store: Store,
    router: Router,
    clock: Arc<AtomicI64>,
    location: Location,
    /// Goes when the world goes, unless it is somebody else's.
    folder: Option<TempDir>,
}

/// Who sends a request.
#[derive(Debug, Clone)]
pub(crate) enum Who {
    /// A browser with this session.
    Browser(String),
    /// A program with this token.
    Program(String),
    /// Nobody we know.
    Stranger,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// A page of two files.
struct TwoFiles;

impl Page for TwoFiles {
    fn file(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        match path {
            "index.html" => Some(Cow::Borrowed(b"<!doctype html><title>Kelias</title>")),
            "assets/app-4f2a.js" => Some(Cow::Borrowed(b"run()")),
            "assets/app-4f2a.js.br" => Some(Cow::Borrowed(b"small")),
            _ => None,
        }
    }
}

fn parts(clock: &Arc<AtomicI64>, measurer: Option<Arc<dyn Measurer>>) -> Parts {
    let now = Arc::clone(clock);
    Parts { page: Arc::new(TwoFiles), measurer, clock: Clock::new(move || now.load(Ordering::Relaxed)) }
}

impl World {
    pub(crate) async fn new() -> Self {
        Self::with(None, |_| {}).await
    }

    pub(crate) async fn with(measurer: Option<Arc<dyn Measurer>>, set_up: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let location = Location::Folder(folder.path().to_owned());
        let world = Self::over(location, Arc::new(AtomicI64::new(START)), measurer, set_up).await;
        Self { folder: Some(folder), ..world }
    }

    /// A server over documents that stay when it is gone, however it goes.
    pub(crate) async fn at(location: &Location, set_up: impl FnOnce(&mut Config)) -> Self {
        Self::over(location.clone(), Arc::new(AtomicI64::new(START)), None, set_up).await
    }

    /// Stops the server and starts it again over the same documents; `meanwhile` changes what it finds.
    pub(crate) async fn restart(self, set_up: impl FnOnce(&mut Config), meanwhile: impl AsyncFnOnce(&Store)) -> Self {
        let Self { server, store, clock, location, folder, .. } = self;
        server.close().await;
        meanwhile(&store).await;
        store.close().await;
        Self { folder, ..Self::over(location, clock, None, set_up).await }
    }

    async fn over(
        location: Location,
        clock: Arc<AtomicI64>,
        measurer: Option<Arc<dyn Measurer>>,
        set_up: impl FnOnce(&mut Config),
    ) -> Self {
        let mut config = Config::new(location.clone());
        set_up(&mut config);
        // A program that another test starts holds copies of all open files, and so of the lock, until it has begun.
        let begun = std::time::Instant::now();
        let server = loop {
            match Server::open(config.clone(), parts(&clock, measurer.clone())).await {
                Err(ServerError::Taken { .. }) if begun.elapsed() < PATIENCE => {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                opened => break opened.unwrap(),
            }
        };
        let store = Store::open(&location).await.unwrap();
        Self { router: server.router(), server, store, clock, location, folder: None }
    }

    /// Another server over the same documents, while the first one has them.
    pub(crate) async fn beside(&self) -> Result<Server, ServerError> {
        Self::open(&self.location).await
    }

    /// A server over documents that it may not get.
    pub(crate) async fn open(location: &Location) -> Result<Server, ServerError> {
        Server::open(Config::new(location.clone()), parts(&Arc::new(AtomicI64::new(START)), None)).await
    }

    /// A server with the small map in it, and a program that may do everything.
    pub(crate) async fn with_shop() -> (Self, Who) {
        let world = Self::new().await;
        let program = world.make_shop().await;
        (world, program)
    }

    /// Makes the small map; gives the program that did.
    pub(crate) async fn make_shop(&self) -> Who {
        let program = self.program().await;
        self.post("/api/v1/maps", &program).yaml(SHOP).send().await.expect(StatusCode::CREATED);
        program
    }

    /// Time passes.
    pub(crate) fn pass(&self, microseconds: i64) {
        self.clock.fetch_add(microseconds, Ordering::Relaxed);
    }

    pub(crate) fn now(&self) -> i64 {
        self.clock.load(Ordering::Relaxed)
    }

    /// The owner in a browser.
    pub(crate) async fn owner(&self) -> Who {
        let path = self.server.sign_in_path().await.unwrap();
        Who::Browser(self.get(&path, &Who::Stranger).send().await.expect(StatusCode::SEE_OTHER).session())
    }

    /// A program with a token.
    pub(crate) async fn program(&self) -> Who {
        Who::Program(self.store.new_token("Tests", START).await.unwrap().as_str().to_owned())
    }

    /// Somebody who came by a share link of the map.
    pub(crate) async fn guest(&self, map: &str, can_edit: bool) -> Who {
        let (_, secret) = self.store.new_link(map, can_edit, None, "Tests", self.now()).await.unwrap();
        let entering = json!({ "link": secret.as_str(), "name": "Gintarė" });
        let entered = self.post("/api/v1/guests", &Who::Stranger).json(&entering).send().await;
        Who::Browser(entered.expect(StatusCode::CREATED).session())
    }

    pub(crate) fn get<'w>(&'w self, path: &str, who: &Who) -> Asking<'w> {
        self.ask(Method::GET, path, who)
    }

    pub(crate) fn post<'w>(&'w self, path: &str, who: &Who) -> Asking<'w> {
        self.ask(Method::POST, path, who)
    }

    pub(crate) fn ask<'w>(&'w self, method: Method, path: &str, who: &Who) -> Asking<'w> {
        let mut request = Request::new(Body::empty());
        *request.method_mut() = method;
        *request.uri_mut() = path.parse().unwrap();
        let asking = Asking { world: self, request }.header("host", "kelias.test");
        match who {
            Who::Browser(session) => {
                asking.header(COOKIE, &format!("kelias_session={session}")).header("origin", "http://kelias.test")
            }
            Who::Program(token) => asking.header(AUTHORIZATION, &format!("Bearer {token}")),
            Who::Stranger => asking,
        }
    }
}

/// A request on its way.
pub(crate) struct Asking<'w> {
    world: &'w World,
    request: Request<Body>,
}

impl Asking<'_> {
    pub(crate) fn header(mut self, name: impl axum::http::header::IntoHeaderName, value: &str) -> Self {
        self.request.headers_mut().insert(name, value.parse().unwrap());
        self
    }

    pub(crate) fn body(mut self, media_type: &str, bytes: impl Into<Vec<u8>>) -> Self {
        *self.request.body_mut() = Body::from(bytes.into());
        self.header(CONTENT_TYPE, media_type)
    }

    pub(crate) fn yaml(self, text: &str) -> Self {
        self.body("application/yaml", text)
    }

    pub(crate) fn json(self, value: &Value) -> Self {
        self.body("application/json", value.to_string())
    }

    pub(crate) async fn send(self) -> Answer {
        let response = self.world.router.clone().oneshot(self.request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

impl Answer {
    /// The same, if it has this status.
    #[track_caller]
    pub(crate) fn expect(self, status: StatusCode) -> Self {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.body));
        self
    }

    /// The problem, if it has this status and kind.
    #[track_caller]
    pub(crate) fn problem(self, status: StatusCode, kind: &str) -> Value {
        let answer = self.expect(status);
        assert_eq!(answer.header(CONTENT_TYPE.as_str()), "application/problem+json");
        let problem = answer.json();
        assert_eq!(problem["type"], format!("urn:kelias:problem:{kind}"), "{problem}");
        problem
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// A header, empty where there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }

    /// The secret of the session that was begun.
    pub(crate) fn session(&self) -> String {
        let cookie = self.header(SET_COOKIE.as_str());
        cookie.split(';').next().and_then(|pair| pair.split_once('=')).unwrap().1.to_owned()
    }
}
