//! Who may do what. Every route and every message of a socket asks [`allows`]; nothing else decides.

/// Whoever asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Signed in by the link that the server printed.
    Owner {
        /// What the owner is called in histories.
        name: String,
    },
    /// A program with an API token.
    Token {
        /// What the token is called.
        name: String,
    },
    /// Came by share links.
    Guest {
        /// The name the guest gave.
        name: String,
        /// The maps that were shared, each once.
        maps: Vec<SharedMap>,
    },
    /// Nobody we know.
    Stranger,
}

/// A map that was shared with a guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedMap {
    /// Id of the map.
    pub id: String,
    /// Whether one of the guest's links to it lets edit.
    pub can_edit: bool,
}

impl Actor {
    /// What histories call the actor.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Owner { name } | Self::Token { name } | Self::Guest { name, .. } => name,
            Self::Stranger => "",
        }
    }
}

/// What can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Come in by a secret link, or read what says nothing of maps: health, the description of the API, the page.
    Enter,
    /// See who one is.
    ReadSession,
    /// Take another name.
    RenameSession,
    /// Sign out.
    EndSession,
    /// List the maps.
    ListMaps,
    /// Make a map, and read the templates for it.
    CreateMap,
    /// Read a map, its versions, pictures, poster and measurement.
    ReadMap,
    /// Change a map's content, keep and restore versions, add pictures.
    EditMap,
    /// File, duplicate, delete a map and bring it back.
    ArrangeMap,
    /// See, make and revoke a map's share links.
    ShareMap,
    /// Measure a map anew; see and stop such a job.
    MeasureMap,
}

/// What it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Object<'a> {
    /// The server as a whole.
    Server,
    /// The map of this id.
    Map(&'a str),
}

/// Whether the actor may do this to the object.
#[must_use]
pub fn allows(actor: &Actor, action: Action, object: Object<'_>) -> bool {
    match actor {
        Actor::Owner { .. } => true,
        // A token has no session that could be renamed or ended; it is revoked at the command line.
        Actor::Token { .. } => !matches!(action, Action::RenameSession | Action::EndSession),
        Actor::Guest { maps, .. } => match action {
            Action::Enter | Action::ReadSession | Action::RenameSession | Action::EndSession => true,
            Action::ReadMap => maps.iter().any(|map| object == Object::Map(&map.id)),
            Action::EditMap => maps.iter().any(|map| map.can_edit && object == Object::Map(&map.id)),
            Action::ListMaps | Action::CreateMap | Action::ArrangeMap | Action::ShareMap | Action::MeasureMap => false,
        },
        Actor::Stranger => action == Action::Enter,
    }
}

/// An action as a type, so that a handler's signature says what it asks for.
pub(crate) trait Asked: Send + Sync + 'static {
    /// The action.
    const ACTION: Action;
}

/// One type for each action that routes ask for.
pub(crate) mod asked {
    use super::{Action, Asked};

    macro_rules! asked {
        ($($name:ident)+) => {$(
            #[derive(Debug)]
            pub(crate) struct $name;

            impl Asked for $name {
                const ACTION: Action = Action::$name;
            }
        )+};
    }

    asked!(Enter ReadSession RenameSession EndSession ListMaps CreateMap ReadMap EditMap ArrangeMap ShareMap MeasureMap);
}
