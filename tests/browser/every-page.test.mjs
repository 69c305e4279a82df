// Every page of the site map, in the demo and in a new installation: accessible in both themes, never wider than the
// screen, named, quiet, light where the public looks, and of right HTML; also when its form is sent empty.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "./browser.mjs";
import { isRight } from "./html.mjs";
import { begin, drawUp } from "./meeting.mjs";
import { startDemo, startEmpty } from "./server.mjs";
import { addresses } from "./site.mjs";

/** How long one of these may take, in milliseconds: each looks at up to two hundred pages. */
export const longest = 360_000;

const atOnce = 3; // pages; more only wait for each other on a small machine
const heaviest = 60 * 1024; // bytes that a page and all that it loads may take
const most = 5; // requests
const wordless = /\b(error|fault|refusal|missing|status|history|dashboard|named-letter)-[a-z]+(-[a-z]+)*\b/;

const administrator = "the administrator";
let opening;
let servers = [];
const walked = new Map(); // the HTML that was seen, by what it was

/** The demo, a new installation and a demo in which the panel meets, and every address in them; looked for once, by the first test that asks. */
function everything() {
  opening ??= (async () => {
    servers = await Promise.all([startDemo(), startEmpty(), startDemo()]);
    const [demo, empty, opened] = await Promise.all(servers.map((server) => openBrowser(server)));
    const first = await setUp(empty);
    const chair = await opened.signedIn("the chair of the panel");
    await begin(await opened.signedIn(administrator), chair);
    await drawUp(chair, opened.isSound);
    await chair.locator(".room-agenda li").getByRole("button").first().click();
    await chair.waitForLoadState();
    const meeting = { ...opened, isMeeting: true };
    return { demo, pages: [first, ...(await addresses([demo, empty, meeting]))] };
  })();
  return opening;
}

/** Ends what `everything` began. */
export async function after() {
  for (const server of servers) await server.stop();
}

/** Makes somebody the administrator of the new installation, with the shipped award as a draft; what the first page was. */
async function setUp(empty) {
  const path = empty.server.said().match(/\/accounts\/set-up\/\w+/)[0];
  const opened = await empty.page();
  const route = { pattern: "/accounts/set-up/{token}", area: "accounts" };
  await look(empty, opened, { route, path, status: 200 });
  for (const [name, value] of Object.entries({
    organisation: "Association of Local Societies",
    "contact-name": "Nkechi Bramall",
    "contact-email": "awards@societies.example",
    "contact-telephone": "01632 960 044",
    name: "Nkechi Bramall",
    email: "nkechi@societies.example",
  })) await opened.locator(`[name="${name}"]`).fill(value);
  await opened.getByRole("button", { name: "Set up and sign in" }).click();
  await opened.waitForURL("**/admin");
  await empty.isSound(opened);
  await empty.remember(administrator, opened);
  await opened.goto("/admin/programmes");
  await opened.locator('form[action="/admin/programmes/shipped"] button').click();
  await opened.getByText("set up as a draft").waitFor();
  await opened.goto("/admin");
  const [, season] = (await opened.content()).match(/\/admin\/\w+\/([0-9a-f-]{36})/);
  await opened.goto(`/admin/stages/${season}`);
  await opened.locator('[name="sift"]').check();
  await opened.locator('[name="guidance"]').fill("Does it say what changed, and since when?");
  await opened.locator('main form button').first().click();
  await opened.waitForLoadState();
  await empty.closePages();
  return { route, path, role: null, status: 200, isPage: false, browser: empty };
}

/** Opens an address and holds it to everything that a page must be, with words in place of every key. */
async function look(browser, opened, { path, status }) {
  const answer = await opened.goto(path);
  assert.equal(answer.status(), status, path);
  walked.set(path, await answer.text());
  assert.doesNotMatch(await opened.locator("body").innerText(), wordless, `${path} shows a key instead of its words`);
  await browser.isSound(opened);
}

/** Opens, as if it had been gone to, what answers a request that no link or form of ours makes. */
async function lookAtAnswer(browser, opened, { name, path, status, ...request }) {
  const answer = await opened.context().request.fetch(path, { maxRedirects: 0, ...request });
  await opened.route(`**${path}`, (route) => route.fulfill({ response: answer }), { times: 1 });
  await opened.goto(path);
  assert.equal(answer.status(), status, name);
  walked.set(name, await answer.text());
  await browser.isSound(opened);
}

/** Requests that go wrong: from another site, to a button's address, too large, no form. */
function mistakes(origin) {
  const post = { method: "POST", path: "/nominate/kettle-award", headers: { origin } };
  const form = { "content-type": "application/x-www-form-urlencoded" };
  return [
    { ...post, name: "a form from elsewhere", status: 403, headers: { origin: "https://elsewhere.example" }, form: { nominee_name: "Ann" } },
    { ...post, name: "a session that has ended", path: "/judging/interests/00000000-0000-7000-8000-000000000000", status: 403, form: { words: "Ann is my sister." } },
    { ...post, name: "a form that is too large", status: 413, headers: { origin, ...form }, data: `a=${"b".repeat(1 << 21)}` },
    { ...post, name: "what is no form", status: 415, headers: { origin, "content-type": "application/json" }, data: "{}" },
    { method: "GET", name: "a button's address", path: "/accounts/sessions/current/removal", status: 405 },
  ];
}

/** Does the work for each of these, a few at a time with a browser page per role, and fails with everything that failed. */
async function each(pages, work) {
  const waiting = [...pages];
  const failures = [];
  const worker = async () => {
    const tabs = new Map();
    while (waiting.length > 0) {
      const page = waiting.shift();
      const key = `${page.browser.server.url} ${page.role}`;
      try {
        if (!tabs.has(key)) tabs.set(key, await (page.role ? page.browser.signedIn(page.role) : page.browser.page({ width: 1280 })));
        await work(page, tabs.get(key));
      } catch (error) {
        failures.push(`${page.route.pattern} (${page.role ?? "a visitor"})\n  ${error.message}`);
        await tabs.get(key)?.context().close();
        tabs.delete(key);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  assert.ok(failures.length === 0, `${failures.length} of ${pages.length} pages failed:\n${failures.join("\n")}`);
}

export default {
  "links lead to every page of the site map": async () => {
    const { pages } = await everything();
    const looked = pages.filter(({ isPage }) => isPage);
    assert.ok(looked.length > 250, `only ${looked.length} pages were found`);
  },

  "every page holds up": async () => {
    const { demo, pages } = await everything();
    const lost = [[null, "/no/such/page"], ["a judge in the middle of it", "/judging/nothing"], [administrator, "/admin/cases/nothing"]].map(([role, path]) => {
      return { route: { pattern: "a page that is not there" }, path, role, status: 404, isPage: true, browser: demo };
    });
    await each([...pages.filter(({ isPage }) => isPage), ...lost], (page, opened) => look(page.browser, opened, page));
  },

  "whatever goes wrong has a page that holds up": async () => {
    const { demo } = await everything();
    for (const mistake of mistakes(demo.server.url)) {
      const opened = await demo.page();
      await lookAtAnswer(demo, opened, mistake);
      await opened.context().close();
    }
  },

  "while the database is away every page says so, and holds up": async () => {
    const away = await startDemo();
    servers.push(away);
    const browser = await openBrowser(away);
    // What a failing disk leaves: files that are there and hold nothing.
    for (const name of ["plaudit.sqlite", "plaudit.sqlite-wal"]) await writeFile(join(away.folder, name), "");
    for (const path of ["/", "/it-progress", "/nominate/kettle-award", "/admin"]) {
      const opened = await browser.page();
      await look(browser, opened, { path, status: 503 });
      assert.match(await opened.getByRole("main").innerText(), /safe|kept|saved/i, `${path} does not say what is safe`);
    }
    await browser.close();
  },

  "a form that is sent empty says what is missing, and holds up": async () => {
    const { pages } = await everything();
    const refused = new Set();
    const forms = pages.filter(({ isPage, status, route }) => isPage && status === 200 && route.area !== "server");
    await each(forms, async (page, opened) => {
      if (refused.has(page.route.pattern)) return;
      await opened.goto(page.path);
      const form = opened.locator("main form[method=post]").filter({ has: opened.locator("textarea, input:not([type=hidden])") }).first();
      if ((await form.count()) === 0) return;
      const [answer] = await Promise.all([
        opened.waitForResponse((response) => response.request().isNavigationRequest() && response.request().method() === "POST"),
        form.evaluate((empty) => {
          for (const field of empty.querySelectorAll("input, textarea")) {
            if (["radio", "checkbox"].includes(field.type)) field.checked = false;
            else if (field.type !== "hidden") field.value = "";
          }
          // Saving a draft refuses nothing: the button that sends for good is the one to press.
          const buttons = [...empty.querySelectorAll("button:not([formaction]):not([type=button])")];
          empty.requestSubmit(buttons.find(({ value }) => ["submit", "check"].includes(value)) ?? buttons[0]);
        }),
        opened.waitForEvent("load"),
      ]);
      if (answer.status() !== 422) return;
      refused.add(page.route.pattern);
      walked.set(`${page.path} sent empty`, await answer.text());
      assert.match(await opened.title(), /^Error: /);
      assert.equal(await opened.evaluate(() => globalThis.document.activeElement.className), "error-summary", "the focus is not on the summary");
      for (const link of await opened.locator(".error-summary a").all()) {
        const id = (await link.getAttribute("href")).slice(1);
        assert.equal(await opened.locator(`[id="${id}"]`).count(), 1, `no field is called ${id}`);
      }
      await page.browser.isSound(opened);
    });
    assert.ok(refused.size >= 15, `only these were refused: ${[...refused]}`);
  },

  "public pages are light and ask nobody else": async () => {
    const { pages } = await everything();
    const open = pages.filter(({ isPage, route }) => isPage && route.area === "public");
    await each(open, async ({ browser, path }) => {
      const opened = await browser.page();
      const asked = [];
      opened.on("requestfinished", (request) => asked.push(request));
      await opened.goto(path, { waitUntil: "networkidle" });
      const sizes = await Promise.all(asked.map((request) => request.sizes()));
      const weight = sizes.reduce((sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize, 0);
      await opened.context().close();
      assert.ok(asked.length >= 3 && asked.length <= most, `${path} takes ${asked.length} requests`);
      assert.ok(weight <= heaviest, `${path} weighs ${weight} bytes`);
    });
  },

  "the HTML of every page is right": async () => {
    assert.ok(walked.size > 90, `only ${walked.size} pages were seen`);
    await isRight(walked);
  },
};
