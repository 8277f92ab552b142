//! Finding one role among hundreds: which entries match what was typed, the likeliest first.
//!
//! Every word typed must be found in the label, the role's name or path, or the account. A word at a beginning counts
//! more than one inside, letters in order (`adm` in `account-dev-main`) least. Favourites and recent use break ties.

use super::saved_role::SavedRole;

/// The roles that match `typed`, best first, as places in `roles`. Nothing typed matches all.
pub fn search(roles: &[SavedRole], typed: &str) -> Vec<usize> {
    let words: Vec<String> = fold(typed).split_whitespace().map(ToOwned::to_owned).collect();
    let mut found: Vec<(u32, usize)> = roles
        .iter()
        .enumerate()
        .filter_map(|(place, role)| score(role, &words).map(|score| (score, place)))
        .collect();
    let rank = |place: usize| roles.get(place).map(|role| (role.favourite, role.used_at));
    found.sort_by(|(a_score, a), (b_score, b)| {
        b_score.cmp(a_score).then_with(|| rank(*b).cmp(&rank(*a))).then_with(|| a.cmp(b))
    });
    found.into_iter().map(|(_, place)| place).collect()
}

fn score(role: &SavedRole, words: &[String]) -> Option<u32> {
    let places = [
        (fold(&role.label), 4),
        (fold(role.arn.name()), 4),
        (role.arn.account().to_string(), 2),
        (fold(role.arn.path()), 1),
    ];
    words.iter().try_fold(0, |sum, word| {
        let best = places.iter().filter_map(|(text, weight)| fit(text, word).map(|fit| fit * weight)).max();
        best.map(|best| sum + best)
    })
}

/// How well `word` fits `text`: 16 whole, 12 at the beginning, 8 at the beginning of a part, 4 inside, 1 in order.
fn fit(text: &str, word: &str) -> Option<u32> {
    if text == word {
        return Some(16);
    }
    if text.starts_with(word) {
        return Some(12);
    }
    let mut inside = false;
    for (at, _) in text.match_indices(word) {
        inside = true;
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        if before.is_some_and(|c| !c.is_alphanumeric()) {
            return Some(8);
        }
    }
    if inside {
        return Some(4);
    }
    let mut rest = text.chars();
    let in_order = word.chars().count() > 2 && word.chars().all(|wanted| rest.any(|c| c == wanted));
    in_order.then_some(1)
}

/// Lower case, and full-width letters and digits as plain ones: a Japanese input method may be on.
fn fold(text: &str) -> String {
    let plain = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '　' => ' ',
        other => other,
    };
    text.chars().map(plain).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
