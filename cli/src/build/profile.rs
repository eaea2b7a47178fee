//! What a package is built for.

/// The profile, in the package around the crate, that the engine is compiled with.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Profile {
    /// To be used: small and fast.
    Release,
    /// To be looked at: soon there.
    Watch,
}

impl Profile {
    /// Its name for cargo.
    pub(super) fn name(self) -> &'static str {
        match self {
            Profile::Release => "release",
            Profile::Watch => "watch",
        }
    }
}
