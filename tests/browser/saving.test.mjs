// What a judge types is saved within two seconds, and survives a dead server, a second window, no network and signing out.

import assert from "node:assert/strict";
import { openBrowser } from "./browser.mjs";
import { openGates } from "./judging.mjs";
import { startDemo } from "./server.mjs";

const role = "a judge who has yet to begin";
const state = (opened) => opened.locator("[data-save-status]");
const comment = (opened) => opened.getByLabel("Comment for the panel");

/** Everything that this site keeps in the browser. */
const stored = (opened) => opened.evaluate(() => JSON.stringify(globalThis.localStorage));

/** Waits until the page says that all is saved, and tells what it says instead if it does not. */
async function isSaved(opened, timeout = 10_000) {
  const saved = opened.locator('[data-save-status]:has-text("Saved")');
  await saved.waitFor({ timeout }).catch(async () => {
    assert.fail(`not saved: the page says "${await state(opened).textContent()}", the browser keeps ${await stored(opened)}`);
  });
}

/** A scorecard of its own for each test, by its place among those that are to be scored. */
async function scorecard(signedIn, place) {
  const opened = await signedIn(role, { width: 1280, height: 800 });
  const path = (await openGates(opened, place + 1))[place];
  await opened.goto(path);
  return { opened, path };
}

/** What the server has, seen by somebody who has no copy. */
async function onServer(signedIn, path) {
  const other = await signedIn(role);
  await other.goto(path);
  const kept = await comment(other).inputValue();
  await other.context().close();
  return kept;
}

export default {
  "what is typed without a pause is on the server within two seconds": async ({ signedIn }) => {
    const { opened, path } = await scorecard(signedIn, 0);
    await comment(opened).focus();
    const from = Date.now();
    const kept = opened.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok()).then(() => Date.now() - from);
    while (Date.now() - from < 2500) await opened.keyboard.type("on and on ");
    assert.ok((await kept) <= 2000, `saved after ${await kept} ms`);
    await isSaved(opened);
    assert.match(await state(opened).innerText(), /^Saved \d\d:\d\d [A-Z]+$/);
    assert.equal(await onServer(signedIn, path), (await comment(opened).inputValue()).trimEnd());
    assert.doesNotMatch(await stored(opened), /on and on/, "the copy stays although the server has it");
  },

  "a second window is told apart, and both texts are shown": async ({ signedIn, isAccessible }) => {
    const { opened: one, path } = await scorecard(signedIn, 1);
    const two = await signedIn(role, { width: 1280, height: 800 });
    await two.goto(path);
    await comment(one).fill("From the first window.");
    await isSaved(one);
    await comment(two).fill("From the second window.");
    const both = two.locator("[data-both]");
    await both.getByText("From the first window.").waitFor();
    await both.getByText("From the second window.").waitFor();
    assert.match(await state(two).innerText(), /^Changed elsewhere/);
    assert.equal(await comment(two).inputValue(), "From the second window.");
    assert.equal(await onServer(signedIn, path), "From the first window.");
    await isAccessible(two);
    await both.getByRole("button", { name: "Keep what is typed here" }).click();
    await isSaved(two);
    assert.equal(await onServer(signedIn, path), "From the second window.");
    // The other way round: what is kept is taken, and what was typed here goes.
    await comment(one).fill("Once more from the first.");
    await one.getByRole("link", { name: "Use what is kept" }).click();
    await one.waitForLoadState();
    assert.equal(await comment(one).inputValue(), "From the second window.");
    assert.doesNotMatch(await stored(one), /Once more/);
  },

  "without a network it is kept here, found again after a crash of the browser, and sent later": async ({ signedIn }) => {
    const { opened, path } = await scorecard(signedIn, 2);
    await opened.context().setOffline(true);
    await comment(opened).fill("Typed in a tunnel.");
    await opened.locator('[data-save-status]:has-text("No connection")').waitFor();
    assert.match(await stored(opened), /Typed in a tunnel\./);
    await opened.context().setOffline(false);
    await isSaved(opened);
    assert.equal(await onServer(signedIn, path), "Typed in a tunnel.");
    assert.doesNotMatch(await stored(opened), /tunnel/);

    await opened.context().setOffline(true);
    await comment(opened).fill("Typed in a second tunnel.");
    await opened.locator('[data-save-status]:has-text("No connection")').waitFor();
    assert.match(await stored(opened), /Typed in a second tunnel\./);
    const again = await opened.context().newPage();
    await opened.close({ runBeforeUnload: false });
    await again.context().setOffline(false);
    await again.goto(path);
    // The page that is going may get its last try through: then there is nothing left to send, and nothing to say.
    if ((await onServer(signedIn, path)) !== "Typed in a second tunnel.") await isSaved(again);
    assert.equal(await comment(again).inputValue(), "Typed in a second tunnel.");
    assert.equal(await onServer(signedIn, path), "Typed in a second tunnel.");
    assert.doesNotMatch(await stored(again), /tunnel/);
  },

  "100,000 characters stay in the field, refused with their count": async ({ signedIn }) => {
    const { opened, path } = await scorecard(signedIn, 3);
    await comment(opened).fill("x".repeat(100_000));
    await opened.locator('[data-trouble]:has-text("it has 100,000")').waitFor();
    assert.equal((await comment(opened).inputValue()).length, 100_000);
    assert.equal(await onServer(signedIn, path), "");
    await comment(opened).fill("Shorter.");
    await isSaved(opened);
  },

  "a server that is killed while somebody types loses nothing": async () => {
    const server = await startDemo();
    const browser = await openBrowser(server);
    try {
      const { opened, path } = await scorecard(browser.signedIn, 0);
      await comment(opened).fill("Before.");
      await isSaved(opened);
      await comment(opened).focus();
      await opened.keyboard.press("End");
      let typed = 0;
      const typing = (async () => {
        for (; typed < 60; typed += 1) {
          await opened.keyboard.type(`${typed} `);
          await opened.waitForTimeout(50);
        }
      })();
      await opened.waitForTimeout(1000);
      await server.kill();
      await opened.locator('[data-save-status]:has-text("No connection")').waitFor();
      await typing;
      await server.restart();
      await isSaved(opened, 20_000);
      const expected = `Before.${Array.from({ length: 60 }, (_, number) => `${number} `).join("")}`;
      assert.equal(await comment(opened).inputValue(), expected);
      // The page may have said so of the words before the last: the copy here goes with the last.
      for (let tries = 0; tries < 100 && /Before/.test(await stored(opened)); tries += 1) await opened.waitForTimeout(100);
      await opened.reload();
      assert.equal(await comment(opened).inputValue(), expected.trim());
      assert.doesNotMatch(await stored(opened), /Before/);
      assert.ok(path);
    } finally {
      await browser.closePages();
      await browser.close();
      await server.stop();
    }
  },

  "signing out saves what it can and leaves nothing to the next user": async () => {
    const server = await startDemo();
    const browser = await openBrowser(server);
    try {
      const { opened, path } = await scorecard(browser.signedIn, 0);
      await opened.evaluate(() => globalThis.localStorage.setItem("plaudit-draft:own-scorecard-left", '{"fields":[["comment","Left behind."]]}'));
      await comment(opened).fill("Typed just before leaving.");
      await opened.getByRole("button", { name: "Sign out" }).click();
      await opened.getByText("You are signed out").waitFor();
      assert.doesNotMatch(await stored(opened), /plaudit-draft|leaving|Left behind/);
      await opened.goBack();
      assert.doesNotMatch(await opened.locator("body").innerText(), /Typed just before|Your scorecard/);
      assert.ok(path);
    } finally {
      await browser.closePages();
      await browser.close();
      await server.stop();
    }
  },
};
