//! A map in miniature: what the portfolio draws of it without opening it.

use std::collections::BTreeMap;

use kelias_map::{Column, Map, MomentOfTruth, Stage};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::summary::by_language;

/// Columns that a miniature shows at most; more could not be told apart in it.
const MOST_COLUMNS: usize = 200;

/// A map in miniature: its stages, and how its travellers feel along them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Preview {
    /// Colour of the stages; the reader's page chooses where there is none.
    #[schema(required = true)]
    pub(crate) ribbon: Option<String>,
    /// The stages that are shown.
    pub(crate) stages: Vec<PreviewStage>,
    /// For each column, the mean of what the team believes its personas feel, -2 to +2.
    pub(crate) curve: Vec<Option<f64>>,
}

/// A stage in miniature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct PreviewStage {
    /// Id of the stage.
    pub(crate) id: String,
    /// Title by language.
    pub(crate) title: BTreeMap<String, String>,
    /// Number of its columns, at least 1.
    #[schema(minimum = 1)]
    pub(crate) columns: usize,
    /// Moment of truth in it.
    #[schema(required = true, value_type = Option<String>)]
    pub(crate) moment: Option<MomentOfTruth>,
    /// Colour of its own.
    #[schema(required = true)]
    pub(crate) colour: Option<String>,
    /// Id of the map that describes it in full.
    #[schema(required = true)]
    pub(crate) map: Option<String>,
}

impl Preview {
    /// The miniature of a map.
    pub(crate) fn of(map: &Map) -> Self {
        let shown = map.without_hidden();
        let mut left = MOST_COLUMNS;
        let mut stages = Vec::new();
        for stage in &shown.stages {
            let columns = stage.steps.len().max(1).min(left);
            if columns == 0 {
                break;
            }
            left -= columns;
            stages.push(PreviewStage::of(stage, columns, &shown));
        }
        Self {
            ribbon: shown.theme.ribbon.as_ref().map(ToString::to_string),
            stages,
            curve: shown.columns().take(MOST_COLUMNS).map(|column| felt(&column)).collect(),
        }
    }
}

impl PreviewStage {
    fn of(stage: &Stage, columns: usize, map: &Map) -> Self {
        Self {
            id: stage.id.to_string(),
            title: by_language(map, &stage.title),
            columns,
            moment: stage.moment_of_truth.or_else(|| stage.steps.iter().find_map(|step| step.moment_of_truth)),
            colour: stage.colour.as_ref().map(ToString::to_string),
            map: stage.map.as_ref().map(ToString::to_string),
        }
    }
}

/// The mean of the claimed emotions of a column.
fn felt(column: &Column<'_>) -> Option<f64> {
    let claimed: Vec<f64> = column.emotion().values().filter_map(|emotion| emotion.claimed).collect();
    let count = u32::try_from(claimed.len()).ok().filter(|&count| count > 0)?;
    Some(claimed.iter().sum::<f64>() / f64::from(count))
}
