//! Posters of many maps, looked at with the tools a reader would use: qpdf and the programs of poppler.

mod content;
mod layout;
mod maps;
mod tools;
