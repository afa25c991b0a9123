// Dragging the pieces of a person's own page. Each piece has buttons that do the same, for keyboards and for pages without this.
(() => {
  "use strict";
  const place = document.querySelector("[data-arrange]");
  if (!place) return;
  const pieces = () => [...place.querySelectorAll("[data-widget]")];
  let dragged = null;

  const save = async () => {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", place.querySelector("[name=csrfmiddlewaretoken]").value);
    body.set("act", "order");
    body.set("order", pieces().map((piece) => piece.dataset.widget).join(","));
    try {
      const answer = await fetch(place.dataset.arrange, { method: "POST", body });
      if (answer.status !== 204) throw new Error(answer.status);
    } catch {
      location.reload(); // what stands on the page is what is kept
      return;
    }
    pieces().forEach((piece, index, all) => {
      piece.querySelector("[value=earlier]").disabled = index === 0;
      piece.querySelector("[value=later]").disabled = index === all.length - 1;
    });
  };

  for (const piece of pieces()) {
    piece.draggable = true;
    piece.addEventListener("dragstart", (event) => {
      dragged = piece;
      piece.classList.add("dragged");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", piece.dataset.widget);
    });
    piece.addEventListener("dragend", () => {
      dragged = null;
      pieces().forEach((one) => one.classList.remove("dragged", "target"));
    });
    piece.addEventListener("dragover", (event) => {
      if (!dragged || dragged === piece) return;
      event.preventDefault();
      piece.classList.add("target");
    });
    piece.addEventListener("dragleave", () => piece.classList.remove("target"));
    piece.addEventListener("drop", (event) => {
      if (!dragged || dragged === piece) return;
      event.preventDefault();
      const all = pieces();
      if (all.indexOf(dragged) < all.indexOf(piece)) piece.after(dragged);
      else piece.before(dragged);
      save();
    });
  }
})();
