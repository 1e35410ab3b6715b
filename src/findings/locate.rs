//! From key paths to lines and columns, and out with what only follows from another mistake:
//! both need the text once more, and only of files that have findings.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::fix::{self, Edit};
use super::repeated::together;
use super::silence::silence;
use super::{Fix, Located};
use crate::diagnostic::Diagnostic;
use crate::findings::cursor::Cursor;
use crate::place::{KeyPath, Place, SourcePath, Spot, Step};
use crate::problem::{NumberWarning, Problem, ValueProblem, YamlProblem};
use crate::source::Sources;
use crate::yaml::{self, Positions, front_matter};

/// Findings of one file after which the rest is left out, warnings first: by then an editor
/// has enough to do, and finding each place takes time.
const MAX_FINDINGS: usize = 1000;

/// Finds the place of every diagnostic of a build and sorts them by file, place and code, without
/// those that somebody has looked at.
pub fn locate(diagnostics: Vec<Diagnostic>, sources: &Sources) -> Vec<Located> {
    let mut located = places(diagnostics, sources);
    without_doubts_of_cut_numbers(&mut located);
    silence(&mut located, sources);
    together(in_order(located))
}

/// The same for diagnostics that no build has and no comment can silence, as those of a
/// comparison: to a build such a comment would be of no use.
pub fn locate_all(diagnostics: Vec<Diagnostic>, sources: &Sources) -> Vec<Located> {
    in_order(places(diagnostics, sources))
}

fn places(mut diagnostics: Vec<Diagnostic>, sources: &Sources) -> Vec<Located> {
    diagnostics.sort_by_key(|diagnostic| diagnostic.problem.severity());
    let mut files = files(&diagnostics, sources);
    let mut found: Vec<(SourcePath, Range<usize>, Problem, Option<Edit>)> = Vec::new();
    for Diagnostic { problem, place: Place { file, spot } } in diagnostics {
        let Some(facts) = files.get_mut(&file) else { continue };
        if facts.findings < MAX_FINDINGS && !facts.explains(&problem, &spot) {
            let range = facts.range(spot);
            if is_meant(&problem, facts.text.get(range.clone()).unwrap_or("")) {
                continue;
            }
            facts.findings += 1;
            let change = facts.change(&problem, &range);
            found.push((file, range, problem, change));
        }
    }
    found.sort_by(|(a, x, ..), (b, y, ..)| (a, x.start).cmp(&(b, y.start)));
    let mut located = Vec::with_capacity(found.len());
    let mut current: Option<(SourcePath, Cursor<'_>)> = None;
    for (file, range, problem, change) in found {
        let mut cursor = match current.take() {
            Some((same, cursor)) if same == file => cursor,
            _ => Cursor::new(sources.shown(&file)),
        };
        let start = cursor.go_to(range.start);
        let end = Cursor::go_to(&mut cursor.clone(), range.end);
        current = Some((file.clone(), cursor));
        let severity = problem.severity();
        let fix = change.map(|change| placed(change, sources.shown(&file)));
        located.push(Located { problem, severity, file, range, start, end, fix });
    }
    located
}

/// What a comma in braces left of a number is no number of its own: nothing is said of that.
fn without_doubts_of_cut_numbers(located: &mut Vec<Located>) {
    let is_cut = |found: &&Located| {
        matches!(found.problem, Problem::Yaml(YamlProblem::CommaInNumber { .. }))
    };
    let cut: Vec<(SourcePath, Range<usize>)> =
        located.iter().filter(is_cut).map(|it| (it.file.clone(), it.range.clone())).collect();
    located.retain(|found| {
        let is_inside = |(file, range): &(SourcePath, Range<usize>)| {
            *file == found.file && range.contains(&found.range.start)
        };
        !(matches!(found.problem, Problem::Number(_)) && cut.iter().any(is_inside))
    });
}

/// A change with its place.
fn placed(Edit { range, text }: Edit, file: &str) -> Fix {
    let mut cursor = Cursor::new(file);
    let (start, end) = (cursor.go_to(range.start), cursor.go_to(range.end));
    Fix { range, start, end, text }
}

/// Whether somebody has said by quotation marks that a value is meant as it stands.
fn is_meant(problem: &Problem, written: &str) -> bool {
    matches!(problem, Problem::Number(NumberWarning::ThousandsPoint { .. }))
        && written.starts_with(['"', '\''])
}

/// Sorted, and each once.
fn in_order(mut located: Vec<Located>) -> Vec<Located> {
    located.sort_by(|a, b| {
        (&a.file, a.start, a.end, a.problem.code()).cmp(&(
            &b.file,
            b.start,
            b.end,
            b.problem.code(),
        ))
    });
    let mut once: Vec<Located> = Vec::with_capacity(located.len());
    for found in located {
        let same_place = once.iter().rev().take_while(|other| is_at_same_place(other, &found));
        if !same_place.into_iter().any(|other| *other == found) {
            once.push(found);
        }
    }
    once
}

fn is_at_same_place(a: &Located, b: &Located) -> bool {
    (&a.file, a.start, a.end) == (&b.file, b.start, b.end)
}

/// A file with findings.
struct File<'t> {
    text: &'t str,
    yaml: Range<usize>,
    /// Values of a wrong shape; they were left out when the file was read.
    left_out: Vec<Range<usize>>,
    /// Bytes and suggestions of unknown keys.
    misspelt: BTreeSet<(usize, String)>,
    positions: Option<Positions>,
    /// How many findings it has so far.
    findings: usize,
}

fn files<'t>(diagnostics: &[Diagnostic], sources: &'t Sources) -> BTreeMap<SourcePath, File<'t>> {
    let mut files: BTreeMap<SourcePath, File<'t>> = BTreeMap::new();
    for Diagnostic { problem, place: Place { file, spot } } in diagnostics {
        let facts =
            files.entry(file.clone()).or_insert_with(|| File::new(file, sources.shown(file)));
        match (problem, spot) {
            (
                Problem::Yaml(YamlProblem::UnknownKey { suggestion: Some(meant), .. }),
                Spot::Bytes(range),
            ) => {
                facts.misspelt.insert((range.start, meant.clone()));
            }
            (problem, Spot::Bytes(range)) if is_about_shape(problem) => {
                facts.left_out.push(range.clone());
            }
            _ => {}
        }
    }
    files
}

fn is_about_shape(problem: &Problem) -> bool {
    use YamlProblem::{NoSpaceAfterColon, NoSpaceAfterDash, WrongShape};
    matches!(
        problem,
        Problem::Yaml(WrongShape { .. } | NoSpaceAfterColon { .. } | NoSpaceAfterDash)
    )
}

impl<'t> File<'t> {
    fn new(path: &str, text: &'t str) -> Self {
        let yaml = if path.ends_with(".md") { front_matter::range(text) } else { 0..text.len() };
        let (left_out, misspelt) = (Vec::new(), BTreeSet::new());
        File { text, yaml, left_out, misspelt, positions: None, findings: 0 }
    }

    fn positions(&mut self) -> &Positions {
        let (text, yaml, left_out) = (self.text, &self.yaml, &self.left_out);
        self.positions.get_or_insert_with(|| {
            let text = text.get(yaml.clone()).unwrap_or("");
            yaml::Positions::read(text, yaml.start, left_out)
        })
    }

    /// Whether a finding only follows from another: what is missing is there, but
    /// misspelt or in a wrong shape.
    fn explains(&mut self, problem: &Problem, spot: &Spot) -> bool {
        let (Spot::Key(path) | Spot::Value(path)) = spot else { return false };
        let mut path: KeyPath = path.clone();
        match problem {
            Problem::Value(ValueProblem::NoDefaultLanguage { language }) => {
                path.push(Step::Key(language.clone()))
            }
            Problem::Yaml(YamlProblem::MissingKey { .. } | YamlProblem::EmptyText) => {}
            _ => return false,
        }
        let key = match path.last() {
            Some(Step::Key(key)) => key.as_str(),
            _ => "",
        };
        let misspelt: Vec<usize> =
            self.misspelt.iter().filter(|(_, meant)| *meant == key).map(|(at, _)| *at).collect();
        let positions = self.positions();
        positions.has_left_out(&path) || misspelt.iter().any(|at| positions.beside(&path, *at))
    }

    /// The change that mends a finding.
    fn change(&mut self, problem: &Problem, range: &Range<usize>) -> Option<Edit> {
        let change = fix::change(problem, self.text, range, &self.yaml)?;
        // A key must not stand twice.
        let stands =
            fix::can_be_key(problem) && self.positions().stands_beside(range.start, &change.text);
        (!stands).then_some(change)
    }

    /// The bytes of a spot of the file.
    fn range(&mut self, spot: Spot) -> Range<usize> {
        match spot {
            Spot::Whole => 0..0,
            Spot::Bytes(range) => range,
            Spot::Value(path) => self.positions().value_range(&path),
            Spot::Key(path) => self.positions().key_range(&path),
            Spot::TextIn(path, text, passage) => {
                let range = self.positions().value_range(&path);
                let value = self.text.get(range.clone()).unwrap_or("");
                let wanted = text.get(passage.clone()).unwrap_or("");
                let first = wanted.lines().next().unwrap_or("");
                // The same words may appear more than once: count.
                let number = text.get(..passage.start).unwrap_or("").matches(first).count();
                if let Some((at, _)) = value.match_indices(first).nth(number) {
                    return range.start + at..range.start + at + first.len();
                }
                // In the file a line can end within the passage.
                let first = first.split(' ').next().unwrap_or("");
                let number = text.get(..passage.start).unwrap_or("").matches(first).count();
                match value.match_indices(first).nth(number).filter(|_| !first.is_empty()) {
                    Some((at, _)) => range.start + at..range.start + at + first.len(),
                    None => range,
                }
            }
        }
    }
}
