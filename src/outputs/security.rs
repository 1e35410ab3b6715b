//! `/.well-known/security.txt` (RFC 9116): whom somebody tells who found a weakness. After its day
//! nobody should use it, so it is not there any more. A theme's own file wins.

use super::{Artifact, Context};
use crate::dates::rfc3339_utc;
use crate::route::{Route, out_path};

/// Where it must be (RFC 9116 3).
pub const NAME: &str = ".well-known/security.txt";

/// The file.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let site = context.site;
    let is_the_themes = context.sources.theme_static(&site.config.theme).contains_key(NAME);
    let security = site.config.security.as_ref().filter(|_| !is_the_themes);
    let Some((security, until)) = security.zip(site.security_until()) else { return Vec::new() };
    if until <= site.now {
        return Vec::new();
    }
    let path = site.routes.path(Route::Static(NAME));
    let languages: Vec<&str> = context.sites.iter().map(|site| site.language.tag()).collect();
    let artifact = Artifact::new(out_path(&path), Some(&site.config.file), move || {
        let contacts = security.contacts.iter().map(|contact| format!("Contact: {contact}\n"));
        let text = format!(
            "{}Expires: {}\nPreferred-Languages: {}\nCanonical: {}\n",
            contacts.collect::<String>(),
            rfc3339_utc(until),
            languages.join(", "),
            site.routes.url(&path),
        );
        Ok(text.into_bytes().into())
    });
    vec![artifact]
}
