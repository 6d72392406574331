//! Decoding texts and items.

use std::collections::BTreeMap;

use super::decode::{Decoder, Table};
use super::names::Space;
use super::scalar;
use super::tree::{Node, Value};
use crate::model::{Item, Language, Text};
use crate::near::shown;

impl Decoder<'_> {
    /// A text: plain, or a table by language.
    pub(super) fn text(&mut self, node: &Node) -> Option<Text> {
        match &node.value {
            Value::Scalar { .. } => self.string(node).map(Text::Plain),
            Value::Mapping(pairs) => self.by_language(node, pairs),
            Value::Sequence(_) => {
                self.wrong_type(node, "a text, or a table of texts by language");
                None
            }
        }
    }

    fn by_language(&mut self, node: &Node, pairs: &[(Node, Node)]) -> Option<Text> {
        let mut texts = BTreeMap::new();
        // What stands there but cannot be read has been reported already.
        let is_empty = pairs.iter().all(|(_, value)| scalar::is_null(value));
        for (key, value) in pairs {
            let Some(tag) = self.string(key) else { continue };
            let Ok(language) = Language::new(&tag) else {
                self.error("unknown-language", &key.span).value(&tag).report(format!(
                    "`{}` is not a language; a text is plain, or a table such as `en: Pays`",
                    shown(&tag)
                ));
                continue;
            };
            if scalar::is_null(value) {
                continue;
            }
            let Some(text) = self.string(value) else { continue };
            if texts.insert(language, text).is_some() {
                self.duplicate_key(&tag, key);
            }
        }
        if is_empty {
            self.error("empty-text", &node.span).report("this text is a table without any text in it; write the text");
        }
        (!texts.is_empty()).then_some(Text::ByLanguage(texts))
    }

    /// An item in a portrait.
    pub(super) fn item(&mut self, node: &Node) -> Option<Item> {
        self.item_of(None, node)
    }

    /// An item in the cells of a lane.
    pub(super) fn cell_item(&mut self, lane: &str, node: &Node) -> Option<Item> {
        self.item_of(Some(lane), node)
    }

    fn item_of(&mut self, lane: Option<&str>, node: &Node) -> Option<Item> {
        if !is_item_table(node) {
            return self.text(node).map(Item::from);
        }
        let mut table = self.table(node, "an item")?;
        let text = self.required(&mut table, "text", Self::text);
        let image = self.optional(&mut table, "image", |decoder, node| {
            match lane {
                Some(lane) => decoder.names.note_image(lane, node.span.clone()),
                None => decoder
                    .warning("image-not-shown", &node.span)
                    .report("portraits do not show images here; set the persona's `picture`"),
            }
            decoder.string(node)
        });
        let evidence = self.references(&mut table, "evidence", Space::Evidence);
        self.close(&table);
        Some(Item { text: text?, image, evidence })
    }

    /// A text that a table may hold.
    pub(super) fn optional_text(&mut self, table: &mut Table<'_>, key: &'static str) -> Option<Text> {
        self.optional(table, key, Self::text)
    }

    /// A string that a table may hold.
    pub(super) fn optional_string(&mut self, table: &mut Table<'_>, key: &'static str) -> Option<String> {
        self.optional(table, key, Self::string)
    }
}

/// Tells an item's table from a text by language: the keys of one are not languages.
fn is_item_table(node: &Node) -> bool {
    let Value::Mapping(pairs) = &node.value else {
        return false;
    };
    let is_language = |key: &Node| match &key.value {
        Value::Scalar { text, .. } => Language::new(text).is_ok(),
        _ => false,
    };
    let is_text_key = |key: &Node| matches!(&key.value, Value::Scalar { text, .. } if text == "text");
    pairs.iter().any(|(key, _)| is_text_key(key)) || !pairs.iter().any(|(key, _)| is_language(key))
}
