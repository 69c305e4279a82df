// How a visitor comes to the nomination form and fills it in, whatever the programme asks.

import assert from "node:assert/strict";

export const story = "She opened the hall on the night of the flood, and it has been open ever since.\nNobody asked her to.";

/** From the home page to the form, as a visitor finds it. */
export async function openForm(opened) {
  await opened.goto("/");
  await opened.getByRole("main").getByRole("link", { name: "Nominate somebody" }).click();
  await opened.waitForURL("**/nominate/*");
  assert.match(await opened.title(), /^Nominate somebody/);
}

/** Fills in everything that must be, whatever the programme asks. */
export async function fillIn(opened, nominator) {
  for (const yes of await opened.locator('input[name^="rule["][value="yes"]').all()) await yes.check();
  await opened.getByLabel("Their name").fill("Mwansa Chilufya-Grey");
  await opened.getByLabel("Their role").fill("Caretaker");
  await opened.getByLabel("Where they work or volunteer").fill("Sallow Lane Hall");
  await opened.getByLabel("Your name").fill("Gwen Pryce");
  await opened.locator("#nominator_email, [name=nominator_email]").first().fill(nominator);
  await opened.getByLabel("I work or volunteer with them").check();
  for (const area of await opened.locator('textarea[name^="answer["]').all()) await area.fill(story);
  const lines = opened.locator('input[name^="answer["]:is([type=text], [type=url])');
  for (const line of await lines.all()) {
    const label = await line.evaluate((input) => input.labels[0].textContent);
    if (/how many/i.test(label)) await line.fill("30");
    else if (/since when/i.test(label)) await line.fill("5 March 2019");
    else if (!/optional/i.test(label)) await line.fill("Sallow Lane Hall");
  }
  const groups = new Set(await opened.locator('input[name^="answer["]:is([type=radio], [type=checkbox])').evaluateAll((all) => all.map(({ name }) => name)));
  for (const name of groups) await opened.locator(`input[name="${name}"]`).first().check();
  await opened.getByLabel("I declare this").check();
}
