// Saves a long form while it is filled in, keeps what is not yet saved on this device, and warns before it would be lost.
const PAUSE = 1500;
const RETRY = 15_000;
const GIVE_UP = 20_000;
const TROUBLE = ["offline", "stale", "refused"];

for (const form of document.querySelectorAll("form[data-autosave]")) {
  saveWhileTyping(form);
}

// A form that was sent for good leaves nothing behind on a shared computer.
for (const sent of document.querySelectorAll("[data-draft-sent]")) {
  draftOnDevice(sent.dataset.draftSent).drop();
}

function saveWhileTyping(form) {
  const draft = draftOnDevice(form.dataset.draft);
  const say = statusLine(form.querySelector("[data-save-status]"));
  let unsaved = false;
  let sending = null;
  let stopped = false;
  let timer;

  offerNewer(form, draft, changed);

  form.addEventListener("input", changed);
  form.addEventListener("submit", async (event) => {
    stopped = true;
    clearTimeout(timer);
    if (sending) {
      // The version that is being saved must arrive first, or this one would look like another window's.
      event.preventDefault();
      await sending;
      form.requestSubmit(event.submitter);
      return;
    }
    unsaved = false;
  });
  window.addEventListener("pageshow", () => {
    stopped = false;
  });
  window.addEventListener("online", () => unsaved && saveIn(0));
  document.addEventListener("visibilitychange", () => unsaved && document.hidden && saveIn(0));
  window.addEventListener("beforeunload", (event) => unsaved && event.preventDefault());

  function changed() {
    unsaved = true;
    draft.keep(typed(form));
    saveIn(PAUSE);
  }

  function saveIn(wait) {
    clearTimeout(timer);
    if (!stopped) {
      timer = setTimeout(save, wait);
    }
  }

  async function save() {
    if (sending) {
      saveIn(PAUSE);
      return;
    }
    say("saving");
    const body = encoded(form);
    sending = post(form.dataset.autosave, body);
    const answer = await sending;
    sending = null;
    if (answer.version !== undefined && form.elements.version) {
      form.elements.version.value = answer.version;
    }
    say(answer.state, answer.savedAt);
    if (answer.state === "saved") {
      showTotal(form, answer.total);
    }
    if (answer.state === "stale") {
      stopped = true;
    } else if (answer.state !== "saved") {
      saveIn(RETRY);
    } else if (body.toString() === sendable(form, body)) {
      unsaved = false;
      draft.drop();
    }
  }
}

// What came of sending it: never throws, so that whoever waits for it goes on.
async function post(path, body) {
  try {
    const response = await fetch(path, {
      method: "POST",
      body,
      headers: { "X-Requested-With": "fetch", Accept: "application/json" },
      signal: AbortSignal.timeout(GIVE_UP),
    });
    if (response.status === 409) {
      return { state: "stale" };
    }
    if (response.redirected || !(response.ok || response.status === 422)) {
      return { state: "refused" };
    }
    const answer = await response.json();
    return { state: "saved", savedAt: answer.saved_at, version: answer.version, total: answer.total };
  } catch {
    return { state: "offline" };
  }
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

// What the scores come to, once every criterion has one.
function showTotal(form, total) {
  const line = form.querySelector("[data-total]");
  if (line) {
    line.hidden = !total;
    line.textContent = total ?? "";
  }
}

// Shows each save to the eye; tells the ear only when things turn from saved to trouble, or back.
function statusLine(line) {
  const heard = document.createElement("p");
  heard.className = "visually-hidden";
  heard.setAttribute("aria-live", "polite");
  line.after(heard);
  let told;
  return (state, savedAt) => {
    const text = line.dataset[state].replace("{time}", savedAt);
    line.hidden = false;
    line.textContent = text;
    line.classList.toggle("care", TROUBLE.includes(state));
    if (state !== "saving" && state !== told) {
      told = state;
      heard.textContent = text;
    }
  };
}

// What this device keeps of a form; storage may be full or forbidden, and the server still has what was saved.
function draftOnDevice(name) {
  const key = `plaudit-draft:${name}`;
  const attempt = (action) => {
    try {
      return action();
    } catch {
      return null;
    }
  };
  return {
    keep: (fields) => attempt(() => localStorage.setItem(key, JSON.stringify(fields))),
    kept: () => attempt(() => JSON.parse(localStorage.getItem(key))),
    drop: () => attempt(() => localStorage.removeItem(key)),
  };
}

// The fields that a person fills in, as pairs.
function typed(form) {
  return [...new FormData(form)].filter(([name]) => form.elements[name]?.type !== "hidden");
}

function offerNewer(form, draft, changed) {
  const newer = draft.kept();
  if (!newer || JSON.stringify(newer) === JSON.stringify(typed(form))) {
    draft.drop();
    return;
  }
  const box = form.querySelector("[data-newer]");
  box.hidden = false;
  box.querySelector("[data-newer-use]").addEventListener("click", () => {
    fill(form, newer);
    box.hidden = true;
    changed();
  });
  box.querySelector("[data-newer-drop]").addEventListener("click", () => {
    draft.drop();
    box.hidden = true;
  });
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
