// Keeps a second press from sending a form twice; the server copes with it, but two answers confuse.
const PATIENCE = 5000;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(() => allow(form), PATIENCE);
});

// Who comes back with the back button may send again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    allow(form);
  }
});

function allow(form) {
  delete form.dataset.sent;
  form.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
}
