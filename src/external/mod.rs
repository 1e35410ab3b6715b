//! Whether links to other sites lead anywhere: `check --external`. Others' servers are asked as a
//! guest does it: one request at a time, one a second to each host, and not again for a week.

mod ask;
mod kept;
mod written;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::diagnostic::Diagnostic;
use crate::pipeline::Built;
use crate::problem::ExternalProblem;
use crate::source::Sources;

pub use self::ask::{Asker, Verdict};
use self::kept::Kept;

/// Between two requests to one host.
const APART: SignedDuration = SignedDuration::from_secs(1);

/// What time it is, and how to wait.
#[derive(Debug, Clone, Copy)]
pub struct Time {
    /// The clock.
    pub now: fn() -> Timestamp,
    /// Lets some time pass.
    pub pause: fn(Duration),
    /// How long an answer is waited for.
    pub patience: Duration,
}

/// How long an answer is waited for, if nobody says otherwise.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Asks all links of a site to others; what is found wrong, at the first place of each. `progress`
/// is told how many of how many are known.
pub fn broken(
    built: &Built,
    sources: &Sources,
    root: &Path,
    time: Time,
    progress: &mut dyn FnMut(usize, usize),
) -> Vec<Diagnostic> {
    let links = written::links(built, sources);
    let urls: Vec<&str> = links.iter().map(|link| link.url.as_str()).collect();
    let verdicts = verdicts(&urls, root, time, progress);
    let found = links.iter().filter_map(|link| {
        let problem = problem(&link.url, verdicts.get(link.url.as_str())?)?;
        Some(Diagnostic::bytes(&link.file, link.range.clone(), problem))
    });
    found.collect()
}

fn problem(url: &str, verdict: &Verdict) -> Option<ExternalProblem> {
    let url = url.to_owned();
    Some(match verdict {
        Verdict::Fine => return None,
        Verdict::Gone(status) => ExternalProblem::LinkGone { url, status: *status },
        Verdict::Refused(status) => ExternalProblem::LinkRefused { url, status: *status },
        Verdict::Failed(why) => ExternalProblem::LinkFails { url, why: why.clone() },
    })
}

/// Asks addresses, each host in its turn, so that nobody waits where others could be asked.
fn verdicts(
    urls: &[&str],
    root: &Path,
    time: Time,
    progress: &mut dyn FnMut(usize, usize),
) -> BTreeMap<String, Verdict> {
    let mut kept = Kept::read(root, (time.now)());
    let mut verdicts: BTreeMap<String, Verdict> = BTreeMap::new();
    let mut hosts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for url in urls {
        match kept.verdict(url) {
            Some(verdict) => drop(verdicts.insert((*url).to_owned(), verdict)),
            None => hosts.entry(ask::host(url)).or_default().push(url),
        }
    }
    let mut asker = Asker::new(APART, time);
    while !hosts.is_empty() {
        for left in hosts.values_mut() {
            let Some(url) = left.pop() else { continue };
            let verdict = asker.ask(url);
            kept.keep(url, &verdict, (time.now)());
            verdicts.insert(url.to_owned(), verdict);
            progress(verdicts.len(), urls.len());
        }
        hosts.retain(|_, left| !left.is_empty());
        // So much is known should somebody lose patience.
        kept.write(root);
    }
    verdicts
}
