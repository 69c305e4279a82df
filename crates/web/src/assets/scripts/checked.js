// Where a form is checked and sent: says whether this device holds something that is not among it, and forgets its copy when
// that is sent.
const DRAFTS = "plaudit-draft:";
const PATIENCE = 700; // in which what was sent while the form was left is kept

const attempt = (action) => {
  try {
    return action();
  } catch {
    return null; // storage may be forbidden
  }
};

const plain = (pairs) => {
  const said = pairs.map(([name, value]) => [name, value.replace(/\r\n?/g, "\n").trim()]);
  return JSON.stringify(said.filter(([, value]) => value).sort());
};

const copy = (name) => attempt(() => JSON.parse(localStorage.getItem(`${DRAFTS}${name}`)));
const keep = (name, what) => attempt(() => localStorage.setItem(`${DRAFTS}${name}`, JSON.stringify(what)));
const drop = (name) => attempt(() => localStorage.removeItem(`${DRAFTS}${name}`));

for (const fields of document.querySelectorAll("[data-draft-checked]")) {
  check(fields, fields.dataset.draftChecked);
}

function check(fields, name) {
  // What is gone back to shows what was kept before.
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  const kept = copy(name);
  if (!kept?.fields) {
    return;
  }
  if (plain([...fields.querySelectorAll("input")].map((input) => [input.name, input.value])) === plain(kept.fields)) {
    drop(name);
    return;
  }
  const notice = document.querySelector("[data-checked-newer]");
  notice.hidden = false;
  setTimeout(() => notice.focus());
  keep(name, { ...kept, isUnsent: true });
  if (!kept.isUnsent) {
    // It may be on its way; then this page shows it in a moment.
    const again = setTimeout(() => location.reload(), PATIENCE);
    window.addEventListener("submit", () => clearTimeout(again));
    window.addEventListener("pagehide", () => clearTimeout(again));
    window.addEventListener("click", () => clearTimeout(again));
  }
}

// A form that was sent for good leaves nothing behind on a shared computer, but what was not sent with it.
for (const sent of document.querySelectorAll("[data-draft-sent]")) {
  if (!copy(sent.dataset.draftSent)?.isUnsent) {
    drop(sent.dataset.draftSent);
  }
}
