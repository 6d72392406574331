//! `kelias new`: a map to start from.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use kelias_map::{Language, Map, MapId, Template, TemplateLanguage, templates, write_json, write_yaml};
use miette::{Result, miette};

use super::check::is_json;
use super::schema::print;
use crate::exit::CouldNot;

/// Start a map from a template
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The map file to write, such as shop.journey.yaml; its name gives the map's id
    #[arg(required_unless_present = "list_templates")]
    file: Option<PathBuf>,

    /// The template to start from; see --list-templates
    #[arg(long, value_name = "NAME", default_value = "blank")]
    template: String,

    /// Language of the map: en, ru or lt; `all` keeps the three side by side
    #[arg(long, value_name = "LANG", default_value = "en")]
    language: String,

    /// Title of the map, instead of the template's
    #[arg(long)]
    title: Option<String>,

    /// Overwrite the file if it exists
    #[arg(long)]
    force: bool,

    /// List the templates, one a line: name, then what it is
    #[arg(long)]
    list_templates: bool,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let language = language(&args.language)?;
    match &args.file {
        Some(file) if !args.list_templates => create(file, args, &language)?,
        _ => print(&list(&language))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn create(file: &Path, args: &Args, language: &TemplateLanguage) -> Result<()> {
    let template = template(&args.template)?;
    let title = args.title.as_deref().map(Into::into);
    let map = template.instantiate(language, id(file, template), title);
    write(file, &map, args.force)?;
    let (id, path) = (&map.id, file.display());
    print(&format!("wrote {path}: map `{id}`, {} stages, {} lanes\n", map.stages.len(), map.lanes.len()))
}

fn template(name: &str) -> Result<Template> {
    Template::named(name).ok_or_else(|| {
        let names = || templates().iter().map(|template| template.name);
        let near = kelias_predicate::near::nearest(name, names());
        let hint = near.map_or_else(String::new, |near| format!("did you mean `{near}`? "));
        let all = names().collect::<Vec<_>>().join(", ");
        miette!(help = format!("{hint}the templates are {all}"), "there is no template `{name}`")
    })
}

/// The languages of a template; another one would give a map without a text in it.
fn language(tag: &str) -> Result<TemplateLanguage> {
    if tag == "all" {
        return Ok(TemplateLanguage::All);
    }
    let offered = templates().first().map(|template| template.map().languages()).unwrap_or_default();
    let asked = Language::new(tag).ok();
    asked.filter(|language| offered.contains(language)).map(TemplateLanguage::One).ok_or_else(|| {
        let offered = offered.iter().map(Language::as_str).collect::<Vec<_>>().join(", ");
        miette!(help = format!("choose one of {offered}, or all"), "the templates are not written in `{tag}`")
    })
}

fn list(language: &TemplateLanguage) -> String {
    let english = Language::english();
    let reader = match language {
        TemplateLanguage::One(language) => language,
        TemplateLanguage::All => &english,
    };
    let width = templates().iter().map(|template| template.name.len()).max().unwrap_or_default();
    let line = |template: &Template| {
        let map = template.map();
        let title = map.title.get(reader, &map.language);
        let purpose = map.purpose.as_ref().map(|purpose| purpose.get(reader, &map.language));
        let purpose = purpose.map_or_else(String::new, |purpose| format!(". {}", purpose.trim()));
        format!("{:width$}  {title}{}\n", template.name, purpose.replace('\n', " "))
    };
    templates().iter().map(line).collect()
}

/// The id that the file's name gives, as far as it has letters and digits that an id may have.
fn id(file: &Path, template: Template) -> MapId {
    let name = file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let stem = [".journey.yaml", ".journey.yml", ".journey.json", ".yaml", ".yml", ".json"]
        .into_iter()
        .find_map(|ending| name.strip_suffix(ending))
        .unwrap_or(&name);
    let parts = stem.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let slug: String = parts.collect::<Vec<_>>().join("-").chars().take(64).collect();
    MapId::new(slug).unwrap_or_else(|_| MapId::new(template.name).expect("names of templates are slugs"))
}

fn write(file: &Path, map: &Map, force: bool) -> Result<()> {
    let text = if is_json(file) { write_json(map) } else { write_yaml(map) };
    if force {
        return super::fmt::replace(file, &text);
    }
    let mut options = OpenOptions::new();
    match options.write(true).create_new(true).open(file) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let help = "choose another name, or pass --force to overwrite it";
            Err(miette!(help = help, "{} exists already", file.display()))
        }
        Err(error) => Err(CouldNot(format!("cannot write {}: {error}", file.display())).into()),
        Ok(mut file_) => file_
            .write_all(text.as_bytes())
            .map_err(|error| CouldNot(format!("cannot write {}: {error}", file.display())).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blank() -> Template {
        Template::named("blank").expect("there is a blank template")
    }

    #[test]
    fn the_name_of_the_file_gives_the_id() {
        let id = |name| String::from(id(Path::new(name), blank()));
        assert_eq!(id("maps/First Order.journey.yaml"), "first-order");
        assert_eq!(id("a.b.json"), "a-b");
        assert_eq!(id("карта.journey.yaml"), "blank");
    }

    #[test]
    fn languages_without_texts_are_refused() {
        assert!(language("ru").is_ok());
        assert!(language("all").is_ok());
        assert!(language("de").is_err());
    }

    #[test]
    fn the_list_has_a_line_for_each_template_with_its_name_first() {
        let list = list(&TemplateLanguage::All);
        let names: Vec<_> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
        let all: Vec<_> = templates().iter().map(|template| template.name).collect();
        assert_eq!(names, all);
    }

    #[test]
    fn files_are_not_overwritten_unless_forced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.journey.yaml");
        let map = blank().map();
        write(&file, &map, false).unwrap();
        assert!(write(&file, &map, false).is_err());
        write(&file, &map, true).unwrap();
    }
}
