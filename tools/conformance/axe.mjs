// axe-core over some web pages, in one browser: `node axe.mjs BROWSER FILE…` prints what it finds
// as {"version", "pages": {file: [{"rule", "impact", "help", "at", "count"}]}}.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, ...files] = process.argv.slice(2);
const script = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const context = await browser.newContext({ bypassCSP: true });
const found = { version: null, pages: {} };
try {
  for (const file of files) {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.addScriptTag({ path: script });
    const result = await page.evaluate(() => globalThis.axe.run(document));
    found.version = result.testEngine.version;
    found.pages[file] = result.violations.map(({ id, impact, help, nodes }) => ({
      rule: id, impact, help, at: nodes[0].target.join(" "), count: nodes.length,
    }));
    await page.close();
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(found));
