//! How a server is set up. Where the values come from is the command line's business.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use kelias_metastore::Location;

/// The set-up of a server.
#[derive(Clone)]
pub struct Config {
    /// Where documents and settings are.
    pub location: Location,
    /// A folder of `*.journey.yaml` files to serve and write back to.
    pub maps: Option<PathBuf>,
    /// The address under which people reach the server, where it is not the one it listens at.
    pub public_url: Option<String>,
    /// How long somebody stays signed in.
    pub session: Duration,
    /// What the server takes at most.
    pub limits: Limits,
}

impl Config {
    /// The usual set-up for documents at a location.
    #[must_use]
    pub fn new(location: Location) -> Self {
        let session = Duration::from_hours(30 * 24);
        Self { location, maps: None, public_url: None, session, limits: Limits::default() }
    }

    /// Whether people reach the server by https, so that cookies must not travel without it.
    pub(crate) fn is_https(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }
}

/// Says what may stand in a log: a database's URL can hold a password.
impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let location = match &self.location {
            Location::Folder(folder) => folder.display().to_string(),
            Location::Postgres(_) => "a PostgreSQL database".to_owned(),
        };
        f.debug_struct("Config").field("location", &location).field("maps", &self.maps).finish_non_exhaustive()
    }
}

/// What the server takes at most, and how long it waits.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Bytes of a picture that is sent.
    pub image_bytes: usize,
    /// Bytes of all pictures of a map that were sent: guests who edit may send some as well.
    pub map_images_bytes: u64,
    /// Pixels of a picture, looked up before it is decoded.
    pub image_pixels: u64,
    /// Connections on which requests are read at the same time; others wait to be taken in.
    pub connections: usize,
    /// Sockets at the same time.
    pub sockets: usize,
    /// Clients that are told at the same time why they get no socket; others are only refused.
    pub refused_sockets: usize,
    /// How long the header of a request may take, and how long a connection may wait for its next request.
    pub header: Duration,
    /// How long a request may take.
    pub request: Duration,
    /// How long drawing one poster may take.
    pub drawing: Duration,
    /// Posters drawn, and pictures read, at the same time.
    pub drawn_at_once: usize,
    /// Maps measured at the same time.
    pub measured_at_once: usize,
    /// How long nobody edits a map before what follows from the edits is written down.
    pub quiet: Duration,
    /// How often it is looked whether a version is due.
    pub version_look: Duration,
    /// How long the folder of maps must be quiet before it is looked through: a checkout changes many files, and some of them twice.
    pub folder_settled: Duration,
    /// How often it is looked through although nothing was told: some file systems tell nothing.
    pub folder_anyway: Duration,
    /// How often it is looked whether other servers are still kept off a PostgreSQL database.
    pub claim_check: Duration,
    /// How long a stop waits for what is under way.
    pub stop: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            image_bytes: 20 * 1000 * 1000,
            map_images_bytes: 500 * 1000 * 1000,
            image_pixels: 50_000_000,
            connections: 4_000,
            sockets: 2_000,
            refused_sockets: 100,
            header: Duration::from_secs(30),
            request: Duration::from_mins(1),
            drawing: Duration::from_secs(45),
            drawn_at_once: 2,
            measured_at_once: 1,
            quiet: Duration::from_secs(2),
            version_look: Duration::from_secs(5),
            folder_settled: Duration::from_millis(300),
            folder_anyway: Duration::from_secs(30),
            claim_check: Duration::from_secs(5),
            stop: Duration::from_secs(10),
        }
    }
}
