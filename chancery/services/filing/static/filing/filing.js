// Autosave, honestly: what is not saved is said, kept on the page, and sent when it can be. The form works without this.
(() => {
  "use strict";

  const form = () => document.querySelector("form[data-autosave]");
  let unsaved = false;

  const tell = (why) => {
    const line = document.getElementById("saved");
    if (!line) return;
    line.textContent = line.dataset[why];
    line.classList.add("unsaved");
  };
  const concerns = (event) => event.target instanceof Element && event.target.matches("form[data-autosave]");

  document.addEventListener("input", (event) => { if (event.target.closest("form[data-autosave]")) unsaved = true; });
  document.addEventListener("htmx:beforeRequest", (event) => { if (concerns(event)) unsaved = false; });
  document.addEventListener("htmx:sendError", (event) => { if (concerns(event)) { unsaved = true; tell("offline"); } });
  document.addEventListener("htmx:responseError", (event) => { if (concerns(event)) { unsaved = true; tell("failed"); } });

  // A session that has ended answers with the sign-in page, from another address.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!concerns(event)) return;
    const answered = new URL(event.detail.xhr.responseURL || event.target.action, location.href).pathname;
    if (answered === new URL(event.target.action).pathname) return;
    event.detail.shouldSwap = false;
    unsaved = true;
    tell("out");
  });

  // Leaving in the middle of a word: what is typed goes along.
  addEventListener("pagehide", () => {
    const open = form();
    if (!unsaved || !open) return;
    navigator.sendBeacon(open.action, new FormData(open));
    unsaved = false;
  });
  document.addEventListener("submit", (event) => { if (concerns(event)) unsaved = false; });
  addEventListener("online", () => { const open = form(); if (unsaved && open) htmx.trigger(open, "change"); });
})();
