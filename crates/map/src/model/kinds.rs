//! Closed lists of words: kinds, states, metrics.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
        )]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every one, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word that stands in a map file.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The one this word names.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == word)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )+};
}

words! {
    /// How far the work on a map has come.
    MapStatus {
        /// Still being drawn.
        Draft = "draft",
        /// Being read by others.
        InReview = "in-review",
        /// Agreed.
        Approved = "approved",
        /// Kept, no longer in use.
        Archived = "archived",
    }

    /// Which state a map shows.
    ScopeState {
        /// The journey as it is.
        AsIs = "as-is",
        /// The journey as it should become.
        ToBe = "to-be",
    }

    /// How a piece of evidence was come by.
    EvidenceKind {
        /// A conversation.
        Interview = "interview",
        /// Questions to many.
        Survey = "survey",
        /// What people wrote about the product.
        Review = "review",
        /// What was seen.
        Observation = "observation",
        /// Counted by a system.
        Statistics = "statistics",
        /// Worked out by a team together.
        Workshop = "workshop",
        /// Published research.
        Study = "study",
    }

    /// Whom an interview or a survey asked.
    EvidenceWho {
        /// People who are customers.
        Customers = "customers",
        /// People who are not.
        NonCustomers = "non-customers",
        /// People who know the field.
        Experts = "experts",
    }

    /// What a lane holds or draws.
    LaneKind {
        /// Short texts, such as actions.
        Text = "text",
        /// Bulleted items.
        List = "list",
        /// Questions the traveller asks.
        Questions = "questions",
        /// Goals of the traveller.
        Goals = "goals",
        /// Words of the traveller.
        Quotes = "quotes",
        /// Draws the emotions of stages and steps; no cells of its own.
        Emotion = "emotion",
        /// Draws the touchpoints of steps; no cells of its own.
        Touchpoints = "touchpoints",
        /// Items with an image.
        Image = "image",
        /// What happens behind, as boxes.
        Process = "process",
        /// Texts with numbers; with `metric` set, measured values.
        Metric = "metric",
        /// Draws the barriers of stages and steps; no cells of its own.
        Barriers = "barriers",
        /// Draws the ideas under the barriers; no cells of its own.
        Ideas = "ideas",
        /// Items of one layer of a service blueprint.
        Blueprint = "blueprint",
    }

    /// Layer of a service blueprint, from what the traveller sees down to what supports it.
    Layer {
        /// What the traveller can see and touch.
        PhysicalEvidence = "physical-evidence",
        /// What the traveller does; the line of interaction runs below.
        CustomerActions = "customer-actions",
        /// What staff do in sight; the line of visibility runs below.
        Frontstage = "frontstage",
        /// What staff do out of sight; the line of internal interaction runs below.
        Backstage = "backstage",
        /// What others and systems do for the staff.
        Support = "support",
    }

    /// What is measured of a step.
    Metric {
        /// Number of travellers that reached the step.
        Audience = "audience",
        /// Share of all travellers that reached the step, 0 to 1.
        Share = "share",
        /// Share of them that went on to the next step, 0 to 1.
        ConversionToNext = "conversion_to_next",
        /// Median time to the next step, in seconds.
        MedianSecondsToNext = "median_seconds_to_next",
        /// Share of them active days later, 0 to 1.
        Retention = "retention",
        /// Mean emotion, -2 to +2.
        Emotion = "emotion",
    }

    /// Moment at which an opinion is formed.
    MomentOfTruth {
        /// Before the purchase.
        Zero = "zero",
        /// At the shelf.
        First = "first",
        /// In use.
        Second = "second",
        /// The experience is shared.
        Ultimate = "ultimate",
        /// The value of the product is understood.
        Aha = "aha",
    }

    /// What a transition beside the order of the stages does.
    TransitionKind {
        /// Leaves out what lies between.
        Skip = "skip",
        /// Goes another way.
        Branch = "branch",
        /// Goes back.
        Loop = "loop",
    }

    /// Whether the traveller sees a touchpoint.
    Side {
        /// In sight.
        Frontstage = "frontstage",
        /// Out of sight.
        Backstage = "backstage",
    }

    /// How far an idea has come.
    IdeaStatus {
        /// Someone has thought of it.
        Proposed = "proposed",
        /// Agreed, not begun.
        Planned = "planned",
        /// Being done.
        InProgress = "in-progress",
        /// Done.
        Done = "done",
        /// Decided against.
        Rejected = "rejected",
    }
}

impl LaneKind {
    /// Whether the lane has cells of its own, rather than drawing what stands elsewhere.
    #[must_use]
    pub const fn has_cells(self) -> bool {
        !matches!(self, Self::Emotion | Self::Touchpoints | Self::Barriers | Self::Ideas)
    }
}

#[expect(clippy::derivable_impls, reason = "the variants come out of a macro")]
impl Default for MapStatus {
    fn default() -> Self {
        Self::Draft
    }
}

#[expect(clippy::derivable_impls, reason = "the variants come out of a macro")]
impl Default for Side {
    fn default() -> Self {
        Self::Frontstage
    }
}

#[expect(clippy::derivable_impls, reason = "the variants come out of a macro")]
impl Default for IdeaStatus {
    fn default() -> Self {
        Self::Proposed
    }
}
