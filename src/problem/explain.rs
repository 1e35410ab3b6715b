//! What the code of a finding means, longer than a message can say it: why it is a mistake, and
//! an example that has it and one that has not. Tests put every example through the build.

use super::MessageLanguage;

/// An explanation of one code.
#[derive(Debug)]
pub struct Explanation {
    /// The code: `E0203`.
    pub code: &'static str,
    /// In German; the first sentence is the summary.
    pub(super) german: &'static str,
    /// In English; the first sentence is the summary.
    pub(super) english: &'static str,
    /// What the example is a part of.
    pub example: Example,
    /// What has the mistake.
    pub wrong: &'static str,
    /// What has not.
    pub right: &'static str,
}

/// What an example is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// Keys of an event; `title`, `start` and `published` are added where they are missing.
    Event,
    /// Keys of a delegation; `title`, `countries`, `start` and `published` are added.
    Delegation,
    /// The text of a page, or the whole file when it begins with `---`.
    Page,
    /// A whole file below `content/`.
    File(&'static str),
    /// A line of site.yaml.
    Site,
    /// Nothing that one file could show: names of files, or more files than one.
    Shown,
}

/// All explanations, group by group, in the order of their codes.
pub fn all() -> impl Iterator<Item = &'static Explanation> {
    super::GROUPS.iter().flat_map(|(_, explanations)| *explanations)
}

/// The explanation of a code, in lower case or without its letter too.
pub fn find(code: &str) -> Option<&'static Explanation> {
    let digits = code.trim().trim_start_matches(|c: char| c.is_ascii_alphabetic());
    all().find(|explanation| explanation.code.get(1..) == Some(digits))
}

/// The code that somebody meant who typed one that does not exist.
pub fn nearest(typed: &str) -> &'static str {
    let typed = typed.trim().to_uppercase();
    let distance = |code: &str| strsim::damerau_levenshtein(&typed, code);
    let codes = all().map(|explanation| explanation.code);
    codes.min_by_key(|code| distance(code)).unwrap_or("E0101")
}

impl Explanation {
    /// One sentence.
    pub fn summary(&self, language: MessageLanguage) -> &'static str {
        let words = self.words(language);
        words.find(". ").map_or(words, |end| words.get(..=end).unwrap_or(words))
    }

    fn words(&self, language: MessageLanguage) -> &'static str {
        language.pick(self.german, self.english)
    }

    /// The explanation with its example, as it is printed.
    pub fn text(&self, language: MessageLanguage) -> String {
        let words = self.words(language);
        let (wrong, right) = language.pick(("So nicht", "Sondern so"), ("Wrong", "Right"));
        let indented = |example: &str| -> String {
            example.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
        };
        let text = format!("{}\n\n{words}\n", self.code);
        if self.wrong.is_empty() {
            return text;
        }
        let place = self.example.place().map(|file| format!(" (content/{file})"));
        let place = place.unwrap_or_default();
        let (bad, good) = (indented(self.wrong), indented(self.right));
        format!("{text}\n{wrong}{place}:\n\n{bad}\n{right}:\n\n{good}")
    }
}

impl Example {
    /// The file that has it, below `content/`.
    pub fn place(self) -> Option<&'static str> {
        match self {
            Example::Event => Some("events/beispiel.yaml"),
            Example::Delegation => Some("delegations/beispiel.yaml"),
            Example::Page => Some("pages/beispiel.md"),
            Example::File(name) => Some(name),
            Example::Site => Some("site.yaml"),
            Example::Shown => None,
        }
    }
}
