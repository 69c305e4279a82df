// A judge of the demo declares that there is no interest, reads a case and scores it, with JavaScript and without.

import assert from "node:assert/strict";

const role = "a judge who has yet to begin";

/** How many cases the desk says are scored. */
async function scored(opened) {
  const [, done] = (await opened.getByRole("main").innerText()).match(/(\d+) of \d+ cases scored/);
  return Number(done);
}

/** The criteria's radio buttons, by the name that they share. */
async function criteria(opened) {
  const names = await opened.locator('form input[type="radio"]').evaluateAll((all) => all.map(({ name }) => name));
  return [...new Set(names)];
}

const choose = (opened, name, value) => opened.locator(`input[name="${name}"][value="${value}"]`).check();

/** Submits, which goes on to the next case by itself, and returns to the desk. */
async function submit(opened, number) {
  await opened.getByRole("button", { name: "Submit scores" }).click();
  await opened.getByText(`Your scores for case ${number} are submitted.`).waitFor();
  await opened.goto("/judging");
}

/** From the desk through the gate of the next case to its scorecard; the case's number. */
async function openNext(opened, isSound) {
  await opened.goto("/judging");
  await isSound(opened);
  // Another test may have left a case half-scored, with which the desk would go on first.
  const next = opened.locator("main tbody tr", { hasText: "Interest to declare" }).first();
  const number = (await next.locator("td").first().innerText()).match(/\d+/)[0];
  await next.getByRole("link").click();
  await opened.waitForURL("**/judging/interests/*");
  await isSound(opened);
  // The case stays shut until the question is answered.
  await opened.getByRole("button", { name: "Continue" }).click();
  await opened.locator(".error-summary").waitFor();
  await opened.getByLabel("I have no interest").check();
  await opened.getByRole("button", { name: "Continue" }).click();
  await opened.waitForURL("**/judging/scorecards/*");
  await isSound(opened);
  return number;
}

export default {
  "scoring a case without JavaScript": async ({ signedIn, isSound }) => {
    const opened = await signedIn(role, { script: false });
    const number = await openNext(opened, isSound);
    const before = opened.url();
    const names = await criteria(opened);
    assert.equal(names.length, 4);

    // Half of it is a draft.
    await choose(opened, names[0], 4);
    await opened.getByLabel("Comment for the panel").fill("Clear before and after.\nWhat did the others do?");
    await opened.getByRole("button", { name: "Save and go back" }).click();
    await opened.waitForURL("**/judging");
    const done = await scored(opened);
    // The desk goes on with a case that is begun: this one, or one that another test has left.
    await opened.getByRole("main").getByRole("link", { name: /^Go on with case \d+$/ }).waitFor();
    await opened.locator(`main tbody a[href="${new URL(before).pathname}"]`).click();
    await opened.waitForURL(before);
    assert.ok(await opened.locator(`input[name="${names[0]}"][value="4"]`).isChecked());
    assert.equal(await opened.getByLabel("Comment for the panel").inputValue(), "Clear before and after.\nWhat did the others do?");

    // Half of it cannot be submitted, and says what is missing.
    await opened.getByRole("button", { name: "Submit scores" }).click();
    await opened.locator(".error-summary").waitFor();
    assert.equal(await opened.locator(".error-summary a").count(), 3);
    await isSound(opened);
    for (const name of names.slice(1)) await choose(opened, name, 3);
    await submit(opened, number);
    assert.equal(await scored(opened), done + 1);

    // A submitted scorecard can be taken back, and then does not count.
    await opened.goto(before);
    await isSound(opened);
    await opened.getByRole("button", { name: "Change my scores" }).click();
    await opened.getByRole("button", { name: "Submit scores" }).waitFor();
    assert.ok(await opened.locator(`input[name="${names[1]}"][value="3"]`).isChecked());
    await opened.goto("/judging");
    assert.equal(await scored(opened), done);
    await opened.goto(before);
    await submit(opened, number);
    assert.equal(await scored(opened), done + 1);
  },

  "scoring a case with JavaScript, which keeps every score by itself": async ({ signedIn, isSound }) => {
    const opened = await signedIn(role);
    const number = await openNext(opened, isSound);
    const names = await criteria(opened);
    const kept = opened.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok());
    await choose(opened, names[0], 5);
    await kept;
    await opened.reload();
    assert.ok(await opened.locator(`input[name="${names[0]}"][value="5"]`).isChecked(), "the score was not kept");
    await isSound(opened);
    for (const name of names) await choose(opened, name, 2);
    await submit(opened, number);
    await isSound(opened);
  },
};
