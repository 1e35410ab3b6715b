//! The accessibility statement on its page, in the model wording of Implementing Decision (EU)
//! 2018/1523. A sentence that needs what is not known yet is not there: it says that it follows.

use serde::Serialize;

use super::contact::{ContactView, EmailView, PhoneView, contact_of, email, phone};
use super::text::{PageSite, Text};
use crate::dates::Dates;
use crate::gap;
use crate::language::Translated;
use crate::model::accessibility::{Barrier, Enforcement, Feedback, Statement};
use crate::values::{BarrierReason, Compliance, Url};

/// The statement.
#[derive(Debug, Serialize)]
pub struct StatementView {
    commitment: String,
    scope: String,
    compliance: String,
    /// Whether content is or may not be accessible.
    has_barriers: bool,
    /// What is not accessible, by reason.
    reasons: Vec<ReasonView>,
    created: String,
    method: String,
    method_note: Option<Text>,
    report: Option<String>,
    reviewed: Option<String>,
    feedback: Option<FeedbackView>,
    enforcement: Option<EnforcementView>,
    /// What stands in place of what is missing.
    follows: &'static str,
    /// The same for programs.
    data: String,
}

#[derive(Debug, Serialize)]
struct ReasonView {
    title: String,
    barriers: Vec<BarrierView>,
}

#[derive(Debug, Serialize)]
struct BarrierView {
    what: Text,
    alternative: Option<Text>,
    planned: Option<String>,
}

#[derive(Debug, Serialize)]
struct FeedbackView {
    contact: Option<ContactView>,
    reach: ReachView,
    note: Option<Text>,
}

#[derive(Debug, Serialize)]
struct EnforcementView {
    name: Text,
    address: Option<Text>,
    reach: ReachView,
    note: Option<Text>,
}

/// How somebody is reached.
#[derive(Debug, Serialize)]
struct ReachView {
    email: Option<EmailView>,
    phone: Option<PhoneView>,
    url: Option<String>,
}

/// The statement of a site, if it has one.
pub fn statement(site: &PageSite) -> Option<StatementView> {
    let statement = site.statement.as_ref()?;
    let texts = Sentences { site, statement };
    let dates = Dates(&site.strings);
    let day = |day: Option<jiff::civil::Date>| day.map(|day| dates.day(day));
    let method = statement.method.map(|method| method.word());
    let is_full = statement.status == Some(Compliance::Full);
    Some(StatementView {
        commitment: texts.filled(
            "accessibility.commitment",
            &[("body", texts.text(&statement.body)), ("law", texts.text(&statement.law))],
        ),
        scope: texts.filled("accessibility.scope", &[("scope", texts.text(&statement.scope))]),
        compliance: texts.compliance(),
        has_barriers: !is_full || !statement.barriers.is_empty(),
        reasons: texts.reasons(),
        created: texts.filled("accessibility.created", &[("day", day(statement.created))]),
        method: match method {
            Some(word) => site.strings.get(&format!("accessibility.method.{word}")).to_owned(),
            None => texts.follows().to_owned(),
        },
        method_note: Text::maybe(site, statement.method_note.as_ref()),
        report: statement.report.as_ref().map(|Url(url)| url.clone()),
        reviewed: statement
            .reviewed
            .map(|_| texts.filled("accessibility.reviewed", &[("day", day(statement.reviewed))])),
        feedback: statement.feedback.as_ref().map(|feedback| feedback_view(site, feedback)),
        enforcement: statement.enforcement.as_ref().map(|body| enforcement_view(site, body)),
        follows: texts.follows(),
        data: site.routes.href(crate::route::Route::Data("accessibility")),
    })
}

/// Makes the sentences of a statement.
struct Sentences<'s, 'p> {
    site: &'s PageSite<'p>,
    statement: &'s Statement,
}

impl Sentences<'_, '_> {
    fn follows(&self) -> &'static str {
        gap::follows(self.site.language.tag())
    }

    fn text(&self, text: &Option<Translated<String>>) -> Option<String> {
        Text::maybe(self.site, text.as_ref()).map(|text| text.text)
    }

    /// A sentence with its values; that it follows when one of them is missing.
    fn filled(&self, key: &str, values: &[(&str, Option<String>)]) -> String {
        let known: Option<Vec<(&str, &str)>> =
            values.iter().map(|(name, value)| Some((*name, value.as_deref()?))).collect();
        known.map_or_else(|| self.follows().to_owned(), |known| self.site.strings.fill(key, &known))
    }

    fn compliance(&self) -> String {
        let Some(status) = self.statement.status else { return self.follows().to_owned() };
        let norm = Some(self.statement.norm());
        let key = format!("accessibility.compliance.{}", status.word());
        match status {
            Compliance::Full => self.filled(&key, &[("standard", norm)]),
            _ => self.filled(&key, &[("standard", norm), ("causes", self.causes())]),
        }
    }

    /// »Unvereinbarkeiten und Ausnahmen«; nothing while none is known.
    fn causes(&self) -> Option<String> {
        let is_exempt = |barrier: &Barrier| barrier.reason != BarrierReason::NonCompliance;
        let barriers = &self.statement.barriers;
        let word = match (barriers.iter().any(is_exempt), barriers.iter().all(is_exempt)) {
            _ if barriers.is_empty() => return None,
            (false, _) => "non_compliances",
            (true, true) => "exemptions",
            (true, false) => "both",
        };
        Some(self.site.strings.get(&format!("accessibility.causes.{word}")).to_owned())
    }

    fn reasons(&self) -> Vec<ReasonView> {
        let all = [
            BarrierReason::NonCompliance,
            BarrierReason::DisproportionateBurden,
            BarrierReason::OutOfScope,
        ];
        let of = |reason: BarrierReason| {
            let barriers = self.statement.barriers.iter();
            let barriers: Vec<BarrierView> = barriers
                .filter(|barrier| barrier.reason == reason)
                .map(|barrier| self.barrier(barrier))
                .collect();
            (!barriers.is_empty()).then(|| ReasonView { title: self.reason(reason), barriers })
        };
        all.into_iter().filter_map(of).collect()
    }

    fn reason(&self, reason: BarrierReason) -> String {
        let key = format!("accessibility.reason.{}", reason.word());
        let law = self.text(&self.statement.law).unwrap_or_else(|| self.statement.norm());
        self.site.strings.fill(&key, &[("law", &law)])
    }

    fn barrier(&self, barrier: &Barrier) -> BarrierView {
        let planned = barrier.planned.map(|day| {
            let day = Dates(&self.site.strings).day(day);
            self.site.strings.fill("accessibility.planned", &[("day", &day)])
        });
        BarrierView {
            what: ended(Text::of(self.site, &barrier.what)),
            alternative: Text::maybe(self.site, barrier.alternative.as_ref()).map(ended),
            planned,
        }
    }
}

/// A text as a sentence: others follow it.
fn ended(mut text: Text) -> Text {
    if !text.text.ends_with(['.', '!', '?', ':', '…']) {
        text.text.push('.');
    }
    text
}

fn feedback_view(site: &PageSite, feedback: &Feedback) -> FeedbackView {
    let Feedback { contact, email: address, phone: number, url, note } = feedback;
    FeedbackView {
        contact: contact_of(site, contact.as_ref()),
        reach: ReachView {
            email: address.as_ref().map(|address| email(&address.0)),
            phone: number.as_ref().map(phone),
            url: url.as_ref().map(|Url(url)| url.clone()),
        },
        note: Text::maybe(site, note.as_ref()),
    }
}

fn enforcement_view(site: &PageSite, body: &Enforcement) -> EnforcementView {
    let Enforcement { name, address, email: mail, phone: number, url, note } = body;
    EnforcementView {
        name: Text::of(site, name),
        address: Text::maybe(site, address.as_ref()),
        reach: ReachView {
            email: mail.as_ref().map(|address| email(&address.0)),
            phone: number.as_ref().map(phone),
            url: url.as_ref().map(|Url(url)| url.clone()),
        },
        note: Text::maybe(site, note.as_ref()),
    }
}
