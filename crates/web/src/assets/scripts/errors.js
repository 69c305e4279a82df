// Moves to the error summary of a refused form, or to where two texts differ, where the browser did not; and from there to
// a field with its question in view.
const summaries = document.querySelectorAll(".error-summary, [data-leads]");
summaries[0]?.focus();
for (const summary of summaries) {
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const asked = field?.closest("fieldset, .field");
    if (asked) {
      event.preventDefault();
      asked.scrollIntoView({ block: "start" });
      field.focus({ preventScroll: true });
    }
  });
}
