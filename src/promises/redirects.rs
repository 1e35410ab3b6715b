//! Old addresses that lead nowhere, or only by a detour. Each redirect costs readers time, search
//! engines follow few of them, and one that ends at what is gone is a lost address.
//!
//! What an editor writes under `aliases` leads straight to a page. A theme may have rules of its own
//! in `_redirects`, which then stand in the place of ours.

use std::collections::{BTreeMap, BTreeSet};

use super::{After, Diagnostic};
use crate::files::OutPath;
use crate::outputs::aliases;
use crate::place::{SourcePath, Spot};
use crate::problem::RedirectProblem;
use crate::route::{address, out_path};
use crate::values::HostingFile;

/// A rule: where it is written, and where it leads, as a link from the root of the site.
struct Rule {
    file: SourcePath,
    part: Spot,
    to: String,
}

/// Every old address that leads astray.
pub(super) fn astray(after: After<'_>) -> Vec<Diagnostic> {
    let rules = rules(after);
    rules.iter().filter_map(|(from, rule)| judge(after, &rules, from, rule)).collect()
}

fn judge(
    after: After<'_>,
    rules: &BTreeMap<OutPath, Rule>,
    from: &OutPath,
    rule: &Rule,
) -> Option<Diagnostic> {
    let (files, hosting) = (&after.built.files, &after.built.hosting);
    let mut over: Vec<String> = Vec::new();
    let mut seen = BTreeSet::from([from.clone()]);
    let mut at = file_of(&rule.to);
    while let Some(next) = rules.get(&at) {
        over.push(address(&at));
        if !seen.insert(at.clone()) {
            break;
        }
        at = file_of(&next.to);
    }
    let from = address(from);
    let is_there = files.contains_key(&at) && !hosting.gone.contains(&at) && !seen.contains(&at);
    let problem = match (is_there, over.first()) {
        (false, _) => RedirectProblem::LeadsNowhere { from, to: address(&at) },
        (true, Some(over)) => RedirectProblem::Chain { from, over: over.clone(), to: address(&at) },
        (true, None) => return None,
    };
    Some(Diagnostic::new(&rule.file, rule.part.clone(), problem))
}

/// Every rule by the file of its old address.
fn rules(after: After<'_>) -> BTreeMap<OutPath, Rule> {
    let sites = after.built.sites();
    let mut rules = BTreeMap::new();
    for alias in sites.iter().take(1).flat_map(aliases) {
        let part = alias.written_at();
        let to = sites.first().map(|site| site.routes.path(alias.target)).unwrap_or_default();
        let rule = Rule { file: alias.file.clone(), part, to };
        rules.insert(alias.stub, rule);
    }
    let file = HostingFile::Redirects.word();
    let theme = after.built.origins.get(file).zip(after.built.files.get(file));
    // One that cannot be read now is told where it is copied.
    let text = theme.and_then(|(file, body)| Some((file, body.read().ok()?)));
    let Some((file, text)) = text else { return rules };
    for line in String::from_utf8_lossy(&text).lines() {
        let mut words = line.split_whitespace();
        let (Some(from), Some(to)) = (words.next(), words.next()) else { continue };
        // A rule for many addresses names none; another site is not ours to judge.
        let is_plain = |path: &str| path.starts_with('/') && !path.contains(['*', ':']);
        let routes = &after.built.hosting.routes;
        let (Some(from), Some(to)) = (routes.unmounted(from), routes.unmounted(to)) else {
            continue;
        };
        if is_plain(from) && is_plain(to) {
            let rule = Rule { file: file.clone(), part: Spot::Whole, to: to.to_owned() };
            rules.insert(file_of(from), rule);
        }
    }
    rules
}

/// The file behind a link: `/alt`, `/alt/` and `/alt/#ort` are a folder's page.
fn file_of(link: &str) -> OutPath {
    let link = link.split(['#', '?']).next().unwrap_or(link);
    let decoded = percent_encoding::percent_decode_str(link).decode_utf8_lossy();
    let name = decoded.rsplit('/').next().unwrap_or_default();
    if name.is_empty() || name.contains('.') {
        out_path(&decoded)
    } else {
        out_path(&format!("{decoded}/"))
    }
}
