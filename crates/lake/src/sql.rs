//! Read-only SQL over the events.

use arrow::array::RecordBatch;
use datafusion::error::DataFusionError;
use datafusion::execution::memory_pool::FairSpillPool;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::prelude::{ParquetReadOptions, SQLOptions, SessionConfig, SessionContext};
use std::sync::Arc;

use crate::{Lake, LakeError};

/// Bytes a query may hold; more is spilled to temporary files where the operator can.
const MEMORY: usize = 2 << 30;

impl Lake {
    /// Runs one query over the table `events` and hands its batches to `sink` as they come.
    ///
    /// Statements that change anything are refused, and no other table or file can be named.
    ///
    /// # Errors
    /// When the query is refused or fails, or the sink does.
    pub fn sql(
        &self,
        query: &str,
        mut sink: impl FnMut(RecordBatch) -> Result<(), LakeError>,
    ) -> Result<(), LakeError> {
        let files = self.table()?.files()?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
        let runtime = runtime.map_err(|source| LakeError::Io {
            action: "start",
            path: "the threads for the query".to_owned(),
            source,
        })?;
        runtime.block_on(async {
            let context = self.context(files.iter().map(|file| file.path.as_str())).await.map_err(refused)?;
            let read_only = SQLOptions::new().with_allow_ddl(false).with_allow_dml(false).with_allow_statements(false);
            let frame = context.sql_with_options(query, read_only).await.map_err(refused)?;
            let empty = RecordBatch::new_empty(Arc::new(frame.schema().as_arrow().clone()));
            let mut stream = frame.execute_stream().await.map_err(refused)?;
            // The columns are known even when no row comes.
            sink(empty)?;
            while let Some(batch) = futures::StreamExt::next(&mut stream).await {
                sink(batch.map_err(refused)?)?;
            }
            Ok(())
        })
    }

    async fn context(&self, files: impl Iterator<Item = &str>) -> Result<SessionContext, DataFusionError> {
        let pool = Arc::new(FairSpillPool::new(MEMORY));
        let runtime = RuntimeEnvBuilder::new().with_memory_pool(pool).build_arc()?;
        let mut context = SessionContext::new_with_config_rt(SessionConfig::new(), runtime);
        datafusion_functions_json::register_all(&mut context)?;
        let paths: Vec<String> = files.map(|file| self.path().join(file).display().to_string()).collect();
        let events = if paths.is_empty() {
            context.read_batch(RecordBatch::new_empty(kelias_event::schema::canonical()))?
        } else {
            let schema = kelias_event::schema::canonical();
            context.read_parquet(paths, ParquetReadOptions::default().schema(&schema)).await?
        };
        context.register_table("events", events.into_view())?;
        Ok(context)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn refused(error: DataFusionError) -> LakeError {
    LakeError::Query(format!("the query cannot be run: {}", error.strip_backtrace()))
}
