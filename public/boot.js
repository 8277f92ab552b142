// Starts the program without an inline script, so that the content security policy can forbid those.
// The build writes the folder with the program into this script's own tag.
const { program } = document.querySelector("script[data-program]").dataset;

try {
  const { default: init } = await import(`${program}/nanori.js`);
  await init();
} catch (reason) {
  console.error(reason);
  document.getElementById("boot-failed")?.removeAttribute("hidden");
}
