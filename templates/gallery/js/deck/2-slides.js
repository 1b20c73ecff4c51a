// A deck of some of another deck's slides, in an order of their own (ECMA-376-1, 19).
(() => {
  const MAIN = "ppt/presentation.xml";
  const OFFICE = "http://schemas.openxmlformats.org";
  const A = `${OFFICE}/drawingml/2006/main`;
  const P = `${OFFICE}/presentationml/2006/main`;
  const P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main";
  const R = `${OFFICE}/officeDocument/2006/relationships`;

  const all = (root, space, name) => [...root.getElementsByTagNameNS(space, name)];

  const slidesOf = (deck) => {
    const parts = new Map(deck.relations(MAIN).map(({ id, target }) => [id, target]));
    return all(deck.xml(MAIN), P, "sldId").map((entry) => ({
      entry,
      id: entry.getAttribute("id"),
      part: parts.get(entry.getAttributeNS(R, "id")),
    }));
  };

  const list = (deck, slides) => {
    const parts = new Set(slides.map(({ part }) => part));
    all(deck.xml(MAIN), P, "sldIdLst")[0].replaceChildren(...slides.map(({ entry }) => entry));
    for (const { element, kind, target } of deck.relations(MAIN)) {
      if (kind === "slide" && !parts.has(target)) element.remove();
    }
  };

  // What led to a slide that is left out becomes plain text, or a plain shape.
  const unlink = (deck, part, parts) => {
    const gone = deck.relations(part).filter(({ kind, target }) => kind === "slide" && !parts.has(target));
    const ids = new Set(gone.map(({ id }) => id));
    for (const link of all(deck.xml(part), A, "hlinkClick")) {
      if (ids.has(link.getAttributeNS(R, "id"))) link.remove();
    }
    for (const { element } of gone) element.remove();
  };

  // Slides in a row of the same section; one that comes again gets an id of its own.
  const regroup = (main, slides) => {
    const listed = all(main, P14, "sectionLst")[0];
    const entries = new Map(all(listed, P14, "sldId").map((entry) => [entry.getAttribute("id"), entry]));
    const sections = slides.map(({ id }) => entries.get(id).closest("section"));
    const name = (section) => section.getAttribute("name");
    const starts = sections.flatMap((section, at) => (at && name(section) === name(sections[at - 1]) ? [] : [at]));
    const made = starts.map((start, run) => {
      const section = sections[start].cloneNode(true);
      const before = starts.slice(0, run).filter((each) => sections[each] === sections[start]).length;
      if (before) section.setAttribute("id", section.getAttribute("id").replace(/\w{8}/, `${before}`.padStart(8, "0")));
      const its = slides.slice(start, starts[run + 1]).map(({ id }) => entries.get(id).cloneNode());
      all(section, P14, "sldIdLst")[0].replaceChildren(...its);
      return section;
    });
    listed.replaceChildren(...made);
  };

  const renumber = (root, number) => {
    for (const field of all(root, A, "fld")) {
      if (field.getAttribute("type") === "slidenum") all(field, A, "t")[0].textContent = number;
    }
  };

  const describe = (deck, title, slides, notes) => {
    const say = (kind, name, value) => {
      for (const part of deck.targets("", kind)) deck.xml(part).getElementsByTagNameNS("*", name)[0].textContent = value;
    };
    say("core-properties", "title", title);
    say("extended-properties", "Slides", slides);
    say("extended-properties", "Notes", notes);
  };

  // `numbers` are those of the slides in the deck of everything, counted from 1.
  gallery.deckOf = (bytes, numbers, title) => {
    const deck = gallery.openPackage(bytes);
    const every = slidesOf(deck);
    const slides = numbers.map((number) => every[number - 1]);
    const parts = new Set(slides.map(({ part }) => part));
    list(deck, slides);
    regroup(deck.xml(MAIN), slides);
    // LibreOffice 7.4 takes the number in a part's name for the slide's: beyond the last it crashes.
    const names = new Map();
    let notes = 0;
    for (const [at, { part }] of slides.entries()) {
      unlink(deck, part, parts);
      names.set(part, `ppt/slides/slide${at + 1}.xml`);
      renumber(deck.xml(part), at + 1);
      for (const note of deck.targets(part, "notesSlide")) {
        notes += 1;
        names.set(note, `ppt/notesSlides/notesSlide${at + 1}.xml`);
        renumber(deck.xml(note), at + 1);
      }
    }
    describe(deck, title, slides.length, notes);
    return deck.save(names);
  };
})();
