// What the Nu HTML checker, which is what the W3C runs, thinks of pages.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const checker = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** Fails if there is an error in any of these, or a warning but in the gallery: `Map` of a name and its HTML. */
export async function isRight(pages) {
  const folder = await mkdtemp(join(tmpdir(), "plaudit-html-"));
  try {
    const names = [...pages.keys()];
    const files = names.map((_, number) => join(folder, `${number}.html`));
    await Promise.all(names.map((name, number) => writeFile(files[number], pages.get(name))));
    const messages = await check(files);
    const said = messages.flatMap(({ url, type, subType, message, extract }) => {
      const name = names[Number(url.match(/(\d+)\.html$/)?.[1])];
      if (subType === "warning" && name.startsWith("/gallery/")) return []; // it shows the headings of pages
      return `${name}: ${subType ?? type}: ${message}\n    ${extract?.replaceAll("\n", " ") ?? ""}`;
    });
    assert.ok(said.length === 0, `the HTML is not right:\n  ${said.join("\n  ")}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the checker once over all files; starting it is most of its cost. */
function check(files) {
  const program = ["-Xss8m", "-jar", checker, "--format", "json", "--exit-zero-always", "--stdout", ...files];
  return new Promise((resolve, reject) => {
    execFile("java", program, { maxBuffer: 1 << 28 }, (error, output) => (error ? reject(error) : resolve(JSON.parse(output).messages)));
  });
}
