// Counts the words of a long answer while it is typed; a listener hears of it only near and over the limit, and in a pause.
// A word is what white space separates, as on the server.
const NEAR = 0.9;
const PAUSE = 1200;

for (const area of document.querySelectorAll("textarea[data-word-limit]")) {
  const limit = Number(area.dataset.wordLimit);
  const seen = document.getElementById(`${area.id}-count`);
  const heard = document.createElement("p");
  heard.className = "visually-hidden";
  heard.setAttribute("aria-live", "polite");
  seen.after(heard);

  let timer;
  const show = () => {
    const words = area.value.match(/\S+/g)?.length ?? 0;
    const over = words > limit;
    const text = (over ? seen.dataset.over : seen.dataset.count).replace("{count}", words.toLocaleString(document.documentElement.lang));
    seen.textContent = text;
    seen.classList.toggle("over", over);
    return words >= limit * NEAR ? text : "";
  };
  const count = () => {
    const worth = show();
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (heard.textContent !== worth) {
        heard.textContent = worth;
      }
    }, PAUSE);
  };
  show();
  area.addEventListener("input", count);
}
