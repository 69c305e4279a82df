// An administrator takes the demo's season from its judging to the announced result, by the steps that the dashboard names.

import assert from "node:assert/strict";
import { openBrowser } from "./browser.mjs";
import { startDemo } from "./server.mjs";

const administrator = "the administrator";
let server;

/** Ends the demo of its own: what it announces would change what the others find. */
export async function after() {
  await server?.stop();
}

export const longest = 180_000;

/** From the dashboard to where a step of the first season is done. */
async function step(opened, title) {
  await opened.goto("/admin");
  await opened.getByRole("main").getByRole("link", { name: title, exact: true }).first().click();
  await opened.waitForLoadState();
}

/** Presses the page's one main button. */
async function press(opened, name) {
  await opened.getByRole("main").getByRole("button", { name, exact: true }).click();
  await opened.waitForLoadState();
}

/** Rules, as the chair, on every interest that waits. */
async function rule(opened, isSound) {
  await opened.goto("/judging");
  await opened.getByRole("main").getByRole("link", { name: /wait for your ruling$/ }).click();
  await opened.waitForLoadState();
  await isSound(opened);
  for (;;) {
    const waiting = opened.getByRole("main").getByRole("link", { name: /^Rule / });
    if ((await waiting.count()) === 0) return;
    await waiting.first().click();
    await opened.getByLabel("May judge").check();
    await opened.getByLabel("Reason").fill("They met once, years ago.");
    await press(opened, "Record the ruling");
  }
}

/** Records a result for each finalist, of whom the first wins; their names in the order of the ranking. */
async function settle(opened, isSound) {
  await step(opened, "Record what the panel resolved");
  await isSound(opened);
  const here = opened.url();
  const names = await opened.locator("main tbody th").allInnerTexts();
  for (const [place, name] of names.entries()) {
    await opened.goto(here);
    await opened.getByRole("link", { name: `Record ${name}` }).click();
    if (place === 0) {
      await press(opened, "Awarded");
      await opened.locator(".error-summary").waitFor();
      assert.match(await opened.title(), /^Error: /);
      await isSound(opened);
    }
    await opened.getByLabel("Why the panel resolved this").fill("The panel was of one mind.");
    await press(opened, ["Awarded", "Highly commended"][place] ?? "Not awarded");
  }
  await isSound(opened);
  return names;
}

/** Signs the resolution, as the chair, with which the season is decided. */
async function sign(opened, isSound) {
  await opened.goto("/judging");
  await opened.getByRole("main").getByRole("link", { name: "Go to the panel’s meeting" }).first().click();
  await opened.getByRole("main").getByRole("link", { name: "Read and sign the minutes" }).click();
  await opened.waitForLoadState();
  await isSound(opened);
  await press(opened, "Sign the resolution");
  await opened.getByText("Signed by").waitFor();
}

export default {
  "from judging to the announced result, each step where the dashboard leads": async () => {
    server = await startDemo();
    const { signedIn, page, isSound, close } = await openBrowser(server);
    try {
      const opened = await signedIn(administrator);
      await rule(await signedIn("the chair of the panel"), isSound);
      await step(opened, "Make the shortlist");
      await opened.getByRole("link", { name: "Take the cut" }).click();
      await press(opened, /^Put these \d+ cases on the shortlist/);
      await opened.getByRole("link", { name: "Leave the others out" }).click();
      await isSound(opened);
      await opened.getByLabel("Reason").fill("The panel looked at each of them.");
      await press(opened, /^Leave th(is case|ese \d+ cases) out/);
      await step(opened, "Begin the deliberation");
      await isSound(opened);
      await opened.getByLabel("Why?").fill("Two judges were ill, and every case has its quorum.");
      await press(opened, "Begin the deliberation");
      const names = await settle(opened, isSound);
      assert.ok(names.length >= 3, `only these are finalists: ${names}`);

      const visitor = await page();
      await sign(await signedIn("the chair of the panel"), isSound);
      await visitor.goto("/it-progress");
      for (const name of names) assert.ok(!(await visitor.content()).includes(name), `${name} is named before the announcement`);

      await step(opened, "Announce the result");
      await isSound(opened);
      assert.deepEqual(await opened.locator(".honoured .honoured-name").allInnerTexts(), names.slice(0, 1));
      await opened.getByLabel("Why?").fill("The conference is earlier this year.");
      await press(opened, "Announce the result");
      await opened.goto("/admin");
      await isSound(opened);
      await visitor.goto("/it-progress");
      assert.deepEqual(await visitor.locator(".honoured .honoured-name").allInnerTexts(), names.slice(0, 1));
      assert.deepEqual(await visitor.locator(".commended .honoured-name").allInnerTexts(), names.slice(1, 2));
      for (const name of names.slice(2)) assert.ok(!(await visitor.content()).includes(name), `${name} won nothing and is named`);
      await isSound(visitor);
      await visitor.goto("/");
      await isSound(visitor);
    } finally {
      await close();
    }
  },
};
