// Designs and their views put in another order by dragging, or by the arrow keys. Without this there are buttons.
(() => {
  "use strict";

  const lists = "[data-order]";
  let held = null; // the item that is being moved
  let from = 0; // where it stood
  let dragged = false; // by the mouse, not by the keys

  const items = (list) => [...list.children].filter((one) => one.dataset.item);
  const place = (item) => items(item.parentElement).indexOf(item);
  const forward = () => (document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight");

  // The same as the buttons do: the server puts the list in order, and shows it.
  const send = (item) => {
    const form = item.closest("form");
    if (place(item) === from) return;
    const button = document.createElement("button");
    button.name = "move";
    button.value = `${item.dataset.item} ${place(item)}`;
    button.hidden = true;
    form.append(button);
    form.requestSubmit(button);
  };

  const take = (item, byMouse) => {
    held = item;
    dragged = byMouse;
    from = place(item);
    item.classList.add("held");
  };

  const leave = (back) => {
    if (!held) return;
    const item = held;
    held = null;
    item.classList.remove("held");
    if (back) {
      const others = items(item.parentElement).filter((one) => one !== item);
      others.length > from ? others[from].before(item) : item.parentElement.append(item);
    } else {
      send(item);
    }
  };

  const step = (item, by) => {
    const all = items(item.parentElement);
    const other = all[all.indexOf(item) + by];
    if (other) by < 0 ? other.before(item) : other.after(item);
  };

  const keyed = (event, item) => {
    const before = forward() === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    const by = { ArrowUp: -1, ArrowDown: 1, [forward()]: 1, [before]: -1 }[event.key];
    if (by) {
      if (held !== item) take(item, false);
      step(item, by);
      event.target.focus();
    } else if (event.key === "Enter" && held === item) {
      leave(false);
    } else if (event.key === "Escape" && held === item) {
      leave(true);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  // A handle is no <button>: not every browser starts to drag on one.
  const handleOf = (item) => [...item.querySelectorAll(".grip")].find((one) => one.closest("[data-item]") === item);

  const grip = (item) => {
    const handle = handleOf(item);
    if (!handle || !handle.hidden) return;
    handle.hidden = false;
    handle.addEventListener("keydown", (event) => keyed(event, item));
    handle.addEventListener("click", (event) => event.preventDefault());
    handle.addEventListener("pointerdown", () => { item.draggable = true; });
    handle.addEventListener("pointerup", () => { item.draggable = false; });
    handle.addEventListener("blur", () => setTimeout(() => { // moving an item takes the focus away for a moment
      if (held === item && !dragged && !item.contains(document.activeElement)) leave(true);
    }));
    item.addEventListener("dragstart", (event) => {
      event.stopPropagation();
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", item.dataset.item);
      take(item, true);
    });
    item.addEventListener("dragend", (event) => {
      event.stopPropagation();
      item.draggable = false;
      leave(true); // nothing, where it was dropped on a place
    });
  };

  document.addEventListener("dragover", (event) => {
    const over = held && event.target instanceof Element && event.target.closest("[data-item]");
    if (!over || over.parentElement !== held.parentElement) return;
    event.preventDefault();
    if (over === held) return;
    const all = items(held.parentElement);
    all.indexOf(over) < all.indexOf(held) ? over.before(held) : over.after(held);
  });
  document.addEventListener("drop", (event) => {
    if (!held) return;
    event.preventDefault();
    leave(false);
  });

  const ready = (within) => within.querySelectorAll(`${lists} > [data-item]`).forEach(grip);
  ready(document);
  document.addEventListener("htmx:afterSwap", () => ready(document));

  // After a move the page opens at the item: its handle has the focus, so that one can go on.
  const arrived = location.hash && document.getElementById(location.hash.slice(1));
  if (arrived && arrived.matches("[data-item]")) {
    if (arrived.matches("details")) arrived.open = true;
    handleOf(arrived)?.focus();
  }
})();
