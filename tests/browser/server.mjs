// The real binary in a throw-away folder on a free port: with the demo's world, or newly installed.

import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const binary = process.env.PROGRAM ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug", "plaudit");
const patience = 60_000; // milliseconds until it must answer

/** Every URL of the site, as `plaudit routes` lists them: `{ methods, pattern, area }`. */
export function routes() {
  const lines = execFileSync(binary, ["routes"], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [, methods, pattern, area] = line.match(/^([A-Z ]+?) +(\/\S*) +(\w+)$/);
    return { methods: methods.split(" "), pattern, area };
  });
}

/** Starts `plaudit demo` and waits until it has said where it is. */
export const startDemo = () => start("demo");

/** Starts `plaudit serve` on an empty folder; `said()` holds the link that sets it up. */
export const startEmpty = () => start("serve");

async function start(command) {
  const folder = await mkdtemp(join(tmpdir(), "plaudit-browser-"));
  let output = "";
  let log = "";
  let child;
  let ended;
  run(command, "127.0.0.1:0");

  function run(what, listen) {
    child = spawn(binary, [what, "--listen", listen, "--data-dir", folder], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (bytes) => (output += bytes));
    child.stderr.on("data", (bytes) => (log += bytes));
    ended = new Promise((resolve) => {
      child.once("error", (error) => resolve(`${binary} cannot be started: ${error.message}; run \`cargo build --workspace --all-targets\``));
      child.once("exit", (code, signal) => resolve(`plaudit ${what} ended with ${code ?? signal}`));
    });
  }

  async function stop() {
    child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  }

  const url = await address(() => output, ended).catch(async (error) => {
    await stop();
    throw new Error(`${error.message}\n${output}${log}`);
  });

  /** Ends it as a power cut does. */
  async function kill() {
    child.kill("SIGKILL");
    await ended;
  }

  /** Starts it again over what it left, at the same address. */
  async function restart() {
    run("serve", new URL(url).host);
    await address(() => url, ended);
  }

  /** The link that the demo printed for a role, for example "the administrator". It works once. */
  function signInLink(role) {
    const line = output.split("\n").find((text) => text.includes(`as ${role} `));
    const link = line?.match(/https?:\/\/\S+/)?.[0];
    if (!link) throw new Error(`the demo printed no link for "${role}":\n${output}`);
    return link;
  }

  return { url, folder, signInLink, letters: (to) => letters(join(folder, "letters"), to), posted: () => posted(join(folder, "letters")), said: () => output + log, kill, restart, stop };
}

/** Asks until the server answers, and gives its origin. */
async function address(output, ended) {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const origin = output().match(/http:\/\/127\.0\.0\.1:[0-9]+/)?.[0];
    if (origin && (await fetch(`${origin}/readyz`).then((answer) => answer.ok, () => false))) return origin;
    const end = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
    if (end) throw new Error(end);
  }
  throw new Error(`plaudit did not answer within ${patience / 1000} s`);
}

/** The texts of the letters that were sent to an address, oldest first; waits for the first. */
async function letters(folder, to) {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const found = (await posted(folder)).filter((text) => new RegExp(`^To: .*${to.replaceAll(".", "\\.")}`, "mi").test(text));
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no letter to ${to} in ${folder}`);
}

/** The texts of all letters that went out so far, oldest first. */
async function posted(folder) {
  const names = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(".eml") && !file.startsWith(".")).sort();
  return Promise.all(names.map(async (name) => decoded(await readFile(join(folder, name), "utf8"))));
}

/** A quoted-printable text with its soft line breaks and codes undone. */
function decoded(text) {
  const bytes = text
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
