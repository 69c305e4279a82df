// Moves to the error summary of a refused form, where the browser did not; and from there to a field with its question in view.
const summary = document.querySelector(".error-summary");
if (summary) {
  summary.focus();
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
