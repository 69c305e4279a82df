// The gallery as it is seen: every word has room, and whoever chose the colours of the screen sees what others do.

import assert from "node:assert/strict";

export const longest = 120_000;

/** Run in a page: words that are shown and have no width, so that nobody can read them. */
function squeezed() {
  return [...globalThis.document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, td, th, button, label, legend)")]
    .filter((element) => element.textContent.trim() && element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => element.getBoundingClientRect().width < 1)
    .map((element) => element.outerHTML.slice(0, 120));
}

/** The addresses of all rooms in each of their moods. */
async function rooms(opened) {
  await opened.goto("/gallery");
  const links = await opened.locator(".card a[href^='/gallery/']").evaluateAll((all) => all.map((link) => link.getAttribute("href").split("#")[0]));
  return [...new Set(links)];
}

export default {
  "every word of the gallery has room on a desk's screen and on a telephone's": async ({ page }) => {
    const opened = await page();
    const found = [];
    for (const path of await rooms(opened)) {
      await opened.goto(path);
      for (const width of [1280, 390]) {
        await opened.setViewportSize({ width, height: 900 });
        found.push(...(await opened.evaluate(squeezed)).map((html) => `${path} at ${width} px: ${html}`));
      }
    }
    assert.deepEqual(found, []);
  },

  "what the script says of saving is seen without it, too": async ({ page }) => {
    const opened = await page({ script: false });
    await opened.goto("/gallery/public/forms");
    const lines = opened.locator("#saving [data-save-status]");
    assert.ok((await lines.count()) >= 7, "not every state of saving is there");
    for (const part of [...(await lines.all()), ...(await opened.locator("#newer-here [data-newer]").all())]) {
      assert.ok(await part.isVisible(), await part.evaluate((element) => element.outerHTML));
    }
  },

  "in colours of somebody's own a mark keeps its plate, and the grounds are told apart": async ({ page }) => {
    const opened = await page();
    await opened.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
    const ground = (locator) => locator.evaluate((element) => globalThis.getComputedStyle(element).backgroundColor);
    await opened.goto("/gallery/public/narrow");
    assert.equal(await ground(opened.locator(".masthead .plate")), "rgb(255, 255, 255)");
    await opened.goto("/gallery/public/texts");
    const grounds = await Promise.all((await opened.locator("#marks .grounds").first().locator(".ground").all()).map(ground));
    assert.equal(new Set(grounds).size, 3, String(grounds));
  },

  "a mark of Plaudit's own is gold on a dark ground in both themes, as in the header": async ({ page }) => {
    const opened = await page();
    await opened.goto("/gallery/administration/texts");
    for (const colorScheme of ["light", "dark"]) {
      await opened.emulateMedia({ colorScheme });
      const fills = await opened.locator("#marks .mark-ground").evaluateAll((all) => all.map((part) => globalThis.getComputedStyle(part).fill));
      assert.ok(fills.length > 3);
      for (const fill of fills) {
        const [red, green, blue, share = "1"] = fill.match(/[\d.]+/g);
        assert.ok(Number(share) < 0.2 || Math.max(Number(red), Number(green), Number(blue)) < 90, `${colorScheme}: ${fill}`);
      }
    }
  },
};
