// Who has a keyboard alone, a slow telephone, a line that breaks, or a browser that keeps nothing, gets as far as everybody.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { fillIn, openForm } from "./nominating.mjs";

export const longest = 240_000;

const judge = "a judge in the middle of it";
const administrator = "the administrator";
const status = "[data-save-status]";
const firstAnswer = (opened) => opened.locator('textarea[name^="answer["]').first();
const check = (opened) => opened.getByRole("button", { name: "Check your answers" }).last();

/** Run in a page: what has the focus, and what is wrong with how it shows. */
function focused() {
  const { activeElement: element, body } = globalThis.document;
  if (element === body || element === null) return null;
  const name = `${element.tagName} ${element.name || element.textContent.trim().slice(0, 40)}`;
  // A radio button's own box is drawn by its label.
  const seen = element.labels?.length && ["radio", "checkbox"].includes(element.type) ? [element, ...element.labels] : [element];
  // What is taller than the screen is looked at where it is on it.
  const { innerHeight, innerWidth } = globalThis;
  const within = ({ left, top, right, bottom }) => [Math.max(left, 0), Math.max(top, 0), Math.min(right, innerWidth), Math.min(bottom, innerHeight)];
  const inside = ([left, top, right, bottom]) => {
    if (right <= left || bottom <= top) return [];
    return [[left + 3, top + 3], [right - 3, bottom - 3], [(left + right) / 2, (top + bottom) / 2]];
  };
  const boxes = seen.flatMap((part) => [...part.getClientRects()]);
  const uncovered = boxes.map(within).flatMap(inside).some(([x, y]) => {
    const top = globalThis.document.elementFromPoint(x, y);
    return top && seen.some((part) => part === top || part.contains(top) || top.contains(part));
  });
  const marked = [element, element.parentElement, ...(element.labels ?? []), element.nextElementSibling].filter(Boolean).some((part) => {
    const { outlineStyle, outlineWidth, boxShadow } = globalThis.getComputedStyle(part);
    return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  });
  // What is cut down to nothing, or drawn through, is seen by nobody, whatever lies at its place.
  const isShown = (part) => {
    const { width, height } = part.getBoundingClientRect();
    if (width < 3 || height < 3 || !part.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    for (let around = part; around; around = around.parentElement) {
      const { clipPath, overflowX } = globalThis.getComputedStyle(around);
      const box = around.getBoundingClientRect();
      if (clipPath !== "none" || (overflowX !== "visible" && (box.width < 3 || box.height < 3))) return false;
    }
    return true;
  };
  element.dataset.reached = "yes";
  return { name, wrong: [uncovered ? "" : "is hidden", seen.some(isShown) ? "" : "is not visible", marked ? "" : "shows no focus"].filter(Boolean).join(", ") };
}

/** Run in a page: what a keyboard should have come to and did not. */
function unreached() {
  const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const groups = new Set();
  return [...globalThis.document.querySelectorAll(wanted)]
    .filter((element) => !element.disabled && element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0)
    .filter((element) => {
      if (element.type !== "radio") return !element.dataset.reached;
      // One stop for a group; its arrows do the rest.
      const group = [...globalThis.document.getElementsByName(element.name)];
      const isNew = !groups.has(element.name);
      groups.add(element.name);
      return isNew && !group.some(({ dataset }) => dataset.reached);
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

/** Goes through a page by the tabulator, forwards to its end and then back again. */
async function walk(opened, path, broken = false) {
  await opened.goto(path);
  await opened.context().setOffline(broken);
  const failures = [];
  for (const key of ["Tab", "Shift+Tab"]) {
    for (let stops = 0; stops < 600; stops += 1) {
      await opened.keyboard.press(key);
      const stop = await opened.evaluate(focused);
      if (stop === null) break;
      if (stop.wrong) failures.push(`${key}: ${stop.name} ${stop.wrong}`);
    }
  }
  const missed = await opened.evaluate(unreached);
  failures.push(...missed.map((html) => `never reached: ${html}`));
  return failures.map((failure) => `${path} at ${opened.viewportSize().width} px: ${failure}`);
}

/** Pages with everything that can be pressed: forms, lists with filters, what sticks to an edge. */
async function pagesOf(opened, from, patterns) {
  await opened.goto(from);
  const links = await opened.locator("a[href^='/']").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  return patterns.map((pattern) => links.find((link) => link.startsWith(pattern)) ?? assert.fail(`${from} has no link to ${pattern}`));
}

/** A telephone of ten years ago on the worst line. */
async function slowDown(opened) {
  const protocol = await opened.context().newCDPSession(opened);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  const line = { offline: false, latency: 800, downloadThroughput: (400 * 1024) / 8, uploadThroughput: (100 * 1024) / 8 };
  await protocol.send("Network.emulateNetworkConditions", line);
}

const kept = (opened) => opened.waitForResponse((answer) => answer.url().endsWith("/draft") && answer.ok(), { timeout: 30_000 });

export default {
  "everything is reached by the keyboard, and the focus is always seen": async ({ page, signedIn }) => {
    const failures = [];
    for (const size of [{ width: 1280, height: 720 }, { width: 390, height: 640 }]) {
      const visitor = await page(size);
      for (const path of ["/", "/kettle-award", "/nominate/kettle-award", "/accounts/sign-in"]) failures.push(...(await walk(visitor, path)));
      const atDesk = await signedIn(judge, size);
      const [scorecard] = await pagesOf(atDesk, "/judging", ["/judging/scorecards/"]);
      for (const path of ["/judging", scorecard]) failures.push(...(await walk(atDesk, path)));
      const opened = await signedIn(administrator, size);
      const [nominations, judges, shortlist] = await pagesOf(opened, "/admin/cases", ["/admin/nominations/", "/admin/judges/", "/admin/shortlist/"]);
      for (const path of ["/admin", nominations, judges, judges.replace("judges", "interests"), shortlist, "/admin/cases", "/admin/outbox"]) {
        failures.push(...(await walk(opened, path)));
      }
    }
    assert.deepEqual(failures, []);
  },

  "a case is scored by the keyboard alone": async ({ signedIn }) => {
    const opened = await signedIn(judge);
    const [scorecard] = await pagesOf(opened, "/judging", ["/judging/scorecards/"]);
    await opened.goto(scorecard);
    const saved = opened.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok());
    const tab = async (until) => {
      for (let stops = 0; stops < 200; stops += 1) {
        await opened.keyboard.press("Tab");
        if (await opened.evaluate(until)) return;
      }
      assert.fail(`the tabulator never came to ${until}`);
    };
    await tab(() => globalThis.document.activeElement.type === "radio");
    const name = await opened.evaluate(() => globalThis.document.activeElement.name);
    const before = await opened.locator(`input[name="${name}"]:checked`).getAttribute("value").catch(() => null);
    await opened.keyboard.press("ArrowDown");
    await saved;
    assert.notEqual(await opened.locator(`input[name="${name}"]:checked`).getAttribute("value"), before);
    await tab(() => globalThis.document.activeElement.textContent.trim() === "Save and go back");
    await opened.keyboard.press("Enter");
    await opened.waitForURL("**/judging");
  },

  "on the slowest telephone and the worst line the form is read, filled in, kept and sent": async ({ page }) => {
    const opened = await page({ width: 360, height: 640 });
    opened.context().setDefaultTimeout(60_000);
    await slowDown(opened);
    const from = Date.now();
    await opened.goto("/nominate/kettle-award", { waitUntil: "commit" });
    await opened.getByLabel("Their name").waitFor();
    const readable = Date.now() - from;
    assert.ok(readable < 8_000, `the form can be read after ${readable} ms`);
    const saved = kept(opened);
    await fillIn(opened, "slow@hall.example");
    await saved;
    const words = "word ".repeat(5_000).trim();
    const typed = Date.now();
    await firstAnswer(opened).fill(words);
    await opened.getByText(/5,000/).first().waitFor();
    assert.ok(Date.now() - typed < 3_000, `5,000 words are counted after ${Date.now() - typed} ms`);
    await check(opened).click();
    await opened.locator(".error-summary").waitFor();
    await opened.waitForLoadState(); // such a line brings a page piece by piece
    assert.equal(await firstAnswer(opened).inputValue(), words, "not a word of a paste is cut");
    await firstAnswer(opened).fill("She opened the hall.");
    await check(opened).click();
    await opened.waitForURL("**/check");
    await opened.locator('main button[name="do"][value="submit"]').click();
    await opened.waitForURL("**/receipt");
  },

  "words are counted for the eye at once, and for the ear only near the limit and in a pause": async ({ page }) => {
    const opened = await page();
    await openForm(opened);
    const area = firstAnswer(opened);
    const limit = Number(await area.getAttribute("data-word-limit"));
    const heard = opened.locator(`#${await area.getAttribute("id")}-count + [aria-live=polite]`);
    await opened.evaluate((id) => {
      globalThis.told = [];
      const line = globalThis.document.getElementById(id).nextElementSibling;
      new globalThis.MutationObserver(() => globalThis.told.push(line.textContent)).observe(line, { childList: true, characterData: true, subtree: true });
    }, `${await area.getAttribute("id")}-count`);
    await area.fill("word ".repeat(limit / 2));
    await area.pressSequentially(" and three more words");
    await opened.waitForTimeout(1_500);
    assert.deepEqual(await opened.evaluate(() => globalThis.told), [], "a listener hears of words that are far from the limit");
    await area.fill("word ".repeat(limit));
    await area.pressSequentially("over by four words", { delay: 20 });
    await heard.filter({ hasText: String(limit + 4) }).waitFor();
    assert.equal((await opened.evaluate(() => globalThis.told)).length, 1, "every letter is told");
  },

  "what is typed while the line is broken is kept, said to be, and saved when it comes back": async ({ page, isSound }) => {
    const opened = await page();
    await openForm(opened);
    const first = kept(opened);
    await opened.getByLabel("Their name").fill("Typed on the line");
    await first;
    await opened.context().setOffline(true);
    await firstAnswer(opened).fill("Typed in a tunnel.");
    await opened.locator(`${status}.care`).waitFor();
    await opened.getByRole("status").filter({ hasText: "seems to have no connection" }).waitFor();
    const said = await opened.locator(status).first().innerText();
    assert.match(said, /offline|connection|device/i);
    await opened.context().setOffline(false);
    const second = kept(opened);
    await opened.evaluate(() => globalThis.dispatchEvent(new Event("online")));
    await second;
    assert.equal(await opened.locator(`${status}.care`).count(), 0);
    assert.equal(await opened.locator(".offline").isVisible(), false);
    await isSound(opened);

    // A device that goes to sleep in the tunnel still has it: nobody else saved meanwhile, so that it is there at once.
    await opened.context().setOffline(true);
    await firstAnswer(opened).fill("Typed in the second tunnel.");
    await opened.locator(`${status}.care`).waitFor();
    await opened.close({ runBeforeUnload: false });
    const context = opened.context();
    await context.setOffline(false);
    const again = await context.newPage();
    await openForm(again);
    await again.getByRole("link", { name: "Go on with it" }).click();
    await again.waitForFunction((said) => [...document.querySelectorAll("textarea")].some(({ value }) => value === said), "Typed in the second tunnel.");
    assert.equal(await firstAnswer(again).inputValue(), "Typed in the second tunnel.");
    assert.equal(await again.getByLabel("Their name").inputValue(), "Typed on the line");
  },

  "every page says that the line is broken, without hiding what has the focus": async ({ page, signedIn, isSound }) => {
    const failures = [];
    for (const opened of [await page({ width: 390, height: 640 }), await signedIn(administrator, { width: 1280, height: 720 })]) {
      const path = (await opened.context().cookies()).length > 0 ? "/admin/cases" : "/kettle-award";
      failures.push(...(await walk(opened, path, true)));
      assert.ok(await opened.locator(".offline").isVisible(), `${path} does not say that the line is broken`);
      await isSound(opened);
      await opened.context().setOffline(false);
      await opened.locator(".offline").waitFor({ state: "hidden" });
    }
    assert.deepEqual(failures, []);
  },

  "whoever types when the line breaks goes on seeing what they type": async ({ page }) => {
    const opened = await page({ width: 390, height: 640 });
    await openForm(opened);
    const role = opened.getByLabel("Their role");
    await role.fill("Caretaker");
    await role.evaluate((field) => scrollBy(0, field.getBoundingClientRect().bottom - innerHeight + 10));
    await opened.context().setOffline(true);
    await opened.locator(".offline").filter({ hasText: "seems to have no connection" }).waitFor();
    const edges = () => [document.activeElement.getBoundingClientRect().bottom, document.querySelector(".offline").getBoundingClientRect().top];
    const [field, line] = await opened.evaluate(edges);
    assert.ok(field <= line, `the field ends at ${field}, and the line begins at ${line}`);
    await opened.context().setOffline(false);
  },

  "a judge's scores that are chosen while the line is broken reach the server when it comes back": async ({ signedIn }) => {
    const opened = await signedIn(judge);
    const [scorecard] = await pagesOf(opened, "/judging", ["/judging/scorecards/"]);
    await opened.goto(scorecard);
    const comment = opened.getByLabel("Comment for the panel");
    await opened.context().setOffline(true);
    await comment.fill("Written in a tunnel.");
    await opened.locator(`${status}.care`).waitFor();
    await opened.context().setOffline(false);
    const saved = opened.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok());
    await opened.evaluate(() => globalThis.dispatchEvent(new Event("online")));
    await saved;
    await opened.goto("/judging");
    await opened.goto(scorecard);
    assert.equal(await comment.inputValue(), "Written in a tunnel.");
  },

  "a browser that keeps neither cookies nor anything else sends a nomination, and is told why it cannot sign in": async ({ server }) => {
    const profile = await mkdtemp(join(tmpdir(), "plaudit-blocked-"));
    await mkdir(join(profile, "Default"));
    await writeFile(join(profile, "Default", "Preferences"), JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
      baseURL: server.url,
      locale: "en-GB",
    });
    try {
      context.setDefaultTimeout(10_000);
      const opened = await context.newPage();
      const complaints = [];
      opened.on("pageerror", (error) => complaints.push(error.message));
      await openForm(opened);
      await assert.rejects(opened.evaluate(() => globalThis.localStorage.length), /denied/, "the browser keeps things");
      await fillIn(opened, "blocked@hall.example");
      await check(opened).click();
      await opened.waitForURL("**/check");
      await opened.locator('main button[name="do"][value="submit"]').click();
      await opened.waitForURL("**/receipt");
      assert.match(await opened.locator("h1").innerText(), /We have your nomination/);
      await opened.goto("/accounts/sign-in");
      const address = "hilary.penfold@localsystems.example";
      await opened.getByLabel("Your email address").fill(address);
      await opened.getByRole("main").getByRole("button", { name: "Send the letter" }).click();
      const sent = (await server.letters(address)).join("\n");
      await opened.goto(sent.match(/http:\/\/\S+\/accounts\/sign-in\/\w+/)[0]);
      await opened.getByRole("main").getByRole("button", { name: "Sign in" }).click();
      await opened.getByRole("main").getByText(/cookies/).first().waitFor();
      assert.deepEqual(complaints, []);
    } finally {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    }
  },
};
