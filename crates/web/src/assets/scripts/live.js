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
      // A browser asks again by itself after a lost connection, and not after an answer that was none.
      if (stream.readyState === EventSource.CLOSED) {
        setTimeout(open, 2000);
      }
    });
  };

  async function bring() {
    if (asking || wanted === region.dataset.liveState) {
      return;
    }
    asking = true;
    try {
      const answer = await fetch(region.dataset.livePage, { headers: { accept: "text/html" } });
      if (answer.redirected || !answer.ok) {
        location.assign(region.dataset.livePage); // signed out, or no longer of this panel: the server says so in words
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(region.id);
      if (fresh) {
        show(fresh);
      }
    } catch {
      // The connection is gone: the next event, or the next try, brings it.
    } finally {
      asking = false;
    }
    if (wanted !== region.dataset.liveState) {
      setTimeout(bring, 1000);
    }
  }

  function show(fresh) {
    const place = focused();
    region.replaceChildren(...fresh.childNodes);
    region.dataset.liveState = fresh.dataset.liveState;
    if (place) {
      region.querySelectorAll("a, button")[place]?.focus();
    }
    if (says && fresh.dataset.liveSaid !== region.dataset.liveSaid) {
      says.textContent = fresh.dataset.liveSaid;
    }
    region.dataset.liveSaid = fresh.dataset.liveSaid;
  }

  // Which of the things to press has the focus, so that it stays where somebody was.
  function focused() {
    const at = [...region.querySelectorAll("a, button")].indexOf(document.activeElement);
    return at < 0 ? undefined : at;
  }

  open();
}
