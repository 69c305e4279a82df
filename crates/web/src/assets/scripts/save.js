// Saves a long form while it is filled in, keeps on this device what is not yet saved, and warns before it would be lost.
const PAUSE = 1500; // from the last change to its save
const LONGEST = 10_000; // from the first change to its save, unless the form says sooner
const SOONEST_RETRY = 1000;
const LATEST_RETRY = 15_000;
const GIVE_UP = 20_000;
const MOST_WHEN_LEAVING = 60_000; // what a browser sends after a page is gone: 64 KiB, all in all
const LEAVING = "plaudit-leaving";

const unfinished = new Set(); // how to save what is not saved yet, for each form of the page

for (const form of document.querySelectorAll("form[data-autosave]")) {
  saveWhileTyping(form);
}

leaveNothingBehind(document.querySelector("form[data-sign-out]"));

// What an account wrote goes from the device when it has signed out, after a last try to save it.
function leaveNothingBehind(signOut) {
  const leaving = attempt(() => sessionStorage.getItem(LEAVING));
  attempt(() => sessionStorage.removeItem(LEAVING));
  if (leaving && !signOut) {
    attempt(() => {
      for (const key of Object.keys(localStorage).filter((key) => key.startsWith(`${DRAFTS}own-`))) {
        localStorage.removeItem(key);
      }
    });
  }
  signOut?.addEventListener("submit", async (event) => {
    attempt(() => sessionStorage.setItem(LEAVING, "yes"));
    if (unfinished.size > 0 && !signOut.dataset.tried) {
      event.preventDefault();
      signOut.dataset.tried = "yes";
      await Promise.race([Promise.all([...unfinished].map((save) => save())), new Promise((done) => setTimeout(done, 3000))]);
      signOut.requestSubmit();
    }
  });
}

function saveWhileTyping(form) {
  const draft = draftOnDevice(form.dataset.draft);
  // Shown by saving.js.
  const say = (state, savedAt, why) => form.dispatchEvent(new CustomEvent("plaudit:saving", { bubbles: true, detail: { state, savedAt, why } }));
  const longest = Number(form.dataset.within ?? LONGEST);
  let unsaved = false;
  let since = 0; // when the oldest unsaved change was made
  let unanswered = null; // what was sent and may have arrived
  let underway = null; // what is being sent
  let sending = null;
  let stopped = false;
  let retry = SOONEST_RETRY;
  let timer;

  offerNewer(form, draft, () => {
    changed();
    saveIn(0);
  });
  stayWithKept(form);

  form.addEventListener("input", changed);
  form.addEventListener("submit", async (event) => {
    stopped = true;
    clearTimeout(timer);
    if (sending) {
      // The version that is being saved must arrive first, or this one would look like another window's.
      event.preventDefault();
      event.submitter?.setAttribute("aria-disabled", "true"); // the press was taken
      await sending;
      event.submitter?.removeAttribute("aria-disabled");
      form.requestSubmit(event.submitter);
      return;
    }
    if (form.dataset.keptAt && unsaved) {
      // Only what is kept under its own address is found again by the back button.
      event.preventDefault();
      event.submitter?.setAttribute("aria-disabled", "true");
      stopped = false;
      await save();
      event.submitter?.removeAttribute("aria-disabled");
      settled();
      form.requestSubmit(event.submitter);
      return;
    }
    settled();
  });
  window.addEventListener("pageshow", () => {
    stopped = false;
  });
  window.addEventListener("online", () => unsaved && saveIn(0));
  document.addEventListener("visibilitychange", () => document.hidden && leave());
  window.addEventListener("pagehide", leave);
  window.addEventListener("beforeunload", (event) => {
    leave(); // before the next page is asked for, which may show it
    if (unsaved) {
      event.preventDefault();
    }
  });

  function changed() {
    if (!unsaved) {
      since = Date.now();
    }
    unsaved = true;
    unfinished.add(save);
    keep();
    if (stopped) {
      return;
    }
    if (!unanswered) {
      say("saving");
      saveIn(Math.max(0, Math.min(PAUSE, since + longest - Date.now())));
    }
  }

  function keep() {
    draft.keep({ version: form.elements.version?.value, fields: typed(form), sent: (unanswered ?? underway)?.fields });
  }

  // Sends what is not saved in a way that outlives the page; what is too long for that is kept here.
  function leave() {
    if (!unsaved || stopped) {
      return;
    }
    if (!sending) {
      save(true);
    } else if (!underway.outlives) {
      keep();
      underway.outlives = true;
      post(form.dataset.autosave, underway.body, true); // the first may be cut off, and the server knows it again
    }
  }

  function settled() {
    unsaved = false;
    unfinished.delete(save);
  }

  function saveIn(wait) {
    clearTimeout(timer);
    if (!stopped) {
      timer = setTimeout(() => save(), wait);
    }
  }

  async function save(leaving = false) {
    if (sending) {
      await sending;
    }
    if (!unsaved || stopped) {
      return;
    }
    clearTimeout(timer);
    say("saving");
    // What may have arrived is sent as it was, so that the server knows it again; what was typed since follows.
    const sent = unanswered ?? { body: encoded(form), fields: typed(form) };
    since = Date.now();
    underway = { ...sent, outlives: leaving };
    sending = post(form.dataset.autosave, sent.body, leaving);
    const answer = await sending;
    sending = underway = null;
    if (answer.version !== undefined && form.elements.version) {
      form.elements.version.value = answer.version;
      stayWithKept(form);
    }
    unanswered = answer.state === "offline" ? sent : null;
    if (answer.state === "saved") {
      retry = SOONEST_RETRY;
      form.dispatchEvent(new CustomEvent("plaudit:saved", { detail: answer }));
      if (sent.body.toString() !== sendable(form, sent.body)) {
        keep();
        saveIn(0);
        return;
      }
      settled();
      draft.drop();
    } else if (answer.state === "stale") {
      stopped = true;
      showBoth(form, answer, draft, goOn, settled);
    } else {
      keep();
      saveIn(retry);
      retry = Math.min(LATEST_RETRY, 2 * retry);
    }
    say(answer.state, answer.savedAt, answer.why);
  }

  // This window's text is to replace the other's.
  function goOn() {
    stopped = false;
    keep();
    saveIn(0);
  }
}

// Whether the server keeps nothing of it yet.
function isNew(form) {
  return form.elements.version?.value === "0";
}

// Goes on under the address where the server keeps it, so that a reload and the back button lead to what was typed.
function stayWithKept(form) {
  if (form.dataset.keptAt && !isNew(form) && location.pathname !== form.dataset.keptAt) {
    // That address is a secret, which goes to nobody, as when it is opened itself.
    const quiet = document.createElement("meta");
    quiet.name = "referrer";
    quiet.content = "strict-origin";
    document.head.append(quiet);
    attempt(() => history.replaceState(history.state, "", form.dataset.keptAt));
  }
}

// What came of sending it: never throws, so that whoever waits for it goes on.
async function post(path, body, leaving) {
  const patience = new AbortController(); // old browsers know no AbortSignal.timeout
  const timer = setTimeout(() => patience.abort(), GIVE_UP);
  try {
    const response = await fetch(path, {
      method: "POST",
      body,
      headers: { "X-Requested-With": "fetch", Accept: "application/json" },
      signal: patience.signal,
      keepalive: leaving && body.toString().length < MOST_WHEN_LEAVING,
    });
    if (response.status === 409) {
      return { state: "stale", ...(await response.json()) };
    }
    if (response.status >= 500) {
      return { state: "offline" };
    }
    if (response.redirected || !(response.ok || response.status === 422)) {
      const { refused } = await response.json().catch(() => ({}));
      return { state: "refused", why: refused };
    }
    const answer = await response.json();
    return { state: "saved", savedAt: answer.saved_at, version: answer.version, total: answer.total };
  } catch {
    return { state: "offline" };
  } finally {
    clearTimeout(timer);
  }
}

// Shows what another window or device kept beside what is typed here, and lets the writer choose.
function showBoth(form, { both, kept_version: keptVersion }, draft, goOn, settled) {
  const place = form.querySelector("[data-both]");
  if (!place || !both) {
    return;
  }
  place.innerHTML = both;
  place.hidden = false;
  place.querySelector("[data-keep-mine]")?.addEventListener("click", () => {
    form.elements.version.value = keptVersion;
    place.hidden = true;
    place.textContent = "";
    goOn();
  });
  place.querySelector("[data-keep-theirs]")?.addEventListener("click", () => {
    settled();
    draft.drop();
  });
}

// The form as it stands, but with the version that was sent: did anything change meanwhile?
function sendable(form, sent) {
  const now = encoded(form);
  if (sent.has("version")) {
    now.set("version", sent.get("version"));
  }
  return now.toString();
}

// As the browser would send it itself, line breaks included.
function encoded(form) {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, value.replace(/\r?\n/g, "\r\n")]));
}

// The fields that a person fills in, as pairs.
function typed(form) {
  return [...new FormData(form)].filter(([name]) => form.elements[name]?.type !== "hidden");
}

// Takes up what this device kept. What was typed on top of what the server still shows is sent at once; anything else is
// offered, with both texts.
function offerNewer(form, draft, restored) {
  const newer = draft.kept();
  const shown = plain(typed(form));
  if (!newer?.fields || plain(newer.fields) === shown) {
    draft.drop();
    return;
  }
  if (newer.version === form.elements.version?.value || (newer.sent && plain(newer.sent) === shown)) {
    queueMicrotask(() => {
      fill(form, newer.fields);
      restored();
    });
    return;
  }
  const box = form.querySelector("[data-newer]");
  listDifferences(form, newer.fields, box.querySelector("[data-newer-list]"));
  box.hidden = false;
  bring(box);
  box.querySelector("[data-newer-use]").addEventListener("click", () => {
    fill(form, newer.fields);
    box.hidden = true;
    restored();
  });
  box.querySelector("[data-newer-drop]").addEventListener("click", () => {
    draft.drop();
    box.hidden = true;
  });
}

// Into view, once the browser has gone to where the address points; unless something else comes first.
function bring(box) {
  const focus = () => setTimeout(() => box.focus());
  if (document.querySelector(".error-summary, [data-leads]")) {
    return;
  }
  if (document.readyState === "complete") {
    focus();
  } else {
    window.addEventListener("load", focus);
  }
}

// Each field that differs: its question, what the page shows, and what this device has.
function listDifferences(form, newer, list) {
  const shown = typed(form);
  const text = (pairs, name) => pairs.filter(([of]) => of === name).map(([, value]) => value).join(", ") || list.dataset.nothing;
  for (const name of new Set([...shown, ...newer].map(([name]) => name))) {
    const [mine, theirs] = [text(newer, name), text(shown, name)];
    if (mine === theirs) continue;
    const field = form.querySelector(`[name="${CSS.escape(name)}"]`)?.closest(".field");
    const term = document.createElement("dt");
    term.textContent = field?.querySelector("legend, label")?.textContent ?? name;
    const values = [[list.dataset.shown, theirs], [list.dataset.here, mine]].map(([which, value]) => {
      const said = document.createElement("dd");
      said.textContent = `${which} ${value}`;
      return said;
    });
    list.append(term, ...values);
  }
}

function fill(form, pairs) {
  for (const element of form.elements) {
    if (element.type === "radio" || element.type === "checkbox") {
      element.checked = pairs.some(([name, value]) => name === element.name && value === element.value);
    }
  }
  const seen = new Map();
  for (const [name, value] of pairs) {
    const place = seen.get(name) ?? 0;
    seen.set(name, place + 1);
    const element = form.querySelectorAll(`[name="${CSS.escape(name)}"]`)[place];
    if (element && !["radio", "checkbox", "hidden"].includes(element.type)) {
      element.value = value;
      // The word counts follow.
      element.dispatchEvent(new Event("input"));
    }
  }
}
