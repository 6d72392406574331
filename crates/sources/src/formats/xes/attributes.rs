//! Attributes of traces and events.

use crate::json;

/// The type an attribute is declared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `string`, `date` and `id`: text in JSON.
    Text,
    Integer,
    Float,
    Boolean,
    List,
    Container,
}

impl Kind {
    /// The type by the name of the element; `None` for elements that are no attributes.
    pub(super) fn of(element: &str) -> Option<Self> {
        match element {
            "string" | "date" | "id" => Some(Self::Text),
            "int" => Some(Self::Integer),
            "float" => Some(Self::Float),
            "boolean" => Some(Self::Boolean),
            "list" => Some(Self::List),
            "container" => Some(Self::Container),
            _ => None,
        }
    }
}

/// A named value, with attributes of its own where the log nests them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribute {
    pub(super) kind: Kind,
    pub(super) key: String,
    /// Empty for lists and containers.
    pub(super) value: String,
    pub(super) children: Vec<Attribute>,
}

impl Attribute {
    /// Appends `"key":value`, after a comma where something stands before. Attributes of an attribute follow as an
    /// object of their own under `key:nested`.
    pub(super) fn write_member(&self, prefix: &str, out: &mut String) {
        let is_first = out.is_empty() || out.ends_with('{');
        out.push_str(if is_first { "" } else { "," });
        out.push_str(&json::key(&format!("{prefix}{}", self.key)));
        self.write_value(out);
        if !self.children.is_empty() && !matches!(self.kind, Kind::List | Kind::Container) {
            out.push(',');
            out.push_str(&json::key(&format!("{prefix}{}:nested", self.key)));
            self.write_children(out);
        }
    }

    fn write_value(&self, out: &mut String) {
        match self.kind {
            Kind::Container => self.write_children(out),
            Kind::List => {
                out.push('[');
                for (i, child) in self.children.iter().enumerate() {
                    out.push_str(if i > 0 { ",{" } else { "{" });
                    child.write_member("", out);
                    out.push('}');
                }
                out.push(']');
            }
            Kind::Integer => match self.value.parse::<i64>() {
                Ok(number) => out.push_str(&number.to_string()),
                Err(_) => json::quote(&self.value, out),
            },
            Kind::Float => match self.value.parse::<f64>().ok().and_then(serde_json::Number::from_f64) {
                Some(number) => out.push_str(&number.to_string()),
                None => json::quote(&self.value, out),
            },
            Kind::Boolean if self.value == "true" || self.value == "false" => out.push_str(&self.value),
            Kind::Boolean | Kind::Text => json::quote(&self.value, out),
        }
    }

    fn write_children(&self, out: &mut String) {
        out.push('{');
        for child in &self.children {
            child.write_member("", out);
        }
        out.push('}');
    }
}

/// Attributes for a person to recognise a row by.
pub(super) fn show(attributes: &[Attribute]) -> String {
    let shown = attributes.iter().map(|attribute| format!("{}={:?}", attribute.key, attribute.value));
    shown.collect::<Vec<_>>().join(" ")
}
