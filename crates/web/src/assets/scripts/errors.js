// Moves to the error summary of a refused form, where the browser did not.
const summary = document.querySelector(".error-summary");
if (summary) {
  summary.focus();
}
