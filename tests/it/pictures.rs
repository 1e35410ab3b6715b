//! Photographs: smaller sizes, what of the file itself is published, and how pages show them.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use bba::files::Body;
use bba::media::exif::Exif;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, Rgb, RgbImage};

use crate::harness::{Output, Site, temporary_folder};

/// A profile that says only that it is one for red, green and blue (ICC.1:2022, 7.2.6).
fn profile() -> Vec<u8> {
    let mut profile = vec![0; 128];
    profile[16..20].copy_from_slice(b"RGB ");
    profile[36..40].copy_from_slice(b"acsp");
    profile
}

/// EXIF as a telephone writes it: turned, with a program and a place.
fn telephone(orientation: u8) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    tiff.extend(b"\x01\x12\0\x03\0\0\0\x01\0");
    tiff.extend([orientation, 0, 0]);
    tiff.extend(b"\x01\x31\0\x02\0\0\0\x04Gim\0");
    tiff.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x32\0\0\0\0");
    tiff.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0");
    tiff
}

/// A photograph whose upper left quarter is red, as it is stored.
fn photo(width: u32, height: u32, exif: Option<Vec<u8>>) -> Vec<u8> {
    let pixels = RgbImage::from_fn(width, height, |x, y| {
        let is_corner = x < width / 2 && y < height / 2;
        let noise = u8::try_from((x * 7 + y * 13) % 64).unwrap();
        if is_corner { Rgb([255, 0, 0]) } else { Rgb([noise, 128, 255 - noise]) }
    });
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.set_icc_profile(profile()).unwrap();
    if let Some(exif) = exif {
        encoder.set_exif_metadata(exif).unwrap();
    }
    encoder.write_image(&pixels, width, height, ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// A site whose release has a picture above its text.
fn with_image(file: &str, bytes: &[u8], text: &str) -> Site {
    let image =
        format!("image: {{file: {file}, alt: Vier Gäste, credit: Erika Muster, rights: frei}}");
    Site::new().release("2019-08-01-gast", &image, text).file(&format!("media/{file}"), bytes)
}

const PAGE: &str = "presse/2019-08-01-gast/index.html";

/// The tags of the pictures in the main part of a page.
fn tags<'p>(site: &'p Output, page: &str) -> Vec<&'p str> {
    let (_, main) = site.text(page).split_once("<main").unwrap();
    let tags = main.split("<img").skip(1);
    tags.map(|rest| rest.split_once('>').unwrap().0).collect()
}

/// The smaller sizes of a photograph, by width.
fn sizes(site: &Output) -> Vec<(u32, Vec<u8>)> {
    let photos = site.0.files.iter().filter(|(path, _)| path.starts_with("assets/photos/"));
    let size = |(path, body): (&String, &Body)| {
        let width = path.rsplit('-').nth(1).unwrap().parse().unwrap();
        (width, body.read().unwrap().into_owned())
    };
    let mut sizes: Vec<_> = photos.map(size).collect();
    sizes.sort();
    sizes
}

fn decoded(bytes: &[u8]) -> RgbImage {
    DynamicImage::from_decoder(JpegDecoder::new(Cursor::new(bytes)).unwrap()).unwrap().into_rgb8()
}

#[test]
fn a_photograph_is_shown_upright_in_four_widths_with_its_colours_and_its_credit() {
    // It lies on its side: 1500 × 2000 as it is shown (EXIF 2.32, 4.6.5, orientation 6: the
    // first row is the right side).
    let site = with_image("gast.jpg", &photo(2000, 1500, Some(telephone(6))), "Text").built();
    let sizes = sizes(&site);
    let widths: Vec<u32> = sizes.iter().map(|(width, _)| *width).collect();
    assert_eq!(widths, [480, 800, 1200, 1500]);
    for (width, bytes) in &sizes {
        let pixels = decoded(bytes);
        assert_eq!(pixels.dimensions(), (*width, (width * 4).div_ceil(3)), "{width}");
        // The red quarter, upper left as stored, is upper right as shown.
        let is_red = |x: u32, y: u32| {
            let Rgb([red, green, blue]) = *pixels.get_pixel(x, y);
            red > 200 && green < 60 && blue < 60
        };
        assert!(is_red(width - 20, 20) && !is_red(20, 20), "{width}");
        let mut decoder = JpegDecoder::new(Cursor::new(bytes)).unwrap();
        assert_eq!(decoder.icc_profile().unwrap(), Some(profile()));
        let exif = Exif::read(&decoder.exif_metadata().unwrap().unwrap());
        assert_eq!(exif.artist.as_deref(), Some(&b"Erika Muster"[..]));
        assert_eq!(exif.copyright.as_deref(), Some(&b"frei"[..]));
        assert_eq!((exif.orientation, exif.has_place), (None, false));
        assert!(bytes.len() <= *width as usize * 200_000 / 1200, "{width}: {} bytes", bytes.len());
    }
    let tags = tags(&site, PAGE);
    assert_eq!(tags.len(), 1, "{tags:?}");
    assert!(tags[0].contains("width=\"800\" height=\"1067\""), "{tags:?}");
    let (_, srcset) = tags[0].split_once("srcset=\"").unwrap();
    let srcset = srcset.split_once('"').unwrap().0;
    let shown: Vec<(&str, &str)> =
        srcset.split(", ").map(|size| size.split_once(' ').unwrap()).collect();
    assert_eq!(
        shown.iter().map(|(_, width)| *width).collect::<Vec<_>>(),
        ["480w", "800w", "1200w", "1500w"]
    );
    assert!(shown.iter().all(|(path, _)| site.has(path.trim_start_matches('/'))));
    assert!(tags[0].contains(&format!("src=\"{}\"", shown[1].0)));
    // The same again is the same.
    let again = with_image("gast.jpg", &photo(2000, 1500, Some(telephone(6))), "Text").built();
    assert_eq!(self::sizes(&again), sizes);
}

#[test]
fn the_file_itself_keeps_every_pixel_and_loses_place_and_program() {
    let whole = photo(600, 400, Some(telephone(6)));
    let site = with_image("gast.jpg", &whole, "Text").built();
    let body = &site.0.files["media/gast.jpg"];
    let published = body.read().unwrap().into_owned();
    assert_eq!((body.size(), body.hash()), (published.len() as u64, blake3::hash(&published)));
    let mut decoder = JpegDecoder::new(Cursor::new(&published)).unwrap();
    let exif = Exif::read(&decoder.exif_metadata().unwrap().unwrap());
    assert_eq!((exif.orientation, exif.has_place), (Some(6), false));
    assert_eq!(decoder.icc_profile().unwrap(), Some(profile()));
    assert!(!published.windows(3).any(|part| part == b"Gim"));
    // Tables and pixels are the same bytes: those from the first table on.
    let tables = |bytes: &[u8]| {
        let at = bytes.windows(2).position(|mark| mark == [0xff, 0xc0]).unwrap();
        bytes[at..].to_vec()
    };
    assert_eq!(tables(&published), tables(&whole));
    // The page offers it to be printed, and says how large it is.
    let page = site.text(PAGE);
    assert!(
        page.contains("<a href=\"/media/gast.jpg\">Druckfassung (JPEG, 400 × 600 Pixel, "),
        "{page}"
    );
    // What has nothing to lose is left alone.
    let plain = photo(600, 400, None);
    let site = with_image("gast.jpg", &plain, "Text").built();
    assert_eq!(*site.0.files["media/gast.jpg"].read().unwrap(), *plain);
}

#[test]
fn pictures_have_their_size_and_only_the_first_is_loaded_at_once() {
    let mut png = Vec::new();
    let pixels = RgbImage::new(40, 20);
    DynamicImage::from(pixels)
        .write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png)
        .unwrap();
    let text = "Text ![Gruppe](../media/a.png)\n\n![Saal](../media/b.jpg)";
    let site = with_image("a.png", &png, text).file("media/b.jpg", photo(400, 300, None)).built();
    let tags = tags(&site, PAGE);
    assert_eq!(tags.len(), 3);
    let of = |tag: &str, size: &str| tag.contains(size) && !tag.contains("srcset");
    assert!(of(tags[0], "width=\"40\" height=\"20\"") && !tags[0].contains("lazy"), "{tags:?}");
    assert!(of(tags[1], "width=\"40\" height=\"20\"") && tags[1].contains("lazy"), "{tags:?}");
    assert!(of(tags[2], "width=\"400\" height=\"300\"") && tags[2].contains("lazy"), "{tags:?}");
    // A text may be what a page begins with.
    let page = "---\ntitle: Info\n---\n![Gruppe](../media/a.png)\n\n![Saal](../media/a.png)\n";
    let site = Site::new().file("media/a.png", &png).file("pages/info.md", page).built();
    let lazy: Vec<bool> =
        self::tags(&site, "info/index.html").iter().map(|tag| tag.contains("lazy")).collect();
    assert_eq!(lazy, [false, true]);
}

#[test]
fn events_and_visits_begin_with_their_picture_and_show_none_twice() {
    let image = "image: {file: gast.jpg, alt: Vier Gäste, credit: Erika Muster}";
    let site = Site::new()
        .event("treffen", &format!("start: 2019-10-01\ndescription: Text\n{image}"))
        .delegation("mexiko", &format!("start: 2019-10-01\ncountries: [MX]\n{image}"))
        .release("2019-08-01-gast", &format!("{image}\nimages: [{}]", &image[7..]), "Text")
        .file("media/gast.jpg", photo(600, 400, None))
        .built();
    for page in
        ["veranstaltungen/treffen/index.html", "delegationen/mexiko/index.html", PAGE, "index.html"]
    {
        let tags = tags(&site, page);
        assert_eq!(tags.len(), 1, "{page}");
        assert!(!tags[0].contains("lazy"), "{page}");
    }
}

#[test]
fn what_is_hidden_or_only_to_be_loaded_has_no_sizes() {
    let image = "draft: true\nimage: {file: gast.jpg, alt: Vier Gäste, credit: Erika Muster}";
    let site = Site::new()
        .event("entwurf", &format!("start: 2019-10-01\n{image}"))
        .event("treffen", "start: 2019-10-01\nattachments: [{file: laden.jpg, title: Foto}]")
        .file("media/gast.jpg", photo(600, 400, None))
        .file("media/laden.jpg", photo(600, 300, None))
        .built();
    assert_eq!(sizes(&site), []);
    assert!(site.has("media/laden.jpg") && !site.has("media/gast.jpg"));
}

#[test]
fn a_place_in_a_film_and_a_photograph_without_its_end_are_told() {
    let boxed = |name: &[u8], data: &[u8]| {
        let length = u32::try_from(data.len() + 8).unwrap().to_be_bytes();
        [&length[..], name, data].concat()
    };
    let place = boxed(b"moov", &boxed(b"udta", &boxed(b"\xa9xyz", b"+51.05+013.73/")));
    let film = [boxed(b"ftyp", b"isom"), place].concat();
    let files = "attachments: [{file: film.mp4, title: Film}, {file: ohne.mp4, title: Film}]";
    let whole = photo(100, 100, None);
    let site = Site::new()
        .event("treffen", &format!("start: 2019-10-01\n{files}"))
        .event("foto", "start: 2019-10-01\nimage: {file: halb.jpg, alt: Vier Gäste, credit: E. M.}")
        .file("media/film.mp4", film)
        .file("media/ohne.mp4", boxed(b"ftyp", b"isom"))
        .file("media/halb.jpg", &whole[..whole.len() / 2])
        .built();
    assert_eq!(site.places_of("W0857"), ["events/treffen.yaml:4:22"]);
    assert_eq!(site.places_of("W0858"), ["events/foto.yaml:4:15"]);
}

/// A root on the disk with a photograph.
fn root() -> tempfile::TempDir {
    let root = temporary_folder();
    with_image("gast.jpg", &photo(900, 600, None), "Text").write_to(root.path());
    root
}

/// Builds, and gives the sizes by their names.
fn build(root: &Path) -> Vec<(String, Vec<u8>)> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bba"));
    command.args(["build", "--quiet", "--now", "2019-09-01T09:00", "--root"]).arg(root);
    let done = command.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let photos = fs::read_dir(root.join("public/assets/photos")).unwrap();
    let mut photos: Vec<_> = photos
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    photos.sort();
    photos
}

/// The sizes that are kept.
fn kept(root: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(root.join(".bba/pictures")).unwrap();
    // A name with a dash is that of a size: the hash of its photograph, then its own.
    let is_size = |path: &std::path::PathBuf| {
        path.to_str().unwrap().rsplit('/').next().unwrap().contains('-')
    };
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = paths.filter(is_size).collect();
    files.sort();
    files
}

#[test]
fn drawn_pictures_are_kept_and_what_is_kept_is_never_needed() {
    let root = root();
    let first = build(root.path());
    assert_eq!(first.len(), 3);
    assert_eq!(fs::read_to_string(root.path().join(".bba/.gitignore")).unwrap(), "*\n");
    let files = kept(root.path());
    assert_eq!(files.len(), 3);
    // They are taken from there: a well-made other one shows.
    let other = [blake3::hash(b"other").as_bytes(), &b"other"[..]].concat();
    let good = fs::read(&files[0]).unwrap();
    fs::write(&files[0], other).unwrap();
    let second = build(root.path());
    assert!(second.iter().any(|(_, bytes)| bytes == b"other"));
    // What is damaged, cut off or no file is drawn again.
    let mut damaged = good.clone();
    *damaged.last_mut().unwrap() ^= 1;
    fs::write(&files[0], damaged).unwrap();
    fs::write(&files[1], &good[..20]).unwrap();
    fs::remove_file(&files[2]).unwrap();
    assert_eq!(build(root.path()), first);
    assert_eq!(fs::read(&files[0]).unwrap(), good);
    // The folder may go, and nothing may be where it belongs.
    fs::remove_dir_all(root.path().join(".bba")).unwrap();
    fs::write(root.path().join(".bba"), "in the way").unwrap();
    assert_eq!(build(root.path()), first);
    // The manifest names the sizes.
    let manifest = fs::read_to_string(root.path().join("public/build.json")).unwrap();
    assert!(first.iter().all(|(name, _)| manifest.contains(name.as_str())));
}

/// The sizes of both have the same bytes, and names of their own.
#[test]
fn a_photograph_under_two_names_has_its_sizes_under_both() {
    let root = root();
    let media = root.path().join("content/media");
    fs::copy(media.join("gast.jpg"), media.join("gruppe.jpg")).unwrap();
    let release = root.path().join("content/press/2019-08-01-gast.md");
    let again = fs::read_to_string(&release).unwrap().replace("gast.jpg", "gruppe.jpg");
    fs::write(root.path().join("content/press/2019-08-01-gruppe.md"), again).unwrap();
    for _ in 0..2 {
        let photos = build(root.path());
        assert_eq!(photos.len(), 6);
        let manifest = fs::read_to_string(root.path().join("public/build.json")).unwrap();
        assert!(photos.iter().all(|(name, _)| manifest.contains(name.as_str())));
        assert_eq!(kept(root.path()).len(), 3);
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_kept_where_a_link_leads() {
    let (root, elsewhere) = (root(), temporary_folder());
    std::os::unix::fs::symlink(elsewhere.path(), root.path().join(".bba")).unwrap();
    assert_eq!(build(root.path()).len(), 3);
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

/// What no build needs is removed, but only of what is ours.
#[cfg(unix)]
#[test]
fn nothing_is_removed_where_a_link_leads() {
    use std::os::unix::fs::symlink;
    let (root, elsewhere) = (root(), temporary_folder());
    let pictures = elsewhere.path().join("pictures");
    fs::create_dir(&pictures).unwrap();
    let foreign = pictures.join("von-anderen.txt");
    fs::write(&foreign, "wichtig").unwrap();
    let own = root.path().join(".bba");
    symlink(elsewhere.path(), &own).unwrap();
    build(root.path());
    assert!(foreign.is_file());
    fs::remove_file(&own).unwrap();
    fs::create_dir(&own).unwrap();
    symlink(&pictures, own.join("pictures")).unwrap();
    build(root.path());
    assert!(foreign.is_file());
}

#[test]
fn a_withdrawn_photograph_is_not_kept() {
    let root = root();
    build(root.path());
    assert_eq!(kept(root.path()).len(), 3);
    let config = root.path().join("content/site.yaml");
    let text = fs::read_to_string(&config).unwrap();
    fs::write(&config, text + "withdrawn: [gast.jpg]\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_bba"));
    command.args(["build", "--quiet", "--now", "2019-09-01T09:00", "--root"]).arg(root.path());
    assert!(command.output().unwrap().status.success());
    assert_eq!(kept(root.path()), [""; 0].map(std::path::PathBuf::from));
    assert!(!root.path().join("public/assets/photos").exists());
}
