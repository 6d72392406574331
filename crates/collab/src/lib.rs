//! Journey maps under edit: Yjs documents that always hold a valid map.
