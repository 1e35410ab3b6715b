//! Front matter: the YAML between two lines `---` at the top of a Markdown file.

use std::ops::Range;

use crate::problem::{FileProblem, Problem, YamlProblem};

/// The two parts of a Markdown file, as byte ranges of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The YAML.
    pub yaml: Range<usize>,
    /// The Markdown behind it.
    pub body: Range<usize>,
}

const FENCE: &str = "---";

/// Finds the front matter; says where it should begin or end when it does not.
pub fn split(text: &str) -> Result<Split, (Range<usize>, Problem)> {
    let mut lines = Lines { text, at: 0 };
    match lines.next() {
        Some((range, FENCE)) => {
            let yaml_start = lines.at;
            while let Some((line, content)) = lines.next() {
                if content == FENCE {
                    let body = lines.at..text.len();
                    return Ok(Split { yaml: yaml_start..line.start, body });
                }
            }
            Err((range, YamlProblem::FrontMatterNotClosed.into()))
        }
        Some((range, _)) if !text.trim().is_empty() => {
            Err((range, YamlProblem::FrontMatterMissing.into()))
        }
        _ => Err((0..0, FileProblem::EmptyFile.into())),
    }
}

/// The bytes of the YAML; nothing when there is no front matter.
pub fn range(text: &str) -> Range<usize> {
    split(text).map_or(0..0, |split| split.yaml)
}

struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Lines<'t> {
    type Item = (Range<usize>, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let line = rest.split_inclusive('\n').next()?;
        let start = self.at;
        self.at += line.len();
        let content = line.trim_end();
        Some((start..start + content.len(), content))
    }
}
