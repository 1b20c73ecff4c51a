// A file of Office as a package (ECMA-376-2): its parts, what each leads to, what each is.
(() => {
  const TYPES = "[Content_Types].xml";
  const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  // The first day that a zip can name: the same choice makes the same bytes.
  const EARLIEST = new Date(1980, 0, 1);

  const relationsOf = (part) => part.replace(/[^/]*$/, "_rels/$&.rels");
  const fileOf = (part) => part.split("/").pop();
  const resolved = (part, target) => decodeURI(new URL(target, `http://package/${part}`).pathname.slice(1));

  gallery.openPackage = (bytes) => {
    const files = fflate.unzipSync(bytes);
    const read = new Map();
    const xml = (name) => {
      if (!read.has(name)) {
        const text = new TextDecoder().decode(files[name]);
        read.set(name, new DOMParser().parseFromString(text, "application/xml"));
      }
      return read.get(name);
    };

    // Where a part leads, by the last word of the relation's type; "" is the package itself.
    const relations = (part) => {
      const name = relationsOf(part);
      if (!(name in files)) return [];
      return [...xml(name).documentElement.children].map((element) => ({
        element,
        id: element.getAttribute("Id"),
        kind: fileOf(element.getAttribute("Type")),
        target: element.getAttribute("TargetMode") === "External" ? null : resolved(part, element.getAttribute("Target")),
      }));
    };
    const targets = (part, kind) => relations(part).filter((each) => each.kind === kind).map(({ target }) => target);

    const reached = () => {
      const found = new Set([""]);
      for (const part of found) {
        for (const { target } of relations(part)) if (target) found.add(target);
      }
      return found;
    };
    const written = (name) => {
      if (!read.has(name)) return files[name];
      return new TextEncoder().encode(DECLARATION + new XMLSerializer().serializeToString(xml(name).documentElement));
    };

    // The package without the parts that nothing leads to, some parts under new names.
    const save = (names) => {
      const kept = reached();
      const called = (part) => names.get(part) ?? part;
      for (const { element, target } of [...kept].flatMap(relations)) {
        if (!names.has(target)) continue;
        const before = element.getAttribute("Target");
        element.setAttribute("Target", before.replace(/[^/]*$/, fileOf(called(target))));
      }
      for (const each of [...xml(TYPES).getElementsByTagName("Override")]) {
        const part = each.getAttribute("PartName").slice(1);
        if (kept.has(part)) each.setAttribute("PartName", `/${called(part)}`);
        else each.remove();
      }
      const whole = { [TYPES]: written(TYPES) };
      for (const part of kept) {
        if (part) whole[called(part)] = written(part);
        const own = relationsOf(part);
        if (own in files) whole[relationsOf(called(part))] = written(own);
      }
      return fflate.zipSync(whole, { mtime: EARLIEST });
    };
    return { xml, relations, targets, save };
  };
})();
