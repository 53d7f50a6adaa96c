// Sets the theme and the text size before the first paint. Alone and not a module, so that nothing waits for it.
(function () {
  try {
    var root = document.documentElement;
    var theme = localStorage.getItem("passerelle.theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    var text = localStorage.getItem("passerelle.text");
    if (text === "large" || text === "very_large") root.dataset.text = text;
  } catch {
    // Storage may be refused to this site: the page then follows the system.
  }
})();
