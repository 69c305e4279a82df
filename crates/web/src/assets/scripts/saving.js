// Shows how far saving is (save.js): shortly to the eye, in whole sentences where there is something to know, and to the ear
// only when things turn from saved to trouble, or back.
const ENOUGH = 4000; // that all is saved need not be said for longer
const TROUBLE = ["offline", "stale", "refused"];

for (const form of document.querySelectorAll("form[data-autosave]")) {
  showSaving(form);
}

function showSaving(form) {
  const line = form.querySelector("[data-save-status]");
  const notice = form.querySelector("[data-trouble]");
  const heard = document.createElement("p");
  heard.className = "visually-hidden";
  heard.setAttribute("aria-live", "polite");
  line.after(heard);
  let told;
  let fading;
  form.addEventListener("plaudit:saving", ({ detail: { state, savedAt, why } }) => {
    const short = line.dataset[state].replace("{time}", savedAt);
    const whole = [notice.dataset[state] ?? short, why].filter(Boolean).join(". ");
    line.hidden = false;
    line.textContent = short;
    line.classList.toggle("care", TROUBLE.includes(state));
    clearTimeout(fading);
    line.classList.remove("faded");
    if (state === "saved") {
      fading = setTimeout(() => line.classList.add("faded"), ENOUGH);
    }
    // Where both texts are shown beside each other, they say it themselves.
    if (state === "refused" || (state === "stale" && !form.querySelector("[data-both]"))) {
      explain(form, notice, whole);
    } else if (state !== "saving") {
      notice.hidden = true;
    }
    keepClear(line, document.activeElement);
    if (state !== "saving" && state !== told) {
      told = state;
      heard.textContent = whole;
    }
  });
}

// In the text, under the field in which somebody types.
function explain(form, notice, whole) {
  const field = document.activeElement?.closest(".field");
  if (notice.hidden && form.contains(field)) {
    field.after(notice);
  }
  notice.textContent = whole;
  notice.hidden = false;
}

// Scrolls what has the focus from under the line, unless it is too large for that.
function keepClear(line, focused) {
  if (!focused) {
    return;
  }
  const [at, over] = [focused, line].map((each) => each.getBoundingClientRect());
  const isUnder = at.bottom > over.top && at.top < over.bottom && at.right > over.left && at.left < over.right;
  if (isUnder && at.height < window.innerHeight / 2) {
    focused.scrollIntoView({ block: "nearest" });
  }
}
