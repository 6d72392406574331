//! Files of events on their way into a lake.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};

use kelias_lake::{Import, Imported, Lake};
use kelias_sources::{EventReader, Progress, ReadBatch, ReadOptions, SourceError};
use miette::{IntoDiagnostic, Report, Result, WrapErr};

use crate::exit::{CouldNot, OfLake};
use crate::interrupt::Interrupt;
use crate::progress::Reading;

/// What reading files into a lake came to.
pub(crate) struct Taken {
    pub(crate) read: u64,
    pub(crate) rejected: u64,
    pub(crate) rejects_file: Option<PathBuf>,
    pub(crate) imported: Imported,
    /// Files that ended too early, with what was said of them; only where good rows are kept all the same.
    pub(crate) cut: Vec<String>,
}

/// How files are taken in.
pub(crate) struct Taking<'a> {
    pub(crate) lake: &'a Lake,
    pub(crate) rejects: PathBuf,
    pub(crate) keep_good: bool,
    /// Whether to say on standard error what was guessed.
    pub(crate) tell_guesses: bool,
    pub(crate) interrupt: &'a Interrupt,
}

impl Taking<'_> {
    /// Reads the files into the lake in one transaction.
    pub(crate) fn take(&self, files: &[(PathBuf, ReadOptions)]) -> Result<Taken> {
        let mut import = Import::begin(self.lake, now()).map_err(OfLake)?;
        let mut rejects = Rejects { path: self.rejects.clone(), writer: None, count: 0 };
        let (mut read, mut cut) = (0, Vec::new());
        for (path, options) in files {
            let reader = kelias_sources::open(path, options).map_err(|error| told(path, error))?;
            if self.tell_guesses {
                reader.guesses().iter().for_each(|guess| eprintln!("{}: {guess}", path.display()));
            }
            import.begin_file(&options.source).map_err(OfLake)?;
            let end = self.take_file(path, reader, &mut import, &mut rejects, &mut read)?;
            match end {
                Err(error) if self.keep_good => cut.push(format!("{}: {error}", path.display())),
                Err(error) => return Err(told(path, error)),
                Ok(()) => {}
            }
        }
        let imported = import.commit().map_err(OfLake)?;
        let rejected = rejects.count;
        let rejects_file = rejects.finish()?;
        Ok(Taken { read, rejected, rejects_file, imported, cut })
    }

    /// Reads one file; the inner error is the file's own.
    fn take_file(
        &self,
        path: &Path,
        reader: Box<dyn EventReader>,
        import: &mut Import,
        rejects: &mut Rejects,
        read: &mut u64,
    ) -> Result<Result<(), SourceError>> {
        let bar = Reading::start(&path.file_name().unwrap_or_default().to_string_lossy());
        let end = std::thread::scope(|scope| {
            let (send, receive) = sync_channel::<Result<(ReadBatch, Progress), SourceError>>(2);
            scope.spawn(move || read_all(reader, &send));
            self.receive(path, receive, import, rejects, read, &bar)
        });
        bar.finish();
        end
    }

    fn receive(
        &self,
        path: &Path,
        receive: Receiver<Result<(ReadBatch, Progress), SourceError>>,
        import: &mut Import,
        rejects: &mut Rejects,
        read: &mut u64,
        bar: &Reading,
    ) -> Result<Result<(), SourceError>> {
        for message in receive {
            if self.interrupt.asked() {
                return Err(OfLake(kelias_lake::LakeError::Stopped).into());
            }
            let (batch, progress) = match message {
                Ok(next) => next,
                Err(error) => return Ok(Err(error)),
            };
            *read += batch.read;
            rejects.write(path, &batch)?;
            if !batch.events.is_empty() {
                import.push(batch.events).map_err(OfLake)?;
            }
            bar.advance(progress);
        }
        Ok(Ok(()))
    }
}

fn read_all(
    mut reader: Box<dyn EventReader>,
    send: &std::sync::mpsc::SyncSender<Result<(ReadBatch, Progress), SourceError>>,
) {
    loop {
        let message = match reader.next_batch() {
            Ok(Some(batch)) => Ok((batch, reader.progress())),
            Ok(None) => return,
            Err(error) => Err(error),
        };
        let last = message.is_err();
        // When nobody listens any more, the import has ended.
        if send.send(message).is_err() || last {
            return;
        }
    }
}

/// The rows that no event could be made of, as CSV; the file appears with the first.
struct Rejects {
    path: PathBuf,
    writer: Option<csv::Writer<File>>,
    count: u64,
}

impl Rejects {
    fn write(&mut self, source: &Path, batch: &ReadBatch) -> Result<()> {
        for reject in &batch.rejects {
            let (source, line) = (source.display().to_string(), reject.line.to_string());
            let row = [source.as_str(), &line, &reject.reason, &reject.raw];
            self.writer()?
                .write_record(row)
                .map_err(|error| CouldNot(format!("cannot write the rejects file: {error}")))?;
            self.count += 1;
        }
        Ok(())
    }

    fn writer(&mut self) -> Result<&mut csv::Writer<File>> {
        if self.writer.is_none() {
            let explain = |error: std::io::Error| CouldNot(format!("cannot write {}: {error}", self.path.display()));
            if let Some(folder) = self.path.parent() {
                fs::create_dir_all(folder).map_err(explain)?;
            }
            let mut writer = csv::Writer::from_writer(File::create(&self.path).map_err(explain)?);
            writer.write_record(["file", "line", "reason", "row"]).into_diagnostic()?;
            self.writer = Some(writer);
        }
        Ok(self.writer.as_mut().expect("it was made just now"))
    }

    fn finish(self) -> Result<Option<PathBuf>> {
        let Some(mut writer) = self.writer else { return Ok(None) };
        writer.flush().map_err(|error| CouldNot(format!("cannot write {}: {error}", self.path.display())))?;
        Ok(Some(self.path))
    }
}

/// Now, in microseconds.
pub(crate) fn now() -> i64 {
    chrono::Utc::now().timestamp_micros()
}

fn told(path: &Path, error: SourceError) -> Report {
    Err::<(), _>(error)
        .into_diagnostic()
        .wrap_err(format!("cannot read {}", path.display()))
        .expect_err("it is an error")
}
