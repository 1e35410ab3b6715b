//! The floor of a build: reads all inputs and writes as many bytes into as many files as a build
//! does, and does nothing else. `floor INPUTS LIST OUT`; a line of LIST is the size of a file in
//! bytes, a space, its path.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::{fs, io};

use rayon::prelude::*;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let mut next = || arguments.next().ok_or(io::Error::other("floor INPUTS LIST OUT"));
    let (inputs, list, out) = (next()?, fs::read_to_string(next()?)?, next()?);
    let mut files = Vec::new();
    files_below(&inputs, &mut files)?;
    files.par_iter().try_for_each(|file| fs::read(file).map(|bytes| drop(black_box(bytes))))?;

    let outputs: Vec<(usize, &str)> = list
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(parsed)
        .collect::<Option<_>>()
        .ok_or(io::Error::other("a line of LIST is a size and a path"))?;
    let folders: BTreeSet<PathBuf> =
        outputs.iter().filter_map(|(_, path)| Some(out.join(path).parent()?.to_owned())).collect();
    folders.iter().try_for_each(fs::create_dir_all)?;
    let longest = outputs.iter().map(|(size, _)| *size).max().unwrap_or(0);
    let bytes = vec![b'x'; longest];
    outputs.par_iter().try_for_each(|(size, path)| fs::write(out.join(path), &bytes[..*size]))
}

fn parsed<'l>((size, path): (&'l str, &'l str)) -> Option<(usize, &'l str)> {
    Some((size.parse().ok()?, path))
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files_below(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}
