//! `kelias serve` and `kelias token` as a user starts them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

const KELIAS: &str = env!("CARGO_BIN_EXE_kelias");

/// A server that runs until it is dropped.
struct Running {
    process: Child,
    authority: String,
    sign_in: String,
}

impl Running {
    fn start(data: &Path) -> Self {
        let (process, ready) = start(data, |_| {});
        let url = ready["url"].as_str().unwrap();
        let sign_in = ready["sign_in_url"].as_str().unwrap().strip_prefix(url).unwrap().to_owned();
        Self { process, authority: url.strip_prefix("http://").unwrap().to_owned(), sign_in }
    }

    /// The answer to a request, head and body.
    fn get(&self, path: &str, headers: &str) -> String {
        let mut connection = TcpStream::connect(&self.authority).unwrap();
        let host = &self.authority;
        write!(connection, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n").unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts a server; gives what it says when it is ready.
fn start(data: &Path, set_up: impl FnOnce(&mut Command)) -> (Child, Value) {
    run(Command::new(KELIAS), data, set_up)
}

/// The same for a server that is started by way of another command.
fn run(mut command: Command, data: &Path, set_up: impl FnOnce(&mut Command)) -> (Child, Value) {
    command.args(["serve", "--listen", "127.0.0.1:0", "--json", "--data"]).arg(data);
    set_up(&mut command);
    let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    (process, serde_json::from_str(&line).unwrap())
}

fn kelias(args: &[&str], data: &Path) -> (String, bool) {
    let output = Command::new(KELIAS).args(args).arg("--data").arg(data).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.success())
}

#[test]
fn a_server_starts_signs_in_and_knows_its_tokens() {
    let folder = tempfile::tempdir().unwrap();
    let (before, _) = kelias(&["token", "new", "--name", "Before"], folder.path());
    let server = Running::start(folder.path());
    assert!(server.get("/healthz", "").starts_with("HTTP/1.1 200"));
    assert!(server.get("/", "Accept: text/html\r\n").contains("<!doctype html>"));
    let signed_in = server.get(&server.sign_in, "");
    assert!(signed_in.starts_with("HTTP/1.1 303") && signed_in.contains("kelias_session="), "{signed_in}");
    assert!(server.get(&server.sign_in, "").starts_with("HTTP/1.1 404"));
    let (while_running, _) = kelias(&["token", "new", "--name", "While running"], folder.path());
    let list = |token: &str| server.get("/api/v1/maps", &format!("Authorization: Bearer {}\r\n", token.trim()));
    for token in [&before, &while_running] {
        let listed = list(token);
        assert!(listed.starts_with("HTTP/1.1 200") && listed.ends_with("[]"), "{listed}");
    }
    let (listed, _) = kelias(&["token", "list", "--json"], folder.path());
    assert!(!listed.contains(before.trim()));
    let tokens: Value = serde_json::from_str(&listed).unwrap();
    let first = &tokens["tokens"][0];
    assert_eq!(first["name"], "Before");
    assert!(kelias(&["token", "revoke", first["id"].as_str().unwrap()], folder.path()).1);
    assert!(!kelias(&["token", "revoke", first["id"].as_str().unwrap()], folder.path()).1);
    assert!(list(&before).starts_with("HTTP/1.1 401"));
    assert!(list(&while_running).starts_with("HTTP/1.1 200"));
}

#[cfg(unix)]
#[test]
fn a_server_that_is_asked_to_stop_ends_well() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Running::start(folder.path());
    let id = server.process.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    assert!(server.process.wait().unwrap().success());
    assert!(TcpStream::connect(&server.authority).is_err());
}

#[cfg(target_os = "linux")]
#[test]
fn a_server_takes_all_the_open_files_it_may_have() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -n 1000 && ulimit -S -n 256 && exec \"$@\"", "sh", KELIAS]);
    let (process, _) = run(command, folder.path(), |_| {});
    let server = Running { process, authority: String::new(), sign_in: String::new() };
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", server.process.id())).unwrap();
    let open = limits.lines().find(|line| line.starts_with("Max open files")).unwrap();
    assert_eq!(open.split_whitespace().collect::<Vec<_>>()[3..5], ["1000", "1000"]);
}

#[test]
fn the_environment_comes_after_options_and_before_the_file() {
    const VARIABLE: &str = "KELIAS_PUBLIC_URL";
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("kelias.toml"), "public-url = \"https://file.example\"\n").unwrap();
    let url = |set_up: fn(&mut Command)| {
        let (mut process, ready) = start(folder.path(), set_up);
        process.kill().unwrap();
        process.wait().unwrap();
        ready["url"].as_str().unwrap().to_owned()
    };
    let by_file = url(|command| {
        command.env_remove(VARIABLE);
    });
    let by_variable = url(|command| {
        command.env(VARIABLE, "https://variable.example");
    });
    let by_option = url(|command| {
        command.env(VARIABLE, "https://variable.example").args(["--public-url", "https://option.example"]);
    });
    let urls = [by_file, by_variable, by_option];
    assert_eq!(urls, ["https://file.example", "https://variable.example", "https://option.example"]);
}

#[test]
fn a_port_that_is_taken_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output =
        Command::new(KELIAS).args(["serve", "--listen", &address, "--data"]).arg(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains(&address) && told.contains("--listen"), "{told}");
}
