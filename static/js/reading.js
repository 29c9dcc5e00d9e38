// Reading an article that a search has found: from mark to mark with a count, and j and k to the hits beside it.
(() => {
  const marks = [...document.querySelectorAll("article mark")];
  const steps = document.querySelector(".mark-steps");
  let now = -1;

  const tell = () => {
    const output = steps?.querySelector("output");
    if (!output) return;
    const digits = [...output.dataset.digits];
    const number = String(now + 1).replace(/[0-9]/g, (digit) => digits[digit]);
    output.textContent = output.dataset.of.replace("{n}", number);
  };

  const go = (place) => {
    marks[now]?.removeAttribute("aria-current");
    now = Math.min(Math.max(place, 0), marks.length - 1);
    marks[now].setAttribute("aria-current", "true");
    marks[now].tabIndex = -1;
    marks[now].focus({ preventScroll: true });
    marks[now].scrollIntoView({ block: "center" });
    tell();
  };

  if (steps && marks.length) {
    steps.hidden = false;
    for (const button of steps.querySelectorAll("[data-mark-step]"))
      button.addEventListener("click", () => {
        go(now + Number(button.dataset.markStep));
        button.focus({ preventScroll: true });
      });
    // The keys n and p move the focus from mark to mark, and the numbers of the list lead to one by its name.
    document.addEventListener("focusin", (event) => {
      const place = marks.indexOf(event.target);
      if (place !== -1 && place !== now) go(place);
    });
    const follow = () => {
      const place = marks.findIndex((mark) => `#${mark.id}` === location.hash);
      if (place !== -1) go(place);
    };
    addEventListener("hashchange", follow);
    follow();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.matches("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]")) return;
    // An Arabic keyboard gives letters at the same places: there the place of the key counts, not its letter.
    const key = /^[\u0600-\u06ff]/.test(event.key) ? { KeyJ: "j", KeyK: "k" }[event.code] : event.key;
    const relation = { j: "next", k: "prev" }[key];
    const link = relation && document.querySelector(`.hit-steps a[rel=${relation}]`);
    if (link) link.click();
  });
})();
