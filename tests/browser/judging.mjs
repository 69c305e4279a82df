// What tests of judging share: opening cases of a judge's desk.

/** The addresses of so many scorecards that are still to be scored, their gates passed; the rest of the desk stays as it is. */
export async function openGates(opened, wanted) {
  await opened.goto("/judging");
  const links = await opened.locator("main table a").evaluateAll((all) =>
    all.map((link) => [link.getAttribute("href"), link.closest("tr").innerText]));
  const scorecards = [];
  for (const [path, row] of links) {
    if (scorecards.length >= wanted) break;
    if (row.includes("Submitted") || row.includes("Waits")) continue;
    if (path.startsWith("/judging/interests/")) {
      const { origin } = new URL(opened.url());
      await opened.context().request.post(path, { form: { interest: "none" }, headers: { origin } });
    }
    scorecards.push(path.replace("/interests/", "/scorecards/"));
  }
  return scorecards;
}
