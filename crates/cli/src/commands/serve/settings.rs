//! The settings of a server: options, environment, file, in that order.

use std::fs;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use kelias_map::Duration as Span;
use kelias_server::{Config, Limits, Location};
use miette::{Result, miette};
use serde::Deserialize;

use crate::exit::CouldNot;
use crate::logging::LogFormat;

/// Where the server listens unless told otherwise.
const LISTEN: &str = "127.0.0.1:7373";
/// Where its data are unless told otherwise.
const DATA: &str = "kelias-data";
/// The file of settings in the data folder.
const FILE: &str = "kelias.toml";

/// Where documents and tokens are.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct StoreArgs {
    /// Folder of the server's data; made if it is not there [default: kelias-data]
    #[arg(long, value_name = "DIR", env = "KELIAS_DATA")]
    data: Option<PathBuf>,
    /// PostgreSQL database for documents and settings, instead of SQLite in the data folder: `postgres://USER:PASSWORD@HOST/DATABASE`
    #[arg(long, value_name = "URL", env = "KELIAS_DATABASE", hide_env_values = true)]
    database: Option<String>,
    /// File of settings [default: kelias.toml in the data folder, if it is there]
    #[arg(long, value_name = "FILE", env = "KELIAS_CONFIG")]
    config: Option<PathBuf>,
}

/// The settings as options.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// Address and port to listen at; port 0 takes a free one [default: 127.0.0.1:7373]
    #[arg(long, value_name = "ADDRESS", env = "KELIAS_LISTEN")]
    listen: Option<SocketAddr>,
    /// Lake of the events that maps are measured by [default: lake in the data folder]
    #[arg(long, value_name = "DIR", env = "KELIAS_LAKE")]
    lake: Option<PathBuf>,
    /// Folder of *.journey.yaml files to serve; edits are written back to them
    #[arg(long, value_name = "DIR", env = "KELIAS_MAPS")]
    maps: Option<PathBuf>,
    /// Address under which people reach the server, where a proxy stands before it, such as `https://maps.example.org`
    #[arg(long, value_name = "URL", env = "KELIAS_PUBLIC_URL")]
    public_url: Option<String>,
    /// How long somebody stays signed in: 12h, 30d, 8w [default: 30d]
    #[arg(long, value_name = "DURATION", env = "KELIAS_SESSION")]
    session: Option<Span>,
    /// Form of the log on standard error [default: text]
    #[arg(long, value_name = "FORMAT", value_enum, env = "KELIAS_LOG_FORMAT")]
    log_format: Option<LogFormat>,
    /// Largest picture that is taken, in megabytes [default: 20]
    #[arg(long, value_name = "NUMBER", env = "KELIAS_MAX_IMAGE_MEGABYTES", value_parser = clap::value_parser!(u32).range(1..=1000))]
    max_image_megabytes: Option<u32>,
    /// How large all pictures of one map may be together, in megabytes [default: 500]
    #[arg(long, value_name = "NUMBER", env = "KELIAS_MAX_MAP_IMAGES_MEGABYTES", value_parser = clap::value_parser!(u32).range(1..))]
    max_map_images_megabytes: Option<u32>,
    /// Largest picture that is taken, in millions of pixels [default: 50]
    #[arg(long, value_name = "NUMBER", env = "KELIAS_MAX_IMAGE_MEGAPIXELS", value_parser = clap::value_parser!(u32).range(1..=1000))]
    max_image_megapixels: Option<u32>,
    /// Posters drawn at the same time [default: 2]
    #[arg(long, value_name = "NUMBER", env = "KELIAS_DRAWINGS_AT_ONCE", value_parser = clap::value_parser!(u16).range(1..=256))]
    drawings_at_once: Option<u16>,
}

/// What the file may hold.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    data: Option<PathBuf>,
    database: Option<String>,
    listen: Option<SocketAddr>,
    lake: Option<PathBuf>,
    maps: Option<PathBuf>,
    public_url: Option<String>,
    session: Option<Span>,
    log_format: Option<LogFormat>,
    max_image_megabytes: Option<u32>,
    max_map_images_megabytes: Option<u32>,
    max_image_megapixels: Option<u32>,
    drawings_at_once: Option<u16>,
}

/// The settings, all of them decided.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) listen: SocketAddr,
    pub(super) lake: PathBuf,
    pub(super) config: Config,
}

impl StoreArgs {
    /// Where documents and tokens are.
    pub(crate) fn location(&self) -> Result<Location> {
        let file = self.file()?;
        Ok(self.location_with(&file))
    }

    fn location_with(&self, file: &File) -> Location {
        match self.database.clone().or_else(|| file.database.clone()) {
            Some(url) => Location::Postgres(url),
            None => Location::Folder(self.data_with(file)),
        }
    }

    fn data_with(&self, file: &File) -> PathBuf {
        self.data.clone().or_else(|| file.data.clone()).unwrap_or_else(|| DATA.into())
    }

    /// The file of settings; one that was not asked for need not be there.
    fn file(&self) -> Result<File> {
        if let Some(path) = &self.config {
            let text = fs::read_to_string(path);
            let text = text.map_err(|error| CouldNot(format!("cannot read {}: {error}", path.display())))?;
            return parse(path, &text);
        }
        let path = self.data.as_deref().unwrap_or(Path::new(DATA)).join(FILE);
        match fs::read_to_string(&path) {
            Ok(text) => parse(&path, &text),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(File::default()),
            Err(error) => Err(CouldNot(format!("cannot read {}: {error}", path.display())).into()),
        }
    }
}

fn parse(path: &Path, text: &str) -> Result<File> {
    // The reason alone: the whole message quotes the line, which may hold the database's password.
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        miette!("{}, line {line}: {}", path.display(), error.message())
    })
}

impl Args {
    /// How the log is written. A file that cannot be read is told when the settings are settled.
    pub(super) fn log_format(&self) -> LogFormat {
        let of_file = || self.store.file().ok().and_then(|file| file.log_format);
        self.log_format.or_else(of_file).unwrap_or_default()
    }

    /// Decides every setting.
    pub(super) fn settle(&self) -> Result<Settings> {
        let file = self.store.file()?;
        let mut config = Config::new(self.store.location_with(&file));
        config.maps = self.maps.clone().or_else(|| file.maps.clone());
        config.public_url = self.public_url.clone().or_else(|| file.public_url.clone());
        if let Some(url) = &config.public_url {
            check_url(url)?;
        }
        if let Some(session) = self.session.or(file.session) {
            config.session = Duration::from_secs(session.seconds());
        }
        config.limits = self.limits(&file);
        let listen = self.listen.or(file.listen);
        let lake = self.lake.clone().or_else(|| file.lake.clone());
        Ok(Settings {
            listen: listen.unwrap_or_else(|| LISTEN.parse().expect("the default is an address")),
            lake: lake.unwrap_or_else(|| self.store.data_with(&file).join("lake")),
            config,
        })
    }

    fn limits(&self, file: &File) -> Limits {
        let mut limits = Limits::default();
        if let Some(megabytes) = self.max_image_megabytes.or(file.max_image_megabytes) {
            limits.image_bytes = megabytes as usize * 1_000_000;
        }
        if let Some(megabytes) = self.max_map_images_megabytes.or(file.max_map_images_megabytes) {
            limits.map_images_bytes = u64::from(megabytes) * 1_000_000;
        }
        if let Some(megapixels) = self.max_image_megapixels.or(file.max_image_megapixels) {
            limits.image_pixels = u64::from(megapixels) * 1_000_000;
        }
        if let Some(at_once) = self.drawings_at_once.or(file.drawings_at_once) {
            limits.drawn_at_once = usize::from(at_once.max(1));
        }
        limits
    }
}

fn check_url(url: &str) -> Result<()> {
    let authority = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    match authority.map(|rest| rest.trim_end_matches('/')) {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']) => Ok(()),
        _ => Err(miette!("the public URL `{url}` must be https:// or http:// and a host, without a path")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(args: &Args, file: &str) -> Settings {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), file).unwrap();
        let store = StoreArgs { data: Some(folder.path().to_owned()), ..args.store.clone() };
        Args { store, ..args.clone() }.settle().unwrap()
    }

    #[test]
    fn options_come_before_the_file_and_the_file_before_defaults() {
        let file = "listen = \"127.0.0.1:1\"\nsession = \"12h\"\nmax-image-megabytes = 3\n";
        let by_file = settled(&Args::default(), file);
        assert_eq!(by_file.listen.port(), 1);
        assert_eq!(by_file.config.session, Duration::from_hours(12));
        assert_eq!(by_file.config.limits.image_bytes, 3_000_000);
        assert_eq!(by_file.config.limits.image_pixels, 50_000_000);
        let by_option = Args { listen: Some("127.0.0.1:2".parse().unwrap()), ..Args::default() };
        assert_eq!(settled(&by_option, file).listen.port(), 2);
        let usual = settled(&Args::default(), "");
        assert!(usual.listen.ip().is_loopback());
        assert!(usual.lake.ends_with("lake"));
    }

    #[test]
    fn every_option_has_a_variable_of_its_name() {
        let command = <Args as clap::Args>::augment_args(clap::Command::new("serve"));
        let options: Vec<_> = command.get_arguments().filter(|option| option.get_long().is_some()).collect();
        assert!(options.len() > 10, "{}", options.len());
        for option in options {
            let name = option.get_long().unwrap();
            let expected = format!("KELIAS_{}", name.replace('-', "_").to_uppercase());
            assert_eq!(option.get_env().and_then(|name| name.to_str()), Some(expected.as_str()), "--{name}");
        }
    }

    #[test]
    fn a_bad_file_is_told_without_what_it_holds() {
        let error = parse(Path::new("kelias.toml"), "listen = \"127.0.0.1:1\"\ndatabase = postgres://u:secret@h/d\n");
        let error = error.unwrap_err().to_string();
        assert!(error.starts_with("kelias.toml, line 2") && !error.contains("secret"), "{error}");
        let unknown = parse(Path::new("kelias.toml"), "lisen = 1\n").unwrap_err().to_string();
        assert!(unknown.contains("listen"), "{unknown}");
    }

    #[test]
    fn the_public_url_is_a_host() {
        for good in ["https://maps.example.org", "http://localhost:7373/"] {
            assert!(check_url(good).is_ok(), "{good}");
        }
        for bad in ["maps.example.org", "ftp://a", "https://", "https://a/b", "https://u:p@a"] {
            assert!(check_url(bad).is_err(), "{bad}");
        }
    }
}
