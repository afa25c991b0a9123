// The parts of a query, moved by hand: dropped on another part either will do, with the Alt key both; dropped beside
// them all, a part leaves its group. It presses the buttons that the part has without JavaScript too.
(() => {
  "use strict";
  const board = document.querySelector("[data-chips]");
  if (!board || board.querySelectorAll("[data-part]").length < 2) return;
  let held = null;

  const chipAt = (event) => event.target instanceof Element ? event.target.closest("[data-part]") : null;
  const mayTake = (target) => held && target !== held && !held.contains(target);
  const clear = () => board.querySelectorAll(".over").forEach((one) => one.classList.remove("over"));

  const join = (part, onto, act) => {
    const form = part.querySelector("form");
    const button = form.querySelector(`button[value=${act}]`);
    if (!button || ![...form.elements.onto.options].some((one) => one.value === onto)) return;
    form.elements.onto.value = onto;
    form.requestSubmit(button);
  };

  board.querySelectorAll("[data-part]").forEach((one) => { one.draggable = true; });
  board.querySelectorAll("[data-drag-hint]").forEach((one) => { one.hidden = false; });
  board.addEventListener("dragstart", (event) => {
    held = chipAt(event);
    if (!held || event.target.closest("input")) return;
    event.dataTransfer.setData("text/plain", held.dataset.part);
    event.dataTransfer.effectAllowed = "move";
  });
  board.addEventListener("dragover", (event) => {
    if (!held) return;
    const target = chipAt(event);
    clear();
    if (target && !mayTake(target)) return;
    event.preventDefault();
    (target || board).classList.add("over");
  });
  board.addEventListener("dragend", () => { held = null; clear(); });
  board.addEventListener("drop", (event) => {
    const target = chipAt(event);
    if (!held || (target && !mayTake(target))) return;
    event.preventDefault();
    join(held, target ? target.dataset.part : "", target && !event.altKey ? "or" : "and");
  });
})();
