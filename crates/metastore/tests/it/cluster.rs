//! A PostgreSQL cluster of the test's own: in a temporary folder, on a socket in that folder, gone at the end.
//!
//! The server's tests use this file as well.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

pub(crate) struct Cluster {
    folder: TempDir,
    programs: PathBuf,
    server: Child,
}

impl Cluster {
    /// Starts it from the calling thread, whose end is the server's end as well where the test is run by root.
    pub(crate) fn start() -> Self {
        let programs = programs();
        // Not in TMPDIR: the path of a socket has at most 107 bytes.
        let folder = tempfile::Builder::new().prefix("kelias-postgres-").tempdir_in("/tmp").unwrap();
        if is_root() {
            succeed(Command::new("chown").arg("postgres").arg(folder.path()));
        }
        let data = folder.path().join("data");
        succeed(
            unprivileged(&programs.join("initdb"))
                .args(["--username=kelias", "--auth=trust", "--encoding=UTF8", "--no-sync", "--pgdata"])
                .arg(&data),
        );
        let server = serve(&programs, folder.path());
        let mut cluster = Self { folder, programs, server };
        cluster.wait();
        cluster
    }

    /// Stops it as a loss of power would, but for what the operating system has been handed, and starts it again.
    pub(crate) fn crash(&mut self) {
        self.stop();
        self.server = serve(&self.programs, self.folder.path());
        self.wait();
    }

    /// Makes a database; its name may be any text.
    pub(crate) fn new_database(&self, name: &str) -> String {
        succeed(Command::new(self.programs.join("createdb")).args(self.address()).arg(name));
        name.to_owned()
    }

    /// What a statement comes to, as text.
    pub(crate) fn psql(&self, database: &str, statement: &str) -> String {
        let mut psql = Command::new(self.programs.join("psql"));
        let output = run(psql.args(self.address()).args(["-XAt", "-d", database, "-c", statement]));
        assert!(output.status.success(), "{statement}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    pub(crate) fn url(&self, database: &str) -> String {
        format!("postgres://kelias@localhost/{database}?host={}", self.folder.path().display())
    }

    fn wait(&mut self) {
        let deadline = Instant::now() + Duration::from_mins(1);
        while !run(Command::new(self.programs.join("pg_isready")).args(self.address())).status.success() {
            let log = || fs::read_to_string(self.folder.path().join("log")).unwrap();
            assert!(self.server.try_wait().unwrap().is_none(), "PostgreSQL ended: {}", log());
            assert!(Instant::now() < deadline, "PostgreSQL is not ready after a minute: {}", log());
            thread::sleep(Duration::from_millis(50));
        }
    }

    fn address(&self) -> [String; 4] {
        ["-h".to_owned(), self.folder.path().display().to_string(), "-U".to_owned(), "kelias".to_owned()]
    }

    fn stop(&mut self) {
        let stopped = run(unprivileged(&self.programs.join("pg_ctl"))
            .args(["stop", "--wait", "--mode=immediate", "--pgdata"])
            .arg(self.folder.path().join("data")));
        if !stopped.status.success() {
            self.server.kill().unwrap();
        }
        self.server.wait().unwrap();
    }
}

/// Runs also when a test fails; the folder goes after it.
impl Drop for Cluster {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A server that is careless by default: it acknowledges before it has written, and takes its time to write. The store
/// has to ask for more.
fn serve(programs: &Path, folder: &Path) -> Child {
    let log = fs::OpenOptions::new().create(true).append(true).open(folder.join("log")).unwrap();
    let mut command = unprivileged(&programs.join("postgres"));
    for setting in ["listen_addresses=", "fsync=off", "synchronous_commit=off", "wal_writer_delay=10s"] {
        command.args(["-c", setting]);
    }
    command.arg("-k").arg(folder).arg("-D").arg(folder.join("data"));
    command.stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log).spawn().unwrap()
}

/// Where `initdb` and `postgres` are: Debian keeps them out of the search path, by version.
fn programs() -> PathBuf {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.unwrap();
            Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin")))
        })
        .filter(|(_, programs)| programs.join("postgres").exists())
        .collect();
    found.sort();
    let on_path = std::env::var_os("PATH").and_then(|path| {
        std::env::split_paths(&path).find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
    });
    found
        .pop()
        .map(|(_, programs)| programs)
        .or(on_path)
        .expect("PostgreSQL is not installed and these tests start a server of their own: apt-get install postgresql")
}

/// A command as a user who is not root, since PostgreSQL refuses to be run by root.
fn unprivileged(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups", "--pdeathsig=INT"]).arg(program);
    // The folder the tests are started in may be closed to that user.
    command.current_dir("/");
    command
}

fn is_root() -> bool {
    fs::metadata("/proc/self").unwrap().uid() == 0
}

fn run(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|error| panic!("cannot run {command:?}: {error}"))
}

fn succeed(command: &mut Command) {
    let output = run(command);
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}
