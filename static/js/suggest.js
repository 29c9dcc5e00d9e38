// Suggestions under a search box: a combobox with a list, as the ARIA guide describes it. The box works without.
(() => {
  const PAUSE = 150;

  const enrich = (input) => {
    const list = document.createElement("ul");
    list.id = `${input.id}-suggestions`;
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels[0].textContent);
    input.form.append(list);
    let waiting, asked = "", at = -1;

    const options = () => [...list.children];

    const close = () => {
      list.hidden = true;
      at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };

    const choose = (place) => {
      options().forEach((option, number) => option.setAttribute("aria-selected", String(number === place)));
      at = place;
      if (place < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", options()[place].id);
        options()[place].scrollIntoView({ block: "nearest" });
      }
    };

    const follow = (option) => location.assign(option.dataset.href);

    const show = (suggestions) => {
      list.replaceChildren(...suggestions.map((suggestion, number) => {
        const option = document.createElement("li");
        const text = document.createElement("bdi");
        const note = document.createElement("span");
        option.id = `${list.id}-${number}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.href = suggestion.href;
        text.textContent = suggestion.text;
        note.className = "count";
        note.textContent = `${suggestion.label} · ${suggestion.count}`;
        option.append(text, note);
        return option;
      }));
      at = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = !suggestions.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
    };

    const ask = async () => {
      const typed = input.value.trim();
      if (!typed) return close();
      asked = typed;
      try {
        const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed)}`);
        const { suggestions } = await answer.json();
        if (asked === typed && document.activeElement === input) show(suggestions);
      } catch {
        close();
      }
    };

    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, PAUSE);
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if (event.key === "Enter" && at >= 0) {
        event.preventDefault();
        follow(options()[at]);
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
        event.preventDefault();
        const by = event.key === "ArrowDown" ? 1 : -1;
        const count = options().length + 1;
        choose(((at + 1 + by + count) % count) - 1);
      }
    });
    // The box keeps the focus while an option is pressed.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) follow(option);
    });
  };

  document.querySelectorAll("input[data-suggest]").forEach(enrich);
})();
