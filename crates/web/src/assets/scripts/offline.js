// Says that the device has lost its connection, before a link or a button leads into nothing; and takes it back.
const line = document.createElement("p");
line.className = "offline";
line.setAttribute("role", "status");
document.querySelector("main")?.append(line);

const tell = () => {
  line.textContent = navigator.onLine ? "" : document.body.dataset.offline;
  // Whoever types goes on seeing it: the line takes the foot of the screen.
  const focused = document.activeElement;
  if (line.textContent && focused !== document.body) focused?.scrollIntoView({ block: "nearest" });
};
window.addEventListener("offline", tell);
window.addEventListener("online", tell);
tell();
