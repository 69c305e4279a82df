// Scores by keyboard: digits score, Enter goes on, j and k move, n is the next case, ? lists the keys. All of it can be
// switched off, and none of it is needed.
const OFF = "plaudit-keys-off";

for (const form of document.querySelectorAll("form[data-keys]")) {
  if (document.querySelector("dialog[data-keys-list]")) {
    scoreByKeys(form);
  }
}

// On the desk there is nothing to score: n opens the next case.
if (document.querySelector("[data-next-on-desk] a") && document.querySelector("dialog[data-keys-list]")) {
  onKeys(keysDialog(() => {}), ({ key }) => {
    if (key === "n") return press("[data-next-on-desk] a");
    return key === "?" && press("[data-keys-open]");
  });
}

function scoreByKeys(form) {
  const scales = [...form.querySelectorAll("fieldset.scale")];
  const bar = form.querySelector("[data-scored]");
  const heard = document.createElement("p");
  heard.className = "visually-hidden";
  heard.setAttribute("aria-live", "polite");
  form.append(heard);

  const points = (scale) => [...scale.querySelectorAll(".scale-point input")];
  const chosen = (scale) => points(scale).find((point) => point.checked);
  const submit = form.querySelector('button[value="submit"]');
  let current = Math.max(0, scales.findIndex((scale) => !chosen(scale)));
  let digits = "";

  const areOff = keysDialog(mark);
  mark();

  form.addEventListener("input", progress);
  form.addEventListener("plaudit:saved", ({ detail }) => {
    const line = form.querySelector("[data-total]");
    line.hidden = !detail.total;
    line.textContent = detail.total ?? "";
  });
  form.addEventListener("focusin", ({ target }) => {
    const at = scales.findIndex((scale) => scale.contains(target));
    if (at >= 0 && at !== current) {
      current = at;
      digits = "";
      mark();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (isFree(event) && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(submit);
    }
  });
  onKeys(areOff, act);

  function act({ key, target }) {
    if (/^[0-9.-]$/.test(key)) return score(key);
    if (key === "Enter") return !target.closest("a, button, summary") && goOn();
    if (key === "j") return move(current + 1);
    if (key === "k") return move(current - 1);
    if (key === "n") return press("[data-next-case]");
    if (key === "p") return press("[data-previous-case]");
    if (key === "c") return focus(form.querySelector("textarea"));
    if (key === "?") return press("[data-keys-open]");
    return false;
  }

  // Goes on by itself as soon as no other point begins with what was typed.
  function score(key) {
    const scale = scales[current];
    if (!scale) return false;
    const all = points(scale);
    const fits = (text) => all.filter(({ value }) => value.startsWith(text));
    const text = fits(digits + key).length > 0 ? digits + key : key;
    const meant = fits(text);
    if (meant.length === 0) return false;
    digits = text;
    const point = meant.find(({ value }) => value === text);
    if (point) choose(scale, point);
    // From the last criterion a digit does not go on to the button, which the next Enter would press.
    if (meant.length === 1 && point) move(Math.min(current + 1, scales.length - 1));
    return true;
  }

  function choose(scale, point) {
    point.checked = true;
    point.dispatchEvent(new Event("input", { bubbles: true }));
    heard.textContent = `${scale.querySelector("legend").textContent}: ${point.value}`;
  }

  // From a criterion without a score Enter does not go on, so that none is passed over by one press too many.
  function goOn() {
    if (scales[current] && chosen(scales[current])) move(current + 1);
    return true;
  }

  function move(to) {
    digits = "";
    if (to < 0) return true;
    if (to >= scales.length) return focus(submit);
    current = to;
    mark();
    return focus(chosen(scales[to]) ?? points(scales[to])[0], scales[to]);
  }

  function focus(element, shown = element) {
    element.focus({ preventScroll: true });
    shown.scrollIntoView({ block: "nearest" });
    return true;
  }

  function mark() {
    for (const [at, scale] of scales.entries()) scale.classList.toggle("current", at === current && !areOff());
  }

  function progress() {
    bar.textContent = bar.dataset.scored.replace("{done}", scales.filter(chosen).length);
  }
}

// A sift by keyboard: p passes, f fails, u is for the unsure, n is the next case, b the one before, ? lists the keys.
for (const buttons of document.querySelectorAll("[data-sift]")) {
  const form = buttons.closest("form");
  const votes = { p: "pass", f: "fail", u: "unsure" };
  // Whoever is unsure says why first.
  const vote = (key) => {
    const reason = form.querySelector("textarea");
    if (key === "u" && reason.value.trim() === "") {
      reason.focus();
      return true;
    }
    return press(`[data-sift] button[value="${votes[key]}"]`);
  };
  const ways = { n: "[data-next-case]", b: "[data-previous-case]", "?": "[data-keys-open]" };
  onKeys(keysDialog(() => {}), ({ key }) => (votes[key] ? vote(key) : ways[key] && press(ways[key])));
}

// Has `act` told of each key that is pressed by itself, while keys are on and nobody types; what it took is not the browser's.
function onKeys(areOff, act) {
  document.addEventListener("keydown", (event) => {
    const isAlone = !event.ctrlKey && !event.metaKey;
    if (isFree(event) && isAlone && !areOff() && !isTyping(event.target) && act(event)) {
      event.preventDefault();
    }
  });
}

function isFree(event) {
  return !event.defaultPrevented && !event.isComposing && !event.altKey && !document.querySelector("dialog[open]");
}

// Presses what is there; tells whether it was.
function press(selector) {
  const target = document.querySelector(selector);
  target?.click();
  return Boolean(target);
}

function isTyping({ tagName, type, isContentEditable }) {
  return isContentEditable || tagName === "TEXTAREA" || tagName === "SELECT" || (tagName === "INPUT" && !["radio", "checkbox", "button", "submit"].includes(type));
}

// The list of keys with the switch; tells whether the keys are off on this device.
function keysDialog(changed) {
  const dialog = document.querySelector("dialog[data-keys-list]");
  const box = dialog.querySelector("input");
  const opener = document.querySelector("[data-keys-open]");
  let off = false;
  try {
    off = localStorage.getItem(OFF) !== null;
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  box.checked = !off;
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());
  dialog.querySelector("[data-keys-close]").addEventListener("click", () => dialog.close());
  box.addEventListener("change", () => {
    off = !box.checked;
    try {
      if (off) localStorage.setItem(OFF, "yes");
      else localStorage.removeItem(OFF);
    } catch {
      // As above.
    }
    changed();
  });
  return () => off;
}
