//! The map itself: a table with headings for rows and columns.

use std::fmt::Write;

use super::escape::{attribute, text};
use super::{Page, icon};
use crate::data::{Barrier, Cell, Entry, Idea, Lane, Measured, Note, Touchpoint};

impl Page<'_> {
    pub(super) fn map(&self) -> String {
        let sheet = self.sheet;
        let columns = sheet.columns.len();
        let mut out = format!(
            "<section class=\"map\" aria-label=\"{0}\">\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\">\n\
             <table class=\"journey\">\n<caption class=\"hidden\">{1}</caption>\n<colgroup><col class=\"lane\"><col span=\"{columns}\"></colgroup>\n<thead>\n",
            attribute(&self.words.get("page-map")),
            text(&sheet.title),
        );
        out.push_str(&self.arcs_row());
        out.push_str(&self.ribbon());
        out.push_str(&self.goals());
        out.push_str(&self.steps());
        out.push_str("</thead>\n<tbody>\n");
        if let Some(row) = &sheet.measured {
            let _ = write!(out, "<tr class=\"measured\">{}", Self::row_head(row, 1, ""));
            for column in &sheet.columns {
                let _ = write!(out, "<td>{}</td>", column.measured.as_ref().map(measured).unwrap_or_default());
            }
            out.push_str("</tr>\n");
        }
        for lane in &sheet.lanes {
            out.push_str(&self.lane(lane));
        }
        out.push_str("</tbody>\n</table>\n</div>\n");
        out.push_str(&self.legend());
        out.push_str("</section>\n");
        out
    }

    fn ribbon(&self) -> String {
        let mut out = format!(
            "<tr class=\"ribbon\"><th scope=\"row\"><span class=\"hidden\">{}</span></th>",
            text(&self.words.get("page-stage"))
        );
        for stage in &self.sheet.stages {
            let _ = write!(
                out,
                "<th scope=\"colgroup\" colspan=\"{}\" style=\"--fill:{};color:{}\"><div><span class=\"name\">{}</span>",
                stage.span,
                stage.fill,
                stage.ink,
                text(&stage.title)
            );
            if let Some(moment) = &stage.moment {
                let _ = write!(
                    out,
                    "<span class=\"moment\" style=\"color:{}\">◆ {}</span>",
                    stage.moment_ink,
                    text(moment)
                );
            }
            if let Some(map) = &stage.sub_map {
                let _ = write!(out, "<span class=\"small\">{}{}</span>", icon("link"), text(map));
            }
            out.push_str("</div></th>");
        }
        out.push_str("</tr>\n");
        out
    }

    fn goals(&self) -> String {
        if !self.sheet.has_goals {
            return String::new();
        }
        let mut out = format!("<tr class=\"goals\"><th scope=\"row\">{}</th>", text(&self.words.get("goal-of-stage")));
        for stage in &self.sheet.stages {
            let _ = write!(out, "<td colspan=\"{}\">{}</td>", stage.span, text(&stage.goal));
        }
        out.push_str("</tr>\n");
        out
    }

    fn steps(&self) -> String {
        if !self.sheet.has_steps {
            return String::new();
        }
        let mut out = format!("<tr class=\"steps\"><th scope=\"row\">{}", text(&self.sheet.steps_title));
        if !self.sheet.steps_caption.is_empty() {
            let _ = write!(out, "<small>{}</small>", text(&self.sheet.steps_caption));
        }
        out.push_str("</th>");
        for column in &self.sheet.columns {
            let tag = if column.title.is_empty() { "td" } else { "th" };
            let scope = if column.title.is_empty() { "" } else { " scope=\"col\"" };
            let _ = write!(out, "<{tag}{scope}>{}", text(&column.title));
            if let Some(moment) = &column.moment {
                let _ = write!(out, "<small class=\"moment\">◆ {}</small>", text(moment));
            }
            for (name, note) in [("check", &column.success), ("clock", &column.expected)] {
                if !note.is_empty() {
                    let _ = write!(out, "<small>{}{}</small>", icon(name), text(note));
                }
            }
            if let Some(mark) = &column.evidence {
                let class = if mark.backed { "backed" } else { "assumed" };
                let _ = write!(
                    out,
                    "<small class=\"{class}\"><span class=\"dot {class}\"></span>{}</small>",
                    text(&mark.text)
                );
            }
            let _ = write!(out, "</{tag}>");
        }
        out.push_str("</tr>\n");
        out
    }

    fn row_head(lane: &Lane, rows: usize, extra: &str) -> String {
        let style =
            lane.colour.as_ref().map(|colour| format!(" style=\"border-left:4px solid {colour}\"")).unwrap_or_default();
        let caption =
            if lane.caption.is_empty() { String::new() } else { format!("<small>{}</small>", text(&lane.caption)) };
        let mark = lane.icon.map(icon).unwrap_or_default();
        format!("<th scope=\"row\" rowspan=\"{rows}\"{style}>{mark}{}{caption}{extra}</th>", text(&lane.title))
    }

    fn lane(&self, lane: &Lane) -> String {
        let columns = self.sheet.columns.len();
        match lane.kind {
            "line" => {
                format!(
                    "<tr class=\"line\"><td colspan=\"{}\"><span>{}</span></td></tr>\n",
                    columns + 1,
                    text(&lane.title)
                )
            }
            "emotion" => format!(
                "<tr class=\"emotion\">{}<td colspan=\"{columns}\">{}</td></tr>\n",
                Self::row_head(lane, 1, &self.curve_key(lane)),
                self.curve(lane)
            ),
            kind => {
                let mut out = String::new();
                for (number, part) in lane.parts.iter().enumerate() {
                    let _ = write!(out, "<tr class=\"{kind}\">");
                    if number == 0 {
                        out.push_str(&Self::row_head(lane, lane.parts.len(), ""));
                    }
                    for cell in part {
                        out.push_str(&self.cell(lane, cell));
                    }
                    out.push_str("</tr>\n");
                }
                out
            }
        }
    }

    fn cell(&self, lane: &Lane, cell: &Cell) -> String {
        let span = if cell.span > 1 { format!(" colspan=\"{}\"", cell.span) } else { String::new() };
        if cell.items.is_empty() {
            return format!("<td{span}></td>");
        }
        let items: String = cell.items.iter().map(|entry| self.entry(lane, entry)).collect();
        // Several things in a cell are a list, one is a paragraph.
        let tag = if cell.items.len() > 1 { "ul" } else { "div" };
        let inner = if cell.items.len() > 1 { items } else { items.replacen("<li", "<div", 1) };
        let inner = if cell.items.len() > 1 {
            inner
        } else {
            inner.strip_suffix("</li>").map(|body| format!("{body}</div>")).unwrap_or(inner)
        };
        format!("<td{span}><{tag} class=\"items\">{inner}</{tag}></td>")
    }

    fn entry(&self, lane: &Lane, entry: &Entry) -> String {
        match entry {
            Entry::Note(note) => self.note(lane, note),
            Entry::Touchpoint(touchpoint) => self.touchpoint(touchpoint),
            Entry::Barrier(barrier) => self.barrier(barrier),
            Entry::Idea(idea) => self.idea(idea),
        }
    }

    fn note(&self, lane: &Lane, note: &Note) -> String {
        let style = lane.tint.as_ref().map(|tint| format!(" style=\"--tint:{tint}\"")).unwrap_or_default();
        let picture = match note.image.as_deref().and_then(|path| self.pictures.get(path)) {
            Some(picture) => format!("<img src=\"{}\" alt=\"{}\">", picture.data_uri(), attribute(&note.alt)),
            None if note.missing => {
                format!("<span class=\"missing\">{}</span>", text(&self.words.get("picture-missing")))
            }
            None => String::new(),
        };
        let mark = match lane.kind {
            "goals" => icon("target"),
            "process" => icon("gear"),
            _ => String::new(),
        };
        format!(
            "<li class=\"note {}\"{style}>{picture}{mark}{}{}</li>",
            if lane.kind == "metric" && note.backed.is_some() { "remark" } else { lane.kind },
            self.dot(note.backed),
            text(&note.text)
        )
    }

    fn touchpoint(&self, touchpoint: &Touchpoint) -> String {
        let class = if touchpoint.bound { "bound" } else { "unbound" };
        let label = self.words.get(if touchpoint.bound { "legend-bound" } else { "legend-unbound" });
        let note = if touchpoint.note.is_empty() {
            String::new()
        } else {
            format!("<small>{}</small>", text(&touchpoint.note))
        };
        let mark = match touchpoint.picture.as_deref().and_then(|path| self.pictures.get(path)) {
            Some(picture) => format!("<img class=\"icon\" src=\"{}\" alt=\"\">", picture.data_uri()),
            None => icon(touchpoint.icon),
        };
        format!(
            "<li class=\"touchpoint {class}\" title=\"{}\">{}<span>{}{note}</span></li>",
            attribute(&label),
            mark,
            text(&touchpoint.text)
        )
    }

    fn barrier(&self, barrier: &Barrier) -> String {
        let mut out = format!("<li class=\"barrier\"><b>{}{}</b>", self.dot(barrier.backed), text(&barrier.text));
        if let Some(level) = barrier.criticality {
            let full = usize::from(level.min(5));
            let _ = write!(
                out,
                "<small><span class=\"level\" aria-hidden=\"true\">{}<i>{}</i></span> {}</small>",
                "■".repeat(full),
                "■".repeat(5 - full),
                text(&barrier.level)
            );
        }
        out.push_str(&notes(&barrier.notes));
        out.push_str("</li>");
        out
    }

    fn idea(&self, idea: &Idea) -> String {
        format!("<li class=\"idea\"><b>{}{}</b>{}</li>", self.dot(idea.backed), text(&idea.text), notes(&idea.notes))
    }

    fn legend(&self) -> String {
        let mut out = String::from("<ul class=\"legend\">");
        for entry in &self.sheet.legend {
            let mark = match entry.mark {
                "backed" | "assumed" => format!("<span class=\"dot {}\"></span>", entry.mark),
                "moment" => "<span class=\"moment\">◆</span> ".to_owned(),
                "bound" | "unbound" => format!("<span class=\"sample {}\"></span>", entry.mark),
                "worst" => "<span class=\"sample worst\"></span>".to_owned(),
                "critical" => "<span class=\"level\">■</span> ".to_owned(),
                name => icon(name),
            };
            let _ = write!(out, "<li>{mark}{}</li>", text(&entry.text));
        }
        out.push_str("</ul>\n");
        out
    }
}

fn notes(lines: &[String]) -> String {
    let mut out = String::new();
    for line in lines {
        let _ = write!(out, "<small>{}</small>", text(line));
    }
    out
}

fn measured(measured: &Measured) -> String {
    let mut out = String::new();
    if let Some(share) = measured.share {
        let _ =
            write!(out, "<div class=\"bar\" aria-hidden=\"true\"><i style=\"width:{:.1}%\"></i></div>", share * 100.0);
    }
    if !measured.number.is_empty() {
        let _ = write!(out, "<b class=\"number\">{}</b> ", text(&measured.number));
    }
    let _ = write!(out, "<span class=\"share\">{}</span>", text(&measured.share_text));
    if !measured.next.is_empty() {
        let class = if measured.worst { "next worst" } else { "next" };
        let _ = write!(out, "<div class=\"{class}\"><span>{} →</span></div>", text(&measured.next));
    }
    for (name, note) in &measured.notes {
        let _ = write!(out, "<small>{}{}</small>", icon(name), text(note));
    }
    out
}
