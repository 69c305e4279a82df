// Keeps a screen of a meeting as the server would show it now. An event says only which state that is; the page brings the rest.
for (const region of document.querySelectorAll("[data-live]")) {
  follow(region);
}

function follow(region) {
  const says = document.querySelector("[data-live-says]");
  let asking = false;
  let wanted = region.dataset.liveState;
  let stream;

  const open = () => {
    stream = new EventSource(region.dataset.live);
    stream.addEventListener("message", (event) => {
      document.querySelector("[data-live-without]")?.remove();
      wanted = event.data;
      bring();
    });
    stream.addEventListener("error", () => {
      // A browser asks again by itself after a lost connection, and not after an answer that was none: the page says why.
      if (stream.readyState === EventSource.CLOSED) {
        bring({ anyway: true });
        setTimeout(open, 2000);
      }
    });
  };

  async function bring({ anyway = false } = {}) {
    if (asking || (wanted === region.dataset.liveState && !anyway)) {
      return;
    }
    asking = true;
    try {
      const answer = await fetch(region.dataset.livePage, { headers: { accept: "text/html" } });
      if (answer.redirected || (!answer.ok && answer.status < 500)) {
        location.assign(region.dataset.livePage); // signed out, or no longer of this panel: the server says so in words
        return;
      }
      if (!answer.ok) {
        throw new Error(`the room answered ${answer.status}`);
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(region.id);
      if (fresh) {
        show(fresh);
      }
    } catch {
      // The connection or the server is gone for now: the next event, or the next try, brings it.
    } finally {
      asking = false;
    }
    if (wanted !== region.dataset.liveState) {
      setTimeout(bring, 1000);
    }
  }

  function show(fresh) {
    const at = region.contains(document.activeElement) ? aim(document.activeElement) : undefined;
    region.replaceChildren(...fresh.childNodes);
    region.dataset.liveState = fresh.dataset.liveState;
    if (at) {
      (pressable(region).find((element) => aim(element) === at) ?? region).focus({ preventScroll: true });
    }
    if (says && fresh.dataset.liveSaid !== region.dataset.liveSaid) {
      says.textContent = fresh.dataset.liveSaid;
    }
    region.dataset.liveSaid = fresh.dataset.liveSaid;
  }

  region.tabIndex = -1; // where somebody goes on whose button is gone
  open();
}

const pressable = (region) => [...region.querySelectorAll("a, button")];

// What pressing it would do, so that it is found again, and never another that has come into its place.
const aim = ({ href, form, name, value, textContent }) => href ?? [form?.action, name, value, textContent].join(" ");
