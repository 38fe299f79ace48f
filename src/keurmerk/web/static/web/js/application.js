/* A page of the application: shows what depends on another answer, and saves while one types.
   Without this script the buttons do the same. Nothing that is typed is kept in the browser. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-keep]");
  if (!form) return;

  const state = form.querySelector("[data-keep-state]");
  const address = form.dataset.keep;
  const QUIET = 1200; // milliseconds without typing before it saves
  const AGAIN = [3000, 5000, 10000, 20000];
  const ASK_AGAIN = 10000;
  const MOST_AT_LEAVING = 60000; // characters a browser sends on while the page closes

  let changes = 0; // how many since the page opened
  let saved = 0; // up to which of them was saved
  let timer = null;
  let busy = null;
  let failures = 0;
  let stopped = false;
  let leaving = false;

  const say = (text, ...more) => {
    state.replaceChildren(text, ...more);
  };

  /* What depends on another answer. */

  const given = (name) =>
    [...form.elements]
      .filter((box) => box.name === name && (!["radio", "checkbox"].includes(box.type) || box.checked))
      .map((box) => box.value);

  const showWhatIsAsked = () => {
    for (const part of form.querySelectorAll("[data-depends-on]")) {
      const answers = part.dataset.answers.split(" ");
      part.hidden = !given(part.dataset.dependsOn).some((answer) => answers.includes(answer));
    }
  };

  /* What is wrong, beside its box; not while somebody types in it. */

  const mark = (problems) => {
    for (const told of form.querySelectorAll(".field__error[id$='-fout']")) {
      const place = told.id.slice(0, -"-fout".length);
      const box = document.getElementById(place);
      if (!box || box.closest("#bewijs") || box.contains(document.activeElement)) continue;
      const text = problems[place] || "";
      if (!text && !told.dataset.here && box.getAttribute("aria-invalid") !== "true") continue;
      told.textContent = text;
      told.hidden = !text;
      told.dataset.here = text ? "1" : "";
      const field = box.closest(".field");
      if (field) field.classList.toggle("field--error", Boolean(text));
      if (box.matches("input, select, textarea")) {
        if (text) box.setAttribute("aria-invalid", "true");
        else box.removeAttribute("aria-invalid");
      }
    }
  };

  const button = (text) => {
    const made = document.createElement("button");
    made.type = "submit";
    made.name = "actie";
    made.value = "bewaren";
    made.className = "button button--secondary";
    made.textContent = text;
    return made;
  };

  const link = (href, text) => {
    const made = document.createElement("a");
    made.href = href;
    made.target = "_blank";
    made.rel = "noopener";
    made.textContent = text;
    return made;
  };

  const later = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(save, milliseconds);
  };

  const signedOut = () => {
    say(
      "U bent uitgelogd. Wat u typt, is nog niet bewaard. ",
      link("/account/login/", "Log in een ander tabblad in"),
      ", dan gaat bewaren hier vanzelf verder.",
    );
    clearTimeout(timer);
    timer = setTimeout(askForSession, ASK_AGAIN);
  };

  const askForSession = async () => {
    try {
      const answer = await fetch(address, { redirect: "manual", credentials: "same-origin" });
      if (!answer.ok) return signedOut();
      form.elements.csrfmiddlewaretoken.value = (await answer.json()).token;
    } catch {
      timer = setTimeout(askForSession, ASK_AGAIN);
      return;
    }
    save();
  };

  const refused = async (answer) => {
    const told = await answer.json().catch(() => ({}));
    if (told.botsing) {
      stopped = true;
      say(`${told.botsing} Wat u typte, is er nog. `, button("Bekijk beide teksten en kies"));
    } else if (told.dicht) {
      stopped = true;
      say(`Niet bewaard. ${told.dicht}`);
    } else if (told.fout) {
      say(`Niet bewaard. ${told.fout}`);
    } else {
      noConnection();
    }
  };

  const noConnection = () => {
    const wait = AGAIN[Math.min(failures, AGAIN.length - 1)];
    failures += 1;
    say("Nog niet bewaard: geen verbinding. Wij proberen het vanzelf opnieuw.");
    later(wait);
  };

  const send = async (upTo, query) => {
    let answer;
    try {
      answer = await fetch(address + query, {
        method: "POST",
        body: new FormData(form),
        redirect: "manual",
        credentials: "same-origin",
      });
    } catch {
      return noConnection();
    }
    if (answer.type === "opaqueredirect" || answer.status === 403) return signedOut();
    if (!answer.ok) return refused(answer);
    const told = await answer.json();
    failures = 0;
    saved = Math.max(saved, upTo);
    form.elements.revisie.value = told.revisie;
    say(`Bewaard om ${told.om}.`);
    mark(told.fouten);
    if (changes > saved) later(QUIET);
  };

  const save = async (query = "") => {
    if (stopped || changes === saved) return;
    if (busy) await busy;
    clearTimeout(timer);
    say("Bezig met bewaren…");
    busy = send(changes, query).finally(() => {
      busy = null;
    });
    await busy;
  };

  const changed = () => {
    changes += 1;
    showWhatIsAsked();
    if (!stopped) later(QUIET);
  };

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("focusout", () => {
    if (changes > saved && !stopped && failures === 0) later(200);
  });
  form.addEventListener("submit", () => {
    leaving = true;
    stopped = true;
    clearTimeout(timer);
  });

  document.addEventListener("click", async (event) => {
    const away = event.target.closest("a[href]");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!away || !plain || away.target || away.hasAttribute("download") || changes === saved || stopped) return;
    if (away.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    await save("?weg");
    if (changes === saved) {
      leaving = true;
      location.assign(away.href);
    }
  });

  addEventListener("pagehide", () => {
    if (leaving || stopped || changes === saved) return;
    const body = new FormData(form);
    const size = [...body.values()].reduce((sum, value) => sum + String(value).length, 0);
    if (size < MOST_AT_LEAVING) {
      fetch(`${address}?weg`, { method: "POST", body, keepalive: true, credentials: "same-origin" }).catch(() => {});
    }
  });

  addEventListener("beforeunload", (event) => {
    if (!leaving && changes > saved) event.preventDefault();
  });

  addEventListener("online", () => later(0));
  showWhatIsAsked();
})();
