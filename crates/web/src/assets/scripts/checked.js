// Where a form is checked and sent: says whether this device holds something that is not among it, and forgets its copy when
// that is sent.
const PATIENCE = 700; // in which what was sent while the form was left is kept

for (const fields of document.querySelectorAll("[data-draft-checked]")) {
  check(fields, draftOnDevice(fields.dataset.draftChecked));
}

function check(fields, draft) {
  // What is gone back to shows what was kept before.
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  const kept = draft.kept();
  if (!kept?.fields) {
    return;
  }
  if (plain([...fields.querySelectorAll("input")].map((input) => [input.name, input.value])) === plain(kept.fields)) {
    draft.drop();
    return;
  }
  const notice = document.querySelector("[data-checked-newer]");
  notice.hidden = false;
  setTimeout(() => notice.focus());
  draft.keep({ ...kept, isUnsent: true });
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
  const draft = draftOnDevice(sent.dataset.draftSent);
  if (!draft.kept()?.isUnsent) {
    draft.drop();
  }
}
