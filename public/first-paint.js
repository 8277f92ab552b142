// Applies the chosen theme and language before the first paint, so that nothing flashes.
// The program itself owns these settings; this only reads what it stored.
(() => {
  const root = document.documentElement;
  let chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem("nanori.settings")) ?? {};
  } catch {
    // No storage or an unreadable value: the browser's own preferences decide.
  }
  if (chosen.theme === "light" || chosen.theme === "dark") root.dataset.theme = chosen.theme;
  const browserLanguage = (navigator.languages ?? [navigator.language])[0] ?? "en";
  root.lang = chosen.language ?? (browserLanguage.toLowerCase().startsWith("ja") ? "ja" : "en");
})();
