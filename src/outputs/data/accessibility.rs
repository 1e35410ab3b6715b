//! `data/accessibility.json`: the accessibility statement in a machine-readable form, which
//! article 2 of Implementing Decision (EU) 2018/1523 asks for. A part that is missing is `null`.

use serde::Serialize;

use super::shared::{ContactData, Texts, contact, maybe, texts};
use crate::model::accessibility::{Barrier, Enforcement, Feedback, Statement};
use crate::route::Route;
use crate::site::Site;
use crate::values::PageType;

/// The model that the statement follows.
const MODEL: &str = "http://data.europa.eu/eli/dec_impl/2018/1523/oj";

/// The statement.
#[derive(Serialize)]
pub struct StatementData<'s> {
    model: &'static str,
    urls: Texts<'s, String>,
    body: Option<Texts<'s>>,
    law: Option<Texts<'s>>,
    scope: Option<Texts<'s>>,
    standard: &'s str,
    /// Of the European standard alone.
    version: Option<&'static str>,
    status: Option<&'static str>,
    barriers: Vec<BarrierData<'s>>,
    method: Option<&'static str>,
    method_note: Option<Texts<'s>>,
    report: Option<&'s str>,
    created: Option<String>,
    reviewed: Option<String>,
    feedback: Option<FeedbackData<'s>>,
    enforcement: Option<EnforcementData<'s>>,
}

#[derive(Serialize)]
struct BarrierData<'s> {
    what: Texts<'s>,
    reason: &'static str,
    alternative: Option<Texts<'s>>,
    planned: Option<String>,
}

#[derive(Serialize)]
struct FeedbackData<'s> {
    contact: Option<ContactData<'s>>,
    email: Option<&'s str>,
    phone: Option<&'s str>,
    url: Option<&'s str>,
    note: Option<Texts<'s>>,
}

#[derive(Serialize)]
struct EnforcementData<'s> {
    name: Texts<'s>,
    address: Option<Texts<'s>>,
    email: Option<&'s str>,
    phone: Option<&'s str>,
    url: Option<&'s str>,
    note: Option<Texts<'s>>,
}

/// The statement as data.
pub fn data<'s>(sites: &'s [Site<'s>], statement: &'s Statement) -> StatementData<'s> {
    let page = |site: &'s Site<'s>| {
        let page = site.page_of_type(PageType::Accessibility)?;
        site.own(&page.body)?;
        Some(site.routes.absolute(Route::Page(page.slug.get(&site.language))))
    };
    StatementData {
        model: MODEL,
        urls: super::shared::in_each(sites, page),
        body: maybe(sites, statement.body.as_ref()),
        law: maybe(sites, statement.law.as_ref()),
        scope: maybe(sites, statement.scope.as_ref()),
        standard: &statement.standard,
        version: statement.version_of_standard().map(|version| version.word()),
        status: statement.status.map(|status| status.word()),
        barriers: statement.barriers.iter().map(|it| barrier(sites, it)).collect(),
        method: statement.method.map(|method| method.word()),
        method_note: maybe(sites, statement.method_note.as_ref()),
        report: statement.report.as_ref().map(|url| url.0.as_str()),
        created: statement.created.map(|day| day.to_string()),
        reviewed: statement.reviewed.map(|day| day.to_string()),
        feedback: statement.feedback.as_ref().map(|it| feedback(sites, it)),
        enforcement: statement.enforcement.as_ref().map(|it| enforcement(sites, it)),
    }
}

fn barrier<'s>(sites: &'s [Site<'s>], barrier: &'s Barrier) -> BarrierData<'s> {
    BarrierData {
        what: texts(sites, &barrier.what),
        reason: barrier.reason.word(),
        alternative: maybe(sites, barrier.alternative.as_ref()),
        planned: barrier.planned.map(|day| day.to_string()),
    }
}

fn feedback<'s>(sites: &'s [Site<'s>], feedback: &'s Feedback) -> FeedbackData<'s> {
    FeedbackData {
        contact: contact(sites, feedback.contact.as_ref()),
        email: feedback.email.as_ref().map(|email| email.0.as_str()),
        phone: feedback.phone.as_ref().map(|phone| phone.dial.as_str()),
        url: feedback.url.as_ref().map(|url| url.0.as_str()),
        note: maybe(sites, feedback.note.as_ref()),
    }
}

fn enforcement<'s>(sites: &'s [Site<'s>], body: &'s Enforcement) -> EnforcementData<'s> {
    EnforcementData {
        name: texts(sites, &body.name),
        address: maybe(sites, body.address.as_ref()),
        email: body.email.as_ref().map(|email| email.0.as_str()),
        phone: body.phone.as_ref().map(|phone| phone.dial.as_str()),
        url: body.url.as_ref().map(|url| url.0.as_str()),
        note: maybe(sites, body.note.as_ref()),
    }
}
