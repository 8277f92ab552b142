//! A document as a tree of texts, lists and maps, before it is written in some language.

/// One node. Maps keep their order, so that every output reads the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tree {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u32),
    /// A list.
    List(Vec<Tree>),
    /// A map.
    Map(Vec<(String, Tree)>),
}

impl Tree {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Tree::Text(text.into())
    }

    /// One text for one, a list for several.
    pub(super) fn one_or_many<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        let mut texts: Vec<Tree> = texts.into_iter().map(Tree::text).collect();
        match texts.len() {
            1 => texts.remove(0),
            _ => Tree::List(texts),
        }
    }

    pub(super) fn map<K: Into<String>>(entries: impl IntoIterator<Item = (K, Tree)>) -> Self {
        Tree::Map(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }
}
