// A season of three stages, from its sift by keys to the interview of its finalists, on a demo of its own.

import assert from "node:assert/strict";
import { openBrowser } from "./browser.mjs";
import { startDemo } from "./server.mjs";

const administrator = "the administrator";
const [tobias, ngozi, idwal] = ["tobias.renwick@smallcouncils.example", "ngozi.hartwell@oldclerks.example", "idwal.prosser@cynghorau.example"];
let server;

/** Ends the demo of its own: where it goes would change what the others find. */
export async function after() {
  await server?.stop();
}

export const longest = 180_000;

/** The newest link that was sent to an address; other letters go there too. */
async function signInLink(address) {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const letters = await server.letters(address);
    const link = letters.map((text) => text.match(/\/accounts\/sign-in\/\w+/)?.[0]).findLast(Boolean);
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no letter signs ${address} in`);
}

/** Somebody for whom the demo prints no link asks for one and follows it. */
async function signedInByLetter({ page }, address, options) {
  const opened = await page(options);
  await opened.goto("/accounts/sign-in");
  await opened.getByLabel("Your email address").fill(address);
  await opened.getByRole("button", { name: "Send the letter" }).click();
  await opened.goto(await signInLink(address));
  await opened.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await opened.waitForURL("**/judging");
  return opened;
}

/** Opens the next case of the desk, its gate passed. */
async function next(opened) {
  await opened.goto("/judging");
  await opened.keyboard.press("n");
  await opened.waitForURL(/\/judging\/(interests|scorecards)\//);
  if (!opened.url().includes("/interests/")) return;
  await opened.getByLabel("I have no interest").check();
  await opened.getByRole("button", { name: "Continue" }).click();
  await opened.waitForURL("**/judging/scorecards/*");
}

/** Which cases the desk has, each with where it stands; below them stand the judge’s own figures. */
const desk = async (opened) => {
  await opened.goto("/judging");
  return opened.locator("main table").first().locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText.trim())));
};

/** Scores what is left on the desk, this everywhere, by keys. */
async function score(opened, points) {
  for (;;) {
    await opened.goto("/judging");
    if ((await opened.locator("[data-next-on-desk]").count()) === 0) return;
    await next(opened);
    const here = opened.url();
    const criteria = await opened.locator("fieldset.scale").count();
    assert.ok(criteria > 0, `nothing to score at ${here}`);
    for (let at = 0; at < criteria; at += 1) await opened.keyboard.press(points);
    await opened.keyboard.press("Enter");
    await Promise.all([opened.waitForURL((url) => url.href !== here), opened.keyboard.press("Enter")]);
  }
}

/** The administrator moves the season on to its next stage. */
async function goOn(opened, stage) {
  await opened.getByRole("main").getByRole("link", { name: `Go on to the stage “${stage}”` }).click();
  await opened.waitForURL("**/next");
}

export default {
  "a sift by keys, a scoring and an interview": async () => {
    server = await startDemo();
    const browser = await openBrowser(server);
    const { signedIn, isSound, close } = browser;
    try {
      // Each key is one vote, and the next case is there; whoever is unsure says why first.
      const third = await signedInByLetter(browser, idwal, { width: 1280, height: 800 });
      await isSound(third);
      await next(third);
      await isSound(third);
      const voted = [third.url()];
      for (const key of ["p", "u", "f"]) {
        const here = third.url();
        if (here.includes("/interests/")) throw new Error("the gate was not passed");
        if (key === "u") {
          await third.keyboard.press("u");
          assert.equal(await third.evaluate(() => globalThis.document.activeElement.tagName), "TEXTAREA", "why comes first");
          await third.keyboard.type("pfu?");
          assert.equal(third.url(), here, "no key votes while somebody types");
          await third.locator("main").click({ position: { x: 5, y: 5 } });
        }
        await Promise.all([third.waitForURL((url) => url.href !== here), third.keyboard.press(key)]);
        if (third.url().includes("/interests/") || !third.url().includes("/scorecards/")) await next(third);
        voted.push(third.url());
      }
      await third.keyboard.press("?");
      const list = third.getByRole("dialog");
      await list.waitFor();
      await isSound(third);
      await third.keyboard.press("Escape");
      assert.deepEqual((await desk(third)).map((row) => row.at(-1)), ["Submitted", "Submitted", "Submitted", "To vote on"]);
      await third.goto(voted[0]);
      await third.getByText("You submitted it at").waitFor();

      // Two votes decide; the fourth case has one, so that leaving it out carries a reason.
      const run = await signedIn(administrator);
      await run.goto("/parish-pen/how-we-judge");
      await isSound(run);
      await run.goto("/admin");
      const season = (await run.locator('main a[href^="/admin/progress/"]').last().getAttribute("href")).split("/")[3];
      await run.goto(`/admin/stages/${season}`);
      await isSound(run);
      await goOn(run, "Scoring");
      await isSound(run);
      await run.getByLabel("Reason").fill("Two passes and a doubt are enough for a first year.");
      await run.getByRole("main").getByRole("button", { name: "Go on to the stage “Scoring”" }).click();
      await run.getByText("The season is in the stage “Scoring” now.").waitFor();

      const first = await signedInByLetter(browser, tobias, { width: 1280, height: 800 });
      const second = await signedInByLetter(browser, ngozi, { width: 1280, height: 800 });
      for (const judge of [first, second]) await score(judge, "4");

      await run.goto("/admin");
      const category = (await run.locator('main a[href^="/admin/shortlist/"]').last().getAttribute("href")).split("/")[3];
      await run.goto(`/admin/shortlist/${category}/cut`);
      await run.getByRole("main").getByRole("button").first().click();
      await run.waitForLoadState();
      await run.goto(`/admin/stages/${season}`);
      await goOn(run, "Interview");
      await run.getByRole("main").getByRole("button", { name: "Go on to the stage “Interview”" }).click();
      await run.getByText("The season is in the stage “Interview” now.").waitFor();
      await run.goto(`/admin/stages/${season}`);
      await isSound(run);

      // Who has not scored the finalists reads them first; the one criterion of the interview is then scored by one key.
      await third.goto("/judging");
      await isSound(third);
      await next(third);
      for (const left of ["Case 2", null]) {
        await isSound(third);
        assert.equal(await third.locator("fieldset.scale").count(), 0, "read before scored");
        await third.getByRole("button", { name: "I have read this case" }).click();
        await third.getByText("Noted: you have read this case.").waitFor();
        if (left) await third.getByRole("main").getByRole("link", { name: left, exact: true }).click();
        await third.waitForLoadState();
      }
      await next(third);
      assert.deepEqual(await third.locator("fieldset.scale legend").allInnerTexts(), ["Answers to questions"]);
      await isSound(third);
      await score(third, "5");
      assert.deepEqual((await desk(third)).map((row) => row.at(-1)), ["Submitted", "Submitted"]);
      await run.goto(`/admin/ranking/${category}`);
      await isSound(run);
    } finally {
      await close();
    }
  },
};
