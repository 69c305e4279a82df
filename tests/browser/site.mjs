// The site as people find it: for each GET route of the map, an address that shows it in the demo, and who may see it.

import assert from "node:assert/strict";
import { fillIn, openForm } from "./nominating.mjs";
import { routes } from "./server.mjs";

/** How a role signs in (nobody does not) and where it begins to look around. */
const roles = [
  { role: null, from: ["/", "/gallery"] },
  { role: "a judge in the middle of it", from: ["/judging"] },
  { role: "the administrator", from: ["/admin"] },
  { role: "the chair of the panel", from: ["/judging"] },
];

/** Links to follow of one pattern: enough to meet the same page in more than one state. */
const followed = 3;

/** Routes of which every page is looked at, however many there are. */
const whole = ["/gallery/{place}/{room}", "/gallery/packs/{pack}"];

/** Routes of which every link is followed, since only some of their pages lead on: not every case has a referee. */
const through = [...whole, "/admin/cases/{case}"];

/** Pages that differ so much from one address to another that two are looked at. */
const twice = ["/{programme}", "/nominations/{key}", "/admin/seasons/{season}", "/admin/nominations/{season}/{nomination}"];

/** Moves of a season for which the time has come in neither world: their page says so, with 409. */
const notYet = ["opening", "screening", "extension", "judging", "deliberation/removal", "decision", "announcement", "archive"].map(
  (move) => `/admin/seasons/{season}/${move}`,
);

/** What is there only once somebody published it, in a season that is announced: the tests of its file ask for it. */
const unpublished = "/{programme}/results/{category}/public-results.zip";

/** Where the panel meets, what its chair sees by then, and who is there besides: shown in a world of its own, in which nothing else is looked at. */
const meeting = "/judging/deliberation/";
const atMeeting = [meeting, "/judging/diagnostics/"];
const alsoMeeting = { role: "a judge who has yet to begin", from: ["/judging"] };

/** What never ends, so that it is no page: the browser's test of a meeting reads it. */
const stream = `${meeting}{category}/events`;

/** Addresses for every route that answers GET, in each world that shows it: `{ route, role, path, status, isPage, browser }`. */
export async function addresses(worlds) {
  const map = routes();
  const asked = map.filter(({ methods, pattern }) => methods.includes("GET") && ![stream, unpublished].includes(pattern));
  // Each world is a server of its own, so all are looked through at once.
  const reached = (await Promise.all(worlds.map((browser) => lookThrough(browser, map, asked, browser === worlds[0])))).flat();
  const shown = new Set(reached.map(({ route }) => route.pattern));
  const missing = asked.map(({ pattern }) => pattern).filter((pattern) => !shown.has(pattern));
  assert.deepEqual(missing, [], "no page of the demo leads to these; give tests/browser/site.mjs an example of each");
  return reached;
}

/** Addresses of one world for the routes that are asked; the first world also shows what belongs to no world, and more of some pages. */
async function lookThrough(browser, map, asked, isFirst) {
  const requests = new Map();
  const found = new Map(map.map(({ pattern }) => [pattern, new Map()]));
  if (!browser.isMeeting) await planned(browser);
  for (const { role, from } of browser.isMeeting ? [...roles, alsoMeeting] : roles) {
    if (role && !browser.canSignIn(role)) continue;
    requests.set(role, (await (role ? browser.signedIn(role) : browser.page())).context().request);
    await explore(map, found, requests.get(role), role, from);
  }
  const secrets = browser.isMeeting ? [] : await secretPaths(browser, found, requests.get("the administrator"));
  const reached = [];
  for (const route of asked) {
    if (!isFirst && route.area === "server") continue;
    if (browser.isMeeting && !atMeeting.some((start) => route.pattern.startsWith(start))) continue;
    const wanted = whole.includes(route.pattern) ? Infinity : twice.includes(route.pattern) && isFirst ? 2 : 1;
    for (const example of await examples(route, found, secrets, requests, wanted)) reached.push({ ...example, browser });
  }
  return reached;
}

/** Proposes who judges what in the season that is being judged, if there is one, so that the plan has cases to show. */
async function planned(browser) {
  if (!browser.canSignIn(roles[1].role)) return;
  const opened = await browser.signedIn("the administrator");
  await opened.goto("/admin");
  const [, season] = (await opened.content()).match(/\/admin\/progress\/([0-9a-f-]{36})/);
  await opened.goto(`/admin/assignment/${season}`);
  await opened.getByRole("main").getByRole("button").first().click();
  await opened.waitForLoadState();
  const cases = await opened.locator(`main a[href^="/admin/assignment/${season}/cases/"]`).count();
  assert.ok(cases > 0, "the plan shows no case");
}

/** Follows links from these pages on, a few of each pattern. */
async function explore(map, found, request, role, from) {
  const queue = [...from];
  const opened = new Map();
  while (queue.length > 0) {
    const path = queue.shift();
    const route = matched(map, path);
    if (!route?.methods.includes("GET") || route.pattern === stream) continue;
    const known = opened.get(route.pattern) ?? new Set();
    if (known.has(path) || (known.size >= followed && !through.includes(route.pattern))) continue;
    opened.set(route.pattern, known.add(path));
    const answer = await request.get(path);
    if (!answer.headers()["content-type"]?.startsWith("text/html")) continue;
    for (const [, link] of (await answer.text()).matchAll(/(?:href|action|src)="(\/[^"?#]*)/g)) {
      const target = matched(map, link);
      if (!target) continue;
      if (!found.get(target.pattern).has(link)) found.get(target.pattern).set(link, role);
      queue.push(link);
    }
  }
}

/** The route of a path; fixed segments win over parts, as in the router. */
function matched(map, path) {
  const said = path.split("/");
  const fits = map.filter(({ pattern }) => {
    const segments = pattern.split("/");
    return segments.length === said.length && segments.every((segment, at) => segment === said[at] || (isPart(segment) && said[at]));
  });
  return fits.sort((one, other) => one.pattern.split("{").length - other.pattern.split("{").length)[0];
}

const isPart = (segment) => segment.startsWith("{");

/** The private links that the server printed, and those that come of putting somebody forward and of inviting a judge. */
async function secretPaths(browser, found, administrator) {
  const said = () => browser.server.said();
  if (!browser.canSignIn(roles[1].role)) return secretsIn(said());
  const visitor = await browser.page({ script: false });
  await openForm(visitor);
  await visitor.getByLabel("Their name").fill("Mwansa Chilufya-Grey");
  await visitor.getByRole("button", { name: "Save and return later" }).click();
  await visitor.waitForURL("**/nominations/*");
  const draft = new URL(visitor.url()).pathname;
  await visitor.context().clearCookies();
  await openForm(visitor);
  await fillIn(visitor, "gwen@hall.example");
  const check = visitor.getByRole("button", { name: "Check your answers" }).last();
  await check.click();
  // Whoever is as fast as this is asked to press again.
  if (!visitor.url().endsWith("/check")) await check.click();
  await visitor.waitForURL("**/check");
  await visitor.locator('main button[name="do"][value="submit"]').click();
  await visitor.waitForURL("**/receipt");
  const sent = new URL(visitor.url()).pathname.replace("/receipt", "");
  // While judging goes on, what it means to join late is said first; this is the button below it.
  const person = { name: "Ottoline Faraday", email: "ottoline@hall.example", "go-on": "yes" };
  const [invite] = found.get("/admin/judges/{season}").keys();
  const invited = await administrator.post(invite, { headers: { origin: browser.server.url }, form: person });
  assert.ok(invited.ok(), `inviting a judge answers ${invited.status()}`);
  for (let tries = 0; tries < 150; tries += 1) {
    const letters = secretsIn((await browser.server.posted()).join("\n"));
    if (letters.some((path) => path.startsWith("/accounts/invitations/"))) return [draft, sent, ...letters, ...secretsIn(said())];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("no letter invites a judge");
}

const secretsIn = (text) => [...new Set(text.match(/(?<=https?:\/\/[^/\s]+)\/\w+\/(?:[\w-]+\/)?[0-9a-f]{64}/g))];

/** Whether a browser shows it, instead of taking it away as a file. */
const isShown = (headers) => headers["content-type"]?.startsWith("text/html") && !headers["content-disposition"]?.startsWith("attachment");

/** The first addresses that show a route. */
async function examples(route, found, secrets, requests, wanted) {
  const shown = [];
  let tooEarly = [];
  for (const [path, role] of candidates(route, found, secrets)) {
    for (const asking of new Set(route.area === "public" ? [null] : [role, null, "the administrator", ...requests.keys()])) {
      if (!requests.has(asking)) continue;
      const answer = await requests.get(asking).get(path, { maxRedirects: 0 });
      const status = answer.status();
      const example = { route, path, role: asking, status, isPage: isShown(answer.headers()) };
      if (status === 409 && notYet.includes(route.pattern)) tooEarly = [example];
      if (status !== 200) continue;
      shown.push(example);
      break;
    }
    if (shown.length >= wanted) break;
  }
  return shown.length > 0 ? shown : tooEarly;
}

/** What was found, then what can be put together of parts found in other addresses of the same place. */
function* candidates(route, found, secrets) {
  yield* found.get(route.pattern);
  const segments = route.pattern.split("/");
  if (!segments.some(isPart)) yield [route.pattern, null];
  const depth = segments.findLastIndex(isPart);
  const stem = segments.slice(0, depth + 1);
  const others = [...found].filter(([pattern]) => pattern !== route.pattern);
  for (const secret of secrets) {
    const said = secret.split("/");
    if (stem.length === said.length && stem.every((segment, at) => isPart(segment) || segment === said[at])) {
      yield [[...said, ...segments.slice(depth + 1)].join("/"), null];
    }
  }
  // Only a redirect leads to a picture on trial; the one that is chosen is shown there too.
  if (route.pattern.endsWith("/mark/{name}")) {
    const names = [...found.get("/assets/marks/{name}").keys()].map((path) => path.split("/").at(-1));
    for (const [path, role] of found.get("/admin/programmes/{programme}/mark")) for (const name of names) yield [`${path}/${name}`, role];
  }
  // A list leads there by its buttons only while cases are screened, with those that are ticked.
  if (route.pattern.startsWith("/admin/cases/several/")) {
    const ticked = [...found.get("/admin/cases/{case}").keys()].map((path) => `case=${path.split("/").at(-1)}`).join("&");
    for (const [path, role] of found.get("/admin/nominations/{season}")) {
      yield [`${route.pattern.replace("{season}", path.split("/").at(-1))}?${ticked}`, role];
    }
  }
  const seen = new Set();
  for (const [pattern, paths] of others) {
    const named = pattern.split("/");
    // /admin/progress/{season} lends /admin/seasons/{season} its season: all but the second word must agree, by its name where it is a part.
    if (segments[1] !== named[1] || !stem.every((segment, at) => segment === named[at] || (!isPart(segment) && at === 2))) continue;
    for (const [path, role] of paths) {
      const said = path.split("/");
      const made = segments.map((segment, at) => (isPart(segment) ? said[at] : segment)).join("/");
      if (!seen.has(made)) yield [made, role];
      seen.add(made);
    }
  }
}
