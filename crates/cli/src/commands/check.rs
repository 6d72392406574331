//! `kelias check`: every problem of a map file in one run.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use kelias_map::{Diagnostic, Format, LinkedMap, MAX_BYTES, Parsed, Severity, check_links, read_map};
use miette::{LabeledSpan, MietteDiagnostic, NamedSource, Report, Result, miette};
use serde_json::{Value, json};

use super::schema::print;
use crate::exit::FAILED;

/// Check map files: report every problem with its place, and how to mend it
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Map files; `-` reads standard input
    #[arg(required = true, value_name = "MAP")]
    maps: Vec<PathBuf>,

    /// Print one JSON document instead of a report for people
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let mut files = args.maps.iter().map(|path| MapFile::read(path)).collect::<Result<Vec<_>>>()?;
    follow_links(&mut files)?;
    if args.json {
        let maps: Vec<_> = files.iter().map(MapFile::as_json).collect();
        print(&format!("{:#}\n", json!({ "maps": maps })))?;
    } else {
        files.iter().for_each(MapFile::tell);
        print(&files.iter().map(MapFile::summary).collect::<String>())?;
    }
    let failed = files.iter().any(|file| file.count(Severity::Error) > 0);
    Ok(if failed { ExitCode::from(FAILED) } else { ExitCode::SUCCESS })
}

/// A map file with what was read from it.
pub(crate) struct MapFile {
    pub(crate) path: PathBuf,
    /// The text, without a byte-order mark.
    pub(crate) text: String,
    pub(crate) format: Format,
    pub(crate) parsed: Parsed,
}

impl MapFile {
    /// Reads a file, or standard input for `-`. What is wrong with the map is in the diagnostics.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let bytes = if path == Path::new("-") { bytes(io::stdin().lock()) } else { File::open(path).and_then(bytes) };
        let bytes = bytes.map_err(|error| miette!("cannot read {}: {error}", path.display()))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = good.split(|byte| *byte == b'\n').count();
            miette!(
                help = "save the file as UTF-8",
                "{} is not a text in UTF-8: line {line} holds bytes that are none",
                path.display()
            )
        })?;
        let text = text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned);
        let format = if is_json(path) { Format::Json } else { Format::Yaml };
        let parsed = read_map(&text, format);
        Ok(Self { path: path.to_owned(), text, format, parsed })
    }

    fn count(&self, severity: Severity) -> usize {
        self.parsed.diagnostics.iter().filter(|one| one.severity == severity).count()
    }

    /// Shows the problems on standard error, each with the lines it stands in.
    pub(crate) fn tell(&self) {
        for diagnostic in &self.parsed.diagnostics {
            let source = NamedSource::new(self.path.to_string_lossy(), self.text.clone());
            eprintln!("{:?}", report(diagnostic).with_source_code(source));
        }
    }

    fn summary(&self) -> String {
        let counted = |count: usize, noun: &str| match count {
            1 => format!("1 {noun}"),
            count => format!("{count} {noun}s"),
        };
        let (errors, warnings) = (self.count(Severity::Error), self.count(Severity::Warning));
        let verdict = match (errors, warnings) {
            (0, 0) => "good".to_owned(),
            (0, warnings) => format!("good, {}", counted(warnings, "warning")),
            (errors, 0) => counted(errors, "error"),
            (errors, warnings) => format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")),
        };
        format!("{}: {verdict}\n", self.path.display())
    }

    fn as_json(&self) -> Value {
        let map = self.parsed.map.as_ref();
        json!({
            "file": self.path.to_string_lossy(),
            "map": map.map(|map| map.id.as_str()),
            "errors": self.count(Severity::Error),
            "warnings": self.count(Severity::Warning),
            "completeness": map.and_then(|map| map.completeness().share()),
            "evidence_coverage": map.and_then(|map| map.evidence_coverage().share()),
            "diagnostics": self.parsed.diagnostics,
        })
    }
}

/// Whether a file holds JSON, by its name.
pub(crate) fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

/// The bytes of a file, up to just beyond what the reader takes.
fn bytes(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MAX_BYTES as u64 + 4).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn report(diagnostic: &Diagnostic) -> Report {
    let severity = match diagnostic.severity {
        Severity::Error => miette::Severity::Error,
        Severity::Warning => miette::Severity::Warning,
    };
    let span = diagnostic.place.span.clone();
    let shown = MietteDiagnostic::new(diagnostic.message.clone())
        .with_code(diagnostic.code)
        .with_severity(severity)
        .with_label(LabeledSpan::new(Some("here".to_owned()), span.start, span.len()));
    match &diagnostic.suggestion {
        Some(suggestion) => shown.with_help(format!("did you mean `{suggestion}`?")).into(),
        None => shown.into(),
    }
}

/// Checks the links of the maps to those that stand in the same folder.
fn follow_links(files: &mut [MapFile]) -> Result<()> {
    let mut folders: BTreeMap<PathBuf, Vec<usize>> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        // Standard input stands in no folder.
        if file.path != Path::new("-") {
            folders.entry(folder(&file.path)).or_default().push(at);
        }
    }
    for (folder, given) in folders {
        if given.iter().all(|at| files[*at].parsed.links.is_empty()) {
            continue;
        }
        let mut maps = Vec::new();
        let mut owners = Vec::new();
        for at in &given {
            if let Some(map) = LinkedMap::of(&files[*at].parsed) {
                maps.push(map);
                owners.push(*at);
            }
        }
        let known: Vec<_> = given.iter().map(|at| files[*at].path.clone()).collect();
        maps.extend(siblings(&folder, &known)?);
        for (at, diagnostic) in check_links(&maps) {
            if let Some(owner) = owners.get(at) {
                files[*owner].parsed.diagnostics.push(diagnostic);
            }
        }
    }
    for file in files {
        file.parsed.diagnostics.sort_by_key(|one| one.place.span.start);
    }
    Ok(())
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// The maps of a folder beside those that are known already.
fn siblings(folder: &Path, known: &[PathBuf]) -> Result<Vec<LinkedMap>> {
    let explain = |error: io::Error| miette!("cannot look for other maps in {}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(explain)? {
        let path = entry.map_err(explain)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_known = known.iter().any(|one| one.file_name() == path.file_name());
        if !is_known && (name.ends_with(".journey.yaml") || name.ends_with(".journey.json")) {
            paths.push(path);
        }
    }
    paths.sort();
    let mut maps = Vec::new();
    for path in paths {
        match MapFile::read(&path).ok().and_then(|file| LinkedMap::of(&file.parsed)) {
            Some(map) => maps.push(map),
            None => eprintln!("{} beside it has errors, so its links are not followed; check it too", path.display()),
        }
    }
    Ok(maps)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(id: &str, link: &str) -> String {
        format!("kelias: 1\nid: {id}\ntitle: T\nlanguage: en\nstages:\n  - {{id: s, title: S, map: {link}}}\n")
    }

    #[test]
    fn links_are_followed_to_the_maps_beside() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("a.journey.yaml"), map("a", "b")).unwrap();
        fs::write(path("b.journey.yaml"), map("b", "a")).unwrap();
        let mut files = vec![MapFile::read(&path("a.journey.yaml")).unwrap()];
        assert_eq!(files[0].count(Severity::Error), 0);
        follow_links(&mut files).unwrap();
        let codes: Vec<_> = files[0].parsed.diagnostics.iter().map(|one| one.code).collect();
        assert_eq!(codes, ["map-cycle"]);
    }

    #[test]
    fn files_that_are_no_text_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.journey.yaml");
        fs::write(&file, b"kelias: 1\nid: \xff\n").unwrap();
        let error = MapFile::read(&file).err().unwrap().to_string();
        assert!(error.contains("line 2"), "{error}");
        assert!(MapFile::read(folder.path()).is_err());
        assert!(MapFile::read(&folder.path().join("none")).is_err());
    }
}
