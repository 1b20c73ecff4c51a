// How what is typed is held against what is written: letters as any keyboard has them, and numbers.
(() => {
  // “Århus” is typed as “Aarhus” or as “Arhus” where a keyboard has no å.
  const KEYBOARDS = [
    { æ: "ae", ø: "oe", å: "aa", ä: "ae", ö: "oe", ü: "ue", ß: "ss" },
    { æ: "ae", ø: "o", å: "a", ä: "a", ö: "o", ü: "u", ß: "ss" },
  ];
  const folded = (letter, letters) => {
    const low = letter.toLowerCase();
    return letters[low] ?? low.normalize("NFD").replace(/\p{M}|\u00ad/gu, "").replace(/\s/g, " ");
  };
  const fold = (text, letters) => Array.from(text.normalize("NFC"), (letter) => folded(letter, letters)).join("");
  const tidy = (text, letters) => fold(text, letters).trim().replace(/ +/g, " ");

  // The words as they were typed, one after the other; “page 1” is not in “page 16”.
  const says = (text, phrase) => {
    const more = /\d$/.test(phrase) ? /^\d/ : /^$a/;
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      if (!more.test(text.slice(at + phrase.length))) return true;
    }
    return false;
  };

  // The words round the first find, the find marked.
  const snippet = (text, word, letters) => {
    const written = Array.from(text.normalize("NFC"));
    const starts = [];
    let all = "";
    for (const [at, letter] of written.entries()) {
      const low = folded(letter, letters);
      for (let each = 0; each < low.length; each += 1) starts.push(at);
      all += low;
    }
    const at = all.indexOf(word);
    if (at < 0) return [];
    const [from, to] = [starts[at], starts[at + word.length - 1] + 1];
    const first = Math.max(0, written.lastIndexOf(" ", Math.max(0, from - 30)) + 1);
    const end = written.indexOf(" ", to + 40);
    const last = end < 0 ? written.length : end;
    const mark = document.createElement("mark");
    mark.textContent = written.slice(from, to).join("");
    return [
      (first ? "… " : "") + written.slice(first, from).join(""),
      mark,
      written.slice(to, last).join("") + (last < written.length ? " …" : ""),
    ];
  };

  // The plates that hold all the words, each with the words round its find.
  gallery.holding = (plates, typed) => {
    for (const letters of KEYBOARDS) {
      const asked = tidy(typed, letters);
      const words = asked.split(" ");
      const texts = Object.entries(plates).map(([plate, { title, text }]) => [plate, fold(`${title} ${text}`, letters)]);
      const phrase = texts.filter(([, text]) => says(text, asked));
      const matches = phrase.length ? phrase : texts.filter(([, text]) => words.every((word) => text.includes(word)));
      const word = phrase.length ? asked : words[0];
      if (matches.length) return new Map(matches.map(([plate]) => [plate, snippet(plates[plate].text, word, letters)]));
    }
    return new Map();
  };

  // What a number means: “5”, “Q6–Q9”, “spm. 6 til 9” are questions, “planche 9” is its place.
  gallery.numbered = (cards, typed, { questions, plates, to }) => {
    const any = (listed) => KEYBOARDS.map((letters) => fold(listed, letters)).join("|");
    const before = `(?:(${any(plates)})|${any(questions)})?[. ]*`;
    const pattern = new RegExp(`^${before}(\\d{1,3})(?: ?(?:-|–|${any(to)}) ?${before}(\\d{1,3}))?$`);
    const found = pattern.exec(tidy(typed, KEYBOARDS[0]));
    if (!found) return [];
    const [, place, first, , last = first] = found;
    const key = place ? "position" : "number";
    return cards.filter(({ dataset }) => dataset[key] && +dataset[key] >= +first && +dataset[key] <= +last);
  };
})();
