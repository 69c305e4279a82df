// A visitor nominates somebody for the programme of the demo that is open, with JavaScript and without.

import assert from "node:assert/strict";
import { openBrowser } from "./browser.mjs";
import { fillIn, openForm, story } from "./nominating.mjs";

const check = (opened) => opened.getByRole("button", { name: "Check your answers" }).last().click();

/** From the checked answers to the receipt, and to what the nominator's letter says. */
async function sendAndRead({ server, isSound }, opened, nominator) {
  await opened.waitForURL("**/check");
  assert.match(await opened.locator("main").innerText(), /She opened the hall on the night of the flood/);
  await isSound(opened);
  await opened.getByRole("main").locator('button[name="do"][value="submit"]').click();
  await opened.waitForURL("**/receipt");
  assert.match(await opened.locator("h1").innerText(), /We have your nomination/);
  const number = await opened.locator(".panel strong").innerText();
  await isSound(opened);
  const [letter] = await server.letters(nominator);
  assert.match(letter, new RegExp(`^Subject: .*${number}`, "m"));
  assert.ok(letter.includes("She opened the hall on the night of the flood"), letter);
  return letter;
}

/** A whole nomination; on the way, a form sent half-empty, which loses nothing. */
async function nominate(browser, script) {
  const { page, isSound } = browser;
  const nominator = `gwen-${script ? "with" : "without"}@hall.example`;
  const opened = await page({ script });
  await openForm(opened);
  await isSound(opened);
  await opened.getByLabel("Their name").fill("Mwansa Chilufya-Grey");
  await check(opened);
  await opened.locator(".error-summary").waitFor();
  assert.match(await opened.title(), /^Error: /);
  assert.equal(await opened.getByLabel("Their name").inputValue(), "Mwansa Chilufya-Grey");
  await isSound(opened);
  // Each problem leads to its field.
  const problem = opened.locator(".error-summary a").filter({ hasText: "Enter your name" });
  await problem.click();
  const reached = script ? () => document.activeElement.id : () => new URL(document.URL).hash.slice(1);
  assert.equal(await opened.evaluate(reached), await opened.getByLabel("Your name").getAttribute("id"));
  await fillIn(opened, nominator);
  await check(opened);
  const letter = await sendAndRead(browser, opened, nominator);
  // The letter's link shows the nomination, and only its button confirms the address.
  const link = letter.match(/http:\/\/\S+\/nominations\/\S+/)[0];
  const elsewhere = await page({ script });
  await elsewhere.goto(link);
  await isSound(elsewhere);
  await elsewhere.getByRole("button", { name: "Confirm my address" }).click();
  await elsewhere.getByText("You confirmed your address").waitFor();
  await isSound(elsewhere);
}

/** From the home page to the checked answers. */
async function toCheck(opened, nominator) {
  await openForm(opened);
  await fillIn(opened, nominator);
  await opened.waitForTimeout(2000); // nobody fills it in faster
  await check(opened);
  await opened.waitForURL("**/check");
}

async function send(opened) {
  await opened.getByRole("main").locator('button[name="do"][value="submit"]').click();
  await opened.waitForURL("**/receipt");
}

/** From the checked answers to the first question, a sentence before its answer, and back at once. */
async function typeAndGoBack(opened, typed) {
  await opened.locator('main a[href*="/form#answer"]').first().click();
  await opened.waitForURL("**/form#*");
  const area = opened.locator('textarea[name^="answer["]').first();
  await area.focus();
  await area.evaluate((it) => it.setSelectionRange(0, 0));
  await opened.keyboard.insertText(typed);
  await opened.goBack();
  await opened.waitForURL("**/check");
}

/** Everything that this site keeps in the browser. */
const stored = (opened) => opened.evaluate(() => JSON.stringify(globalThis.localStorage));

export default {
  "a nomination without JavaScript": (browser) => nominate(browser, false),

  "a nomination with JavaScript": (browser) => nominate(browser, true),

  "without JavaScript a draft is saved, and its private link returns to it": async ({ page, isSound }) => {
    const opened = await page({ script: false });
    await openForm(opened);
    await opened.getByLabel("Their name").fill("Zoë Ó Briain 🫖");
    await opened.locator('textarea[name^="answer["]').first().fill(story);
    await opened.getByRole("button", { name: "Save and return later" }).click();
    await opened.getByRole("heading", { name: "Your draft" }).waitFor();
    await isSound(opened);
    const elsewhere = await page({ script: false });
    await elsewhere.goto(opened.url());
    await elsewhere.getByRole("link", { name: "Go on with it" }).click();
    assert.equal(await elsewhere.getByLabel("Their name").inputValue(), "Zoë Ó Briain 🫖");
    assert.equal(await elsewhere.locator('textarea[name^="answer["]').first().inputValue(), story);
  },

  "with JavaScript words are counted, and what was typed is kept without a button": async ({ page, isSound }) => {
    const opened = await page();
    await openForm(opened);
    const area = opened.locator('textarea[name^="answer["]').first();
    await area.fill("Three words here");
    await opened.getByText(/^3 of up to|3 of up to/).first().waitFor();
    const kept = opened.waitForResponse((answer) => answer.url().endsWith("/draft") && answer.ok());
    await opened.getByLabel("Their name").fill("Kept by itself");
    await kept;
    // A browser that comes back is offered what it had begun.
    const again = await opened.context().newPage();
    await openForm(again);
    await again.getByRole("link", { name: "Go on with it" }).click();
    assert.equal(await again.getByLabel("Their name").inputValue(), "Kept by itself");
    assert.equal(await again.locator('textarea[name^="answer["]').first().inputValue(), "Three words here");
    await isSound(opened);
  },

  "nothing typed is lost by the back button, whether or not the browser keeps the page": async ({ server }) => {
    for (const flags of [[], ["--disable-features=BackForwardCache"]]) {
      const browser = await openBrowser(server, flags);
      try {
        const opened = await browser.page();
        const drafts = [];
        opened.on("response", async (answer) => answer.url().endsWith("/draft") && drafts.push(answer.status()));
        await openForm(opened);
        // Right after the last letter, before anything is saved by itself.
        await fillIn(opened, "back@hall.example");
        await check(opened);
        await opened.waitForURL("**/check");
        await opened.goBack();
        await opened.waitForURL("**/nominations/*/form");
        const address = opened.url();
        assert.equal(await opened.getByLabel("Their name").inputValue(), "Mwansa Chilufya-Grey");
        assert.equal(await opened.getByLabel("Their role").inputValue(), "Caretaker");
        assert.equal(await opened.getByLabel("Your name").inputValue(), "Gwen Pryce");
        assert.equal(await opened.locator("[data-newer]").isVisible(), false);
        const kept = opened.waitForResponse((answer) => answer.url().endsWith("/draft") && answer.ok());
        await opened.getByLabel("Their role").fill("Caretaker and bellringer");
        await kept;
        await opened.reload();
        assert.equal(opened.url(), address);
        assert.equal(await opened.getByLabel("Their role").inputValue(), "Caretaker and bellringer");
        await check(opened);
        await opened.waitForURL("**/check");
        assert.equal(opened.url(), address.replace(/form$/, "check"), "a second draft was begun");
        assert.deepEqual(drafts.filter((status) => status !== 200), [], "going back looks like another window");
      } finally {
        await browser.close();
      }
    }
  },

  "what another window has sent is not overwritten, and each difference is led to": async ({ page, isSound }) => {
    const one = await page();
    await toCheck(one, "two-windows@hall.example");
    await send(one);
    await one.getByRole("link", { name: "Look at your nomination" }).click();
    await one.getByRole("link", { name: "Change it" }).click();
    await one.waitForURL("**/form");
    const other = await page();
    await other.goto(one.url());
    await one.getByLabel("Their role").fill("Head caretaker");
    await check(one);
    await send(one);
    const place = other.getByLabel("Where they work or volunteer");
    await place.fill("Sallow Lane Village Hall");
    await other.locator('[data-save-status]:has-text("Changed elsewhere")').waitFor();
    const told = other.locator(".field:has([name=nominee_employer]) + [data-trouble]");
    assert.match(await told.innerText(), /^Changed in another window or on another device\./);
    await isSound(other);
    await check(other);
    await other.locator("[data-leads]").waitFor();
    assert.ok(await other.evaluate(() => document.activeElement.matches("[data-leads]")), "the notice has no focus");
    assert.deepEqual(await other.locator("[data-leads] a").allInnerTexts(), ["Their role", "Where they work or volunteer"]);
    await isSound(other);
    await other.locator("[data-leads] a").first().click();
    assert.equal(await other.evaluate(() => document.activeElement.value), "Caretaker");
    await other.getByText("Head caretaker").waitFor();
  },

  "what is typed right before going back is sent, shown and not forgotten": async ({ page, server }) => {
    const opened = await page();
    const nominator = "at-once@hall.example";
    await toCheck(opened, nominator);
    const typed = "The last sentence, typed in a hurry. ";
    await typeAndGoBack(opened, typed);
    await opened.getByRole("main").getByText(typed.trim()).waitFor();
    // The copy goes as soon as the script has seen that all is there.
    for (let tries = 0; tries < 50 && /typed in a hurry/.test(await stored(opened)); tries += 1) await opened.waitForTimeout(100);
    assert.doesNotMatch(await stored(opened), /typed in a hurry/);
    assert.equal(await opened.locator("[data-checked-newer]").isVisible(), false);
    await send(opened);
    const [letter] = await server.letters(nominator);
    assert.ok(letter.includes(typed.trim()), letter);
  },

  "what could not be sent before going back is kept here, told, and found again in the form": async ({ page, isAccessible }) => {
    const opened = await page({ width: 390, height: 700 });
    await toCheck(opened, "cut-off@hall.example");
    const path = opened.url();
    // Stays in place, since what a page that is gone had sent goes on its way when nobody stands in it any more.
    let isCutOff = true;
    await opened.route("**/draft", (route) => (isCutOff ? route.abort() : route.continue()));
    await typeAndGoBack(opened, "Never arrived. ");
    const notice = opened.locator("[data-checked-newer]");
    await notice.waitFor();
    // It is looked for once more, since it may have been on its way.
    await opened.waitForTimeout(1500);
    assert.ok(await notice.isVisible());
    assert.ok(await opened.evaluate(() => document.activeElement.matches("[data-checked-newer]")), "the notice has no focus");
    await isAccessible(opened);
    isCutOff = false;
    const kept = opened.waitForResponse((answer) => answer.url().endsWith("/draft") && answer.ok());
    await notice.getByRole("link").click();
    await kept;
    const area = opened.locator('textarea[name^="answer["]').first();
    assert.match(await area.inputValue(), /^Never arrived\. /);
    assert.equal(await opened.locator("[data-newer]").isVisible(), false);
    assert.doesNotMatch(await stored(opened), /Never arrived/);

    // Whoever sends without it has it still.
    await opened.goto(path);
    isCutOff = true;
    await typeAndGoBack(opened, "Left behind. ");
    await notice.waitFor();
    await send(opened);
    assert.match(await stored(opened), /Left behind/);
    isCutOff = false;
    await opened.goto(path.replace(/check$/, "form"));
    await opened.locator("[data-newer]:focus").waitFor();
    await opened.getByRole("button", { name: "Use the newer changes" }).click();
    assert.match(await area.inputValue(), /^Left behind\. /);
    await opened.locator('[data-save-status]:has-text("Saved")').waitFor();
  },

  "the state of saving covers no field that is typed in, takes no click and goes": async ({ page }) => {
    const opened = await page({ width: 390, height: 700 });
    await openForm(opened);
    const line = opened.locator("[data-save-status]");
    for (const label of ["Their name", "Their role", "Where they work or volunteer", "Your name"]) {
      const field = opened.getByLabel(label);
      // At the very foot of the screen, as a finger finds it.
      await field.evaluate((input) => window.scrollBy({ top: input.getBoundingClientRect().bottom - window.innerHeight, behavior: "instant" }));
      await field.evaluate((input) => input.focus({ preventScroll: true }));
      await opened.keyboard.type("Some");
      await line.waitFor();
      await opened.waitForTimeout(700);
      const [input, over] = [await field.boundingBox(), await line.boundingBox()];
      assert.ok(input.y + input.height <= over.y || input.y >= over.y + over.height, `${label} is covered`);
    }
    assert.equal(await line.evaluate((it) => getComputedStyle(it).pointerEvents), "none");
    await opened.locator('[data-save-status]:has-text("Saved")').waitFor();
    await opened.locator("[data-save-status].faded").waitFor();
  },

  "the award is read in dark and light, at any width": async ({ page, isSound }) => {
    for (const scheme of ["light", "dark"]) {
      const opened = await page({ scheme });
      for (const path of ["/", "/it-progress", "/it-progress/form", "/kettle-award", "/accounts/sign-in", "/no-such-page"]) {
        await opened.goto(path);
        await isSound(opened);
      }
    }
  },
};
