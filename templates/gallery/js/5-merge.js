// One file of several, made in the browser; what makes it is fetched when it is first needed.
(() => {
  const { root } = gallery;
  const TYPES = {
    pdf: "application/pdf",
    pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  };

  const fetched = {};
  const need = (path) => {
    fetched[path] ??= gallery.script(root + path).catch((error) => {
      delete fetched[path];
      throw error;
    });
    return fetched[path];
  };
  const read = async (path) => {
    const answer = await fetch(root + path).catch(() => ({ ok: false }));
    if (!answer.ok) throw new Error(path);
    return answer.arrayBuffer();
  };

  // pdf-lib copies pages, not the tags: a number that leads into them would lead nowhere.
  gallery.mergedPdf = async (paths, title) => {
    await need("gallery/vendor/pdf-lib-1.17.1.min.js");
    const { PDFDocument, PDFName } = PDFLib;
    const whole = await PDFDocument.create();
    for (const path of paths) {
      const source = await PDFDocument.load(await read(path));
      for (const page of await whole.copyPages(source, source.getPageIndices())) {
        page.node.delete(PDFName.of("StructParents"));
        whole.addPage(page);
      }
    }
    whole.setTitle(title, { showInWindowTitleBar: true });
    whole.setLanguage(document.documentElement.lang);
    return whole.save();
  };

  // The deck of everything without the slides that are not named; what answers in its place,
  // such as a page to log in on, is no deck.
  gallery.mergedDeck = async (path, slides, title) => {
    await need("gallery/vendor/fflate-0.8.3.min.js");
    await need("gallery/deck.js");
    const bytes = new Uint8Array(await read(path));
    try {
      return gallery.deckOf(bytes, slides, title);
    } catch (error) {
      throw new Error(path, { cause: error });
    }
  };

  gallery.save = (bytes, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: TYPES[name.split(".").pop()] }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
})();
