//! Who may: one-time sign-ins, sessions, tokens, share links.

mod links;
mod sessions;
mod sign_ins;
mod tokens;

pub use links::LinkRow;
pub use sessions::{GrantRow, SessionKind, SessionRow};
pub use tokens::TokenRow;
