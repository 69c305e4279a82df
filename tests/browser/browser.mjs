// Debian's Chromium, and what a test asks of a page: to be reached, to be accessible, to fit a narrow screen.

import { readFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// As root there is no sandbox; the rest keeps the browser from calling home.
const flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

// What axe is not asked: the level that nobody promises (AAA), and rules that its makers do not yet trust or no longer keep.
const unasked = ["wcag2aaa", "experimental", "deprecated"];

// The gallery shows many states of one landmark, and headings of pages, side by side.
const samplesMay = ["landmark-unique", "page-has-heading-one", "heading-order"];

const schemes = ["dark", "light"]; // the page is left in the light

const isGallery = (opened) => new URL(opened.url()).pathname.startsWith("/gallery/");

/** Run in a page: nothing in it moves or fades any more, so that a change of theme is done at once. */
function stillness() {
  const still = new globalThis.CSSStyleSheet();
  still.replaceSync("*, ::before, ::after { transition: none !important; animation: none !important; }");
  globalThis.document.adoptedStyleSheets = [still];
}

/** Opens the browser that all tests share; each page has cookies and storage of its own. */
export async function openBrowser(server, more = []) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: [...flags, ...more] });
  const pages = [];
  const scriptless = new WeakSet();
  const settings = { baseURL: server.url, locale: "en-GB", timezoneId: "Europe/London", reducedMotion: "reduce", serviceWorkers: "block" };
  const sessions = new Map();

  /** A page of a fresh visitor. `script: false` is a browser with JavaScript switched off. */
  async function page({ script = true, width = 1024, height = 900, scheme = "light", storageState } = {}) {
    const viewport = { width, height };
    const context = await browser.newContext({ ...settings, javaScriptEnabled: script, colorScheme: scheme, viewport, storageState });
    context.setDefaultTimeout(10_000);
    const opened = await context.newPage();
    const complaints = [];
    opened.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
    opened.on("console", (message) => {
      // That a request is refused, or the line is broken, is what a test is about.
      const expected = ["status of 4", "status of 503", "ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_EMPTY_RESPONSE"].some((text) => message.text().includes(text));
      if (message.type() === "error" && !expected) complaints.push(message.text());
    });
    opened.on("request", (request) => {
      const host = new URL(request.url()).origin;
      if (!request.url().startsWith("data:") && host !== server.url) complaints.push(`asked ${host}`);
    });
    pages.push({ page: opened, complaints });
    if (!script) scriptless.add(opened);
    return opened;
  }

  /** A page of somebody who is signed in; the link that the demo printed for the role is spent once for all tests. */
  async function signedIn(role, options) {
    if (!sessions.has(role)) {
      const first = await page({ script: false });
      await first.goto(server.signInLink(role));
      await first.getByRole("main").getByRole("button", { name: "Sign in" }).click();
      sessions.set(role, await first.context().storageState());
    }
    return page({ ...options, storageState: sessions.get(role) });
  }

  /** Whether `signedIn` can do it: the demo prints a link for each of its roles. */
  const canSignIn = (role) => sessions.has(role) || server.said().includes(`as ${role} `);

  /** Lets later pages be of whoever is signed in on this one. */
  const remember = async (role, opened) => sessions.set(role, await opened.context().storageState());

  /** Fails on whatever axe finds by any rule, however small, in the light theme and in the dark. */
  async function isAccessible(opened) {
    const looked = scriptless.has(opened) ? await twin(opened) : opened;
    // The content policy refuses an injected script tag, so axe goes in through the debugging protocol.
    const found = [];
    await looked.evaluate(axeSource);
    await looked.evaluate(stillness);
    const but = isGallery(opened) ? samplesMay : [];
    for (const colorScheme of schemes) {
      await looked.emulateMedia({ colorScheme });
      for (const violation of await violations(looked, but)) found.push(`${colorScheme}: ${violation}`);
    }
    if (looked !== opened) await looked.context().close();
    assert.deepEqual(found, [], `${opened.url()} is not accessible:\n  ${found.join("\n  ")}`);
  }

  async function violations(looked, but) {
    const { found, passed } = await looked.evaluate(
      async ([unasked, but]) => {
        const asked = globalThis.axe.getRules().filter(({ ruleId, tags }) => !but.includes(ruleId) && !unasked.some((tag) => tags.includes(tag)));
        const values = asked.map(({ ruleId }) => ruleId);
        // What axe loads first, if let, tells it only of sounds that begin by themselves, and no page has any.
        const { violations, passes } = await globalThis.axe.run(globalThis.document, { runOnly: { type: "rule", values }, resultTypes: ["violations"], preload: false });
        return { found: violations, passed: passes.length };
      },
      [unasked, but],
    );
    assert.ok(passed > 0, "axe looked at nothing");
    return found.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ""}`).join("\n    ")}`);
  }

  /** Fails unless the page has one main heading and a title that begins with the page's own name. */
  async function isNamed(opened) {
    const headings = await opened.locator("h1").allInnerTexts();
    assert.equal(headings.length, 1, `${opened.url()} has the main headings ${JSON.stringify(headings)}`);
    const title = (await opened.title()).replace(/^Error: /, "");
    assert.match(title, /^.+ – .+$/, `${opened.url()} is called "${title}"`);
  }

  /** The same page as it stands, in a browser that runs axe's script and none of the page's. */
  async function twin(opened) {
    const context = await browser.newContext({ ...settings, viewport: opened.viewportSize() });
    const copy = await context.newPage();
    const body = await opened.content();
    await copy.route("**/*", (route) => {
      const kind = route.request().resourceType();
      if (kind === "document") return route.fulfill({ contentType: "text/html; charset=utf-8", body });
      return kind === "script" ? route.abort() : route.continue();
    });
    await copy.goto(opened.url());
    return copy;
  }

  /** Fails if the page can be scrolled sideways on a screen of 320 CSS pixels (1280 at 400 %), and says what sticks out. */
  async function fitsNarrowScreen(opened) {
    const before = opened.viewportSize();
    await opened.setViewportSize({ width: 320, height: 256 });
    const wide = await opened.evaluate(() => {
      const { documentElement: root } = globalThis.document;
      if (root.scrollWidth <= root.clientWidth) return [];
      return [...globalThis.document.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5)
        .map((element) => element.outerHTML.slice(0, 120))
        .concat(`the page is ${root.scrollWidth} px wide`);
    });
    const within = await opened.evaluate(() => {
      const lists = [...globalThis.document.querySelectorAll(".table-scroll")].filter((list) => list.scrollWidth > list.clientWidth);
      return lists.map((list) => list.querySelector("caption").textContent);
    });
    await opened.setViewportSize(before);
    assert.deepEqual(within, [], `${opened.url()}: a list is to be scrolled sideways on a screen of 320 px`);
    assert.deepEqual(wide, [], `${opened.url()} is wider than 320 px:\n  ${wide.join("\n  ")}`);
  }

  /** What every page of a journey must be. */
  async function isSound(opened) {
    await isAccessible(opened);
    // The gallery shows headings of pages among its samples.
    if (!isGallery(opened)) await isNamed(opened);
    await fitsNarrowScreen(opened);
    const { complaints } = pages.find((known) => known.page === opened);
    assert.deepEqual(complaints, [], `${opened.url()} complains`);
  }

  async function shoot(folder, name) {
    await mkdir(folder, { recursive: true });
    const shots = [];
    for (const [number, { page: opened }] of pages.entries()) {
      const path = `${folder}${name.replaceAll(/[^a-z0-9]+/gi, "-")}-${number + 1}.png`;
      const taken = await opened.screenshot({ path, fullPage: true, timeout: 5_000 }).catch(() => null);
      if (taken) shots.push(`${path} (${opened.url()})`);
    }
    return shots;
  }

  async function closePages() {
    for (const { page: opened } of pages.splice(0)) await opened.context().close();
  }

  return { server, page, signedIn, canSignIn, remember, isAccessible, fitsNarrowScreen, isSound, shoot, closePages, close: () => browser.close() };
}
