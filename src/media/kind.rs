//! The kinds of files that may be published from `content/media/`: what browsers show, and what
//! people open with what they have. Nothing that a browser or a server would run.

use super::Content;

/// A kind of file that may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A picture (ISO/IEC 15948).
    Png,
    /// A photograph (ISO/IEC 10918-1).
    Jpeg,
    /// A picture (RFC 9649).
    Webp,
    /// A picture (AV1 Image File Format).
    Avif,
    /// A picture (GIF89a).
    Gif,
    /// A drawing without a script (SVG 2).
    Svg,
    /// A document (ISO 32000).
    Pdf,
    /// A text of LibreOffice (ISO/IEC 26300).
    Odt,
    /// A text of Word (ISO/IEC 29500).
    Docx,
    /// A table of Excel (ISO/IEC 29500).
    Xlsx,
    /// Slides of PowerPoint (ISO/IEC 29500).
    Pptx,
    /// A video (ISO/IEC 14496-14).
    Mp4,
    /// A video (WebM).
    Webm,
    /// A recording (ISO/IEC 11172-3).
    Mp3,
    /// A recording (RFC 3533).
    Ogg,
    /// Captions (WebVTT).
    Vtt,
    /// An archive (APPNOTE).
    Zip,
    /// A calendar (RFC 5545).
    Ics,
}

/// Every kind: what people call it, and how the names of its files end, the usual one first.
const KINDS: [(Kind, &str, &[&str]); 18] = [
    (Kind::Png, "PNG", &["png"]),
    (Kind::Jpeg, "JPEG", &["jpg", "jpeg"]),
    (Kind::Webp, "WebP", &["webp"]),
    (Kind::Avif, "AVIF", &["avif"]),
    (Kind::Gif, "GIF", &["gif"]),
    (Kind::Svg, "SVG", &["svg"]),
    (Kind::Pdf, "PDF", &["pdf"]),
    (Kind::Odt, "ODT", &["odt"]),
    (Kind::Docx, "DOCX", &["docx"]),
    (Kind::Xlsx, "XLSX", &["xlsx"]),
    (Kind::Pptx, "PPTX", &["pptx"]),
    (Kind::Mp4, "MP4", &["mp4", "m4v"]),
    (Kind::Webm, "WebM", &["webm"]),
    (Kind::Mp3, "MP3", &["mp3"]),
    (Kind::Ogg, "OGG", &["ogg", "oga", "ogv"]),
    (Kind::Vtt, "VTT", &["vtt"]),
    (Kind::Zip, "ZIP", &["zip"]),
    (Kind::Ics, "ICS", &["ics"]),
];

impl Kind {
    /// The kind that a file's name says.
    pub fn named(name: &str) -> Option<Kind> {
        let (_, ending) = name.rsplit_once('.')?;
        let ending = ending.to_lowercase();
        let of = KINDS.iter().find(|(_, _, endings)| endings.contains(&ending.as_str()));
        of.map(|(kind, ..)| *kind)
    }

    /// What people call it.
    pub fn label(self) -> &'static str {
        self.row().1
    }

    /// How the names of its files end, without the dot.
    pub fn ending(self) -> &'static str {
        self.row().2.first().unwrap_or(&"")
    }

    /// Whether people call a kind so.
    pub fn is_label(word: &str) -> bool {
        KINDS.iter().any(|(_, label, _)| label.eq_ignore_ascii_case(word))
    }

    /// What people call all of them, for a message.
    pub fn labels() -> String {
        KINDS.iter().map(|(_, label, _)| *label).collect::<Vec<_>>().join(", ")
    }

    /// Whether it is a picture that browsers show.
    pub fn is_picture(self) -> bool {
        self.is_photo() || self == Kind::Svg
    }

    fn is_photo(self) -> bool {
        use Kind::{Avif, Gif, Jpeg, Png, Webp};
        matches!(self, Png | Jpeg | Webp | Avif | Gif)
    }

    /// Whether a content is certainly nothing that a name of this kind can stand for. Browsers look
    /// at the bytes of a picture and of a recording, and word processors at those of a document,
    /// whatever it is called; every picture begins with bytes of its own, which not every other
    /// file does.
    pub fn is_belied_by(self, content: Content) -> bool {
        use Kind::{Docx, Mp3, Mp4, Odt, Ogg, Pptx, Webm, Xlsx, Zip};
        let is_office = |kind| matches!(kind, Odt | Docx | Xlsx | Pptx | Zip);
        let plays = |kind| matches!(kind, Mp4 | Webm | Mp3 | Ogg);
        match content {
            Content::Known(kind) => {
                kind != self
                    && !(kind.is_photo() && self.is_photo())
                    && !(is_office(kind) && is_office(self))
                    && !(plays(kind) && plays(self))
            }
            // A document with a password has the form of the old ones.
            Content::OldOffice => !is_office(self),
            Content::Other => self.is_photo(),
            Content::Empty
            | Content::ActiveSvg
            | Content::ForeignSvg
            | Content::Heic
            | Content::Tiff => true,
        }
    }

    /// Whether a content is what a name of this kind says. Office documents are ZIP files.
    pub fn fits(self, content: Content) -> bool {
        use Kind::{Docx, Odt, Pptx, Xlsx, Zip};
        let Content::Known(kind) = content else { return false };
        kind == self || (self == Zip && matches!(kind, Odt | Docx | Xlsx | Pptx))
    }

    fn row(self) -> (Kind, &'static str, &'static [&'static str]) {
        let row = KINDS.iter().find(|(kind, ..)| *kind == self);
        row.copied().unwrap_or((self, "", &[]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_belied_by_what_no_browser_shows_and_not_by_another_picture() {
        use Content::{Empty, Heic, Known, OldOffice, Other};
        for (kind, content) in [
            (Kind::Jpeg, Other),
            (Kind::Jpeg, Heic),
            (Kind::Png, Known(Kind::Pdf)),
            (Kind::Webp, Empty),
            (Kind::Pdf, Known(Kind::Jpeg)),
            (Kind::Pdf, OldOffice),
            (Kind::Mp4, Known(Kind::Zip)),
        ] {
            assert!(kind.is_belied_by(content), "{kind:?} {content:?}");
        }
        for (kind, content) in [
            (Kind::Jpeg, Known(Kind::Jpeg)),
            (Kind::Png, Known(Kind::Jpeg)),
            (Kind::Docx, Known(Kind::Zip)),
            (Kind::Docx, OldOffice),
            (Kind::Mp3, Known(Kind::Mp4)),
            (Kind::Mp3, Other),
            (Kind::Pdf, Other),
        ] {
            assert!(!kind.is_belied_by(content), "{kind:?} {content:?}");
        }
    }

    #[test]
    fn names_say_a_kind_by_their_ending() {
        for (name, expected) in [
            ("gruppe.JPG", Some(Kind::Jpeg)),
            ("a/b.c.jpeg", Some(Kind::Jpeg)),
            ("x.php.png", Some(Kind::Png)),
            ("x.png.php", None),
            ("png", None),
            ("x.", None),
        ] {
            assert_eq!(Kind::named(name), expected, "{name}");
        }
        for (kind, label, endings) in KINDS {
            assert_eq!((kind.label(), kind.ending()), (label, endings[0]));
            assert!(kind.fits(Content::Known(kind)) && !kind.fits(Content::Empty));
        }
        assert!(Kind::Zip.fits(Content::Known(Kind::Docx)));
        assert!(!Kind::Docx.fits(Content::Known(Kind::Zip)));
    }
}
