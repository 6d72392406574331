//! `kelias fmt`: map files in their canonical form.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use kelias_map::{Format, write_json, write_yaml};
use miette::{Result, miette};
use tempfile::NamedTempFile;

use super::check::MapFile;
use super::schema::print;
use crate::exit::{CouldNot, FAILED};

/// Rewrite map files in canonical form
///
/// Keys come in the order of the documentation, empty things are left out and texts stand in block style. The map
/// stays the same. Comments are no part of a map: a file that has some is left alone unless --drop-comments is given.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Map files; `-` reads standard input and writes standard output
    #[arg(required = true, value_name = "MAP")]
    maps: Vec<PathBuf>,

    /// Change nothing; exit with 1 if a file is not in canonical form, and name it
    #[arg(long, conflicts_with = "stdout")]
    check: bool,

    /// Write to standard output instead of the file
    #[arg(long)]
    stdout: bool,

    /// Rewrite files that hold comments, and lose these
    #[arg(long)]
    drop_comments: bool,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    // All files are looked at before the first is changed.
    let mut files = Vec::new();
    for path in &args.maps {
        let file = MapFile::read(path)?;
        let canonical = canonical(&file)?;
        files.push((file, canonical));
    }
    if args.check {
        return check(&files);
    }
    for (file, _) in &files {
        keep_comments(file, args.drop_comments)?;
    }
    for (file, canonical) in &files {
        if args.stdout || file.path == Path::new("-") {
            print(canonical)?;
        } else if !is_canonical(file, canonical)? {
            replace(&file.path, canonical)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn check(files: &[(MapFile, String)]) -> Result<ExitCode> {
    let mut failed = false;
    for (file, canonical) in files {
        if !is_canonical(file, canonical)? {
            failed = true;
            print(&format!("{} is not in canonical form; run `kelias fmt` on it\n", file.path.display()))?;
        }
    }
    Ok(if failed { ExitCode::from(FAILED) } else { ExitCode::SUCCESS })
}

/// The canonical form of a map without errors.
fn canonical(file: &MapFile) -> Result<String> {
    let Some(map) = &file.parsed.map else {
        file.tell();
        let help = "mend the errors above; `kelias check` shows them again";
        return Err(miette!(help = help, "{} is left as it is, because it has errors", file.path.display()));
    };
    Ok(match file.format {
        Format::Yaml => write_yaml(map),
        Format::Json => write_json(map),
    })
}

/// Whether nothing would change, a byte-order mark included, which the reader has taken off.
fn is_canonical(file: &MapFile, canonical: &str) -> Result<bool> {
    if file.text != canonical {
        return Ok(false);
    }
    if file.path == Path::new("-") {
        return Ok(true);
    }
    let length =
        fs::metadata(&file.path).map_err(|error| miette!("cannot read {}: {error}", file.path.display()))?.len();
    Ok(length == canonical.len() as u64)
}

fn keep_comments(file: &MapFile, drop_comments: bool) -> Result<()> {
    let comments = &file.parsed.comments;
    match comments.first() {
        Some(first) if !drop_comments => Err(miette!(
            help = "move them into `note` or `purpose`, or pass --drop-comments to lose them",
            "{} has {} comments, the first in line {}, which the canonical form does not keep",
            file.path.display(),
            comments.len(),
            first.line
        )),
        _ => Ok(()),
    }
}

/// Puts a text in the place of a file, all of it or nothing. A link stays a link.
pub(crate) fn replace(path: &Path, text: &str) -> Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    write_beside(&target, text).map_err(|error| CouldNot(format!("cannot write {}: {error}", path.display())).into())
}

fn write_beside(target: &Path, text: &str) -> std::io::Result<()> {
    let folder = target.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    if let Ok(metadata) = fs::metadata(target) {
        fs::set_permissions(file.path(), metadata.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(target)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "id: a\nkelias: 1\ntitle: A\nlanguage: en\n";

    fn args(path: &Path) -> Args {
        Args { maps: vec![path.to_owned()], check: false, stdout: false, drop_comments: false }
    }

    #[test]
    fn files_are_rewritten_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.journey.yaml");
        fs::write(&file, format!("\u{feff}{PLAIN}")).unwrap();
        let read = MapFile::read(&file).unwrap();
        let wanted = canonical(&read).unwrap();
        assert!(!is_canonical(&read, &wanted).unwrap());
        run(&args(&file)).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "kelias: 1\nid: a\ntitle: A\nlanguage: en\n");
        let again = MapFile::read(&file).unwrap();
        assert!(is_canonical(&again, &wanted).unwrap());
    }

    #[test]
    fn comments_and_errors_leave_the_file_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.journey.yaml");
        for (text, told) in [(format!("# why\n{PLAIN}"), "comments"), (PLAIN.replace("id: a", "id: A"), "errors")] {
            fs::write(&file, &text).unwrap();
            let error = run(&args(&file)).err().unwrap().to_string();
            assert!(error.contains(told), "{error}");
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
        fs::write(&file, format!("# why\n{PLAIN}")).unwrap();
        run(&Args { drop_comments: true, ..args(&file) }).unwrap();
        assert!(fs::read_to_string(&file).unwrap().starts_with("kelias: 1\n"));
    }
}
