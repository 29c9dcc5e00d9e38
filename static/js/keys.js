// Keys for those who read without a pointer: / to the box, j and k through lists, n and p through marks, ? for help.
(() => {
  const dialog = document.getElementById("keys");
  const opener = document.getElementById("show-keys");

  // An Arabic keyboard gives letters at the same places: there the place of the key counts, not its letter.
  const places = { Slash: "/", KeyJ: "j", KeyK: "k", KeyN: "n", KeyP: "p" };
  const keyOf = (event) => {
    if (/^[\u0600-\u06ff]/.test(event.key)) {
      const key = places[event.code];
      return key === "/" && event.shiftKey ? "?" : key;
    }
    return event.key;
  };

  const isWriting = (target) => target.matches("input, textarea, select, [contenteditable]");

  // Which of a list comes next: counted from where the focus is, or from its beginning.
  const step = (selector, by) => {
    const stops = [...document.querySelectorAll(selector)];
    if (!stops.length) return;
    const now = stops.indexOf(document.activeElement);
    const next = now === -1 ? (by > 0 ? 0 : stops.length - 1) : Math.min(Math.max(now + by, 0), stops.length - 1);
    if (!stops[next].hasAttribute("href")) stops[next].tabIndex = -1;
    stops[next].focus();
    stops[next].scrollIntoView({ block: "center" });
  };

  const actions = {
    "/": () => document.querySelector("input[name=q]")?.focus(),
    j: () => step("[data-step]", 1),
    k: () => step("[data-step]", -1),
    n: () => step("article mark", 1),
    p: () => step("article mark", -1),
    "?": () => dialog?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || dialog?.open) return;
    const action = actions[keyOf(event)];
    if (!action) return;
    event.preventDefault();
    action();
  });

  if (opener && dialog) {
    opener.hidden = false;
    opener.addEventListener("click", () => dialog.showModal());
  }
})();
