//! In which sizes a picture is shown. A photograph has smaller ones, which are drawn later: here
//! their names are made, which follow from what they are drawn from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Hidden, path_of};
use crate::drawing::{Credit, Drawing, Recipe, Size, widths};
use crate::markdown::Target;
use crate::media::Picture;
use crate::model::Records;
use crate::model::shared::{Extras, Image};
use crate::place::SourcePath;
use crate::source::{Binary, Sources};

/// How many characters of a file's name a size has.
const STEM: usize = 60;

/// How many digits of a hash a name has.
const HASH: usize = 16;

/// A picture that is shown.
#[derive(Debug)]
pub struct Shown {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Its smaller sizes, the smallest first; of a photograph alone.
    pub sizes: Vec<ShownSize>,
}

/// A smaller size of a photograph.
#[derive(Debug)]
pub struct ShownSize {
    /// Its name, with a hash of what it is drawn from.
    pub name: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The picture.
    pub drawing: Arc<Drawing>,
}

impl Shown {
    /// The largest size that is no wider than some pixels; else the smallest.
    pub fn within(&self, width: u32) -> Option<&ShownSize> {
        let fits = self.sizes.iter().rfind(|size| size.width <= width);
        fits.or_else(|| self.sizes.first())
    }

    fn of(path: &SourcePath, binary: &Binary, picture: Picture, credit: &Credit) -> Self {
        let Picture { width, height, is_photo, .. } = picture;
        let widths = if is_photo { widths(width) } else { Vec::new() };
        let size = |wide: u32| {
            // Half a pixel is one (IEEE 754 is exact here: both are far below 2⁵³).
            let high = (f64::from(wide) * f64::from(height) / f64::from(width)).round().max(1.0);
            let size = Size {
                original: binary.clone(),
                width: wide,
                height: high as u32,
                credit: credit.clone(),
            };
            let high = size.height;
            let drawing = Drawing::new(Recipe::Size(size));
            let name = name(path, wide, &drawing);
            ShownSize { name, width: wide, height: high, drawing: Arc::new(drawing) }
        };
        Shown { width, height, sizes: widths.into_iter().map(size).collect() }
    }
}

/// `gruppe-800-1f2e3d4c5b6a7988.jpg`. The whole path goes into the hash: two files in different
/// folders may have one name.
fn name(path: &str, width: u32, drawing: &Drawing) -> String {
    let stem = stem_of_sizes(path);
    let key = crate::memo::key(&[path.as_bytes(), drawing.key().as_bytes()]).to_hex();
    format!("{stem}-{width}-{}.jpg", key.get(..HASH).unwrap_or_default())
}

/// What the names of all sizes of a photograph begin with, by its path.
pub fn stem_of_sizes(path: &str) -> String {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.chars().take(STEM).collect()
}

/// The pictures that public texts and items show.
pub(super) fn shown<'s>(
    records: &Records,
    hidden: &Hidden,
    sources: &'s Sources,
    is_published: impl Fn(&str) -> bool,
) -> BTreeMap<SourcePath, Shown> {
    let mut credits: BTreeMap<SourcePath, Credit> = BTreeMap::new();
    for image in images(records, hidden) {
        credits.entry(path_of(&image.file).into()).or_insert_with(|| Credit {
            artist: Some(image.credit.clone()).filter(|credit| !credit.is_empty()),
            copyright: image.rights.clone(),
        });
    }
    for written in records.links.iter().filter(|written| !hidden.contains(&written.file)) {
        if let Target::Content(path, _) = &written.link.target
            && written.link.is_picture
        {
            credits.entry(path.clone()).or_default();
        }
    }
    let shown = |(path, credit): (SourcePath, Credit)| {
        let binary: &'s Binary = sources.binary(&path).filter(|_| is_published(&path))?;
        let shown = Shown::of(&path, binary, binary.picture?, &credit);
        Some((path, shown))
    };
    credits.into_iter().filter_map(shown).collect()
}

/// The pictures of items that are public.
fn images<'r>(records: &'r Records, hidden: &'r Hidden) -> impl Iterator<Item = &'r Image> {
    let events = records.events.iter().map(|event| (&event.file, &event.extras));
    let visits = records.delegations.iter().map(|visit| (&visit.file, &visit.extras));
    let releases = records.releases.iter().map(|release| (&release.file, &release.extras));
    let items = events.chain(visits).chain(releases);
    let public = items.filter(|(file, _)| !hidden.contains(file));
    public.flat_map(|(_, extras): (_, &Extras)| &extras.images)
}
