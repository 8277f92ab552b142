//! Files that were dropped or chosen, folders gone through, and what they hold.
//!
//! Folders come by an interface of browsers that has callbacks for everything, so it is called by name.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileList};

use crate::state::file_text;

/// Folders within folders are followed this far.
const DEEPEST: usize = 8;

/// What was dropped. Must be taken within the event; browsers forget it afterwards.
pub struct Dropped {
    entries: Vec<JsValue>,
    files: Vec<File>,
}

impl Dropped {
    /// Takes files and folders of a drop.
    pub fn take(data: &DataTransfer) -> Self {
        let items = Reflect::get(data, &"items".into()).map(|items| Array::from(&items)).unwrap_or_default();
        let entries: Vec<JsValue> = items
            .iter()
            .filter_map(|item| call(&item, "webkitGetAsEntry", &[]).filter(JsValue::is_object))
            .collect();
        let files = if entries.is_empty() { chosen(data.files()) } else { Vec::new() };
        Self { entries, files }
    }

    /// Every file, and those in folders whose names `wanted` says yes to.
    pub async fn files(self, wanted: fn(&str) -> bool) -> Vec<File> {
        let mut files = self.files;
        let mut waiting: Vec<(JsValue, usize)> = self.entries.into_iter().map(|entry| (entry, 0)).collect();
        while let Some((entry, depth)) = waiting.pop() {
            let is_folder = Reflect::get(&entry, &"isDirectory".into()).is_ok_and(|value| value.is_truthy());
            if !is_folder {
                let file = answered(&entry, "file").await.and_then(|file| file.dyn_into::<File>().ok());
                files.extend(file.filter(|file| depth == 0 || wanted(&file.name())));
            } else if depth < DEEPEST {
                waiting.extend(content(&entry).await.into_iter().map(|entry| (entry, depth + 1)));
            }
        }
        files.sort_by_key(File::name);
        files
    }
}

/// The files of a file field.
pub fn chosen(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|place| list.get(place)).collect()
}

/// The bytes of `file`; `None` where it has more than `most` or is unreadable.
pub async fn bytes(file: &File, most: usize) -> Option<Vec<u8>> {
    if file.size() > most as f64 {
        return None;
    }
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The text of `file`; `None` where it has more bytes than `most`, is unreadable or no text.
pub async fn text(file: &File, most: usize) -> Option<String> {
    // The bytes directly: a JavaScript string of the same text would take twice the room and another pass.
    file_text::decode(bytes(file, most).await?)
}

/// What is in a folder. Browsers hand it out in portions, the last of which is empty.
async fn content(folder: &JsValue) -> Vec<JsValue> {
    let mut all = Vec::new();
    let Some(reader) = call(folder, "createReader", &[]) else { return all };
    while let Some(portion) = answered(&reader, "readEntries").await {
        let portion = Array::from(&portion);
        if portion.length() == 0 {
            break;
        }
        all.extend(portion.iter());
    }
    all
}

/// What a method answers that takes a callback for its answer and one for its failure.
async fn answered(object: &JsValue, method: &str) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        call(object, method, &[resolve.into(), reject.into()]);
    });
    JsFuture::from(promise).await.ok()
}

fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    if !object.is_object() {
        return None;
    }
    let function: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    function.apply(object, &arguments.iter().collect::<Array>()).ok()
}
