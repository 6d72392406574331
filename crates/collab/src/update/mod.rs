//! Updates of peers, which may hold anything: judged first, then integrated so that a failure stays inside.

mod cursor;
mod guard;
mod scan;

use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};

use yrs::updates::decoder::Decode;
use yrs::{ClientID, Doc, ReadTxn, StateVector, Transact, TransactionMut};

pub(crate) use guard::{Admitted, Guard};

/// Size of an update, in bytes; what the socket takes as one message.
pub const MAX_UPDATE_BYTES: usize = 16 * 1024 * 1024;

/// Why an update does not enter a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UpdateError {
    /// It has more bytes than one message may have.
    #[error("an update has at most 16 MiB; send the edits in parts")]
    TooLarge,
    /// The document would have more bytes than a document may have.
    #[error("the document has reached its limit of 64 MiB; move a part of the map to a map of its own")]
    Full,
    /// It is not a Yjs update in version 1, or holds what no journey map can hold.
    #[error("this is no update of a journey map: {0}")]
    Malformed(&'static str),
    /// The document could not take it and is no longer whole: load it again from what is stored.
    #[error("the document is no longer whole; load it again from what is stored")]
    Broken,
}

/// Judges the bytes of an update.
pub(crate) fn admit(guard: &Guard, bytes: &[u8]) -> Result<Admitted, UpdateError> {
    if bytes.len() > MAX_UPDATE_BYTES {
        return Err(UpdateError::TooLarge);
    }
    admit_stored(guard, bytes)
}

/// Judges an update that is stored; a snapshot may be larger than a message.
pub(crate) fn admit_stored(guard: &Guard, bytes: &[u8]) -> Result<Admitted, UpdateError> {
    guard.judge(&scan::scan(bytes)?)
}

/// The state vector of a peer.
pub(crate) fn state_vector(bytes: &[u8]) -> Result<StateVector, UpdateError> {
    let clocks = scan::state_vector(bytes)?;
    Ok(clocks.into_iter().map(|(client, clock)| (ClientID::new(client), clock)).collect())
}

/// Integrates an admitted update.
pub(crate) fn integrate(transaction: &mut TransactionMut<'_>, bytes: &[u8]) -> Result<(), UpdateError> {
    // The guard has let through only what can be decoded and placed, so a failure here is a fault of ours or of yrs.
    let update = yrs::Update::decode_v1(bytes).map_err(|_| UpdateError::Broken)?;
    transaction.apply_update(update).map_err(|_| UpdateError::Broken)
}

/// Changes a document in one transaction; what the change is as an update, none where nothing changed.
///
/// A panic inside leaves the document useless, but not the process.
pub(crate) fn change(
    doc: &Doc,
    edit: impl FnOnce(&mut TransactionMut<'_>) -> Result<(), UpdateError>,
) -> Result<Option<Vec<u8>>, UpdateError> {
    // Dropping a transaction commits it. Where that happens while a panic unwinds, a second panic ends the process.
    let mut transaction = ManuallyDrop::new(doc.transact_mut());
    let changed = catch_unwind(AssertUnwindSafe(|| {
        let result = edit(&mut transaction);
        transaction.commit();
        if transaction.has_missing_updates() {
            return Err(UpdateError::Broken);
        }
        result.map(|()| transaction.has_changes().then(|| transaction.encode_update_v1()))
    }));
    let dropped = catch_unwind(AssertUnwindSafe(|| drop(ManuallyDrop::into_inner(transaction))));
    match (changed, dropped) {
        (Ok(changed), Ok(())) => changed,
        _ => Err(UpdateError::Broken),
    }
}
