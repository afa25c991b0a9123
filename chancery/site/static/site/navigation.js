// <chancery-navigation>: the bar of the office's services, on the page of a service that somebody else runs.
//
//   <script type="module" src="https://office.example/navigation.js"></script>
//   <chancery-navigation language="fr" current="search"><a href="https://office.example/">The office</a></chancery-navigation>
//
// Attributes: language (as the page's own, if absent), current (the key of a group), portal (where this script came from,
// if absent). What stands inside is shown until the bar is there, and where it cannot be had. It sends and reads no cookie,
// and its styles neither leave it nor let any in: colours come through --chancery-ink, -paper, -line, -deep, -seal and -font.
const SHEET = new CSSStyleSheet();
SHEET.replaceSync(`
  :host { display: block; color-scheme: light dark;
    --ink: var(--chancery-ink, light-dark(#16202e, #e8e6df)); --ink-2: var(--chancery-ink-2, light-dark(#4a5567, #b3b8c2));
    --paper: var(--chancery-paper, light-dark(#ffffff, #191f29)); --line: var(--chancery-line, light-dark(#e3dfd4, #2b3340));
    --deep: var(--chancery-deep, light-dark(#17365c, #9cc0ee)); --seal: var(--chancery-seal, light-dark(#8c1d2f, #e08a97));
    font: 400 1rem/1.5 var(--chancery-font, "IBM Plex Sans", "IBM Plex Sans Arabic", system-ui, sans-serif); color: var(--ink); }
  :host([hidden]) { display: none; }
  nav { display: flex; flex-wrap: wrap; align-items: center; gap: .1rem 1.15rem; padding: .5rem clamp(1rem, 3vw, 2rem);
    background: var(--paper); border-block-end: 1px solid var(--line); }
  a, summary { color: var(--ink-2); text-decoration: none; cursor: pointer; }
  a:hover, summary:hover { color: var(--ink); }
  :focus-visible { outline: 3px solid var(--deep); outline-offset: 2px; border-radius: .15rem; }
  .home { color: var(--ink); font-weight: 600; margin-inline-end: .75rem; }
  ul { list-style: none; margin: 0; padding: 0; }
  .groups { display: flex; flex-wrap: wrap; gap: 0 1.15rem; }
  details { position: relative; }
  summary { list-style: none; padding-block: .45rem; border-block-end: 2px solid transparent; white-space: nowrap; }
  summary::-webkit-details-marker { display: none; }
  summary::after { content: ""; display: inline-block; margin-inline-start: .35rem; border: .28rem solid transparent;
    border-block-start-color: currentColor; border-block-end: 0; vertical-align: .15em; }
  [data-current] > summary { color: var(--ink); border-block-end-color: var(--seal); }
  .sheet { position: absolute; inset-inline-start: 0; inset-block-start: 100%; z-index: 1000; min-inline-size: 15rem;
    max-inline-size: calc(100vw - 2rem); background: var(--paper); border: 1px solid var(--line); border-radius: .375rem;
    padding: .35rem 0; box-shadow: 0 6px 20px rgb(0 0 0 / 12%); }
  .sheet p { margin: 0; padding: .35rem 1rem .45rem; font-size: .875rem; color: var(--ink-2); border-block-end: 1px solid var(--line); }
  .sheet a { display: block; padding: .38rem 1rem; color: var(--ink); }
  .sheet a:hover { color: var(--deep); text-decoration: underline; }
  .end { margin-inline-start: auto; display: flex; gap: 1rem; }
  @media (max-width: 40rem) { nav { position: relative; } details { position: static; }
    .sheet { inset-inline: 1rem; inset-block-start: auto; } .end { margin-inline-start: 0; } }
`);

const PORTAL = new URL(".", import.meta.url).href;

const made = (name, attributes = {}, ...inside) => {
  const one = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  one.append(...inside);
  return one;
};

class ChanceryNavigation extends HTMLElement {
  static observedAttributes = ["language", "current", "portal"];

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [SHEET];
    this.shadowRoot.append(made("slot"));
    this.addEventListener("keydown", (event) => event.key === "Escape" && this.close(true));
    this.whenElsewhere = (event) => event.composedPath().includes(this) || this.close(false);
  }

  connectedCallback() {
    document.addEventListener("click", this.whenElsewhere);
    this.load();
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.whenElsewhere);
  }

  attributeChangedCallback(_name, before, after) {
    if (this.isConnected && before !== after) this.load();
  }

  async load() {
    const language = this.getAttribute("language") || this.closest("[lang]")?.lang || document.documentElement.lang || "en";
    const address = new URL("api/v1/navigation", this.getAttribute("portal") || PORTAL);
    address.searchParams.set("language", this.known(language));
    const asked = (this.asked = address.href);
    try {
      const answer = await fetch(address, { credentials: "omit", mode: "cors" });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const told = await answer.json();
      if (asked === this.asked) this.show(told);
    } catch (trouble) {
      console.warn("chancery-navigation:", trouble.message); // what stands inside the element is still shown
    }
  }

  known(language) {
    const tag = language.toLowerCase();
    return tag.startsWith("zh") ? "zh-hans" : tag.split("-")[0];
  }

  show(told) {
    const nav = made("nav", { "aria-label": told.label, lang: told.language, dir: told.direction });
    const groups = told.groups.map((group) => made("li", {}, this.group(group)));
    const link = ({ label, href }) => made("a", { href }, label);
    nav.append(
      made("a", { href: told.home.href, class: "home" }, told.home.label),
      made("ul", { class: "groups" }, ...groups),
      made("span", { class: "end" }, link(told.inbox), link(told.account)),
    );
    this.shadowRoot.replaceChildren(nav);
    this.dispatchEvent(new CustomEvent("chancery-navigation", { bubbles: true, detail: { language: told.language } }));
  }

  group(group) {
    const links = group.services.map(({ label, href }) => made("li", {}, made("a", { href }, label)));
    const sheet = made("div", { class: "sheet" }, made("p", {}, group.line), made("ul", {}, ...links));
    const one = made("details", { name: "group" }, made("summary", {}, group.label), sheet);
    if (group.key === this.getAttribute("current")) {
      one.dataset.current = "";
      one.firstChild.setAttribute("aria-current", "true");
    }
    return one;
  }

  close(focus) {
    for (const open of this.shadowRoot.querySelectorAll("details[open]")) {
      open.open = false;
      if (focus) open.firstChild.focus();
    }
  }
}

customElements.define("chancery-navigation", ChanceryNavigation);
