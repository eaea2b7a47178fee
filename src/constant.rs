//! What constants ask of text, and the standard library cannot tell them yet.

/// Whether both are the same text.
pub(crate) const fn are_equal(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let mut at = 0;
    while at < left.len() && at < right.len() && left[at] == right[at] {
        at += 1;
    }
    at == left.len() && at == right.len()
}

#[cfg(test)]
mod tests {
    use super::are_equal;

    #[test]
    fn texts_are_compared_to_their_ends() {
        for (left, right) in [("", ""), ("a", "a"), ("é", "é"), ("", "a"), ("a", "ab"), ("ab", "ac")] {
            assert_eq!((are_equal(left, right), are_equal(right, left)), (left == right, left == right));
        }
    }
}
