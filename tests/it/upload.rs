//! `publish TARGET` into a folder: what goes there, in which order, and what stays. Servers are for
//! `tests/publish/targets.py`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use bba::publish::publish;
use bba::upload::{self, JOURNALS, Local, Scratch, Step, Target, Trouble, Upload};
use tempfile::TempDir;

use crate::assets::asset;
use crate::cli::Root;
use crate::harness::{JPEG, Site, temporary_folder, walk};

const EVENT: &str = "start: 2019-09-24T15:00\nend: 2019-09-24T17:00\nvenue: saal";

/// A folder that is built and one that is published.
struct Place {
    work: TempDir,
}

impl Place {
    fn new() -> Self {
        Place { work: temporary_folder() }
    }

    fn target(&self) -> PathBuf {
        self.work.path().join("target")
    }

    /// Builds a site.
    fn built(&self, site: Site) -> Local {
        let out = self.work.path().join("public");
        let mut files = site.build().0.files;
        // What is drawn is drawn after a build.
        files.retain(|_, body| body.undrawn().is_none());
        publish(&files, &out).unwrap();
        upload::local(&out).unwrap()
    }

    fn prepare<'u>(
        &self,
        local: &'u Local,
        scratch: &'u Scratch,
        withdrawn: &[&str],
    ) -> Result<Upload<'u>, Trouble> {
        let target = Target::Folder(self.target());
        let withdrawn: Vec<String> = withdrawn.iter().map(|name| (*name).to_owned()).collect();
        Upload::prepare(local, &target, scratch, &withdrawn, |_: Duration| ())
    }

    /// Builds and publishes; the steps.
    fn publish(&self, site: Site, withdrawn: &[&str]) -> Vec<String> {
        let local = self.built(site);
        let scratch = Scratch::new(self.work.path()).unwrap();
        let upload = self.prepare(&local, &scratch, withdrawn).unwrap();
        let steps = RefCell::new(Vec::new());
        let mut tell = |step: &Step<'_>| steps.borrow_mut().push(format!("{step:?}"));
        upload.perform(&mut tell).unwrap();
        assert!(upload.verify(&mut tell).unwrap().is_empty());
        steps.into_inner()
    }

    fn has(&self, path: &str) -> bool {
        self.target().join(path).is_file()
    }

    /// What is at the target beside what was built and the journals.
    fn strays(&self) -> Vec<String> {
        let built = self.work.path().join("public");
        let mut strays: Vec<String> = files(&self.target()).into_keys().collect();
        strays.retain(|path| !built.join(path).is_file() && !JOURNALS.contains(&path.as_str()));
        strays
    }

    /// Whether everything that was built is at the target.
    fn is_whole(&self) -> bool {
        let there = files(&self.target());
        files(&self.work.path().join("public"))
            .iter()
            .all(|(path, bytes)| there.get(path) == Some(bytes))
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let below = |path: &PathBuf| path.strip_prefix(folder).unwrap().display().to_string();
    walk(folder).iter().map(|path| (below(path), fs::read(path).unwrap())).collect()
}

fn site() -> Site {
    Site::new().event("treffen", EVENT)
}

/// A site with an asset of this name.
fn with_asset(name: &str) -> Site {
    site().theme("eigen").theme_file_of("eigen", &format!("static/assets/{name}"), name)
}

#[test]
fn a_first_publication_is_whole_and_a_second_one_has_nothing_to_do() {
    let place = Place::new();
    let steps = place.publish(site(), &[]);
    assert!(place.is_whole());
    assert!(place.strays().is_empty());
    let order = ["Put(Files", "Put(NewPages", "Put(Home", "Put(Manifest", "Verify"];
    let found: Vec<usize> = order
        .iter()
        .map(|name| steps.iter().position(|step| step.starts_with(name)).unwrap())
        .collect();
    assert!(found.is_sorted(), "{steps:?}");
    let modified =
        |path: &str| fs::metadata(place.target().join(path)).unwrap().modified().unwrap();
    let before = modified("index.html");
    let again = place.publish(site(), &[]);
    assert_eq!(again.len(), 1, "it only verifies: {again:?}");
    assert_eq!(modified("index.html"), before);
}

#[test]
fn what_is_no_longer_built_goes_last_and_what_is_not_ours_stays() {
    let place = Place::new();
    place.publish(site().event("anderes", EVENT), &[]);
    let own = place.target().join("veranstaltungen/notiz.txt");
    fs::write(&own, "nicht von bba").unwrap();
    let steps = place.publish(site(), &[]);
    assert!(!place.has("veranstaltungen/anderes/index.html"));
    assert!(!place.target().join("veranstaltungen/anderes").exists(), "an empty folder");
    assert!(!place.has("veranstaltungen/anderes.ics"));
    assert!(own.is_file());
    let at = |name: &str| steps.iter().position(|step| step.starts_with(name)).unwrap();
    assert!(at("Put(Lists") < at("Wait") && at("Wait") < at("Remove"), "{steps:?}");
}

#[test]
fn what_was_withdrawn_goes_first_with_its_sizes() {
    let place = Place::new();
    let image = "image: {file: gruppe.jpg, alt: Eine Gruppe}";
    let with = |lines: &str| {
        site().file("media/gruppe.jpg", JPEG).event("bild", &format!("{EVENT}\n{lines}"))
    };
    let size = "assets/photos/gruppe-480-3f9a01bc.jpg";
    let photographed = with(image).theme("eigen");
    place.publish(photographed.theme_file_of("eigen", &format!("static/{size}"), JPEG), &[]);
    assert!(place.has("media/gruppe.jpg") && place.has(size));
    let steps = place.publish(with("").theme("eigen"), &["gruppe.jpg"]);
    assert!(steps[0].starts_with("Withdraw(2)"), "{steps:?}");
    assert!(!place.has("media/gruppe.jpg") && !place.has(size));
}

/// The names of sizes have at most sixty letters of the photograph's.
#[test]
fn sizes_of_a_photograph_with_a_long_name_go_with_it() {
    let place = Place::new();
    let photo = format!("{}.jpg", "g".repeat(70));
    let size = format!("assets/photos/{}-480-3f9a01bc.jpg", "g".repeat(60));
    let image = format!("image: {{file: {photo}, alt: Eine Gruppe}}");
    let with = |lines: &str| {
        let site = site().file(&format!("media/{photo}"), JPEG).theme("eigen");
        site.event("bild", &format!("{EVENT}\n{lines}"))
    };
    place.publish(with(&image).theme_file_of("eigen", &format!("static/{size}"), JPEG), &[]);
    assert!(place.has(&size));
    let other = with(&image).theme_file_of("eigen", "static/assets/zwei.4f9a01bc.css", "");
    let steps = place.publish(other, &[]);
    assert!(place.has(&size), "the photograph is public: {steps:?}");
    let steps = place.publish(with(""), &[&photo]);
    assert!(steps[0].starts_with("Withdraw(2)"), "{steps:?}");
    assert!(!place.has(&size));
}

#[test]
fn a_hashed_asset_stays_until_the_next_publication_and_no_longer() {
    let place = Place::new();
    let [first, second] = ["eins.3f9a01bc.css", "zwei.4f9a01bc.css"];
    place.publish(with_asset(first), &[]);
    place.publish(with_asset(second), &[]);
    let at = |name: &str| format!("assets/{name}");
    assert!(place.has(&at(first)), "for those who still have an old page");
    place.publish(with_asset(second), &[]);
    assert!(place.has(&at(first)), "the same once more is no new publication");
    place.publish(with_asset(second).event("neu", EVENT), &[]);
    assert!(!place.has(&at(first)));
    assert!(place.has(&at(second)));
}

#[test]
fn a_style_sheet_stays_for_pages_that_still_name_it() {
    let place = Place::new();
    let with = |css: &str| site().theme_file("static/assets/style.css", css);
    let [first, second, third] = ["red", "tan", "navy"].map(|it| format!("a {{ color: {it} }}"));
    let style = |css: &str| asset(&with(css).built(), "style.css");
    place.publish(with(&first), &[]);
    place.publish(with(&second), &[]);
    assert!(place.has(&style(&first)) && place.has(&style(&second)));
    place.publish(with(&third), &[]);
    assert!(!place.has(&style(&first)) && place.has(&style(&second)) && place.has(&style(&third)));
}

#[test]
fn a_size_of_a_photograph_that_is_not_public_any_more_does_not_stay() {
    let place = Place::new();
    let size = "assets/photos/gruppe-480-3f9a01bc.jpg";
    place.publish(with_asset("photos/gruppe-480-3f9a01bc.jpg"), &[]);
    assert!(place.has(size));
    place.publish(site().theme("eigen"), &[]);
    assert!(!place.has(size));
}

#[test]
fn a_publication_that_was_broken_off_is_finished_by_the_next_also_of_another_site() {
    let place = Place::new();
    place.publish(site(), &[]);
    let other = || site().event("halb", EVENT);
    // Each number of files of the second site that may be there when it is broken off.
    for done in 0..8 {
        let local = place.built(other());
        let scratch = Scratch::new(place.work.path()).unwrap();
        let upload = place.prepare(&local, &scratch, &[]).unwrap();
        let mut left = done;
        let broken = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            upload.perform(&mut |_| {
                assert!(left > 0, "broken off");
                left -= 1;
            })
        }));
        drop(upload);
        let is_finished = broken.is_ok();
        // Another site than the one that was broken off, and without its pages.
        place.publish(site(), &[]);
        assert!(place.is_whole(), "{done}");
        assert!(place.strays().is_empty(), "{done}: {:?}", place.strays());
        if is_finished {
            return;
        }
    }
    panic!("it was never finished");
}

#[test]
fn a_journal_that_is_half_written_does_no_harm() {
    let place = Place::new();
    place.publish(site().event("anderes", EVENT), &[]);
    for path in JOURNALS {
        let file = place.target().join(path);
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, &text[..text.len() / 2]).unwrap();
        place.publish(site(), &[]);
        assert!(place.is_whole() && place.strays().is_empty(), "{path}");
        place.publish(site().event("anderes", EVENT), &[]);
    }
}

#[test]
fn what_was_changed_by_another_hand_is_put_right() {
    let place = Place::new();
    place.publish(site(), &[]);
    fs::write(place.target().join("index.html"), "defaced").unwrap();
    fs::remove_file(place.target().join("presse/index.html")).unwrap();
    let steps = place.publish(site(), &[]);
    assert!(steps.iter().any(|step| step.starts_with("Again")), "{steps:?}");
    assert!(place.is_whole());
}

#[test]
fn a_folder_of_somebody_else_is_refused_and_so_is_what_was_changed_after_the_build() {
    let place = Place::new();
    let local = place.built(site());
    fs::create_dir(place.target()).unwrap();
    fs::write(place.target().join("index.html"), "eine andere Website").unwrap();
    let scratch = Scratch::new(place.work.path()).unwrap();
    let refused = place.prepare(&local, &scratch, &[]).unwrap_err();
    assert!(matches!(refused, Trouble::Foreign(name) if name == "index.html"));
    let out = place.work.path().join("public");
    fs::write(out.join("presse/index.html"), "von Hand").unwrap();
    let altered = upload::local(&out).unwrap_err();
    assert!(matches!(altered, Trouble::Altered(path) if path == "presse/index.html"));
    let nothing = upload::local(place.work.path()).unwrap_err();
    assert!(matches!(nothing, Trouble::NotBuilt));
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_target() {
    let place = Place::new();
    place.publish(site(), &[]);
    let outside = place.work.path().join("outside");
    fs::create_dir(&outside).unwrap();
    let folder = place.target().join("presse");
    fs::remove_dir_all(&folder).unwrap();
    std::os::unix::fs::symlink(&outside, &folder).unwrap();
    let local = place.built(site());
    let scratch = Scratch::new(place.work.path()).unwrap();
    let upload = place.prepare(&local, &scratch, &[]).unwrap();
    upload.perform(&mut |_| ()).unwrap();
    assert!(matches!(upload.verify(&mut |_| ()), Err(Trouble::Disk(_))));
    assert_eq!(fs::read_dir(outside).unwrap().count(), 0);
}

#[test]
fn targets_are_told_apart_and_what_could_be_an_option_is_none() {
    let ssh = |host: &str, port, path: &str| {
        Some(Target::Ssh { host: host.to_owned(), port, path: path.to_owned() })
    };
    assert_eq!(
        Target::read("ssh://web.example.org/srv/www"),
        ssh("web.example.org", None, "/srv/www")
    );
    assert_eq!(Target::read("ssh://anna@web:2222/srv/"), ssh("anna@web", Some(2222), "/srv/"));
    assert_eq!(
        Target::read("cloud:bucket/site/"),
        Some(Target::Rclone("cloud:bucket/site".into()))
    );
    assert_eq!(Target::read("cloud:"), Some(Target::Rclone("cloud:".into())));
    for folder in ["/srv/www", "public", "./a:b", r"C:\www"] {
        assert_eq!(Target::read(folder), Some(Target::Folder(folder.into())), "{folder}");
    }
    for none in [
        "",
        "https://example.org/",
        "ssh://web",
        "ssh://web/",
        "ssh://-oProxyCommand=x/srv",
        "ssh://a@-b/srv",
        "ssh://a b/srv",
        "ssh://web:x/srv",
        "ssh://a@b@c/srv",
        "-x:y",
    ] {
        assert_eq!(Target::read(none), None, "{none}");
    }
}

#[test]
fn a_preview_never_replaces_the_public_site() {
    let place = Place::new();
    place.publish(site(), &[]);
    let preview = place.built(site().event("geheim", &format!("{EVENT}\ndraft: true")).drafts());
    let scratch = Scratch::new(place.work.path()).unwrap();
    let refused = place.prepare(&preview, &scratch, &[]).unwrap_err();
    assert!(matches!(refused, Trouble::Preview));
    // Where nothing is, or another preview, it may be; and the public site may come after it.
    fs::remove_dir_all(place.target()).unwrap();
    place.publish(site().drafts(), &[]);
    place.publish(site().event("geheim", &format!("{EVENT}\ndraft: true")).drafts(), &[]);
    place.publish(site(), &[]);
    assert!(place.is_whole());
}

/// Whatever stands in a file's place is not opened: a pipe has no end, a device may have none either.
#[cfg(unix)]
#[test]
fn only_plain_files_are_read_here_and_at_the_target() {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    let place = Place::new();
    place.publish(site(), &[]);
    let local = place.built(site());
    let scratch = Scratch::new(place.work.path()).unwrap();
    let (out, target) = (place.work.path().join("public"), place.target());
    let outside = place.work.path().join("outside");
    fs::rename(out.join("presse"), &outside).unwrap();
    symlink(&outside, out.join("presse")).unwrap();
    let led_out = upload::local(&out).unwrap_err();
    assert!(matches!(led_out, Trouble::Altered(path) if path.starts_with("presse/")));

    let instead = |path: &Path, make: &dyn Fn(&Path)| {
        fs::remove_file(path).unwrap();
        make(path);
    };
    let pipe = |path: &Path| {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    };
    let device = |path: &Path| symlink("/dev/zero", path).unwrap();
    let makes: [&dyn Fn(&Path); 2] = [&pipe, &device];
    for make in makes {
        for path in ["build.json", JOURNALS[0]] {
            instead(&target.join(path), make);
            let refused = place.prepare(&local, &scratch, &[]).unwrap_err();
            assert!(matches!(refused, Trouble::NotAFile(other) if other == path), "{path}");
            fs::remove_file(target.join(path)).unwrap();
            fs::write(target.join(path), "{}").unwrap();
        }
        instead(&out.join("build.json"), make);
        let refused = upload::local(&out).unwrap_err();
        assert!(matches!(refused, Trouble::NotAFile(path) if path == "build.json"));
    }
}

#[cfg(unix)]
#[test]
fn what_lies_where_a_file_is_made_ready_is_not_written_through() {
    let place = Place::new();
    place.publish(site(), &[]);
    let outside = place.work.path().join("outside.txt");
    fs::write(&outside, "von anderen").unwrap();
    let unfinished = place.target().join(".bba-publish-unfinished");
    std::os::unix::fs::symlink(&outside, &unfinished).unwrap();
    place.publish(site().event("neu", EVENT), &[]);
    assert!(place.is_whole());
    assert_eq!(fs::read_to_string(outside).unwrap(), "von anderen");
}

#[test]
fn nothing_is_published_into_the_sources_or_into_what_was_built() {
    let root = Root::new();
    assert_eq!(root.run(&["build"]).status, 0);
    fs::create_dir_all(root.path().join("content/media")).unwrap();
    for folder in ["content/media", "content", "themes/bba/neu", "."] {
        let run = root.run(&["publish", folder]);
        assert_eq!(run.status, 2, "{folder}: {}", run.stderr);
        assert!(run.stderr.contains("berührt die Quellen"), "{folder}: {}", run.stderr);
    }
    assert_eq!(fs::read_dir(root.path().join("content/media")).unwrap().count(), 0);
    let run = root.run(&["publish", "public/unter"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.contains("wo gebaut wird"), "{}", run.stderr);
    assert!(!root.has("public/unter"));
    // What was built lies inside of the target.
    assert_eq!(root.run(&["build", "--out=web/neu"]).status, 0);
    assert_eq!(root.run(&["publish", "web", "--out=web/neu"]).status, 2);
    for beside in ["web/alt", "publicneu", "content-online"] {
        let run = root.run(&["publish", beside, "--out=web/neu"]);
        assert_eq!(run.status, 0, "{beside}: {}", run.stderr);
        assert!(root.has(&format!("{beside}/index.html")));
    }
}
