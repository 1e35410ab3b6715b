//! What agencies write into a photograph: IPTC-IIM 4.2 in a resource block of Photoshop. Who made
//! it and who has rights in it stays; places, previews and what programs note go.

const BLOCK: &[u8] = b"8BIM";
/// The resource that holds IPTC.
const IPTC: u16 = 0x0404;
/// Record 2: by-line and its title, headline's credit, source, copyright notice, contact.
const KEPT: [u8; 6] = [80, 85, 110, 115, 116, 118];
/// Record 1: which letters the texts are in.
const LETTERS: u8 = 90;

/// What stays of the resource blocks.
pub fn kept(mut blocks: &[u8]) -> Option<Vec<u8>> {
    while let Some(rest) = blocks.strip_prefix(BLOCK) {
        let id = u16::from_be_bytes(*rest.first_chunk()?);
        // A name with its length before it, together an even number of bytes.
        let name = usize::from(*rest.get(2)?) + 1;
        let rest = rest.get(2 + name + name % 2..)?;
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        let data = rest.get(4..4_usize.checked_add(length)?)?;
        if id == IPTC {
            return block(&datasets(data));
        }
        blocks = rest.get(4 + length + length % 2..)?;
    }
    None
}

/// The datasets that stay, if any but the name of the letters does.
fn datasets(mut data: &[u8]) -> Vec<u8> {
    let (mut letters, mut kept) = (Vec::new(), Vec::new());
    while let Some(&[0x1c, record, number, l1, l2]) = data.first_chunk() {
        // Longer ones have another form and hold pictures (1.5).
        let length = 5 + usize::from(u16::from_be_bytes([l1, l2]));
        let Some(dataset) = data.get(..length) else { break };
        if record == 2 && KEPT.contains(&number) {
            kept.extend(dataset);
        } else if record == 1 && number == LETTERS {
            letters.extend(dataset);
        }
        data = data.get(length..).unwrap_or_default();
    }
    if kept.is_empty() { kept } else { [letters, kept].concat() }
}

fn block(data: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(data.len()).ok().filter(|length| *length > 0)?;
    let mut block = [BLOCK, &IPTC.to_be_bytes(), &[0, 0], &length.to_be_bytes(), data].concat();
    block.extend(vec![0; data.len() % 2]);
    Some(block)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dataset(record: u8, number: u8, text: &str) -> Vec<u8> {
        let length = u16::try_from(text.len()).unwrap().to_be_bytes();
        [&[0x1c, record, number], &length[..], text.as_bytes()].concat()
    }

    #[test]
    fn credit_and_rights_stay_and_places_and_previews_go() {
        let letters = dataset(1, 90, "\u{1b}%G");
        let author = dataset(2, 80, "Erika Muster");
        let rights = dataset(2, 116, "© WFS");
        let city = dataset(2, 90, "Dresden");
        let data = [letters.clone(), author.clone(), city.clone(), rights.clone()].concat();
        let preview = [BLOCK, &[4, 0x0c, 0, 0, 0, 0, 0, 3], b"jpg\0"].concat();
        let all = [preview.clone(), block(&data).unwrap()].concat();
        let expected = block(&[letters, author, rights].concat());
        assert_eq!(kept(&all), expected);
        assert_eq!(kept(&preview), None);
        assert_eq!(kept(&block(&city).unwrap()), None);
        for end in 0..all.len() {
            kept(&all[..end]);
        }
    }
}
