// What the pages do beyond links and forms. Everything works without it, only with more steps.
(() => {
  "use strict";
  const language = document.documentElement.lang;

  // A form is sent once, and says that it is busy.
  document.addEventListener("submit", event => {
    const form = event.target;
    if (event.defaultPrevented || form.classList.contains("busy")) {
      if (form.classList.contains("busy")) event.preventDefault();
      return;
    }
    form.classList.add("busy");
    const button = form.querySelector("button");
    if (form.dataset.busy && button) button.textContent = form.dataset.busy;
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form.busy").forEach(f => f.classList.remove("busy")));

  // A choice that is a form of its own.
  document.addEventListener("change", event => {
    if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
  });

  // ---- the list of bank lines: one is current, and keys act on it or on the open evidence

  const lines = () => [...document.querySelectorAll("[data-lines] > tbody.line")];
  const current = () => document.querySelector("tbody.line:has(> tr.at)");
  const link = line => line.querySelector("a.who-name");

  function mark(line, focus) {
    document.querySelectorAll("tr.at").forEach(row => row.classList.remove("at"));
    if (!line) return;
    line.firstElementChild.classList.add("at");
    line.scrollIntoView({ block: "nearest" });
    if (focus) link(line).focus({ preventScroll: true });
  }
  function close(line) {
    line.classList.remove("open");
    line.querySelector(".panel-row")?.remove();
    link(line).setAttribute("aria-expanded", "false");
  }
  function toggle(line) {
    mark(line, true);
    if (line.classList.contains("open")) close(line);
    else link(line).click();
  }
  function step(by) {
    const all = lines(), here = current(), at = all.indexOf(here);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (!next) return;
    const wasOpen = here?.classList.contains("open");
    if (wasOpen) close(here);
    mark(next, true);
    if (wasOpen && !next.classList.contains("open")) link(next).click();
  }

  document.addEventListener("click", event => {
    const line = event.target.closest("[data-lines] > tbody.line");
    if (event.target.closest("[data-keys]")) document.getElementById("keys").showModal();
    else if (event.target.closest("[data-step]")) step(1);
    else if (line && event.target.closest("tr.line-row") && !event.target.closest("a, button")) toggle(line);
    else if (line) mark(line, false);
  });
  // With a key held down the link opens a tab of its own, as links do.
  document.addEventListener("click", event => {
    if ((event.ctrlKey || event.metaKey || event.shiftKey) && event.target.closest("a.who-name")) event.stopImmediatePropagation();
  }, true);
  // The link of an open line closes it instead of asking again.
  document.addEventListener("htmx:confirm", event => {
    const line = event.detail.elt.matches("a.who-name") && event.detail.elt.closest("tbody.line.open");
    if (line) { event.preventDefault(); close(line); }
  });
  document.addEventListener("htmx:beforeSwap", event => {
    const { target, xhr } = event.detail;
    const fault = target.matches("tbody.line") && xhr.status >= 400 && !xhr.responseText.includes("<tbody");
    if (fault) {
      event.detail.shouldSwap = false;
      document.getElementById("said").innerHTML = xhr.responseText;
      document.getElementById("said").scrollIntoView({ block: "nearest" });
    }
  });
  document.addEventListener("htmx:afterSwap", event => {
    const line = event.detail.elt.closest?.("tbody.line") || event.target.closest?.("tbody.line");
    if (line) mark(line, true);
    (line?.dataset.counts || "").trim().split(/\s+/).forEach(now => {
      const [name, count] = now.split(":"), said = document.querySelector(`[data-count="${name}"]`);
      if (said && count) said.textContent = Number(count).toLocaleString(language);
    });
    rest();
  });

  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input, select, textarea, dialog, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const list = lines().length > 0, page = document.querySelector("[data-line-page]");
    if (!list && !page) return;
    const act = key => (page ? document : current())?.querySelector(`[data-key="${key}"]`);
    const keys = {
      j: () => page ? act("j")?.click() : step(1), ArrowDown: () => list && step(1),
      k: () => list && step(-1), ArrowUp: () => list && step(-1),
      "/": () => document.getElementById("q")?.focus(), "?": () => document.getElementById("keys").showModal(),
      c: () => act("c")?.click(), n: () => act("n")?.click(), u: () => act("u")?.click(), p: () => act("p")?.click(),
    };
    if (!Object.hasOwn(keys, event.key)) return;
    if (event.key.startsWith("Arrow") && !list) return;
    event.preventDefault();
    keys[event.key]();
  });

  // ---- doubtful lines: one is current; s, n and u answer

  document.addEventListener("keydown", event => {
    const all = [...document.querySelectorAll("[data-doubt]")], undo = document.querySelector(".said [data-key=u]");
    if (event.target.closest("input, select, textarea, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!all.length && !undo) return;
    const at = all.findIndex(one => one.classList.contains("at"));
    const go = to => {
      if (!to) return;
      all.forEach(one => one.classList.remove("at"));
      to.classList.add("at");
      to.focus({ preventScroll: true });
      to.scrollIntoView({ block: "nearest" });
    };
    const keys = {
      j: () => go(all[at + 1]), k: () => go(all[Math.max(0, at - 1)]), u: () => undo?.click(),
      s: () => all[Math.max(0, at)]?.querySelector("[data-key=s]")?.click(),
      n: () => all[Math.max(0, at)]?.querySelector("[data-key=n]")?.click(),
    };
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  // ---- picking documents: what stays of the line while amounts are typed

  function number(text) {
    const plain = text.replace(/[\s\u00a0']/g, ""), at = Math.max(plain.lastIndexOf(","), plain.lastIndexOf("."));
    const digits = at < 0 ? plain : plain.slice(0, at).replace(/[.,]/g, "") + "." + plain.slice(at + 1);
    return digits === "" ? 0 : Number(digits);
  }
  function left(form) {
    let cents = Math.round(number(form.dataset.size) * 1000);
    form.querySelectorAll("tr[data-sign]").forEach(row => {
      const ticked = row.querySelector("[type=checkbox]").checked;
      row.classList.toggle("at", ticked);
      if (ticked) cents -= row.dataset.sign * Math.round(number(row.querySelector("[data-amount]").value) * 1000);
    });
    return cents / 1000;
  }
  function rest() {
    const form = document.querySelector("[data-pick]");
    if (!form) return;
    const now = left(form), said = form.querySelector("[data-rest]"), digits = Number(form.dataset.digits);
    said.textContent = Number.isNaN(now) ? "?" : now.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    said.classList.toggle("over", now < 0);
  }
  document.addEventListener("input", event => {
    const form = event.target.closest("[data-pick]");
    if (!form) return;
    const row = event.target.closest("tr[data-sign]");
    if (row && event.target.matches("[data-amount]")) row.querySelector("[type=checkbox]").checked = true;
    if (row && event.target.matches("[type=checkbox]") && event.target.checked) {
      const field = row.querySelector("[data-amount]"), room = number(row.dataset.room);
      field.value = "0";
      const free = left(form);
      field.value = (row.dataset.sign > 0 ? Math.max(0, Math.min(room, free)) : room).toFixed(Number(form.dataset.digits)).replace(".", form.dataset.decimal);
    }
    rest();
  });

  // ---- a plain list: j and k walk along the rows' links, Enter follows one as ever, / begins to search

  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input, select, textarea, dialog");
    const links = [...document.querySelectorAll("[data-rows] > tr td:first-child > a")];
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !["j", "k", "/"].includes(event.key)) return;
    const search = document.querySelector("[data-rows-search]"), at = links.indexOf(document.activeElement);
    const to = event.key === "/" ? search : links[event.key === "j" ? at + 1 : at < 0 ? links.length - 1 : at - 1];
    if (!search || !to) return;
    event.preventDefault();
    to.focus();
  });
})();
