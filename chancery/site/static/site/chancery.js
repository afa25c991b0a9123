// What the pages can do besides, where there is JavaScript. Every page works without it.
(() => {
  "use strict";

  // A menu closes on Escape (giving the focus back) and on a click elsewhere.
  const openMenus = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("click", (event) => {
    openMenus().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    openMenus().forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
  });

  // The appearance changes in place, so that nothing typed on the page is lost.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-theme-choice]") || !event.submitter) return;
    event.preventDefault();
    const chosen = event.submitter.value;
    const body = new FormData(form);
    body.set("theme", chosen);
    fetch(form.action, { method: "POST", body, redirect: "manual", keepalive: true }); // kept, should the page be left at once
    if (chosen) document.documentElement.dataset.bsTheme = chosen;
    else delete document.documentElement.dataset.bsTheme;
    form.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button.value === chosen)));
  });

  // A form that takes a while says so: aria-busy shows its .busy sign after 300 ms.
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !event.target.querySelector(".busy")) return;
    event.target.setAttribute("aria-busy", "true");
  });
  addEventListener("pageshow", () => {
    document.querySelectorAll("form[aria-busy]").forEach((form) => form.removeAttribute("aria-busy"));
  });

  // Copy: <button data-copy="text" data-copied="Copied" hidden>. It is hidden where it could not work.
  const showCopyButtons = (root) => {
    if (!navigator.clipboard) return;
    root.querySelectorAll("[data-copy][hidden]").forEach((button) => { button.hidden = false; });
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    const words = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = words; }, 2000);
  });

  // A file dropped on .file-drop is put into the file field inside it.
  const dropOf = (event) => event.target instanceof Element ? event.target.closest(".file-drop") : null;
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      const drop = dropOf(event);
      if (!drop) return;
      event.preventDefault();
      drop.classList.toggle("over", kind === "dragover");
      const input = drop.querySelector("input[type=file]");
      if (kind !== "drop" || !input || !event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  document.addEventListener("DOMContentLoaded", () => showCopyButtons(document));
  document.addEventListener("htmx:afterSwap", (event) => showCopyButtons(event.target));
})();
