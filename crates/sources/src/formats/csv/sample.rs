//! The first rows of a file, for guessing.

use csv_core::ReadRecordResult;

use super::records;
use crate::guess::Guess;
use crate::input::Window;

/// Rows looked at, if they fit into [`BYTES`].
const ROWS: usize = 10_000;
const BYTES: usize = 4 << 20;
const DELIMITERS: [(u8, &str); 4] = [(b',', "comma"), (b';', "semicolon"), (b'\t', "tab"), (b'|', "vertical bar")];

/// The first rows, unquoted.
#[derive(Debug, Default)]
pub(super) struct Sample {
    output: Vec<u8>,
    /// Per row where its fields begin in `ends`.
    starts: Vec<usize>,
    /// Ends of the fields in `output`, all rows in one; each row is preceded by where it begins.
    ends: Vec<usize>,
}

impl Sample {
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    fn fields(&self, row: usize) -> usize {
        let next = self.starts.get(row + 1).copied().unwrap_or(self.ends.len());
        next - self.starts[row] - 1
    }

    /// A value, empty where the row is short or holds no text there.
    pub(super) fn value(&self, row: usize, column: usize) -> &str {
        if row >= self.len() || column >= self.fields(row) {
            return "";
        }
        let at = self.starts[row] + column;
        std::str::from_utf8(&self.output[self.ends[at]..self.ends[at + 1]]).unwrap_or_default()
    }
}

/// The first rows behind the window's start, which stays where it is. At least two, if they are there and not too long.
pub(super) fn rows(window: &mut Window, delimiter: u8, max_row_bytes: usize) -> Sample {
    let mut bytes = BYTES;
    loop {
        window.grow_to(bytes);
        let sample = parse(window.bytes(), delimiter, ROWS, window.bytes().len() < bytes);
        if sample.len() >= 2 || window.bytes().len() < bytes || bytes > 2 * max_row_bytes {
            return sample;
        }
        bytes *= 2;
    }
}

/// The delimiter that cuts the first rows into most fields of which most rows have equally many.
pub(super) fn delimiter(window: &mut Window, guesses: &mut Vec<Guess>) -> u8 {
    const LOOK: usize = 256 << 10;
    window.grow_to(LOOK);
    let is_all = window.bytes().len() < LOOK;
    let score = |delimiter: u8| {
        let sample = parse(&window.bytes()[..window.bytes().len().min(LOOK)], delimiter, 1000, is_all);
        if sample.len() == 0 {
            return 0;
        }
        let columns = sample.fields(0);
        let even = (0..sample.len()).filter(|row| sample.fields(*row) == columns).count();
        (columns - 1) * even * 1000 / sample.len()
    };
    let mut best = (0, DELIMITERS[0]);
    for candidate in DELIMITERS {
        let points = score(candidate.0);
        if points > best.0 {
            best = (points, candidate);
        }
    }
    let (_, (delimiter, name)) = best;
    if delimiter != b',' {
        guesses.push(Guess::new("delimiter", name));
    }
    delimiter
}

/// Complete rows of `bytes`; the last one without an end of line counts only when there is nothing behind it.
fn parse(bytes: &[u8], delimiter: u8, most: usize, is_all: bool) -> Sample {
    let mut core = records::reader(delimiter);
    let mut sample = Sample { output: vec![0; bytes.len() + 1], ..Sample::default() };
    let mut ends = vec![0; 1024];
    let (mut taken, mut written, mut row_start, mut fields) = (0, 0, 0, 0);
    while sample.len() < most {
        let input = &bytes[taken..];
        if input.is_empty() && !is_all {
            break;
        }
        let (result, read, out, end) = core.read_record(input, &mut sample.output[written..], &mut ends[fields..]);
        taken += read;
        written += out;
        fields += end;
        match result {
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
            ReadRecordResult::Record => {
                sample.starts.push(sample.ends.len());
                sample.ends.push(row_start);
                sample.ends.extend(ends[..fields].iter().map(|end| row_start + end));
                (row_start, fields) = (written, 0);
            }
            ReadRecordResult::OutputFull | ReadRecordResult::End => break,
        }
    }
    sample.output.truncate(written);
    sample
}
