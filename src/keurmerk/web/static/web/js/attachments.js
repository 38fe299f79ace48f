/* Attachments go one by one, so that on a slow line what arrived stays, and what failed is named. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-one-by-one]");
  if (!form) return;

  const box = form.querySelector("input[type=file]");
  const panel = form.querySelector("[data-progress]");
  const state = form.querySelector("[data-progress-state]");
  const list = form.querySelector("[data-progress-list]");
  const after = form.querySelector("[data-progress-after]");
  const retry = form.querySelector("[data-retry]");
  const send = form.querySelector("button[type=submit]");
  const LOST = "De verbinding viel weg. Dit bestand is niet toegevoegd.";
  const OUT = "U bent uitgelogd. Log in een ander tabblad in en probeer het opnieuw.";
  let failed = [];

  form.querySelector("[data-with-script]").hidden = false;

  const freshToken = async () => {
    const answer = await fetch(location.href, { redirect: "manual", credentials: "same-origin" });
    if (!answer.ok) throw new Error(OUT);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    form.elements.csrfmiddlewaretoken.value = page.querySelector("[name=csrfmiddlewaretoken]").value;
  };

  const one = async (file) => {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append(box.name, file);
    let answer;
    try {
      answer = await fetch(form.dataset.oneByOne, {
        method: "POST",
        body,
        redirect: "manual",
        credentials: "same-origin",
      });
    } catch {
      return { fout: LOST };
    }
    if (answer.type === "opaqueredirect" || answer.status === 403) return { fout: OUT };
    if (answer.status === 413) return { fout: "Dit bestand is te groot. Maak het kleiner of splits het." };
    return answer.json().catch(() => ({ fout: LOST }));
  };

  const line = (text, more) => {
    const item = document.createElement("li");
    const strong = document.createElement("strong");
    strong.textContent = text;
    item.append(strong, more ? ` ${more}` : "");
    list.append(item);
  };

  const all = async (files) => {
    failed = [];
    let added = 0;
    list.replaceChildren();
    panel.hidden = false;
    after.hidden = true;
    send.disabled = true;
    for (const [at, file] of files.entries()) {
      state.textContent = `Bestand ${at + 1} van ${files.length}: ${file.name}`;
      const told = await one(file);
      if (told.naam) {
        added += 1;
        line(told.naam, ["Toegevoegd.", ...told.let_op].join(" "));
      } else {
        failed.push(file);
        line(`${file.name}: niet toegevoegd.`, told.fout);
      }
    }
    const missed = failed.length ? ` ${failed.length} niet: ${failed.map((file) => file.name).join(", ")}.` : "";
    state.textContent = `${added} van ${files.length} toegevoegd.${missed}`;
    after.hidden = false;
    retry.hidden = !failed.length;
    send.disabled = false;
    box.value = "";
  };

  form.addEventListener("submit", (event) => {
    if (!box.files.length) return;
    event.preventDefault();
    all([...box.files]);
  });

  retry.addEventListener("click", async () => {
    const again = failed;
    try {
      await freshToken();
    } catch (error) {
      state.textContent = error.message === OUT ? OUT : LOST;
      return;
    }
    all(again);
  });
})();
