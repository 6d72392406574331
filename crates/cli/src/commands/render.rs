//! `kelias render`: a map as a poster.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use kelias_map::{Date, Format, Language, Map, MapId, PersonaId, read_map};
use kelias_measure::Measured;
use kelias_poster::{Options, Paper, Theme};
use miette::{IntoDiagnostic, Result, miette};
use tempfile::NamedTempFile;

use crate::exit::CouldNot;
use crate::load::load_map;

/// A picture larger than this is not read, in bytes.
const LARGEST_PICTURE: u64 = 32 * 1024 * 1024;

/// Draw a map as a poster
///
/// The ending of the output file decides what is written: .pdf, .svg, .png or .html. A poster of several pages becomes
/// one PDF, but one SVG or PNG per page: poster-1.svg, poster-2.svg and so on. The same map, options and --date give the same
/// bytes.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The map
    #[arg(value_name = "MAP")]
    map: PathBuf,
    /// File to write: .pdf, .svg, .png or .html
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// Size of the page: a0, a1, a2, a3, a4, or fit for a page as large as the map needs
    #[arg(long, default_value = "fit", value_name = "PAPER")]
    paper: Paper,
    /// Upright paper rather than lying
    #[arg(long)]
    portrait: bool,
    /// Colours: light, or print for greys with little ink
    #[arg(long, default_value = "light", value_name = "THEME")]
    theme: Theme,
    /// Language of the reader, such as en, ru or lt; the map's own by default
    #[arg(long, value_name = "LANG")]
    language: Option<Language>,
    /// What was measured: the output of `kelias measure --json`
    #[arg(long, value_name = "FILE")]
    measured: Option<PathBuf>,
    /// Show this persona only; may be given several times
    #[arg(long, value_name = "ID")]
    persona: Vec<PersonaId>,
    /// Resolution of a PNG in pixels per inch
    #[arg(long, default_value_t = 144, value_name = "N", value_parser = clap::value_parser!(u32).range(10..=1200))]
    ppi: u32,
    /// Date printed on the poster; today's in UTC by default
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// Version of the map printed on the poster
    #[arg(long, value_name = "TEXT")]
    map_version: Option<String>,
}

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Output {
    Pdf,
    Svg,
    Png,
    Html,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let output = Output::of_path(&args.output)?;
    let map = load_map(&args.map)?;
    let options = args.options(&map)?;
    let files = match output {
        Output::Html => vec![kelias_poster::html(&map, &options).into_diagnostic()?.into_bytes()],
        drawn => {
            let poster = kelias_poster::render(&map, &options).into_diagnostic()?;
            for warning in poster.warnings() {
                eprintln!("{}: {warning}", args.map.display());
            }
            match drawn {
                Output::Svg => poster.svg_pages().into_iter().map(String::into_bytes).collect(),
                Output::Png => poster.png_pages(args.ppi).into_diagnostic()?,
                Output::Pdf | Output::Html => vec![poster.pdf().into_diagnostic()?],
            }
        }
    };
    let paths = paths(&args.output, files.len());
    for (path, bytes) in paths.iter().zip(&files) {
        write(path, bytes).map_err(|error| CouldNot(format!("cannot write {}: {error}", path.display())))?;
    }
    for path in &paths {
        eprintln!("{}", path.display());
    }
    Ok(ExitCode::SUCCESS)
}

impl Output {
    fn of_path(path: &Path) -> Result<Self> {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
        match ending.as_str() {
            "pdf" => Ok(Self::Pdf),
            "svg" => Ok(Self::Svg),
            "png" => Ok(Self::Png),
            "html" | "htm" => Ok(Self::Html),
            _ => Err(miette!("the output {} must end in .pdf, .svg, .png or .html", path.display())),
        }
    }
}

impl Args {
    fn options(&self, map: &Map) -> Result<Options> {
        let folder = self.map.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
        let date = match self.date {
            Some(date) => date,
            None => Date::new(chrono::Utc::now().date_naive()).into_diagnostic()?,
        };
        Ok(Options {
            language: self.language.clone(),
            paper: self.paper,
            landscape: !self.portrait,
            theme: self.theme,
            personas: self.persona.clone(),
            date: Some(date),
            version: self.map_version.clone(),
            measured: self.measured.as_deref().map(|path| read_measured(path, map)).transpose()?,
            map_titles: linked_titles(map, folder, self.language.as_ref()),
            pictures: read_pictures(map, folder)?,
        })
    }
}

fn read_measured(path: &Path, map: &Map) -> Result<Measured> {
    let text = fs::read_to_string(path).map_err(|error| miette!("cannot read {}: {error}", path.display()))?;
    let measured: Measured = serde_json::from_str(&text).map_err(|error| {
        miette!(
            "{} is not what `kelias measure --json` of this version prints: {error}; measure the map again",
            path.display()
        )
    })?;
    if measured.map != map.id.as_str() {
        return Err(miette!(
            "{} was measured of the map `{}`, but this map is `{}`; measure this map",
            path.display(),
            measured.map,
            map.id
        ));
    }
    Ok(measured)
}

/// Titles of the maps that stages link to, from the map files in the same folder. A link whose map is elsewhere shows its id.
fn linked_titles(map: &Map, folder: &Path, reader: Option<&Language>) -> BTreeMap<MapId, String> {
    let wanted: Vec<&MapId> = map.stages.iter().filter_map(|stage| stage.map.as_ref()).collect();
    let mut titles = BTreeMap::new();
    let Ok(entries) = fs::read_dir(folder) else { return titles };
    if wanted.is_empty() {
        return titles;
    }
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let is_map = |path: &&PathBuf| path.to_string_lossy().ends_with(".journey.yaml");
    for path in paths.iter().filter(is_map) {
        let Ok(text) = fs::read_to_string(path) else { continue };
        let Some(linked) = read_map(&text, Format::Yaml).map else { continue };
        if wanted.contains(&&linked.id) {
            let language = linked.language_or(reader.or(Some(&map.language)));
            titles.insert(linked.id.clone(), linked.title.get(language, &linked.language).to_owned());
        }
    }
    titles
}

/// The pictures the map names by path, relative to its folder. One that is not there is left to the poster's warnings.
fn read_pictures(map: &Map, folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut pictures = BTreeMap::new();
    for name in map.pictures() {
        if name.starts_with("data:") || name.contains("://") || pictures.contains_key(name) {
            continue;
        }
        let leaves = || miette!("the picture {name} lies outside the folder of the map; put it beside the map");
        let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !plain {
            return Err(leaves());
        }
        let (Ok(path), Ok(root)) = (fs::canonicalize(folder.join(name)), fs::canonicalize(folder)) else { continue };
        // A link inside the folder can still lead out of it.
        if !path.starts_with(&root) {
            return Err(leaves());
        }
        let explain = |error: std::io::Error| miette!("cannot read the picture {name}: {error}");
        if fs::metadata(&path).map_err(explain)?.len() > LARGEST_PICTURE {
            return Err(miette!("the picture {name} has more than 32 MiB; make it smaller"));
        }
        pictures.insert(name.to_owned(), fs::read(&path).map_err(explain)?);
    }
    Ok(pictures)
}

/// One path per page: the file itself, or numbered ones.
fn paths(output: &Path, pages: usize) -> Vec<PathBuf> {
    if pages == 1 {
        return vec![output.to_owned()];
    }
    let stem = output.file_stem().unwrap_or_default().to_string_lossy();
    let ending = output.extension().unwrap_or_default().to_string_lossy();
    (1..=pages).map(|page| output.with_file_name(format!("{stem}-{page}.{ending}"))).collect()
}

/// Puts the file in its place at once, so nobody sees half of it.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    readable_by_others(file.path())?;
    file.persist(path)?;
    Ok(())
}

/// Temporary files are private; a poster is as readable as any file the user makes.
#[cfg(unix)]
fn readable_by_others(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_others(_path: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "kelias: 1\nid: a\ntitle: A\nlanguage: en\nlanes:\n  - {id: seen, kind: image, title: Seen}\nstages:\n  - id: s\n    title: S\n    cells:\n      seen:\n        - {text: A picture, image: PICTURE}\n";

    fn folder_with(picture: &str) -> (tempfile::TempDir, Map) {
        let folder = tempfile::tempdir().unwrap();
        let map = read_map(&MAP.replace("PICTURE", picture), Format::Yaml).into_result().unwrap();
        (folder, map)
    }

    #[test]
    fn pages_are_numbered_only_where_there_are_several() {
        assert_eq!(paths(Path::new("x/p.svg"), 1), [PathBuf::from("x/p.svg")]);
        assert_eq!(paths(Path::new("x/p.svg"), 2), [PathBuf::from("x/p-1.svg"), PathBuf::from("x/p-2.svg")]);
    }

    #[test]
    fn pictures_stay_in_the_folder_of_the_map() {
        for outside in ["../secret.png", "/etc/hostname", "a/../../b.png"] {
            let (folder, map) = folder_with(outside);
            assert!(read_pictures(&map, folder.path()).unwrap_err().to_string().contains("outside"), "{outside}");
        }
        let (folder, map) = folder_with("inside.png");
        assert!(read_pictures(&map, folder.path()).unwrap().is_empty());
        fs::write(folder.path().join("inside.png"), b"x").unwrap();
        assert_eq!(read_pictures(&map, folder.path()).unwrap()["inside.png"], b"x");
        #[cfg(unix)]
        {
            fs::remove_file(folder.path().join("inside.png")).unwrap();
            std::os::unix::fs::symlink("/etc/hostname", folder.path().join("inside.png")).unwrap();
            assert!(read_pictures(&map, folder.path()).unwrap_err().to_string().contains("outside"));
        }
    }

    #[test]
    fn a_measurement_must_be_of_this_map() {
        let (folder, map) = folder_with("inside.png");
        let file = folder.path().join("measured.json");
        let read = |text: &str| {
            fs::write(&file, text).unwrap();
            read_measured(&file, &map).map(|measured| measured.travellers).map_err(|error| error.to_string())
        };
        let text = |id: &str| {
            serde_json::json!({
                "map": id, "lake_version": null, "period": {"since": null, "until": null}, "travellers": 7, "steps": [],
                "not_on_map": [], "never_taken": [], "evidence_coverage": null,
                "definitions": {
                    "window_seconds": 60, "retention_from_day": 8, "retention_to_day": 14, "minimum_ratings": 5,
                    "observed_until": "2026-01-01T00:00:00Z", "interval_of_shares": "", "interval_of_differences": "",
                    "interval_of_means": "",
                },
            })
            .to_string()
        };
        assert_eq!(read(&text("a")), Ok(7));
        let other = read(&text("b")).unwrap_err();
        assert!(other.contains("`b`") && other.contains("`a`"), "{other}");
        let not_measured = read("{\"map\": \"a\"}").unwrap_err();
        assert!(not_measured.contains("missing field"), "{not_measured}");
    }

    #[test]
    fn the_ending_decides() {
        assert_eq!(Output::of_path(Path::new("A.PDF")).unwrap(), Output::Pdf);
        assert!(Output::of_path(Path::new("a.docx")).is_err());
    }
}
