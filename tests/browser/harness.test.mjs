// The harness itself: a check that cannot fail would say nothing.

import assert from "node:assert/strict";

const good = `<!doctype html><html lang="en"><title>Good</title><main><h1>Good</h1><label>Name <input></label></main></html>`;

export default {
  "axe refuses a field without a label": async ({ page, isAccessible }) => {
    const opened = await page();
    await opened.setContent(good);
    await isAccessible(opened);
    await opened.setContent(good.replace("<label>Name <input></label>", "<input>"));
    await assert.rejects(isAccessible(opened), /label/);
  },

  "a page wider than 320 px is seen": async ({ page, fitsNarrowScreen }) => {
    const opened = await page();
    await opened.setContent(good);
    await fitsNarrowScreen(opened);
    await opened.setContent(good.replace("<h1>", `<h1 style="width: 400px">`));
    await assert.rejects(fitsNarrowScreen(opened), /400px/);
  },

  "without JavaScript no script of the page runs": async ({ page }) => {
    for (const [script, title] of [[true, "Ran"], [false, "Good"]]) {
      const opened = await page({ script });
      await opened.setContent(good.replace("<main>", `<script>document.title = "Ran"</script><main>`));
      assert.equal(await opened.title(), title);
    }
  },
};
