// The panel meets: a chair and two judges on screens of their own, one of them out of a case, and the server starts again in the middle.

import assert from "node:assert/strict";
import { openBrowser } from "./browser.mjs";
import { begin, drawUp, follow, main, press } from "./meeting.mjs";
import { startDemo } from "./server.mjs";

let server;

/** Ends the demo of its own: a meeting would change what the others find. */
export async function after() {
  await server?.stop();
}

export const longest = 240_000;

/** The judge steps out of a case that they scored. */
async function stepOut(judge, name) {
  await judge.goto("/judging");
  const path = await judge.locator("main table a", { hasText: name }).first().getAttribute("href");
  const assignment = path.split("/").at(-1);
  const { origin } = new URL(judge.url());
  const headers = { origin };
  await judge.context().request.post(`/judging/interests/${assignment}`, { form: { interest: "none" }, headers });
  const answer = await judge.context().request.post(`/judging/interests/${assignment}/recusal`, {
    form: { words: "My cousin works there.", reason: "My cousin works there." },
    headers,
  });
  assert.ok(answer.ok(), `stepping out answers ${answer.status()}`);
}

const room = (opened) => opened.locator("#room");

export default {
  "what the chair calls is on every screen without a reload, and whoever is out sees only that, through a restart": async () => {
    server = await startDemo();
    const { signedIn, isSound, close } = await openBrowser(server);
    try {
      const administrator = await signedIn("the administrator");
      const chair = await signedIn("the chair of the panel");
      const judge = await signedIn("a judge in the middle of it");
      const other = await signedIn("a judge who has yet to begin");
      // Whoever is out, is out of the first case of their desk that becomes a finalist.
      await administrator.goto("/admin");
      await main(administrator).getByRole("link", { name: "Make the shortlist", exact: true }).first().click();
      const best = (await main(administrator).locator("tbody th").first().innerText()).split("\n")[0].trim();
      await stepOut(other, best);
      const finalists = await begin(administrator, chair);
      assert.ok(finalists.includes(best), `${best} is no finalist: ${finalists}`);

      const address = await drawUp(chair, isSound);
      for (const screen of [judge, other]) await screen.goto(address);
      await room(judge).locator(".room-agenda li").first().waitFor();

      const numbers = (await room(chair).locator(".room-agenda li > span").allInnerTexts()).map((text) => text.match(/Case (\d+)/)[1]);
      const hidden = (await room(chair).locator(".room-agenda li", { hasText: "Must be out" }).first().innerText()).match(/Case (\d+)/)[1];
      const free = numbers.find((number) => number !== hidden);
      const call = async (number) => {
        await room(chair).locator(".room-agenda li", { hasText: new RegExp(`Case ${number}\\b`) }).getByRole("button").click();
        await chair.waitForLoadState();
      };

      await call(free);
      await room(judge).locator(".room-case h2", { hasText: `Case ${free}` }).waitFor();
      await room(other).locator(".room-case h2", { hasText: `Case ${free}` }).waitFor();
      await isSound(judge);

      // Whoever has the focus on something in the room is not thrown out of it by what others do.
      await room(judge).locator("a, button").first().focus();
      await call(hidden);
      await room(judge).locator(".room-case h2", { hasText: best }).waitFor();
      await room(other).getByRole("heading", { name: "You are out now" }).waitFor();
      const isInRoom = await judge.evaluate(() => document.querySelector("#room").contains(document.activeElement));
      assert.ok(isInRoom, "the focus is lost");
      assert.ok(!(await other.content()).includes(best), "whoever is out reads the nominee");
      assert.equal(await other.locator("[data-live-says]").innerText(), "You are out now");
      await isSound(other);

      await server.kill();
      await server.restart();
      // Everybody finds the same as before, and what comes then without a reload.
      await chair.goto(address);
      await room(chair).locator(".room-case h2", { hasText: best }).waitFor();
      await room(other).getByRole("heading", { name: "You are out now" }).waitFor();
      await press(chair, "Put the case down");
      await room(other).getByRole("heading", { name: "No case is at hand" }).waitFor({ timeout: 20_000 });
      await room(judge).getByRole("heading", { name: "No case is at hand" }).waitFor({ timeout: 20_000 });

      // Without JavaScript the page says the same, and says to reload it.
      const plain = await signedIn("a judge who has yet to begin", { script: false });
      await plain.goto(address);
      await plain.getByText("Reload it to see what changed.").waitFor();
      await call(hidden);
      await plain.getByRole("link", { name: "Reload" }).click();
      await plain.getByRole("heading", { name: "You are out now" }).waitFor();

      await follow(chair, "Record what the panel decides", `**${address}/*`);
      await isSound(chair);
      await chair.getByLabel("Why the panel resolved this").fill("The panel was of one mind.");
      // Somebody who is present has not read it: nothing is recorded, and the page says why.
      await press(chair, "Awarded");
      await chair.getByRole("link", { name: "A judge with a vote has yet to read this case, and to say so." }).waitFor();
      await chair.goto(`${address}/minutes`);
      await chair.getByText("5 finalists have no result yet.").first().waitFor();
      await isSound(chair);

      // Whoever is signed out elsewhere does not keep an old screen for the present one.
      await judge.context().clearCookies();
      await server.kill();
      await server.restart();
      await judge.waitForURL("**/accounts/sign-in**", { timeout: 20_000 });
    } finally {
      await close();
    }
  },
};
