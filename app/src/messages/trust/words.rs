//! Tables of sentences by code, both languages of a code side by side.

use crate::state::settings::Language;

/// A code with what is said about it: headline and explanation, in English and in Japanese. `{0}`, `{1}` … are parameters.
pub type Row = (&'static str, [&'static str; 2], [&'static str; 2]);

/// What is said about something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What it is.
    pub title: String,
    /// What it means and what to do.
    pub why: String,
}

/// What `rows` say about `code`; the code itself where they say nothing.
pub fn said(rows: &[Row], code: &str, params: &[String], language: Language) -> Said {
    let Some((_, en, ja)) = rows.iter().find(|(known, _, _)| *known == code) else {
        return Said { title: code.to_owned(), why: String::new() };
    };
    let [title, why] = match language {
        Language::En => en,
        Language::Ja => ja,
    };
    Said { title: filled(title, params), why: filled(why, params) }
}

/// The same with the second parameter, a suggestion, as a question; nothing for none.
pub fn asking(params: Vec<String>, language: Language) -> Vec<String> {
    let question = |(place, param): (usize, String)| match language {
        _ if place != 1 || param.is_empty() => param,
        Language::En => format!("Did you mean {param}?"),
        Language::Ja => format!("{param} ではありませんか。"),
    };
    params.into_iter().enumerate().map(question).collect()
}

/// Puts parameters in their places, in one go: what they contain is left as it is.
pub fn filled(text: &str, params: &[String]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let mut letters = from.chars().skip(1);
        let place =
            letters.next().and_then(|letter| letter.to_digit(10)).filter(|_| letters.next() == Some('}'));
        let param = place.and_then(|place| params.get(place as usize));
        match (param, from.get(3..)) {
            (Some(param), Some(after)) => {
                out.push_str(param);
                rest = after;
            }
            _ => {
                out.push('{');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests;
