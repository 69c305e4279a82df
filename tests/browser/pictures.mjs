// The pictures of the README, taken of the demo:
//
//   node tests/browser/pictures.mjs
//
// writes them to crates/web/docs/pictures/. Take them anew when a page in them looks different.

import { mkdir, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openBrowser } from "./browser.mjs";
import { startDemo } from "./server.mjs";

const folder = new URL("../../crates/web/docs/pictures/", import.meta.url);
const size = { width: 1200, height: 640 };
const largest = 150_000; // bytes

const judge = "a judge in the middle of it";
const administrator = "the administrator";

/** Follows a link of the page's main part by its words. */
async function follow(opened, words) {
  await opened.getByRole("main").getByRole("link", { name: words }).first().click();
  await opened.waitForLoadState();
}

/** Each picture: who looks, and how they get to what is shown. */
const pictures = {
  programme: [null, (opened) => opened.goto("/kettle-award")],
  scorecard: [judge, async (opened) => {
    await opened.goto("/judging");
    await follow(opened, /^Go on with case \d+/);
  }],
  "next-steps": [administrator, (opened) => opened.goto("/admin")],
  ranking: [administrator, async (opened) => {
    await opened.goto("/admin");
    await follow(opened, "Make the shortlist");
    await follow(opened, "See the ranking").catch(() => {});
  }],
};

const server = await startDemo();
const browser = await openBrowser(server);
let failed = false;
try {
  await mkdir(folder, { recursive: true });
  for (const [name, [role, goThere]] of Object.entries(pictures)) {
    const opened = role ? await browser.signedIn(role, size) : await browser.page(size);
    await goThere(opened);
    const path = fileURLToPath(new URL(`${name}.png`, folder));
    await opened.screenshot({ path });
    const { size: bytes } = await stat(path);
    failed ||= bytes > largest;
    console.log(`${name}.png  ${opened.url().replace(server.url, "")}  ${Math.ceil(bytes / 1000)} kB${bytes > largest ? ", too large" : ""}`);
  }
} finally {
  await browser.close();
  await server.stop();
}
process.exit(failed ? 1 : 0);
