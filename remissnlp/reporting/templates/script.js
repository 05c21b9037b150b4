"use strict";

// Search and filters. The page is complete without this: the script only hides what does not match.
(function () {
  const form = document.getElementById("sok");
  if (!form) return;

  const field = document.getElementById("sokord");
  const status = document.getElementById("status");
  const reset = document.getElementById("rensa");
  const show = document.getElementById("visa");
  const noHits = document.querySelector(".no-hits");
  const others = document.getElementById("ovriga");
  const groups = [...document.querySelectorAll(".tema")];
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const facets = [...new Set(boxes.map((box) => box.name))];
  const normal = (text) => text.normalize("NFC").toLocaleLowerCase("sv").replace(/\s+/g, " ");
  const searchable = (element) => [...element.querySelectorAll("[data-search]")].map((part) => part.textContent);

  const items = groups.flatMap((group) => {
    const heading = group.querySelector(":scope > header");
    const shared = heading ? searchable(heading) : [];
    return [...group.querySelectorAll(".synpunkt")].map((element) => {
      const part = element.closest(".deltema");
      const under = part ? [part.querySelector("h4").textContent] : [];
      return { element, text: normal(shared.concat(under, searchable(element)).join(" \n ")) };
    });
  });
  const opened = new Set();

  function wanted() {
    const chosen = {};
    for (const name of facets) {
      chosen[name] = new Set(boxes.filter((box) => box.name === name && box.checked).map((box) => box.value));
    }
    return { words: normal(field.value).split(" ").filter(Boolean), chosen };
  }

  // Within one filter any choice will do; every filter and every word must agree.
  const passes = (item, chosen, name) => !chosen[name].size || chosen[name].has(item.element.dataset[name]);

  function update() {
    const { words, chosen } = wanted();
    const active = words.length > 0 || facets.some((name) => chosen[name].size);
    const counts = new Map();
    let found = 0;
    for (const item of items) {
      const hit = words.every((word) => item.text.includes(word));
      const failed = facets.filter((name) => !passes(item, chosen, name));
      item.element.hidden = !hit || failed.length > 0;
      if (!hit) continue;
      if (!failed.length) found += 1;
      // A choice shows how many there are of it given the other filters.
      for (const name of facets) {
        if (failed.every((other) => other === name)) {
          const key = name + "\n" + item.element.dataset[name];
          counts.set(key, (counts.get(key) || 0) + 1);
        }
      }
    }
    for (const box of boxes) {
      const n = counts.get(box.name + "\n" + box.value) || 0;
      const label = box.closest("label");
      label.querySelector(".n").textContent = n;
      label.classList.toggle("none", n === 0 && !box.checked);
    }
    let teman = 0;
    for (const group of groups) {
      const visible = group.querySelector(".synpunkt:not([hidden])") !== null;
      group.hidden = !visible;
      if (visible && !group.classList.contains("others")) teman += 1;
      for (const part of group.querySelectorAll(".deltema")) {
        part.hidden = part.querySelector(".synpunkt:not([hidden])") === null;
      }
      for (const more of group.querySelectorAll("details.more")) unfold(more, active);
    }
    const all = items.length;
    status.textContent = active
      ? `${found} av ${all} synpunkter, i ${teman} ${teman === 1 ? "tema" : "teman"}.`
      : `${all} ${all === 1 ? "synpunkt" : "synpunkter"} i ${teman} ${teman === 1 ? "tema" : "teman"}.`;
    noHits.hidden = !active || found > 0;
    others.hidden = active && others.querySelector(".synpunkt:not([hidden])") === null;
    reset.hidden = !active;
    show.hidden = !active || found === 0;
    mark(words);
  }

  // Folded quotes are unfolded while a search is on, and folded again after it.
  function unfold(more, active) {
    more.hidden = more.querySelector(".synpunkt:not([hidden])") === null;
    if (active && !more.open) {
      more.open = true;
      opened.add(more);
    } else if (!active && opened.delete(more)) {
      more.open = false;
    }
  }

  // The words found are marked without touching the text, where the browser can.
  function mark(words) {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("hit");
    const long = words.filter((word) => word.length > 1);
    if (!long.length) return;
    const highlight = new Highlight();
    for (const { element } of items) {
      if (element.hidden) continue;
      for (const part of element.querySelectorAll("[data-search]")) {
        const node = part.firstChild;
        if (!node || node.nodeType !== Node.TEXT_NODE) continue;
        const text = node.data.toLocaleLowerCase("sv");
        if (text.length !== node.data.length) continue;
        for (const word of long) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            highlight.add(range);
          }
        }
      }
    }
    CSS.highlights.set("hit", highlight);
  }

  // A link to a quote that is folded or filtered away brings it back.
  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]") && target.closest(".tema")) {
      form.reset();
      update();
    }
    const more = target.closest("details:not([open])");
    if (more) more.open = true;
    target.scrollIntoView();
  }

  form.hidden = false;
  if (window.matchMedia("(max-width: 60rem)").matches) form.querySelector(".filters").open = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", update);
  form.addEventListener("reset", () => setTimeout(() => { update(); field.focus(); }));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !show.hidden) show.click();
  });
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("main details")) details.open = true;
  });
  update();
  reveal();
})();
