//! Decoding the map itself and everything beside its stages.

use std::ops::Range;

use super::decode::{Decoder, Table, name};
use super::names::Space;
use super::scalar;
use super::tree::Node;
use crate::model::{
    Colour, Evidence, EvidenceKind, EvidenceWho, FormatVersion, Lane, LaneKind, Layer, Map, MapStatus, Metric, Persona,
    Scope, ScopeState, Target, Theme, Transition, TransitionKind,
};
use crate::near::shown;
use crate::predicate::{Columns, check_with};

impl Decoder<'_> {
    pub(super) fn map(&mut self, node: &Node) -> Option<Map> {
        let mut table = self.table(node, "the map")?;
        let t = &mut table;
        let kelias = self.required(t, "kelias", Self::version);
        let id = self.required(t, "id", Self::id);
        let title = self.required(t, "title", Self::text);
        let language = self.required(t, "language", |d, node| d.parsed("bad-language", node));
        let purpose = self.optional_text(t, "purpose");
        let scope = self.optional(t, "scope", Self::scope).unwrap_or_default();
        let subject = self.optional_string(t, "subject").unwrap_or_else(crate::model::default_subject);
        let status = self
            .optional(t, "status", |d, node| {
                d.word(node, ("unknown-status", "a status of a map"), MapStatus::ALL, MapStatus::as_str)
            })
            .unwrap_or_default();
        let owner = self.optional_string(t, "owner");
        let tags = self.list(t, "tags", Self::string);
        let theme = self.optional(t, "theme", Self::theme).unwrap_or_default();
        let evidence = self.list(t, "evidence", Self::evidence);
        let personas = self.list(t, "personas", Self::persona);
        let lanes = self.list(t, "lanes", Self::lane);
        let stages = self.list(t, "stages", Self::stage);
        let transitions = self.list(t, "transitions", Self::transition);
        let targets = self.list(t, "targets", Self::target);
        self.close(&table);
        Some(Map {
            kelias: kelias?,
            id: id?,
            title: title?,
            language: language?,
            purpose,
            scope,
            subject,
            status,
            owner,
            tags,
            theme,
            evidence,
            personas,
            lanes,
            stages,
            transitions,
            targets,
        })
    }

    fn version(&mut self, node: &Node) -> Option<FormatVersion> {
        if scalar::number(node) == Some(1.0) {
            return Some(FormatVersion);
        }
        self.error("unknown-version", &node.span)
            .suggestion(Some("1"))
            .report("this version of the map format is not known here; this program reads version 1");
        None
    }

    fn scope(&mut self, node: &Node) -> Option<Scope> {
        let mut table = self.table(node, "a scope")?;
        let t = &mut table;
        let product = self.optional_text(t, "product");
        let state = self.optional(t, "state", |d, node| {
            d.word(node, ("unknown-state", "a state"), ScopeState::ALL, ScopeState::as_str)
        });
        let from = self.optional(t, "from", |d, node| d.parsed("bad-date", node));
        let until_node = t.get("until");
        let until = until_node.and_then(|node| self.parsed("bad-date", node));
        if let (Some(from), Some(until), Some(node)) = (from, until, until_node)
            && until <= from
        {
            self.error("empty-period", &node.span)
                .report(format!("the period ends ({until}) before it begins ({from})"));
        }
        self.close(&table);
        Some(Scope { product, state, from, until })
    }

    fn theme(&mut self, node: &Node) -> Option<Theme> {
        let mut table = self.table(node, "a theme")?;
        let accent = self.colour(&mut table, "accent");
        let ribbon = self.colour(&mut table, "ribbon");
        self.close(&table);
        Some(Theme { accent, ribbon })
    }

    /// A colour. Without quotes it is a comment, and the key looks empty.
    pub(super) fn colour(&mut self, table: &mut Table<'_>, key: &'static str) -> Option<Colour> {
        let value = table.get(key);
        if value.is_none()
            && let Some(span) = table.key_span(key)
            && let Some(rest) = self.source.text().get(span.end..)
            && let Some(line) = rest.lines().next()
            && let Some(hash) = line.find('#')
        {
            let comment = Range { start: span.end + hash, end: span.end + line.trim_end().len() };
            let digits = &line[hash..].trim_end();
            self.error("colour-without-quotes", &comment)
                .value(digits)
                .suggestion(Some(&format!("\"{}\"", shown(digits))))
                .report(format!("`{key}` is empty: `#` begins a comment unless the colour is in quotes"));
        }
        value.and_then(|node| self.parsed("bad-colour", node))
    }

    fn evidence(&mut self, node: &Node) -> Option<Evidence> {
        let mut table = self.table(node, "a piece of evidence")?;
        let t = &mut table;
        let id = self.required(t, "id", |d, node| d.new_id(Space::Evidence, node));
        let kind = self.required(t, "kind", |d, node| {
            let what = ("unknown-evidence-kind", "a kind of evidence");
            d.word(node, what, EvidenceKind::ALL, EvidenceKind::as_str)
        });
        let who = self.optional(t, "who", |d, node| {
            let what = ("unknown-who", "a group to ask");
            let who = d.word(node, what, EvidenceWho::ALL, EvidenceWho::as_str);
            if !matches!(kind, None | Some(EvidenceKind::Interview | EvidenceKind::Survey)) {
                d.warning("who-without-interview", &node.span)
                    .report("`who` belongs to interviews and surveys; it is not shown here");
            }
            who
        });
        let title = self.required(t, "title", Self::text);
        let date = self.optional(t, "date", |d, node| d.parsed("bad-date", node));
        let link = self.optional_string(t, "link");
        let remark = self.optional_text(t, "note");
        self.close(&table);
        Some(Evidence { id: id?, kind: kind?, who, title: title?, date, link, note: remark })
    }

    fn persona(&mut self, node: &Node) -> Option<Persona> {
        let mut table = self.table(node, "a persona")?;
        let t = &mut table;
        let id = self.required(t, "id", |d, node| d.new_id(Space::Persona, node));
        let name = self.required(t, "name", Self::text);
        let role = self.optional_text(t, "role");
        let picture = self.optional_string(t, "picture");
        let quote = self.optional_text(t, "quote");
        let facts = self.list(t, "facts", Self::item);
        let needs = self.list(t, "needs", Self::item);
        let motives = self.list(t, "motives", Self::item);
        let worries = self.list(t, "worries", Self::item);
        let behaviour = self.list(t, "behaviour", Self::item);
        let segment = self.optional(t, "segment", |d, node| d.predicate(node, Columns::EventsAndTraits));
        self.close(&table);
        Some(Persona { id: id?, name: name?, role, picture, quote, facts, needs, motives, worries, behaviour, segment })
    }

    /// A predicate, kept as written.
    pub(super) fn predicate(&mut self, node: &Node, columns: Columns) -> Option<String> {
        let text = self.string(node)?;
        match check_with(&text, columns) {
            Ok(_) => Some(text),
            Err(error) => {
                let span = self.within(node, &text, error.span());
                self.error("bad-predicate", &span)
                    .value(&text)
                    .suggestion(error.suggestion())
                    .report(format!("this condition cannot be used: {error}"));
                None
            }
        }
    }

    /// A part of a scalar, where the file holds it letter by letter; else the whole scalar.
    fn within(&self, node: &Node, text: &str, part: Range<usize>) -> Range<usize> {
        let source = self.source.text();
        [0, 1]
            .into_iter()
            .map(|quote| node.span.start + quote)
            .find(|start| source.get(*start..).is_some_and(|rest| rest.starts_with(text)))
            .map_or(node.span.clone(), |start| start + part.start..start + part.end)
    }

    fn lane(&mut self, node: &Node) -> Option<Lane> {
        let mut table = self.table(node, "a lane")?;
        let t = &mut table;
        let given = t.get("id").and_then(name);
        let id = self.required(t, "id", |d, node| d.new_id(Space::Lane, node));
        let kind = self.required(t, "kind", |d, node| {
            d.word(node, ("unknown-lane-kind", "a kind of lane"), LaneKind::ALL, LaneKind::as_str)
        });
        if let (Some(given), Some(kind)) = (given, kind) {
            self.names.note_lane_kind(&given.text, kind);
        }
        let title = self.required(t, "title", Self::text);
        let icon = self.optional_string(t, "icon");
        let colour = self.colour(t, "colour");
        let hidden = self.hidden(t);
        let layer = self.layer(t, kind);
        let metric = self.optional(t, "metric", |d, node| {
            if !matches!(kind, None | Some(LaneKind::Metric)) {
                d.warning("metric-not-shown", &node.span)
                    .report("`metric` belongs to lanes of kind `metric`; it is not shown here");
            }
            d.metric(node)
        });
        self.close(&table);
        Some(Lane { id: id?, kind: kind?, title: title?, icon, colour, hidden, layer, metric })
    }

    /// Whether something is left out when the map is shown.
    pub(super) fn hidden(&mut self, table: &mut Table<'_>) -> bool {
        self.optional(table, "hidden", Self::boolean).unwrap_or(false)
    }

    fn layer(&mut self, table: &mut Table<'_>, kind: Option<LaneKind>) -> Option<Layer> {
        let node = table.get("layer");
        match (node, kind) {
            (None, Some(LaneKind::Blueprint)) => {
                self.error("missing-key", &table.span()).report("a lane of kind `blueprint` needs `layer`");
            }
            (Some(node), Some(kind)) if kind != LaneKind::Blueprint => {
                self.warning("layer-not-shown", &node.span)
                    .report("`layer` belongs to lanes of kind `blueprint`; it is not shown here");
            }
            _ => {}
        }
        node.and_then(|node| self.word(node, ("unknown-layer", "a layer"), Layer::ALL, Layer::as_str))
    }

    fn metric(&mut self, node: &Node) -> Option<Metric> {
        self.word(node, ("unknown-metric", "a metric"), Metric::ALL, Metric::as_str)
    }

    fn transition(&mut self, node: &Node) -> Option<Transition> {
        let mut table = self.table(node, "a transition")?;
        let t = &mut table;
        let from = self.required(t, "from", |d, node| d.reference(Space::Place, node));
        let to = self.required(t, "to", |d, node| d.reference(Space::Place, node));
        let kind = self.required(t, "kind", |d, node| {
            let what = ("unknown-transition-kind", "a kind of transition");
            d.word(node, what, TransitionKind::ALL, TransitionKind::as_str)
        });
        let title = self.optional_text(t, "title");
        self.close(&table);
        Some(Transition { from: from?, to: to?, kind: kind?, title })
    }

    fn target(&mut self, node: &Node) -> Option<Target> {
        let mut table = self.table(node, "a target")?;
        let t = &mut table;
        let step = self.required(t, "step", Self::column_reference);
        let metric = self.required(t, "metric", Self::metric);
        let at_least = self.optional(t, "at-least", |d, node| d.metric_value(node, metric));
        let at_most = self.optional(t, "at-most", |d, node| d.metric_value(node, metric));
        let written = [t.get("at-least"), t.get("at-most")];
        if written.iter().flatten().count() != 1 {
            self.error("target-value", &t.span()).report("a target needs `at-least` or `at-most`, one of them");
        }
        let alert_after = self.optional(t, "alert-after", |d, node| d.parsed("bad-duration", node));
        self.close(&table);
        Some(Target { step: step?, metric: metric?, at_least, at_most, alert_after })
    }

    /// A value that the metric can take.
    fn metric_value(&mut self, node: &Node, metric: Option<Metric>) -> Option<f64> {
        let value = self.number(node)?;
        let (range, told) = match metric? {
            Metric::Share | Metric::ConversionToNext | Metric::Retention => (0.0..=1.0, "a share between 0 and 1"),
            Metric::Emotion => (-2.0..=2.0, "between -2 and 2"),
            Metric::Audience | Metric::MedianSecondsToNext => (0.0..=f64::MAX, "not negative"),
        };
        if !range.contains(&value) {
            let metric = metric?;
            self.error("target-out-of-range", &node.span)
                .value(&value.to_string())
                .report(format!("a target for `{metric}` is {told}, not {value}"));
            return None;
        }
        Some(value)
    }
}
