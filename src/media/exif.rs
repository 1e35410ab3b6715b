//! What a camera writes into a picture (EXIF 2.32, a small TIFF 6.0): read for what stays, which is
//! how the picture is turned, in which size and colours it is printed, and who made it. All else
//! goes: the place, numbers of devices, programs, dates, small previews.

/// What begins EXIF in a JPEG (EXIF 2.32, 4.7.2).
pub const HEAD: &[u8] = b"Exif\0\0";

const ORIENTATION: u16 = 0x0112;
const X_RESOLUTION: u16 = 0x011a;
const Y_RESOLUTION: u16 = 0x011b;
const RESOLUTION_UNIT: u16 = 0x0128;
const ARTIST: u16 = 0x013b;
const COPYRIGHT: u16 = 0x8298;
const EXIF_PART: u16 = 0x8769;
const GPS_PART: u16 = 0x8825;
const VERSION: u16 = 0x9000;
const COLOUR_SPACE: u16 = 0xa001;

/// Types of values (TIFF 6.0, 2; EXIF 2.32, 4.6.2).
const ASCII: u16 = 2;
const SHORT: u16 = 3;
const LONG: u16 = 4;
const RATIONAL: u16 = 5;
const UNDEFINED: u16 = 7;

/// The longest name of an author or text of rights that is kept, in bytes.
const LONGEST: usize = 4096;

/// What is kept of EXIF, and whether it held a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exif {
    /// How the picture is turned: 1 is upright (4.6.5).
    pub orientation: Option<u16>,
    /// Dots per unit across, as a fraction.
    x_resolution: Option<[u32; 2]>,
    /// Dots per unit down, as a fraction.
    y_resolution: Option<[u32; 2]>,
    resolution_unit: Option<u16>,
    /// Who made the picture.
    pub artist: Option<Vec<u8>>,
    /// Who has rights in it.
    pub copyright: Option<Vec<u8>>,
    colour_space: Option<u16>,
    /// Whether it says where the picture was taken.
    pub has_place: bool,
}

/// A TIFF with the order of its bytes.
struct Tiff<'b> {
    bytes: &'b [u8],
    is_big: bool,
}

/// A value of a TIFF.
struct Entry<'b> {
    tag: u16,
    kind: u16,
    count: usize,
    /// Its four bytes: the value, or where it stands.
    value: &'b [u8],
}

impl<'b> Tiff<'b> {
    fn new(bytes: &'b [u8]) -> Option<Self> {
        match bytes.get(..4)? {
            b"II*\0" => Some(Tiff { bytes, is_big: false }),
            b"MM\0*" => Some(Tiff { bytes, is_big: true }),
            _ => None,
        }
    }

    fn short(&self, bytes: &[u8]) -> Option<u16> {
        let bytes = *bytes.first_chunk()?;
        Some(if self.is_big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    }

    fn long(&self, bytes: &[u8]) -> Option<u32> {
        let bytes = *bytes.first_chunk()?;
        Some(if self.is_big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    }

    /// The entries of a directory; those that are cut off are none.
    fn entries(&self, at: usize) -> Vec<Entry<'b>> {
        let rest = self.bytes.get(at..).unwrap_or_default();
        let count = self.short(rest).unwrap_or_default();
        let entries = rest.get(2..).unwrap_or_default().chunks_exact(12).take(count.into());
        let entry = |bytes: &'b [u8]| {
            let tag = self.short(bytes)?;
            let kind = self.short(bytes.get(2..)?)?;
            let count = usize::try_from(self.long(bytes.get(4..)?)?).ok()?;
            Some(Entry { tag, kind, count, value: bytes.get(8..)? })
        };
        entries.filter_map(entry).collect()
    }

    /// The bytes of a value that may stand elsewhere.
    fn bytes_of(&self, entry: &Entry<'b>, size: usize) -> Option<&'b [u8]> {
        let length = entry.count.checked_mul(size)?;
        if length <= 4 {
            return entry.value.get(..length);
        }
        let at = usize::try_from(self.long(entry.value)?).ok()?;
        self.bytes.get(at..at.checked_add(length)?)
    }

    fn one_short(&self, entry: &Entry<'b>) -> Option<u16> {
        (entry.kind == SHORT).then(|| self.short(entry.value)).flatten()
    }

    fn fraction(&self, entry: &Entry<'b>) -> Option<[u32; 2]> {
        let bytes = self.bytes_of(entry, 8).filter(|_| entry.kind == RATIONAL)?;
        Some([self.long(bytes)?, self.long(bytes.get(4..)?)?])
    }

    fn text(&self, entry: &Entry<'b>) -> Option<Vec<u8>> {
        let bytes = self.bytes_of(entry, 1).filter(|bytes| bytes.len() <= LONGEST)?;
        let text = bytes.trim_ascii_end();
        let end = text.iter().rposition(|byte| *byte != 0 && *byte != b' ')?;
        Some(text.get(..=end)?.to_vec())
    }
}

impl Exif {
    /// Reads a TIFF, as far as it can be read.
    pub fn read(bytes: &[u8]) -> Self {
        let mut exif = Exif::default();
        let Some(tiff) = Tiff::new(bytes) else { return exif };
        let at = |bytes: &[u8]| usize::try_from(tiff.long(bytes)?).ok();
        for entry in bytes.get(4..).and_then(at).map(|at| tiff.entries(at)).unwrap_or_default() {
            match entry.tag {
                ORIENTATION => exif.orientation = tiff.one_short(&entry),
                X_RESOLUTION => exif.x_resolution = tiff.fraction(&entry),
                Y_RESOLUTION => exif.y_resolution = tiff.fraction(&entry),
                RESOLUTION_UNIT => exif.resolution_unit = tiff.one_short(&entry),
                ARTIST => exif.artist = tiff.text(&entry),
                COPYRIGHT => exif.copyright = tiff.text(&entry),
                GPS_PART => exif.has_place = true,
                EXIF_PART => {
                    let part = at(entry.value).map(|at| tiff.entries(at)).unwrap_or_default();
                    let space = part.iter().find(|entry| entry.tag == COLOUR_SPACE);
                    exif.colour_space = space.and_then(|entry| tiff.one_short(entry));
                }
                _ => {}
            }
        }
        exif.orientation = exif.orientation.filter(|turn| (1..=8).contains(turn));
        exif
    }

    /// Only who made the picture and who has rights in it.
    pub fn credit(artist: Option<Vec<u8>>, copyright: Option<Vec<u8>>) -> Self {
        Exif { artist, copyright, ..Exif::default() }
    }

    /// A TIFF with what is kept; nothing when that is nothing.
    pub fn written(&self) -> Option<Vec<u8>> {
        let short = |value: u16| [value.to_be_bytes(), [0; 2]].concat();
        let fraction = |value: [u32; 2]| value.map(u32::to_be_bytes).concat();
        let text = |value: &Vec<u8>| [value.as_slice(), &[0]].concat();
        let mut main: Vec<(u16, u16, usize, Vec<u8>)> = Vec::new();
        main.extend(self.orientation.map(|value| (ORIENTATION, SHORT, 1, short(value))));
        main.extend(self.x_resolution.map(|value| (X_RESOLUTION, RATIONAL, 1, fraction(value))));
        main.extend(self.y_resolution.map(|value| (Y_RESOLUTION, RATIONAL, 1, fraction(value))));
        main.extend(self.resolution_unit.map(|value| (RESOLUTION_UNIT, SHORT, 1, short(value))));
        for (tag, value) in [(ARTIST, &self.artist), (COPYRIGHT, &self.copyright)] {
            main.extend(value.as_ref().map(|value| (tag, ASCII, value.len() + 1, text(value))));
        }
        let part = self.colour_space.map(|space| {
            let version = (VERSION, UNDEFINED, 4, b"0232".to_vec());
            [version, (COLOUR_SPACE, SHORT, 1, short(space))]
        });
        if main.is_empty() && part.is_none() {
            return None;
        }
        let mut bytes = b"MM\0*\0\0\0\x08".to_vec();
        let Some(part) = part else {
            directory(&mut bytes, &main);
            return Some(bytes);
        };
        // The pointer has four bytes whatever it points at: written once to learn how long all is.
        main.push((EXIF_PART, LONG, 1, vec![0; 4]));
        let mut first = bytes.clone();
        directory(&mut first, &main);
        let at = u32::try_from(first.len()).unwrap_or_default().to_be_bytes().to_vec();
        main.pop();
        main.push((EXIF_PART, LONG, 1, at));
        main.sort_by_key(|entry| entry.0);
        directory(&mut bytes, &main);
        directory(&mut bytes, &part);
        Some(bytes)
    }
}

/// Adds a directory, and behind it the values that have no room in it.
fn directory(bytes: &mut Vec<u8>, entries: &[(u16, u16, usize, Vec<u8>)]) {
    let count = u16::try_from(entries.len()).unwrap_or_default();
    let mut behind = bytes.len() + 2 + entries.len() * 12 + 4;
    let mut values = Vec::new();
    bytes.extend(count.to_be_bytes());
    for (tag, kind, count, value) in entries {
        bytes.extend([tag.to_be_bytes(), kind.to_be_bytes()].concat());
        bytes.extend(u32::try_from(*count).unwrap_or_default().to_be_bytes());
        if value.len() <= 4 {
            bytes.extend(value);
            bytes.extend(vec![0; 4 - value.len()]);
        } else {
            bytes.extend(u32::try_from(behind).unwrap_or_default().to_be_bytes());
            values.extend(value);
            // Values begin at even places (TIFF 6.0, 2).
            values.extend(vec![0; value.len() % 2]);
            behind += value.len() + value.len() % 2;
        }
    }
    bytes.extend([0; 4]);
    bytes.extend(values);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The EXIF of a camera, in the order of bytes that is named: turned, made by somebody, with
    /// a program, a place and a preview.
    fn camera(is_big: bool) -> Vec<u8> {
        let short = |n: u16| if is_big { n.to_be_bytes() } else { n.to_le_bytes() };
        let long = |n: u32| if is_big { n.to_be_bytes() } else { n.to_le_bytes() };
        let mut bytes = if is_big { b"MM\0*".to_vec() } else { b"II*\0".to_vec() };
        bytes.extend(long(8));
        bytes.extend(short(5));
        let mut entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
            bytes.extend([short(tag), short(kind)].concat());
            bytes.extend(long(count));
            bytes.extend(value);
        };
        let [a, b] = short(6);
        entry(0x0112, SHORT, 1, [a, b, 0, 0]);
        entry(0x0131, ASCII, 4, *b"Gim\0");
        entry(0x013b, ASCII, 9, long(74));
        entry(0x8298, ASCII, 4, *b"WFS\0");
        entry(0x8825, LONG, 1, long(84));
        bytes.extend(long(0));
        bytes.extend(b"E. Muster\0");
        bytes.truncate(83);
        bytes.push(0);
        bytes.extend(b"\0\0\0\0\0\0");
        bytes
    }

    #[test]
    fn what_stays_is_how_it_is_turned_and_who_made_it() {
        for is_big in [true, false] {
            let exif = Exif::read(&camera(is_big));
            assert_eq!(exif.orientation, Some(6));
            assert_eq!(exif.artist.as_deref(), Some(&b"E. Muster"[..]));
            assert_eq!(exif.copyright.as_deref(), Some(&b"WFS"[..]));
            assert!(exif.has_place);
            let written = exif.written().unwrap();
            assert_eq!(Exif::read(&written), Exif { has_place: false, ..exif });
            assert!(!written.windows(3).any(|part| part == b"Gim"));
        }
    }

    #[test]
    fn size_in_print_and_colours_stay() {
        let exif = Exif {
            x_resolution: Some([300, 1]),
            y_resolution: Some([300, 1]),
            resolution_unit: Some(2),
            colour_space: Some(1),
            copyright: Some(b"WFS GmbH".to_vec()),
            ..Exif::default()
        };
        assert_eq!(Exif::read(&exif.written().unwrap()), exif);
        assert_eq!(Exif::default().written(), None);
    }

    #[test]
    fn damaged_exif_is_no_fault() {
        let whole = camera(true);
        for end in 0..whole.len() {
            Exif::read(&whole[..end]);
            let mut damaged = whole.clone();
            damaged[end] = 0xff;
            let _ = Exif::read(&damaged).written();
        }
    }
}
