// What the pages do beyond links and forms. Everything works without it, only with more steps.
(() => {
  "use strict";

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
})();
