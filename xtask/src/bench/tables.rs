//! Tables in Markdown, and numbers as they stand in them.

/// A table whose first column is text, and whose others are numbers.
pub(crate) fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
    let rule = format!("| --- |{}", " --: |".repeat(head.len() - 1));
    let rows = rows.into_iter().map(|row| line(&row));
    [line(&head), rule].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

/// A ratio.
pub(crate) fn times(ratio: f64) -> String {
    format!("{ratio:.2}x")
}

/// A number of bytes.
pub(crate) fn weight(bytes: usize) -> String {
    if bytes < 1_000_000 { format!("{:.1} kB", bytes as f64 / 1e3) } else { format!("{:.1} MB", bytes as f64 / 1e6) }
}

/// A time.
pub(crate) fn milliseconds(time: f64) -> String {
    format!("{time:.1} ms")
}

/// A time, given in nanoseconds.
pub(crate) fn microseconds(nanoseconds: f64) -> String {
    format!("{:.2} µs", nanoseconds / 1e3)
}

/// A number of things, in groups of three digits.
pub(crate) fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_column_of_text_and_columns_of_numbers() {
        let rows = [vec!["contact".to_owned(), times(0.5), microseconds(1234.0)]];
        assert_eq!(
            table(&["body", "typed", "JSON.parse"], rows),
            "| body | typed | JSON.parse |\n| --- | --: | --: |\n| contact | 0.50x | 1.23 µs |"
        );
    }

    #[test]
    fn digits_come_in_groups_of_three() {
        assert_eq!(["1", "999", "1,000", "10,000,267"], [1, 999, 1_000, 10_000_267].map(count));
    }
}
