// How a meeting of the panel is begun in the demo.

/** What a page is about. */
export const main = (opened) => opened.getByRole("main");

/** Presses a button of the page. */
export async function press(opened, name) {
  await main(opened).getByRole("button", { name }).first().click();
  await opened.waitForLoadState();
}

/** Follows a link of the page, until the next one is there. */
export async function follow(opened, name, to) {
  await main(opened).getByRole("link", { name }).first().click();
  await opened.waitForURL(to);
  await opened.waitForLoadState();
}

/** The administrator puts the cut forward and begins the meeting; nobody waits for a ruling any more. */
export async function begin(administrator, chair) {
  await chair.goto("/judging");
  await main(chair).getByRole("link", { name: /wait for your ruling$/ }).click();
  await chair.waitForLoadState();
  for (;;) {
    const waiting = main(chair).getByRole("link", { name: /^Rule / });
    if ((await waiting.count()) === 0) break;
    await waiting.first().click();
    await chair.getByLabel("May judge").check();
    await chair.getByLabel("Reason").fill("They met once, years ago.");
    await press(chair, "Record the ruling");
  }
  await administrator.goto("/admin");
  await main(administrator).getByRole("link", { name: "Make the shortlist", exact: true }).first().click();
  await main(administrator).getByRole("link", { name: "Take the cut" }).click();
  await press(administrator, /^Put these \d+ cases on the shortlist/);
  const finalists = await main(administrator).locator("tbody tr", { hasText: "Shortlisted" }).locator("th").allInnerTexts();
  await administrator.goto("/admin");
  await main(administrator).getByRole("link", { name: "Begin the deliberation", exact: true }).first().click();
  await administrator.getByLabel("Why?").fill("Two judges were ill, and every case has its quorum.");
  await press(administrator, "Begin the deliberation");
  return finalists.map((name) => name.split("\n")[0].trim());
}

/** The chair goes into the room, notes that everybody is here and draws the agenda up; the room's address. */
export async function drawUp(chair, isSound) {
  await chair.goto("/judging");
  await follow(chair, "Go to the panel’s meeting", "**/judging/deliberation/*");
  const address = new URL(chair.url()).pathname;
  await isSound(chair);
  await follow(chair, "Note who is here", "**/attendance");
  for (const box of await chair.getByRole("checkbox").all()) await box.check();
  await isSound(chair);
  await press(chair, "Save");
  await chair.waitForURL(`**${address}`);
  await follow(chair, "Change the agenda", "**/agenda");
  await press(chair, "Draw the agenda up");
  await isSound(chair);
  await chair.goto(address);
  return address;
}
