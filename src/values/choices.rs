//! The words an editor can choose from. The words are the contract's and never translated.

use super::{Value, choose};
use crate::problem::Problem;

/// Declares an enum whose variants have one word each in content files.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// All words.
            pub const WORDS: &[&str] = &[$($word,)+];

            /// The word in content files.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }
        }

        impl Value for $name {
            fn read(text: &str) -> Result<Self, Problem> {
                choose(text, &[$(($word, $name::$variant),)+])
            }
        }
    };
}

choices! {
    /// What sort of event it is, of those that every site has.
    BuiltInKind {
        /// Guests and hosts meet informally.
        GetTogether = "get-together",
        /// A visit to one company.
        CompanyVisit = "company-visit",
        /// A congress or a fair.
        Congress = "congress",
        /// Arranged talks in pairs.
        Matchmaking = "matchmaking",
        /// Any other visit.
        Visit = "visit",
        /// Only on the network.
        Online = "online",
    }
}

choices! {
    /// How far a site complies (Implementing Decision (EU) 2018/1523, annex).
    Compliance {
        /// Fully.
        Full = "full",
        /// Partially.
        Partial = "partial",
        /// Not.
        None = "none",
    }
}

choices! {
    /// Why content is not accessible (Implementing Decision (EU) 2018/1523, annex).
    BarrierReason {
        /// It does not comply.
        NonCompliance = "non-compliance",
        /// It would be a disproportionate burden.
        DisproportionateBurden = "disproportionate-burden",
        /// The law does not apply to it.
        OutOfScope = "out-of-scope",
    }
}

choices! {
    /// Who assessed a site (Implementing Decision (EU) 2018/1523, article 3).
    Assessment {
        /// The body itself.
        OwnAssessment = "self-assessment",
        /// Somebody else.
        ThirdParty = "third-party",
    }
}

choices! {
    /// A version of EN 301 549.
    NormVersion {
        /// Of 2021; Implementing Decision (EU) 2021/1339 cites it.
        V321 = "V3.2.1",
        /// Its successor.
        V411 = "V4.1.1",
    }
}

choices! {
    /// For which pages a share image is drawn.
    ShareChoice {
        /// For every event, visit and release.
        All = "all",
        /// For those that are ahead or of the last two years.
        Recent = "recent",
        /// For none.
        None = "none",
    }
}

choices! {
    /// Whether an event takes place.
    EventStatus {
        /// Intended, not yet certain.
        Planned = "planned",
        /// Certain.
        Confirmed = "confirmed",
        /// Does not take place.
        Cancelled = "cancelled",
        /// Takes place later; the date is open.
        Postponed = "postponed",
        /// Takes place, but only on the network.
        MovedOnline = "moved-online",
    }
}

impl EventStatus {
    /// Whether an event does not take place, or not at this time.
    pub fn is_called_off(self) -> bool {
        matches!(self, EventStatus::Cancelled | EventStatus::Postponed)
    }
}

choices! {
    /// Whether a visit takes place; that it runs or is past follows from its dates.
    DelegationStatus {
        /// Intended, not yet certain.
        Planned = "planned",
        /// Certain.
        Confirmed = "confirmed",
        /// Does not take place.
        Cancelled = "cancelled",
        /// Takes place later; the date is open.
        Postponed = "postponed",
    }
}

choices! {
    /// How many places are left.
    RegistrationState {
        /// There are places.
        Open = "open",
        /// There are few places.
        Few = "few",
        /// There is a waiting list.
        Waitlist = "waitlist",
        /// There are no places.
        Full = "full",
        /// Nobody can register any more.
        Closed = "closed",
    }
}

choices! {
    /// Why something that was published has changed.
    ChangeKind {
        /// Something was wrong.
        Correction = "correction",
        /// Something is different now.
        Change = "change",
        /// It is no longer maintained that it is so.
        Withdrawal = "withdrawal",
    }
}

choices! {
    /// What a page is for.
    PageType {
        /// A page like any other.
        Page = "page",
        /// Who is responsible for the site (DDG § 5).
        Imprint = "imprint",
        /// How personal data are treated (GDPR Art. 13).
        Privacy = "privacy",
        /// The accessibility statement (BfWebG, EU 2018/1523).
        Accessibility = "accessibility",
        /// The content in simple language.
        SimpleLanguage = "simple-language",
        /// The content in sign language.
        SignLanguage = "sign-language",
    }
}

choices! {
    /// `time: open`, beside a day: the hour follows.
    HourOpen {
        /// The only word.
        Open = "open",
    }
}

choices! {
    /// What is different about one date of a series.
    DateStatus {
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

choices! {
    /// A part of the site that is made from data.
    Section {
        /// Country delegations.
        Delegations = "delegations",
        /// Events.
        Events = "events",
        /// Press releases.
        Press = "press",
    }
}

choices! {
    /// A file with rules that a web server looks for among the files of a site.
    HostingFile {
        /// Headers, of hosts such as Netlify and Cloudflare Pages.
        Headers = "_headers",
        /// Redirects, of such hosts and of GitLab Pages.
        Redirects = "_redirects",
        /// Everything, of Apache.
        Apache = ".htaccess",
    }
}
