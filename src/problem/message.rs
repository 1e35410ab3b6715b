//! How messages are written down: each in one place, with everything that belongs to it.
//!
//! To add a message, write it into the file of its group, in the order of codes, and report it
//! where the mistake is found. Nothing else has to know of it:
//!
//! ```text
//! /// A word that is none of the choices.
//! E0301 UnknownChoice { value: String, choices: String }
//!     de: "»{value}« steht nicht zur Wahl.",
//!     en: "“{value}” is not one of the choices.",
//!     hint_de: "Möglich sind: {choices}",
//!     hint_en: "There are: {choices}",
//!     why_de: "Hier ist nur eines von wenigen Wörtern möglich. …",
//!     why_en: "Only one of a few words is possible here. …",
//!     example: Event, wrong: "kind: Firmenbesuch", right: "kind: company-visit",
//! ```
//!
//! - The code begins with `E` for an error and with `W` for a warning. It is for ever; take the
//!   next free number, also where an older one is no longer used.
//! - The name says what is wrong. The facts in braces are what the words need; the doc comment says
//!   what they are where their names do not. A message without facts has no braces.
//! - `de` and `en` say what is wrong, in one sentence, to an editor.
//! - `hint_de` and `hint_en` say what to type instead. Leave out both where that cannot be said.
//! - A text is a literal with its facts in braces, as in [`format!`]; a brace that stands for
//!   itself is written twice. Where words depend on facts the text is a block, with the facts as
//!   references: `{ if is_day(end) { … } else { … } }`. A block makes a `String`, one of a hint
//!   may make an `Option<String>`.
//! - `why_de` and `why_en` are for `bba explain`; their first sentences are the summary.
//! - `example` is what the two examples are a part of, see
//!   [`Example`](crate::problem::explain::Example). `wrong` must have this mistake and `right`
//!   must have none; tests put both through the build.
//!
//! A message that lacks one of its languages does not compile.

/// The longest message, in characters. Longer ones quote what nobody reads to its end.
const LONGEST: usize = 600;

/// A message that quotes too much, with its beginning and its end.
pub(super) fn shortened(message: String) -> String {
    if message.chars().nth(LONGEST).is_none() {
        return message;
    }
    let beginning: String = message.chars().take(LONGEST / 3).collect();
    let end: Vec<char> = message.chars().rev().take(LONGEST / 3).collect();
    format!("{beginning} … {}", end.into_iter().rev().collect::<String>())
}

/// A group of messages; the head of this file says how one is written. It becomes an enum with
/// the facts, and what [`Problem`](crate::problem::Problem) asks of it.
macro_rules! messages {
    (
        $(#[$group_doc:meta])*
        pub enum $group:ident {
            $(
                $(#[$doc:meta])*
                $code:ident $name:ident $({ $($fact:ident: $type:ty),+ })?
                    de: $de:tt,
                    en: $en:tt,
                    $(hint_de: $hint_de:tt, hint_en: $hint_en:tt,)?
                    why_de: $why_de:literal,
                    why_en: $why_en:literal,
                    example: $example:ident $(($file:literal))?,
                    wrong: $wrong:literal,
                    right: $right:literal,
            )+
        }
    ) => {
        $(#[$group_doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the docs of a message say what its facts are")]
        pub enum $group {
            $($(#[$doc])* $name $({ $($fact: $type),+ })?,)+
        }

        impl $group {
            pub(super) const EXPLANATIONS: &[$crate::problem::explain::Explanation] = &[
                $($crate::problem::explain::Explanation {
                    code: stringify!($code),
                    german: $why_de,
                    english: $why_en,
                    example: $crate::problem::explain::Example::$example $(($file))?,
                    wrong: $wrong,
                    right: $right,
                },)+
            ];

            /// Its code: `E` for errors, `W` for warnings.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => stringify!($code),)+
                }
            }

            /// What is wrong, in one sentence.
            pub fn message(&self, language: $crate::problem::MessageLanguage) -> String {
                match self {
                    $(Self::$name $({ $($fact),+ })? => {
                        // A text need not use every fact.
                        $(let _ = ($($fact,)+);)?
                        messages!(@pick language, messages!(@text $de), messages!(@text $en))
                    })+
                }
            }

            /// What to type instead, where that can be said.
            pub fn hint(
                &self,
                language: $crate::problem::MessageLanguage,
            ) -> Option<String> {
                match self {
                    $(Self::$name $({ $($fact),+ })? => {
                        $(let _ = ($($fact,)+);)?
                        messages!(@hint language $(, $hint_de, $hint_en)?)
                    })+
                }
            }
        }
    };
    (@hint $language:ident) => { None };
    (@hint $language:ident, $de:tt, $en:tt) => {
        messages!(
            @pick $language,
            Option::<String>::from(messages!(@text $de)),
            Option::<String>::from(messages!(@text $en))
        )
    };
    (@pick $language:ident, $german:expr, $english:expr) => {
        match $language {
            $crate::problem::MessageLanguage::German => $german,
            $crate::problem::MessageLanguage::English => $english,
        }
    };
    (@text $text:literal) => { format!($text) };
    (@text $text:block) => { $text };
}

/// The groups with the numbers of their codes. They become the variants of `Problem`, which
/// passes on what it is asked.
macro_rules! groups {
    (
        $(#[$doc:meta])*
        pub enum $problem:ident {
            $($(#[$group_doc:meta])* $name:ident($file:ident::$group:ident) has $codes:expr,)+
        }
    ) => {
        $(pub use $file::$group;)+

        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $problem {
            $($(#[$group_doc])* $name($group),)+
        }

        $(impl From<$group> for $problem {
            fn from(problem: $group) -> Self {
                $problem::$name(problem)
            }
        })+

        /// The numbers of the codes of each group, and its explanations.
        const GROUPS: &[(std::ops::RangeInclusive<u32>, &[explain::Explanation])] =
            &[$(($codes, $group::EXPLANATIONS),)+];

        impl $problem {
            /// Its code: `E` for errors, `W` for warnings.
            pub fn code(&self) -> &'static str {
                match self {
                    $($problem::$name(problem) => problem.code(),)+
                }
            }

            /// What is wrong, in one sentence.
            pub fn message(&self, language: MessageLanguage) -> String {
                match self {
                    $($problem::$name(problem) => message::shortened(problem.message(language)),)+
                }
            }

            /// What to type instead, where that can be said.
            pub fn hint(&self, language: MessageLanguage) -> Option<String> {
                match self {
                    $($problem::$name(problem) => problem.hint(language),)+
                }
            }
        }
    };
}
