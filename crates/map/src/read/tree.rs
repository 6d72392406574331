//! The file as a tree of values that know where they stand.

use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span};

use super::limits::{MAX_ALIASED_BYTES, MAX_ALIASED_NODES, MAX_DEPTH};

/// A value of the file with the bytes it stands in.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub value: Value,
    pub span: Range<usize>,
}

#[derive(Debug, Clone)]
pub(super) enum Value {
    /// A scalar; a plain one may be a number, a boolean or nothing.
    Scalar {
        text: String,
        is_plain: bool,
    },
    Sequence(Vec<Node>),
    Mapping(Vec<(Node, Node)>),
}

/// The tree of a file.
pub(super) struct Tree {
    /// None for an empty file.
    pub root: Option<Node>,
    /// Where the comments stand.
    pub comments: Vec<Range<usize>>,
}

/// Why a file has no tree.
pub(super) struct TreeError {
    pub code: &'static str,
    pub message: String,
    pub span: Range<usize>,
}

/// What an alias may refer to, with what it costs to repeat it.
struct Anchored {
    node: Node,
    nodes: usize,
    bytes: usize,
    depth: usize,
}

pub(super) fn parse(text: &str) -> Result<Tree, TreeError> {
    let options = granit_parser::options! {
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
        max_buffered_comment_events: text.len(),
        simple_key_max_lookahead: text.len(),
        disallow_directives: true,
    };
    let mut builder = Builder {
        parser: Parser::new_from_str_with_options(text, options),
        length: text.len(),
        comments: Vec::new(),
        anchors: HashMap::new(),
        aliased_nodes: 0,
        aliased_bytes: 0,
    };
    let root = builder.document()?;
    Ok(Tree { root, comments: builder.comments })
}

struct Builder<'s> {
    parser: Parser<'s, granit_parser::StrInput<'s>>,
    length: usize,
    comments: Vec<Range<usize>>,
    anchors: HashMap<usize, Anchored>,
    aliased_nodes: usize,
    aliased_bytes: usize,
}

type Step<'s> = (Event<'s>, Range<usize>);

impl<'s> Builder<'s> {
    /// The next event that is not a comment.
    fn next(&mut self) -> Result<Step<'s>, TreeError> {
        loop {
            let Some(next) = self.parser.next() else {
                return Ok((Event::StreamEnd, self.length..self.length));
            };
            let (event, span) = next.map_err(|error| self.syntax_error(&error))?;
            let span = self.bytes(&span);
            match event {
                Event::Comment(..) => self.comments.push(span),
                event => return Ok((event, span)),
            }
        }
    }

    fn bytes(&self, span: &Span) -> Range<usize> {
        let start = span.start.byte_offset().unwrap_or(self.length);
        let end = span.end.byte_offset().unwrap_or(self.length);
        start..end.max(start)
    }

    fn syntax_error(&self, error: &granit_parser::ScanError) -> TreeError {
        let at = error.marker().byte_offset().unwrap_or(self.length);
        let info = error.info();
        TreeError {
            code: "syntax",
            message: format!(
                "the file is not well-formed YAML here: {}; check the indentation, and put texts \
                 that hold `: ` or begin with a sign in quotes",
                info.lines().next().unwrap_or_default()
            ),
            span: at..at,
        }
    }

    fn document(&mut self) -> Result<Option<Node>, TreeError> {
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(root),
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                _ if root.is_some() => {
                    return Err(TreeError {
                        code: "several-documents",
                        message: "a file holds one map; put the one after `---` in a file of its own".to_owned(),
                        span,
                    });
                }
                event => root = Some(self.node(event, span, 1)?.0),
            }
        }
    }

    /// Builds the node that begins with `event`, and says how many levels it has.
    fn node(&mut self, event: Event<'s>, span: Range<usize>, depth: usize) -> Result<(Node, usize), TreeError> {
        if depth > MAX_DEPTH {
            return Err(too_deep(span));
        }
        if event.tag().is_some() {
            return Err(TreeError {
                code: "tag",
                message: "tags such as `!name` are not used in map files; leave it out".to_owned(),
                span,
            });
        }
        let (anchor, value, levels) = match event {
            Event::Alias(id) => return self.alias(id, span, depth),
            Event::Scalar(text, style, anchor, _) => {
                let value = Value::Scalar { text: text.into_owned(), is_plain: style == ScalarStyle::Plain };
                (anchor, value, 1)
            }
            Event::SequenceStart(_, anchor, _) => {
                let (items, levels) = self.sequence(depth)?;
                (anchor, Value::Sequence(items), levels)
            }
            Event::MappingStart(_, anchor, _) => {
                let (entries, levels) = self.mapping(depth)?;
                (anchor, Value::Mapping(entries), levels)
            }
            _ => {
                return Err(TreeError { code: "syntax", message: "a value is missing here".to_owned(), span });
            }
        };
        let node = Node { value, span };
        if anchor != 0 {
            let (nodes, bytes) = size(&node);
            let anchored = Anchored { node: node.clone(), nodes, bytes, depth: levels };
            self.spend(nodes, bytes, &node.span)?;
            self.anchors.insert(anchor, anchored);
        }
        Ok((node, levels))
    }

    fn sequence(&mut self, depth: usize) -> Result<(Vec<Node>, usize), TreeError> {
        let mut items = Vec::new();
        let mut levels = 0;
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok((items, levels + 1)),
                (event, span) => {
                    let (item, below) = self.node(event, span, depth + 1)?;
                    levels = levels.max(below);
                    items.push(item);
                }
            }
        }
    }

    fn mapping(&mut self, depth: usize) -> Result<(Vec<(Node, Node)>, usize), TreeError> {
        let mut entries = Vec::new();
        let mut levels = 0;
        loop {
            let (event, span) = match self.next()? {
                (Event::MappingEnd, _) => return Ok((entries, levels + 1)),
                step => step,
            };
            let (key, below_key) = self.node(event, span, depth + 1)?;
            let (event, span) = self.next()?;
            let (value, below_value) = self.node(event, span, depth + 1)?;
            levels = levels.max(below_key).max(below_value);
            entries.push((key, value));
        }
    }

    /// A repetition of an anchored value, placed where the alias stands.
    fn alias(&mut self, id: usize, span: Range<usize>, depth: usize) -> Result<(Node, usize), TreeError> {
        let Some(anchored) = self.anchors.get(&id) else {
            return Err(TreeError {
                code: "alias-cycle",
                message: "a value cannot contain itself; write it out".to_owned(),
                span,
            });
        };
        let (nodes, bytes, levels) = (anchored.nodes, anchored.bytes, anchored.depth);
        if depth + levels > MAX_DEPTH {
            return Err(too_deep(span));
        }
        self.spend(nodes, bytes, &span)?;
        let mut node = self.anchors[&id].node.clone();
        node.span = span;
        Ok((node, levels))
    }

    /// A few lines of aliases can stand for billions of values.
    fn spend(&mut self, nodes: usize, bytes: usize, span: &Range<usize>) -> Result<(), TreeError> {
        self.aliased_nodes += nodes;
        self.aliased_bytes += bytes;
        if self.aliased_nodes <= MAX_ALIASED_NODES && self.aliased_bytes <= MAX_ALIASED_BYTES {
            return Ok(());
        }
        Err(TreeError {
            code: "too-many-aliases",
            message: format!("anchors and aliases repeat more than {MAX_ALIASED_NODES} values; write them out"),
            span: span.clone(),
        })
    }
}

pub(super) fn too_deep(span: Range<usize>) -> TreeError {
    TreeError {
        code: "too-deep",
        message: format!("values are nested more than {MAX_DEPTH} levels deep; no map needs that"),
        span,
    }
}

/// How many nodes and bytes of text a value has.
fn size(node: &Node) -> (usize, usize) {
    let add = |(nodes, bytes), (more, longer)| (nodes + more, bytes + longer);
    match &node.value {
        Value::Scalar { text, .. } => (1, text.len()),
        Value::Sequence(items) => items.iter().map(size).fold((1, 0), add),
        Value::Mapping(entries) => entries.iter().map(|(key, value)| add(size(key), size(value))).fold((1, 0), add),
    }
}
