//! Work that goes on while nobody waits for it: measuring a map.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kelias_map::{Map, MapId};
use kelias_measure::Measured;
use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;
use utoipa::ToSchema;

use crate::documents::blocking;
use crate::parts::Measurer;
use crate::problem::{Kind, Problem};
use crate::random;
use crate::state::App;

/// How many jobs that have ended are remembered.
const REMEMBERED: usize = 100;

/// The jobs of a server.
#[derive(Debug)]
pub(crate) struct Jobs {
    jobs: Mutex<BTreeMap<u64, Arc<Job>>>,
    permits: Arc<Semaphore>,
}

/// A map being measured.
#[derive(Debug)]
pub(crate) struct Job {
    id: String,
    map: MapId,
    /// In thousandths.
    progress: AtomicU32,
    cancelled: AtomicBool,
    state: Mutex<(JobState, Option<String>)>,
}

/// How far a job has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct JobView {
    /// Id of the job.
    pub id: String,
    /// What it does.
    pub kind: JobKind,
    /// Id of the map.
    pub map: String,
    /// Where it stands.
    pub state: JobState,
    /// Share that is done.
    #[schema(minimum = 0.0, maximum = 1.0)]
    pub progress: f64,
    /// Of a job that failed: why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// What a job does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum JobKind {
    /// Measures a map.
    Measure,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum JobState {
    /// It is under way, or waits for another to end.
    Running,
    /// It has come to its end.
    Done,
    /// It could not be done.
    Failed,
    /// Somebody stopped it.
    Cancelled,
}

impl Jobs {
    pub(crate) fn new(at_once: usize) -> Self {
        Self { jobs: Mutex::default(), permits: Arc::new(Semaphore::new(at_once)) }
    }

    /// The job of this id.
    pub(crate) fn get(&self, id: &str) -> Option<Arc<Job>> {
        self.lock().values().find(|job| job.id == id).cloned()
    }

    /// Stops all of them.
    pub(crate) fn cancel_all(&self) {
        self.lock().values().for_each(|job| job.cancel());
    }

    /// A job for the map, unless one is running.
    fn add(&self, map: &MapId) -> Result<Arc<Job>, Problem> {
        let mut jobs = self.lock();
        if jobs.values().any(|job| job.map == *map && job.is_running()) {
            return Err(Problem::new(Kind::Conflict, "the map is being measured already; wait for it or stop it"));
        }
        let ended: Vec<u64> = jobs.iter().filter(|(_, job)| !job.is_running()).map(|(number, _)| *number).collect();
        for number in ended.iter().take(ended.len().saturating_sub(REMEMBERED)) {
            jobs.remove(number);
        }
        let job = Arc::new(Job {
            id: random::name(),
            map: map.clone(),
            progress: AtomicU32::new(0),
            cancelled: AtomicBool::new(false),
            state: Mutex::new((JobState::Running, None)),
        });
        let number = jobs.last_key_value().map_or(0, |(number, _)| number + 1);
        jobs.insert(number, Arc::clone(&job));
        Ok(job)
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<u64, Arc<Job>>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Job {
    /// What the job looks like from outside.
    pub(crate) fn view(&self) -> JobView {
        let (state, message) = self.lock().clone();
        JobView {
            id: self.id.clone(),
            kind: JobKind::Measure,
            map: self.map.to_string(),
            state,
            progress: f64::from(self.progress.load(Ordering::Relaxed)) / 1000.0,
            message,
        }
    }

    /// Asks it to stop; one that has ended stays as it is.
    pub(crate) fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
        self.end(JobState::Cancelled, None);
    }

    fn is_running(&self) -> bool {
        self.lock().0 == JobState::Running
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    fn end(&self, state: JobState, message: Option<String>) {
        let mut current = self.lock();
        if current.0 == JobState::Running {
            *current = (state, message);
        }
    }

    fn lock(&self) -> MutexGuard<'_, (JobState, Option<String>)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Begins to measure the map in the background.
pub(crate) fn measure(app: &Arc<App>, map: Map) -> Result<Arc<Job>, Problem> {
    let Some(measurer) = app.measurer.clone() else {
        return Err(Problem::new(Kind::Unsupported, "this server was started without a lake of events"));
    };
    let job = app.jobs.add(&map.id)?;
    app.tasks.spawn(run(Arc::clone(app), measurer, map, Arc::clone(&job)));
    Ok(job)
}

async fn run(app: Arc<App>, measurer: Arc<dyn Measurer>, map: Map, job: Arc<Job>) {
    let permits = Arc::clone(&app.jobs.permits);
    let permit = permits.acquire_owned().await.expect("the permits are never closed");
    if job.is_cancelled() {
        return;
    }
    let of_thread = Arc::clone(&job);
    let outcome = blocking(move || {
        // A job that was stopped keeps its place until its thread has come to an end.
        let _permit = permit;
        let progress = |share: f64| {
            of_thread.progress.store((share.clamp(0.0, 1.0) * 1000.0) as u32, Ordering::Relaxed);
        };
        measurer.measure(&map, &progress, &|| of_thread.is_cancelled())
    })
    .await;
    match outcome {
        _ if job.is_cancelled() => {}
        Ok(Ok(numbers)) => match keep(&app, &job.map, &numbers).await {
            Ok(()) => {
                job.progress.store(1000, Ordering::Relaxed);
                job.end(JobState::Done, None);
            }
            Err(problem) => job.end(JobState::Failed, Some(problem.to_string())),
        },
        Ok(Err(message)) => job.end(JobState::Failed, Some(message)),
        Err(problem) => job.end(JobState::Failed, Some(problem.to_string())),
    }
}

async fn keep(app: &App, map: &MapId, measured: &Measured) -> Result<(), Problem> {
    let measured = serde_json::to_value(measured).map_err(|error| Problem::fault(&error))?;
    Ok(app.store.put_measurement(map.as_str(), &measured, app.clock.now()).await?)
}
