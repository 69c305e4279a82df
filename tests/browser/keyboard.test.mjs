// A judge scores by keyboard alone: how many keys it takes, what each does, and that nothing depends on them.

import assert from "node:assert/strict";
import { openGates } from "./judging.mjs";

const role = "a judge who has yet to begin";

/** What the keys are for now: the criterion that the focus is in, or what else has it. */
const focused = (opened) => opened.evaluate(() => {
  const { activeElement: element } = globalThis.document;
  return element.closest("fieldset.scale")?.querySelector("legend").textContent ?? element.textContent.trim();
});

const scores = (opened) => opened.locator(".scale-point input:checked").evaluateAll((all) => all.map(({ value }) => value).join(""));

/** Presses keys one after another, and counts them. */
async function press(opened, keys) {
  for (const key of keys) await opened.keyboard.press(key);
  return keys.length;
}

/** What a screen reader says of each criterion: its name, its description, and each of its points. */
const heard = [
  [
    "Progress",
    "Counts 35%. How far things moved, judged against the starting point and the means at hand. If it is only asserted, at most 2.",
    "0 Not addressed",
    "1 Change unclear",
    "2 Asserted or slight",
    "3 Clear change, before and after shown",
    "4 Large for where it began",
    "5 Transformed what is possible, well shown",
    "No score yet",
  ],
  [
    "Own contribution",
    "Counts 25%. What this person did themselves, beside what others did, judged against the means at hand, not size, budget, grade or prose. If it is only asserted, at most 2.",
    "0 Not addressed",
    "1 Present",
    "2 Did what the job asked, or part unclear",
    "3 A clear part that mattered",
    "4 Decisive, obstacles overcome",
    "5 Would not have happened without them, others credited, confirmed",
    "No score yet",
  ],
  [
    "Difference made",
    "Counts 25%. What it has meant for residents, colleagues or anyone else, shown by figures or by first-hand accounts alike, judged against the starting point and the means at hand. If it is only asserted, at most 2.",
    "0 Not addressed",
    "1 Hoped for",
    "2 Asserted",
    "3 Some people demonstrably better served",
    "4 Substantial, independently supported",
    "5 Profound for those affected, convincingly shown, drawbacks faced",
    "No score yet",
  ],
  [
    "Lasting and reach",
    "Counts 15%. What would carry on without them, and who else uses it or could, judged against the means at hand, not size, budget, grade or prose. If it is only asserted, at most 2.",
    "0 Not addressed",
    "1 One-off",
    "2 Depends on them, or reuse only claimed",
    "3 In routine use",
    "4 Embedded, others equipped",
    "5 Adopted elsewhere, or ready, with proof; a small council can score 5",
    "No score yet",
  ],
];

/** What is announced when 4 and 3 are pressed and kept: each score, and once that they are saved; the time is left out. */
const announced = ["Progress: 4", "Saved", "Own contribution: 3"];

export default {
  "ten cases are scored with at most two keys more than there are criteria": async ({ signedIn }) => {
    const opened = await signedIn(role, { width: 1280, height: 800 });
    const cases = await openGates(opened, 11);
    await opened.goto(cases[0]);
    const criteria = await opened.locator("fieldset.scale").count();
    assert.equal(criteria, 4);
    const seen = new Set();
    for (let scored = 0; scored < 10; scored += 1) {
      const here = opened.url();
      seen.add(here);
      let pressed = await press(opened, ["3", "4", "2", "5"]);
      assert.equal(await scores(opened), "3425");
      assert.notEqual(await focused(opened), "Submit scores");
      pressed += await press(opened, ["Enter"]);
      assert.equal(await focused(opened), "Submit scores");
      pressed += 1;
      await Promise.all([opened.waitForURL((url) => url.href !== here), opened.keyboard.press("Enter")]);
      assert.ok(pressed <= criteria + 2, `${pressed} keys for ${here}`);
      await opened.getByText(/Your scores for case \d+ are submitted/).waitFor();
    }
    assert.equal(seen.size, 10);
    // It took no more than was pressed: each is in.
    for (const path of seen) {
      await opened.goto(path);
      await opened.getByText("You submitted it at").waitFor();
    }
    // For the tests that follow, this one is taken back.
    await opened.getByRole("button", { name: "Change my scores" }).click();
    await opened.getByRole("button", { name: "Submit scores" }).waitFor();
  },

  "three tabs lead from the top of the page to the first criterion": async ({ signedIn }) => {
    const opened = await signedIn(role, { width: 1280, height: 800 });
    const [path] = await openGates(opened, 1);
    await opened.goto(path);
    await press(opened, ["Tab", "Tab"]);
    assert.equal(await focused(opened), "Go to the scores");
    await press(opened, ["Enter", "Tab"]);
    assert.equal(await focused(opened), "Progress");
  },

  "each key does what the list says, and none does anything while somebody types": async ({ signedIn, isSound }) => {
    const opened = await signedIn(role, { width: 1280, height: 800 });
    const [, path] = await openGates(opened, 2);
    await opened.goto(path);
    const first = opened.locator("fieldset.scale").first();
    await press(opened, ["9"]);
    assert.equal(await scores(opened), "", "a digit off the scale scores nothing");
    await press(opened, ["j", "k", "k"]);
    assert.equal(await focused(opened), "Progress");
    await press(opened, ["Enter"]);
    assert.equal(await focused(opened), "Progress", "Enter passes no criterion over that has no score");
    await press(opened, ["2"]);
    assert.equal(await focused(opened), "Own contribution");
    await press(opened, ["k", "Enter"]);
    assert.equal(await focused(opened), "Own contribution");
    assert.ok(await first.locator('input[value="2"]').isChecked());
    await opened.getByText("1 of 4 scored").waitFor();

    const comment = opened.getByLabel("Comment for the panel");
    await press(opened, ["c"]);
    await opened.keyboard.type("jkn? 1234");
    assert.equal(await comment.inputValue(), "jkn? 1234");
    assert.equal(await scores(opened), "2");
    await comment.fill("");

    await opened.getByRole("button", { name: "Keys" }).focus();
    await press(opened, ["?"]);
    const list = opened.getByRole("dialog", { name: "Scoring by keyboard" });
    await list.waitFor();
    await isSound(opened);
    await press(opened, ["5"]);
    assert.equal(await scores(opened), "2", "the keys rest while the list is open");
    await press(opened, ["Escape"]);
    await list.waitFor({ state: "hidden" });

    // Switched off on this device, by keyboard; it stays so after a reload, and is switched on again.
    await opened.getByRole("button", { name: "Keys" }).press("Enter");
    await list.getByLabel("Use these keys on this device").press("Space");
    await list.getByRole("button", { name: "Close" }).press("Enter");
    await list.waitFor({ state: "hidden" });
    await opened.locator('[data-save-status]:has-text("Saved")').waitFor();
    await opened.reload();
    await press(opened, ["5", "n"]);
    assert.equal(await scores(opened), "2");
    assert.ok(opened.url().endsWith(path));
    await opened.getByRole("button", { name: "Keys" }).click();
    await list.getByLabel("Use these keys on this device").check();
    await press(opened, ["Escape"]);
    await Promise.all([opened.waitForURL((url) => !url.pathname.endsWith(path)), opened.keyboard.press("n")]);
    await opened.goto("/judging");
    await press(opened, ["?"]);
    await list.waitFor();
    await isSound(opened);
    await press(opened, ["Escape"]);
    await Promise.all([opened.waitForURL((url) => url.pathname !== "/judging"), opened.keyboard.press("n")]);
  },

  "the first criterion is in view on a desk and on a tablet, and a phone's bar hides no focus": async ({ signedIn }) => {
    for (const [width, height] of [[1280, 800], [820, 1180], [1180, 820], [768, 1024], [1024, 768]]) {
      const opened = await signedIn(role, { width, height });
      const [path] = await openGates(opened, 1);
      await opened.goto(path);
      const box = await opened.locator("fieldset.scale .scale-points").first().boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= height, `at ${width} × ${height} the first scale is at ${box.y} to ${box.y + box.height}`);
    }
    const phone = await signedIn(role, { width: 390, height: 844 });
    const [path] = await openGates(phone, 1);
    await phone.goto(path);
    const hidden = [];
    for (let tab = 0; tab < 40; tab += 1) {
      await phone.keyboard.press("Tab");
      const found = await phone.evaluate(() => {
        const { activeElement: element } = globalThis.document;
        const bar = globalThis.document.querySelector(".form-bar");
        if (bar.contains(element) || element === globalThis.document.body) return null;
        const [mine, its] = [(element.labels?.[0] ?? element).getBoundingClientRect(), bar.getBoundingClientRect()];
        return its.height > 0 && mine.bottom > its.top && mine.top < its.bottom ? element.outerHTML.slice(0, 120) : null;
      });
      if (found) hidden.push(found);
    }
    assert.deepEqual(hidden, []);
  },

  "a screen reader is told of each criterion, its points and the state of saving": async ({ signedIn }) => {
    const opened = await signedIn(role, { width: 1280, height: 800 });
    const [path] = await openGates(opened, 1);
    await opened.goto(path);
    const table = [];
    for (const group of await opened.getByRole("group").filter({ has: opened.getByRole("radio") }).all()) {
      const described = await group.evaluate((set) => globalThis.document.getElementById(set.getAttribute("aria-describedby").split(" ")[0]).textContent);
      const points = [];
      for (const radio of await group.getByRole("radio").all()) points.push(...(await radio.ariaSnapshot()).match(/(?<=radio ").*(?=")/));
      table.push([(await group.ariaSnapshot()).match(/(?<=group ").*?(?=")/)[0], described, ...points]);
    }
    assert.deepEqual(table, heard);
    // What is announced, in the order in which it is: the score, then once that it is saved.
    await opened.evaluate(() => {
      globalThis.told = [];
      for (const region of globalThis.document.querySelectorAll('form [aria-live="polite"]')) {
        new globalThis.MutationObserver(() => globalThis.told.push(region.textContent.replace(/^Saved .*/, "Saved"))).observe(region, { childList: true, characterData: true, subtree: true });
      }
    });
    await opened.keyboard.press("k");
    const saved = () => opened.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok());
    for (const key of ["4", "3"]) {
      const kept = saved();
      await opened.keyboard.press(key);
      await kept;
      // The answer is on the wire a moment before the page has said so.
      await opened.waitForFunction(() => globalThis.told.includes("Saved"));
    }
    await opened.waitForTimeout(100);
    const told = await opened.evaluate(() => globalThis.told);
    assert.deepEqual(told, announced);
  },
};
