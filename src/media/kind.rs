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

    /// What people call all of them, for a message.
    pub fn labels() -> String {
        KINDS.iter().map(|(_, label, _)| *label).collect::<Vec<_>>().join(", ")
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
