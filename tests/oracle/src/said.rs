//! Which check across fields said what: garde's reports do not tell.

use std::cell::{Cell, RefCell};

thread_local! {
    static SAID: RefCell<Vec<Said>> = RefCell::default();
    static IS_SILENT: Cell<bool> = const { Cell::new(false) };
}

/// What a check said.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The path of its object, in Rust's names.
    pub object: String,
    /// Which of the object's checks it is.
    pub check: usize,
    /// Its message.
    pub message: String,
}

/// Takes note of what a check says.
pub fn note(object: impl ToString, check: usize, message: &garde::Error) {
    if !IS_SILENT.get() {
        let (object, message) = (object.to_string(), message.to_string());
        SAID.with_borrow_mut(|said| said.push(Said { object, check, message }));
    }
}

/// Does something without taking notes.
pub fn silently(act: impl FnOnce()) {
    let outer = IS_SILENT.replace(true);
    act();
    IS_SILENT.set(outer);
}

/// Does something, and gives what checks said meanwhile.
pub fn hear<T>(act: impl FnOnce() -> T) -> (T, Vec<Said>) {
    SAID.take();
    (act(), SAID.take())
}
