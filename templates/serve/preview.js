/* Shows a plate as the server tells of it: the sheets' own HTML in frames that stay, so that a save
   changes their words and neither the typeface nor the scrolling starts anew. */
(() => {
  "use strict";

  const MM = 96 / 25.4; // CSS pixels in a millimetre
  const GAP = 8; // millimetres between the sheets of a plate
  const FINER = 4; // browsers round the height of a line to whole pixels: ours are a quarter
  const SHRUNK = Math.SQRT1_2; // a side of A4 to one of A3 (ISO 216)
  const KEPT = "planche-switches";

  const body = document.body;
  const find = (name, within = document) => within.querySelector(`[data-${name}]`);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  class Medium {
    constructor(section) {
      this.section = section;
      this.stage = find("stage", section);
      this.sheets = null;
      new ResizeObserver(() => this.fit()).observe(this.stage);
    }

    async show(view) {
      this.section.classList.toggle("old", !view && Boolean(this.view));
      if (!view && this.view) return; // it does not fit at the moment: what was good stays
      this.view = view;
      if (!view) {
        const note = document.createElement("p");
        note.className = "unfit";
        note.textContent = this.stage.dataset.unfit;
        this.stage.replaceChildren(note);
        return;
      }
      if (!this.sheets) this.prepare();
      const shown = new DOMParser().parseFromString(view.html, "text/html");
      const inside = this.frame.contentDocument;
      const style = shown.querySelector("style").textContent;
      if (this.style.textContent !== style) this.style.textContent = style;
      inside.documentElement.lang = shown.documentElement.lang;
      inside.body.replaceChildren(...shown.body.children);
      this.over();
      this.fit();
      await inside.fonts.ready;
    }

    prepare() {
      this.sheets = document.createElement("div");
      this.sheets.className = "sheets";
      this.frame = document.createElement("iframe");
      this.frame.title = this.section.querySelector("h2").firstChild.textContent.trim();
      this.sheets.append(this.frame);
      this.stage.replaceChildren(this.sheets);
      const inside = this.frame.contentDocument;
      inside.open(); // without a doctype, lines would be set as browsers of the nineties did
      inside.write("<!DOCTYPE html><html><head></head><body></body></html>");
      inside.close();
      this.style = inside.createElement("style");
      const apart = inside.createElement("style");
      apart.textContent = `html { overflow: hidden; forced-color-adjust: none; zoom: ${FINER}; text-rendering: geometricPrecision }
        .plate + .plate { margin-top: ${GAP}mm }`;
      inside.head.replaceChildren(this.style, apart);
      inside.addEventListener("click", (event) => {
        const link = event.target.closest("a");
        if (link) event.preventDefault();
      });
    }

    over() {
      this.sheets.querySelectorAll(".sheet").forEach((each) => each.remove());
      let top = 0;
      this.width = Math.max(...this.view.sheets.map((each) => each.width));
      this.tops = this.view.sheets.map((each) => {
        const here = top;
        top += each.height + GAP;
        return here;
      });
      this.height = top - GAP;
      for (const each of this.view.sheets) {
        const sheet = document.createElement("div");
        sheet.className = "sheet";
        sheet.innerHTML = each.guides;
        this.sheets.append(sheet);
      }
    }

    fit() {
      if (!this.sheets || !this.view) return;
      const small = this.section.dataset.medium === "paper" && body.classList.contains("shrink");
      const room = this.stage.clientWidth * (small ? SHRUNK : 1);
      const scale = room / this.width; // pixels for a millimetre
      const px = (mm) => `${mm * scale}px`;
      Object.assign(this.sheets.style, { width: px(this.width), height: px(this.height) });
      Object.assign(this.frame.style, {
        width: `${this.width * MM * FINER}px`,
        height: `${this.height * MM * FINER}px`,
        transform: `scale(${scale / MM / FINER})`,
      });
      this.sheets.querySelectorAll(".sheet").forEach((sheet, at) => {
        const { width, height } = this.view.sheets[at];
        Object.assign(sheet.style, { top: px(this.tops[at]), width: px(width), height: px(height) });
      });
    }
  }

  const media = Object.fromEntries(
    [...document.querySelectorAll("[data-medium]")].map((each) => [each.dataset.medium, new Medium(each)]),
  );

  // What is said over the sheets: how full, how small, which number.
  let facts = null;
  const number = (value) => String(Math.round(value * 10) / 10).replace(".", find("facts").dataset.decimal);
  const say = () => {
    if (!facts) return;
    const words = find("facts").dataset;
    const parts = [];
    if (facts.paper) {
      const { sheets } = facts.paper;
      const small = Math.min(...sheets.map((each) => each.smallest));
      const fills = sheets.map((each) => Math.round(each.fill * 100)).join(" · ");
      parts.push(fill(words.filled, { fill: fills }));
      parts.push(
        body.classList.contains("shrink")
          ? fill(words.shrunk, { size: number(small), small: number(small * SHRUNK) })
          : fill(words.smallest, { size: number(small) }),
      );
    }
    find("facts").textContent = parts.join(" · ");
    const count = facts.slides ? facts.slides.sheets.length : 0;
    const slide = find("number");
    slide.textContent = count > 1 ? `${facts.number}–${facts.number + count - 1}` : count ? String(facts.number) : "";
    slide.previousSibling.textContent = `${count > 1 ? slide.dataset.many : slide.dataset.one} `;
  };

  // A frame later the sheet is on the screen; then it is said so, for whoever measures.
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  let shown = 0;
  const show = async (sight) => {
    performance.mark("planche-told");
    const paper = sight.paper || media.paper.view;
    facts = { paper, slides: sight.slides || media.slides.view, number: sight.number };
    const tall = paper && paper.sheets[0];
    document.querySelector(".desk").classList.toggle("landscape", Boolean(tall) && tall.width > tall.height);
    await Promise.all([media.paper.show(sight.paper), media.slides.show(sight.slides)]);
    say();
    keep();
    await painted();
    performance.measure("planche-painting", "planche-told");
    body.dataset.shown = ++shown;
  };

  // Faults lie over the last good plate, which can be scrolled free; remarks wait under it.
  new ResizeObserver(([{ target }]) => {
    body.style.setProperty("--covered", `${target.offsetHeight}px`);
  }).observe(find("findings"));
  const item = (finding) => {
    const made = document.createElement("li");
    for (const part of ["place", "message", "hint"]) {
      const span = document.createElement("span");
      span.className = part;
      span.textContent = finding[part];
      made.append(span);
    }
    return made;
  };
  const list = (part, found) => {
    const one = found.length === 1;
    part.querySelector("h2, summary").textContent = fill(one ? part.dataset.one : part.dataset.many, { count: found.length });
    part.querySelector("ol").replaceChildren(...found.map(item));
    part.hidden = !found.length;
  };
  const keep = () => {
    const seen = facts && (facts.paper || facts.slides);
    const kept = seen && (body.classList.contains("stale") || document.querySelector(".old"));
    const part = find("findings");
    part.querySelector(".kept").textContent = kept ? part.dataset.kept : "";
  };
  const tell = ({ found, stale }) => {
    const faults = found.filter((each) => each.severity === "error");
    list(find("findings"), faults);
    list(find("remarks"), found.filter((each) => each.severity !== "error"));
    body.classList.toggle("faulty", faults.length > 0);
    body.classList.toggle("stale", stale);
    keep();
  };

  // The switches stay as they are from plate to plate.
  const form = find("switches");
  const apply = () => {
    const state = {};
    for (const each of form.elements) {
      if (each.type === "checkbox") body.classList.toggle(each.name, (state[each.name] = each.checked));
    }
    state.vision = form.elements.vision.value;
    const filter = state.vision === "own" ? "" : `url(#${state.vision})`;
    document.querySelectorAll(".stage").forEach((stage) => { stage.style.setProperty("--vision", filter || "none"); });
    sessionStorage.setItem(KEPT, JSON.stringify(state));
    Object.values(media).forEach((each) => each.fit());
    say();
  };
  const earlier = JSON.parse(sessionStorage.getItem(KEPT) || "{}");
  for (const each of form.elements) {
    if (!(each.name in earlier)) continue;
    if (each.type === "checkbox") each.checked = earlier[each.name];
    else each.value = earlier[each.name];
  }
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();

  find("plates").addEventListener("change", (event) => { location.href = `/preview/${event.target.value}`; });

  const stream = new EventSource(`/live/${body.dataset.plate}`);
  const on = (name, act) => stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
  on("sight", (sight) => (body.dataset.unknown ? location.reload() : show(sight)));
  on("findings", tell);
  on("build", (state) => {
    const place = find("build");
    place.className = `build ${state}`;
    place.textContent = place.dataset[state];
  });
})();
