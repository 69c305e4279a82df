// Plaudit in a real browser: starts `plaudit demo`, runs each *.test.mjs in turn, and says how many passed.
//
//   node tests/browser/run.mjs                   all of them
//   node tests/browser/run.mjs scoring saving    those whose name or file holds one of the words

import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openBrowser } from "./browser.mjs";
import { startDemo } from "./server.mjs";

const here = new URL("./", import.meta.url);
const shots = fileURLToPath(new URL("./shots/", here));
const wanted = process.argv.slice(2);
const usual = 60_000; // milliseconds for one test, unless its file says otherwise

const files = (await readdir(here)).filter((name) => name.endsWith(".test.mjs")).sort();
const tests = [];
for (const file of files) {
  const { default: cases, longest = usual, after } = await import(new URL(file, here));
  for (const [name, body] of Object.entries(cases)) {
    const isWanted = wanted.length === 0 || wanted.some((word) => `${file} ${name}`.includes(word));
    if (isWanted) tests.push({ name: `${file.replace(".test.mjs", "")}: ${name}`, body, longest, after });
  }
}

let passed = 0;
let failed = 0;
let server;
let browser;
const begun = new Set(); // what files want done at the end

process.on("SIGINT", () => finish(130));
process.on("SIGTERM", () => finish(143));

async function finish(status) {
  for (const after of begun) await after();
  await browser?.close();
  await server?.stop();
  process.exit(status);
}

function inTime(work, name, longest) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`"${name}" took longer than ${longest / 1000} s`)), longest);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

try {
  server = await startDemo();
  browser = await openBrowser(server);
  for (const { name, body, longest, after } of tests) {
    if (after) begun.add(after);
    const from = Date.now();
    try {
      await inTime(body(browser), name, longest);
      passed += 1;
      console.log(`ok    ${name} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL  ${name}\n${error.stack ?? error}`);
      for (const shot of await browser.shoot(shots, name)) console.log(`      see ${shot}`);
    } finally {
      await browser.closePages();
    }
  }
} catch (error) {
  failed += 1;
  console.log(error.stack ?? String(error));
}
if (failed > 0 && server) console.log(`---- what the server said\n${server.said()}`);
if (tests.length === 0) {
  failed += 1;
  console.log(`no test holds ${wanted.map((word) => `"${word}"`).join(" or ")}`);
}
console.log(`${passed} passed, ${failed} failed`);
await finish(failed > 0 ? 1 : 0);
