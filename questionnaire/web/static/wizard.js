// Nothing here is needed: every page works without it. It keeps half-typed answers, shows the
// handbook while one types, and makes ordering, colours and building more comfortable.
"use strict";
document.documentElement.classList.add("js");
const $ = (query, from = document) => from.querySelector(query);
const $$ = (query, from = document) => [...from.querySelectorAll(query)];
const form = $("form[data-draft]");
const frame = $("#preview");
const dark = matchMedia("(prefers-color-scheme: dark)");

$("#faults")?.focus();

// Several choices, one of which excludes the others.
document.addEventListener("change", ({ target }) => {
  if (target.type !== "checkbox" || !target.checked) return;
  const alone = "exclusive" in target.dataset;
  for (const other of $$(`input[name="${CSS.escape(target.name)}"]`)) {
    if (other !== target && (alone || "exclusive" in other.dataset)) other.checked = false;
  }
});

// The week shows each day that is ticked.
document.addEventListener("change", ({ target }) => {
  const hours = target.closest(".week") && $(`[data-day="${CSS.escape(target.value)}"]`);
  hours?.setAttribute("visibility", target.checked ? "visible" : "hidden");
});

// One request at a time; what comes meanwhile waits, and only the last of it is sent.
const inTurn = (send) => {
  let busy = false;
  let again = false;
  const run = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      await send();
    } catch {
      // The server is gone or busy: the next key tries again.
    }
    busy = false;
    if (again) {
      again = false;
      run();
    }
  };
  return run;
};

const body = () => new URLSearchParams([...new FormData(form)].filter(([, one]) => typeof one === "string"));

if (form) {
  const saved = $("#saved");
  // Once the form is on its way, a draft would come after its own answer.
  let leaving = false;
  form.addEventListener("submit", () => (leaving = true));
  window.addEventListener("pageshow", () => (leaving = false));
  const keep = inTurn(async () => {
    if (leaving) return;
    const answer = await fetch(form.dataset.draft, { method: "POST", body: body() });
    saved.textContent = answer.ok ? form.dataset.kept : "";
  });
  let pause;
  const changed = () => {
    keep();
    clearTimeout(pause);
    pause = setTimeout(refresh, 250);
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  $("[data-effects-button]")?.addEventListener("click", async (event) => {
    event.preventDefault();
    const panel = $("#effects");
    panel.textContent = panel.dataset.wait;
    panel.hidden = false;
    panel.tabIndex = -1;
    panel.focus();
    const answer = await fetch(form.dataset.effects, { method: "POST", body: body() });
    panel.innerHTML = await answer.text();
  });
}

// The preview: the frame runs no script, so its page is changed from here.
const dress = () => {
  const page = frame?.contentDocument?.body;
  page?.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default");
};
const look = (anchor, smooth) => {
  const page = frame.contentDocument;
  const target = $("[data-changed]", page) || (anchor && page.getElementById(anchor));
  const box = page.scrollingElement;
  const top = target ? target.getBoundingClientRect().top + box.scrollTop - 16 : 0;
  box.scrollTo({ top, behavior: smooth ? "smooth" : "instant" });
};
const refresh = inTurn(async () => {
  if (!frame?.contentDocument) return;
  const page = new URL(frame.contentWindow.location.href).searchParams.get("page");
  const query = page ? `?page=${encodeURIComponent(page)}` : "";
  const answer = await fetch(form.dataset.preview + query, {
    method: "POST",
    body: body(),
    headers: { Accept: "application/json" },
  });
  const found = await answer.json();
  const article = $("#article", frame.contentDocument);
  if (!found.html || !article) return;
  if (article.innerHTML !== found.html) {
    article.innerHTML = found.html;
    look(found.anchor, true);
  }
  const say = found.changed ? frame.dataset.changed : frame.dataset.same;
  $("#preview-status").textContent = say.replace("{title}", found.title);
});
if (frame) {
  const ready = () => {
    dress();
    frame.classList.toggle("bare", "bare" in ($("#article", frame.contentDocument)?.dataset ?? {}));
    look($("#article", frame.contentDocument)?.dataset.anchor, false);
  };
  frame.addEventListener("load", ready);
  dark.addEventListener("change", dress);
  if (frame.contentDocument?.readyState === "complete" && $("#article", frame.contentDocument)) ready();
}

// Ordering: arrows and dragging instead of numbers; the numbers stay the form's values.
for (const list of $$(".ranking")) {
  const help = $(".ranking-help", list.parentNode);
  help.textContent = help.dataset.scripted;
  const rows = $$("li", list);
  const words = list.dataset;
  const label = (row) => $("label", row).textContent;
  const isIn = (row) => $("select", row).value !== "";
  const make = (row, name, text, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `small ${name}`;
    button.textContent = text;
    button.addEventListener("click", () => {
      act();
      settle();
      changed();
      tell(row);
      if (button.disabled) $(".small:not(:disabled)", row).focus();
      else button.focus();
    });
    row.append(button);
    return button;
  };
  const settle = () => {
    const all = $$("li", list);
    const chosen = all.filter(isIn);
    list.append(...chosen, ...all.filter((row) => !isIn(row)));
    chosen.forEach((row, at) => ($("select", row).value = String(at + 1)));
    for (const row of all) {
      const at = chosen.indexOf(row);
      row.classList.toggle("out", at < 0);
      $(".place", row).textContent = at < 0 ? "–" : at + 1;
      $(".up", row).disabled = at < 1;
      $(".down", row).disabled = at < 0 || at === chosen.length - 1;
      const toggle = $(".toggle", row);
      toggle.textContent = at < 0 ? "+" : "×";
      toggle.setAttribute("aria-label", `${at < 0 ? words.in : words.out} ${label(row)}`);
    }
  };
  const changed = () => list.dispatchEvent(new Event("input", { bubbles: true }));
  const tell = (row) => {
    const chosen = $$("li", list).filter(isIn);
    const place = chosen.indexOf(row) + 1;
    $("[data-ranking-status]", list.parentNode).textContent = place
      ? words.moved.replace("{label}", label(row)).replace("{place}", place).replace("{total}", chosen.length)
      : `${words.out}: ${label(row)}`;
  };
  const move = (row, step) => {
    const chosen = $$("li", list).filter(isIn);
    const other = chosen[chosen.indexOf(row) + step];
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
  };
  rows.sort((one, two) => (Number($("select", one).value) || 99) - (Number($("select", two).value) || 99));
  list.append(...rows);
  for (const row of rows) {
    $("select", row).hidden = true;
    const place = document.createElement("span");
    place.className = "place";
    place.setAttribute("aria-hidden", "true");
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.textContent = "⠿";
    grip.setAttribute("aria-hidden", "true");
    row.prepend(grip, place);
    make(row, "up", "↑", () => move(row, -1)).setAttribute("aria-label", `${words.up} ${label(row)}`);
    make(row, "down", "↓", () => move(row, 1)).setAttribute("aria-label", `${words.down} ${label(row)}`);
    const select = $("select", row);
    const toggle = make(row, "toggle", "+", () => (select.value = select.value ? "" : String(rows.length)));
    // Links of the error summary lead to what can be seen.
    toggle.id = select.id;
    select.removeAttribute("id");
    grip.addEventListener("pointerdown", (event) => {
      if (!isIn(row)) return;
      event.preventDefault();
      row.classList.add("lifted");
      const drag = ({ clientY }) => {
        for (const other of $$("li:not(.out)", list)) {
          const box = other.getBoundingClientRect();
          if (other === row || clientY < box.top || clientY > box.bottom) continue;
          if (clientY < box.top + box.height / 2) other.before(row);
          else other.after(row);
        }
      };
      const drop = () => {
        stop.abort();
        row.classList.remove("lifted");
        settle();
        changed();
        tell(row);
      };
      // Listened to on the window: a row that moves in the page loses any capture of the pointer.
      const stop = new AbortController();
      for (const [name, act] of [["pointermove", drag], ["pointerup", drop], ["pointercancel", drop]]) {
        window.addEventListener(name, act, { signal: stop.signal });
      }
    });
  }
  settle();
}

// Colours: by eye or by number, with a sample of what can be read.
for (const picker of $$("[type=color][data-for]")) {
  const field = document.getElementById(picker.dataset.for);
  const sample = $("#palette");
  const show = inTurn(async () => {
    const address = `${$(".colour").dataset.palette}?colour=${encodeURIComponent(field.value)}`;
    const answer = await fetch(address);
    sample.innerHTML = answer.status === 200 ? await answer.text() : "";
  });
  picker.addEventListener("input", () => {
    field.value = picker.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  field.addEventListener("input", () => {
    if (/^#[0-9a-f]{6}$/i.test(field.value)) picker.value = field.value;
    show();
  });
}

// Building: say each step, then show what came of it.
const build = $("#build");
if (build) {
  const shown = $("#progress");
  const follow = async () => {
    const state = await (await fetch(build.dataset.progress)).json();
    if (!state.running) {
      location.assign(build.action);
      return;
    }
    if (shown.textContent !== state.text) shown.textContent = state.text;
    setTimeout(follow, 300);
  };
  const begin = () => {
    shown.hidden = false;
    $("button", build).disabled = true;
    follow();
  };
  build.addEventListener("submit", async (event) => {
    event.preventDefault();
    await fetch(build.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(build)),
      headers: { Accept: "application/json" },
    });
    begin();
  });
  if ("running" in build.dataset) begin();
}
