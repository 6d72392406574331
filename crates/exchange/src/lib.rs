//! Changes between two journey maps by meaning, not by line.
