//! What one build leaves for the next: values that were worked out from an input, by a hash of
//! that input. Nothing here knows which file changed. A changed input has another key, so there
//! is nothing to invalidate and nothing to get wrong: a build with a warm cache gives the same
//! bytes and findings as one with an empty cache, only sooner.
//!
//! Who works values out owns a [`Memo`] of them; nothing here knows what they are. `build` and
//! `check` run once and keep nothing ([`Memo::none`]): then no key is ever made.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// A hash of everything that a value is worked out from.
pub type Key = blake3::Hash;

/// A key made of parts. Their lengths go into it too: `ab` and `c` is not `a` and `bc`.
pub fn key(parts: &[&[u8]]) -> Key {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize()
}

/// Values of one kind by their keys.
#[derive(Debug)]
pub struct Memo<V>(Option<Mutex<HashMap<Key, Kept<V>>>>);

#[derive(Debug)]
struct Kept<V> {
    value: V,
    is_used: bool,
}

impl<V: Clone> Memo<V> {
    /// An empty memo that fills.
    pub fn new() -> Self {
        Memo(Some(Mutex::default()))
    }

    /// A memo that keeps nothing.
    pub fn none() -> Self {
        Memo(None)
    }

    /// The value of a key; `compute` makes it if it is not known. Several threads may ask at
    /// once; the lock is not held while a key or a value is made.
    pub fn get(&self, key: impl FnOnce() -> Key, compute: impl FnOnce() -> V) -> V {
        let Some(kept) = &self.0 else { return compute() };
        let key = key();
        let lock = || kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get_mut(&key) {
            known.is_used = true;
            return known.value.clone();
        }
        let value = compute();
        lock().insert(key, Kept { value: value.clone(), is_used: true });
        value
    }

    /// Forgets every value that nobody asked for since the last time.
    pub fn sweep(&mut self) {
        let Some(kept) = &mut self.0 else { return };
        let kept = kept.get_mut().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|_, kept| std::mem::take(&mut kept.is_used));
    }
}

impl<V: Clone> Default for Memo<V> {
    fn default() -> Self {
        Memo::new()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_value_is_computed_once_and_forgotten_when_it_was_not_asked_for() {
        let computed = Cell::new(0);
        let ask = |memo: &Memo<usize>, part: &str| {
            let compute = || {
                computed.set(computed.get() + 1);
                part.len()
            };
            memo.get(|| key(&[part.as_bytes()]), compute)
        };
        let mut memo = Memo::new();
        assert_eq!((ask(&memo, "ab"), ask(&memo, "ab"), computed.get()), (2, 2, 1));
        memo.sweep();
        assert_eq!((ask(&memo, "abc"), computed.get()), (3, 2));
        memo.sweep();
        ask(&memo, "abc");
        assert_eq!(computed.get(), 2, "asked for before the sweep: kept");
        ask(&memo, "ab");
        assert_eq!(computed.get(), 3, "not asked for between two sweeps: forgotten");
    }

    #[test]
    fn a_memo_that_keeps_nothing_makes_no_key() {
        let memo = Memo::none();
        assert_eq!(memo.get(|| unreachable!("no key is needed"), || 1), 1);
    }

    #[test]
    fn parts_are_told_apart() {
        assert_ne!(key(&[b"ab", b"c"]), key(&[b"a", b"bc"]));
        assert_ne!(key(&[b"", b"a"]), key(&[b"a", b""]));
    }
}
