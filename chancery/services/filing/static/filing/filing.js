// Autosave, honestly: what is not saved is said, kept on the page, and sent when it can be. The form works without this.
(() => {
  "use strict";

  const form = () => document.querySelector("form[data-autosave]");
  const concerns = (event) => event.target instanceof Element && event.target.matches("form[data-autosave]");
  let unsaved = false; // something typed has not been taken yet
  let trouble = ""; // why not: "offline", "failed", "out"
  let renewed = false; // the token has been renewed once for this save

  const tell = (why) => {
    unsaved = true;
    trouble = why;
    const line = document.getElementById("saved");
    if (!line) return;
    line.textContent = line.dataset[why];
    line.classList.add("unsaved");
  };

  // After signing in elsewhere the page's token is no longer good: take a new one, then save what is here.
  const again = async () => {
    const open = form();
    if (!open || !trouble) return;
    trouble = "";
    try {
      const page = new DOMParser().parseFromString(await (await fetch(open.action)).text(), "text/html");
      const fresh = page.querySelector("form[data-autosave] [name=csrfmiddlewaretoken]");
      if (!fresh) return tell("out");
      open.elements.csrfmiddlewaretoken.value = fresh.value;
      htmx.trigger(open, "change");
    } catch {
      tell("offline");
    }
  };

  document.addEventListener("input", (event) => { if (event.target.closest("form[data-autosave]")) unsaved = true; });
  document.addEventListener("htmx:beforeRequest", (event) => { if (concerns(event)) unsaved = false; });
  document.addEventListener("htmx:sendError", (event) => { if (concerns(event)) tell("offline"); });
  document.addEventListener("htmx:responseError", (event) => {
    if (!concerns(event)) return;
    tell("failed");
    if (event.detail.xhr.status !== 403 || renewed) return;
    renewed = true;
    again();
  });
  document.addEventListener("htmx:afterOnLoad", (event) => { if (concerns(event)) renewed = false; });

  // A session that has ended answers with the sign-in page, from another address.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!concerns(event)) return;
    const answered = new URL(event.detail.xhr.responseURL || event.target.action, location.href).pathname;
    if (answered === new URL(event.target.action).pathname) return;
    event.detail.shouldSwap = false;
    tell("out");
  });

  addEventListener("online", again);
  addEventListener("focus", again);

  // Leaving in the middle of a word: what is typed goes along.
  addEventListener("pagehide", () => {
    const open = form();
    if (!unsaved || !open) return;
    navigator.sendBeacon(open.action, new FormData(open));
    unsaved = false;
  });
  document.addEventListener("submit", (event) => { if (concerns(event)) unsaved = false; });
})();
