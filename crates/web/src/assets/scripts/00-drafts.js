// What this device keeps of a form until the server has it: for the form that saves itself and for the page on which it is
// checked, so it stands in no block of its own.
const DRAFTS = "plaudit-draft:";

const attempt = (action) => {
  try {
    return action();
  } catch {
    return null; // storage may be full or forbidden, and the server still has what was saved
  }
};

const draftOnDevice = (name) => {
  const key = `${DRAFTS}${name}`;
  return {
    keep: (what) => attempt(() => localStorage.setItem(key, JSON.stringify(what))),
    kept: () => attempt(() => JSON.parse(localStorage.getItem(key))),
    drop: () => attempt(() => localStorage.removeItem(key)),
  };
};

// The same for two lists of pairs that say the same, whatever their order and the white space around them.
const plain = (pairs) => {
  const said = pairs.map(([name, value]) => [name, value.replace(/\r\n?/g, "\n").trim()]);
  return JSON.stringify(said.filter(([, value]) => value).sort());
};
