//! Which pages are open in a browser: after a change they are made and shown before all others.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The addresses of open pages, each with how often it is open.
#[derive(Debug, Clone, Default)]
pub struct Audience(Arc<Mutex<HashMap<String, usize>>>);

/// Stands for a page as long as it is open.
#[derive(Debug)]
pub struct Seat {
    audience: Audience,
    path: String,
}

impl Audience {
    /// Somebody opens the page at a path.
    pub fn seat(&self, path: &str) -> Seat {
        self.with(|open| *open.entry(path.to_owned()).or_default() += 1);
        Seat { audience: self.clone(), path: path.to_owned() }
    }

    /// The paths of all open pages.
    pub fn paths(&self) -> Vec<String> {
        self.with(|open| open.keys().cloned().collect())
    }

    fn with<T>(&self, act: impl FnOnce(&mut HashMap<String, usize>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.audience.with(|open| {
            let count = open.get_mut(&self.path).map(|count| {
                *count -= 1;
                *count
            });
            if count == Some(0) {
                open.remove(&self.path);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_open_until_its_last_reader_leaves() {
        let audience = Audience::default();
        let (one, other) = (audience.seat("/a/"), audience.seat("/a/"));
        drop(one);
        assert_eq!(audience.paths(), ["/a/"]);
        drop(other);
        assert!(audience.paths().is_empty());
    }
}
