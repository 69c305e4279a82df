// Lighthouse, as on a telephone, over the pages by which the award is judged first. By hand, on a quiet machine:
//
//   npm ci --prefix tests/browser/lighthouse --ignore-scripts
//   CHROMIUM=/usr/bin/chromium PROGRAM=target/release/plaudit node tests/browser/lighthouse/measure.mjs
//
// It fails under 100 for accessibility and best practices, and under 98 for performance. It needs what tests/browser needs.

import { createServer } from "node:net";
import { once } from "node:events";
import lighthouse from "lighthouse";
import { openBrowser } from "../browser.mjs";
import { startDemo } from "../server.mjs";

const least = { performance: 98, accessibility: 100, "best-practices": 100 };

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

const server = await startDemo();
const port = await freePort();
const browser = await openBrowser(server, [`--remote-debugging-port=${port}`]);
let fell = 0;
try {
  const judge = await browser.signedIn("a judge in the middle of it");
  await judge.goto("/judging");
  const scorecard = await judge.locator('main a[href^="/judging/scorecards/"]').first().getAttribute("href");
  const cookie = (await judge.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await browser.closePages();
  const pages = { home: "/", programme: "/it-progress", form: "/nominate/kettle-award", scorecard };
  for (const [name, path] of Object.entries(pages)) {
    const extraHeaders = name === "scorecard" ? { Cookie: cookie } : {};
    const { lhr } = await lighthouse(server.url + path, { port, extraHeaders, onlyCategories: Object.keys(least), logLevel: "error" });
    const scores = Object.entries(least).map(([category, floor]) => {
      const score = Math.round((lhr.categories[category].score ?? 0) * 100);
      if (score < floor) fell += 1;
      return `${category} ${score}${score < floor ? ` (at least ${floor})` : ""}`;
    });
    const paint = lhr.audits["largest-contentful-paint"].displayValue;
    console.log(`${name.padEnd(10)} ${scores.join(" · ")} · largest paint ${paint} · ${lhr.audits["total-byte-weight"].displayValue}`);
    const used = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
    for (const { id } of used) {
      const { score, title } = lhr.audits[id];
      if (score !== null && score < 0.9) console.log(`    ${title}: ${lhr.audits[id].displayValue ?? ""} ${lhr.audits[id].explanation ?? ""}`);
    }
    if (lhr.finalDisplayedUrl !== server.url + path) throw new Error(`${name} led to ${lhr.finalDisplayedUrl}`);
  }
} finally {
  await browser.close();
  await server.stop();
}
process.exit(fell > 0 ? 1 : 0);
