//! Names a value in a YAML file: `registration.deadline`, `updates[1].at`. While a file is
//! read a [`Path`] lives on the stack and costs nothing; it becomes a [`KeyPath`] when
//! something is wrong there.

/// One step into a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Into the value of a key.
    Key(String),
    /// Into an item of a list, from 0. On a value that is no list, item 0 is the value itself.
    Item(usize),
}

/// Steps from the top of a file.
pub type KeyPath = Vec<Step>;

/// A path on the stack; its parent is the place it was made in.
#[derive(Debug, Clone, Copy)]
pub enum Path<'p> {
    /// The top of the file.
    Top,
    /// A key of the parent.
    Key(&'p Path<'p>, &'p str),
    /// An item of the parent, from 0.
    Item(&'p Path<'p>, usize),
}

impl<'p> Path<'p> {
    /// The path of a key of this value.
    pub fn key(&'p self, key: &'p str) -> Path<'p> {
        Path::Key(self, key)
    }

    /// The path of an item of this value, from 0.
    pub fn item(&'p self, index: usize) -> Path<'p> {
        Path::Item(self, index)
    }

    /// The path as a value that can be kept.
    pub fn to_key_path(self) -> KeyPath {
        match self {
            Path::Top => Vec::new(),
            Path::Key(parent, key) => {
                let mut path = parent.to_key_path();
                path.push(Step::Key(key.to_owned()));
                path
            }
            Path::Item(parent, index) => {
                let mut path = parent.to_key_path();
                path.push(Step::Item(index));
                path
            }
        }
    }
}
