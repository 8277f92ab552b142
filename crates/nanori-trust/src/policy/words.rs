//! The word that was probably meant.

/// The word of `words` that differs from `found` in case only or in at most two letters; `None` if none is that close.
pub(crate) fn closest<'w>(found: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let found = found.to_ascii_lowercase();
    words
        .into_iter()
        .map(|word| (distance(&found, &word.to_ascii_lowercase()), word))
        .filter(|(distance, word)| *distance <= 2 && *distance * 3 <= word.len())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// Levenshtein's distance, with a swap of neighbours counted once.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut last_a = None;
    for (row, char_a) in a.chars().enumerate() {
        let mut current = vec![row + 1];
        let mut last_b = None;
        for (column, &char_b) in b.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut best = at(&above, column) + usize::from(char_a != char_b);
            best = best.min(at(&above, column + 1) + 1).min(at(&current, column) + 1);
            if column > 0 && last_a == Some(char_b) && last_b == Some(char_a) {
                best = best.min(at(&before, column - 1) + 1);
            }
            current.push(best);
            last_b = Some(char_b);
        }
        before = core::mem::replace(&mut above, current);
        last_a = Some(char_a);
    }
    above.last().copied().unwrap_or(usize::MAX)
}
