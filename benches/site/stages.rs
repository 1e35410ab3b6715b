//! How long each stage of something took, over several runs.

use std::io;
use std::time::{Duration, Instant};

/// How long something took in each run.
#[derive(Default)]
pub struct Stages(Vec<(String, Vec<Duration>)>);

impl Stages {
    pub fn time<T>(&mut self, name: &str, stage: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let start = Instant::now();
        let value = stage();
        self.add(name, start.elapsed());
        value
    }

    pub fn add(&mut self, name: &str, time: Duration) {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, times)) => times.push(time),
            None => self.0.push((name.to_owned(), vec![time])),
        }
    }

    pub fn print(mut self) {
        println!("{:>15} {:>9} {:>9}", "stage", "min ms", "median ms");
        for (name, times) in &mut self.0 {
            times.sort_unstable();
            let [min, median] = [0, times.len() / 2].map(|at| times[at].as_secs_f64() * 1000.0);
            println!("{name:>15} {min:9.1} {median:9.1}");
        }
    }
}
