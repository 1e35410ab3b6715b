//! The faces of share images, as far as lines of text are broken by them: which letters a face has
//! and how wide they are (OpenType 1.9, `cmap`, `hmtx`).

/// The face of titles.
pub const SERIF: &[u8] = include_bytes!("../../tools/fonts/serif.ttf");
/// The face of texts.
pub const SANS: &[u8] = include_bytes!("../../tools/fonts/sans.ttf");
/// The face of what is emphasised.
pub const BOLD: &[u8] = include_bytes!("../../tools/fonts/sans-bold.ttf");

/// A face in a file.
#[derive(Debug, Clone, Copy)]
pub struct Face<'f> {
    /// Letters and their glyphs, in format 4.
    letters: &'f [u8],
    widths: &'f [u8],
    /// How many glyphs have a width of their own.
    count: usize,
    /// Units of the width of a letter in one size of text.
    units: f32,
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?).into())
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?)).ok()
}

impl<'f> Face<'f> {
    /// Reads a face; nothing of one without letters in format 4.
    pub fn new(file: &'f [u8]) -> Option<Self> {
        let table = |name: &[u8; 4]| {
            let lines = file.get(12..)?.chunks_exact(16).take(short(file, 4)?);
            let line = { lines }.find(|line| line.starts_with(name))?;
            file.get(long(line, 8)?..)?.get(..long(line, 12)?)
        };
        let maps = table(b"cmap")?;
        let lines = maps.get(4..)?.chunks_exact(8).take(short(maps, 2)?);
        let letters = { lines }.find_map(|line| {
            let letters = maps.get(long(line, 4)?..)?;
            (short(letters, 0)? == 4).then_some(letters)
        })?;
        Some(Face {
            letters,
            widths: table(b"hmtx")?,
            count: short(table(b"hhea")?, 34)?,
            units: short(table(b"head")?, 18)? as f32,
        })
    }

    /// The glyph of a letter.
    fn glyph(&self, letter: char) -> Option<usize> {
        let letter = usize::from(u16::try_from(u32::from(letter)).ok()?);
        let segments = short(self.letters, 6)?;
        let at = |column: usize, row: usize| 14 + column * segments + row * 2;
        for row in 0..segments / 2 {
            let (end, start) =
                (short(self.letters, at(0, row))?, short(self.letters, at(1, row) + 2)?);
            if letter > end {
                continue;
            }
            if letter < start {
                return None;
            }
            let delta = short(self.letters, at(2, row) + 2)?;
            let offset_at = at(3, row) + 2;
            let glyph = match short(self.letters, offset_at)? {
                0 => letter + delta,
                offset => {
                    let place = offset_at + offset + (letter - start) * 2;
                    match short(self.letters, place)? {
                        0 => return None,
                        glyph => glyph + delta,
                    }
                }
            };
            return Some(glyph % 0x1_0000).filter(|glyph| *glyph > 0);
        }
        None
    }

    /// Whether it has every letter of a text.
    pub fn has(&self, text: &str) -> bool {
        text.chars().all(|letter| self.glyph(letter).is_some())
    }

    /// How wide a text is in a size of letters, both in pixels.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        let width = |letter| {
            let glyph = self.glyph(letter)?.min(self.count.checked_sub(1)?);
            short(self.widths, glyph * 4)
        };
        let units: usize = text.chars().filter_map(width).sum();
        units as f32 * size / self.units
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_faces_have_the_letters_of_europe_and_no_others() {
        for file in [SERIF, SANS, BOLD] {
            let face = Face::new(file).unwrap();
            assert!(face.has("Straße, Łódź, Győr, Žilina, Iași – »Île«, 7. April 2026 | 40 €"));
            for other in ["Ελλάδα", "日本", "🚄", "Україна"] {
                assert!(!face.has(other), "{other}");
            }
            assert!(face.width("mmm", 10.0) > face.width("iii", 10.0));
            assert_eq!(face.width("", 10.0), 0.0);
        }
    }

    #[test]
    fn a_damaged_face_is_no_fault() {
        for cut in (0..SERIF.len()).step_by(997) {
            if let Some(face) = Face::new(&SERIF[..cut]) {
                face.has("Aé");
                face.width("Aé", 1.0);
            }
        }
    }
}
