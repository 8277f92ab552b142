// Starts the program without an inline script, so that the content security policy can forbid those.
// The build writes the addresses of the two generated files into this script's own tag.
const tag = document.querySelector("script[data-wasm]");

try {
  const { default: init } = await import(tag.dataset.js);
  await init({ module_or_path: tag.dataset.wasm });
} catch (reason) {
  console.error(reason);
  document.getElementById("boot-failed")?.removeAttribute("hidden");
}
