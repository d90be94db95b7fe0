// The draft in hand. Runs once; `element`, `props`, `trigger` and `watch` come from Gradio.
// A new value is laid over the old one field by field: what is being typed is never drawn over.
const root = element.querySelector(".wj-form-root");
const empty = root.innerHTML;
const IDLE = 1200;
const timers = new Map();
const sent = new Map();
const form = () => root.querySelector(".wj-form");

function grow(area) {
  if (!area.offsetParent) { return; }
  area.style.height = "auto";
  area.style.height = Math.min(area.scrollHeight + 2, 420) + "px";
}
function laid(next) {
  const own = form();
  return own && next && own.dataset.draft === next.dataset.draft
    && own.querySelectorAll("[data-field]").length === next.querySelectorAll("[data-field]").length;
}
function layOver(next) {
  for (const part of next.querySelectorAll("[data-live]")) {
    const own = root.querySelector(`[data-live="${CSS.escape(part.dataset.live)}"]`);
    if (!own || own.innerHTML === part.innerHTML) { continue; }
    const open = own.querySelector("details[open]") !== null;
    own.replaceWith(part.cloneNode(true));
    if (open) { root.querySelector(`[data-live="${CSS.escape(part.dataset.live)}"] details`)?.setAttribute("open", ""); }
  }
  for (const area of next.querySelectorAll("[data-field]")) {
    const own = root.querySelector(`[data-field="${CSS.escape(area.dataset.field)}"]`);
    const typing = own === document.activeElement || timers.has(own.dataset.field);
    if (!typing && own.value !== area.value) { own.value = area.value; grow(own); }
  }
}
let saving = false;
let opening = null;
function openVersions(older = 0, newer = 0) {
  const draft = form()?.dataset.draft || document.querySelector(".wj-past").dataset.draft;
  opening = null;
  trigger("versions", { draft, older, newer });
}
function draw() {
  saving = false;
  if (opening) { clearTimeout(opening); openVersions(); }
  const value = typeof props.value === "string" ? props.value : "";
  const holder = document.createElement("div");
  holder.innerHTML = value;
  const next = holder.querySelector(".wj-form");
  if (!next) {
    const failure = holder.querySelector(".wj-failure");
    if (failure && form()) {
      form().querySelector(".wj-failure")?.remove();
      form().querySelector(".wj-fields").prepend(failure);
      failure.scrollIntoView({ block: "nearest", behavior: "instant" });
      form().querySelector(".wj-saved").textContent = "";
      form().querySelectorAll("[data-reword], [data-own]").forEach((one) => { one.disabled = false; });
      document.dispatchEvent(new CustomEvent("wj-form", { detail: { fresh: false, failed: true } }));
      return;
    }
    root.innerHTML = value || empty;
    document.dispatchEvent(new CustomEvent("wj-form", { detail: { fresh: false } }));
    return;
  }
  form()?.querySelector(".wj-failure")?.remove();
  const same = laid(next);
  if (same) { layOver(next); } else { root.replaceChildren(next); }
  document.dispatchEvent(new CustomEvent("wj-form", { detail: { fresh: !same } }));
  root.querySelectorAll("textarea").forEach(grow);
}
function say(key) {
  const note = form()?.querySelector(".wj-saved");
  if (note) { note.textContent = " · " + wj.word(key); }
}
function save(area) {
  const label = area.dataset.field;
  clearTimeout(timers.get(label));
  timers.delete(label);
  if (sent.get(label) === area.value) { return; }
  sent.set(label, area.value);
  saving = true;
  say("form.saving");
  trigger("change_draft", { kind: "edit", draft: form().dataset.draft, label, text: area.value });
}
root.addEventListener("focusin", (event) => {
  if (event.target.dataset?.field) { sent.set(event.target.dataset.field, event.target.value); }
});
root.addEventListener("input", (event) => {
  const area = event.target;
  if (!area.dataset?.field) { return; }
  grow(area);
  say("form.unsaved");
  clearTimeout(timers.get(area.dataset.field));
  timers.set(area.dataset.field, setTimeout(() => save(area), IDLE));
});
root.addEventListener("focusout", (event) => { if (event.target.dataset?.field) { save(event.target); } });
root.addEventListener("change", (event) => {
  const list = event.target;
  if (list.dataset?.move && list.value) {
    trigger("change_draft", { kind: "move", draft: form().dataset.draft, number: Number(list.dataset.move), label: list.value });
  }
});
root.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-act]");
  const worded = event.target.closest?.("[data-reword], [data-own]");
  if (worded) {
    const label = worded.dataset.reword || worded.dataset.own;
    const kind = worded.dataset.reword ? "reword" : "own";
    sent.clear();
    worded.disabled = true;
    say(kind === "reword" ? "form.rewording" : "form.saving");
    trigger("change_draft", { kind, draft: form().dataset.draft, label });
  }
  if (button) {
    sent.clear();
    trigger("change_draft", { kind: button.dataset.act, draft: form().dataset.draft });
  }
});
/* The versions: what is being saved comes first. */
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-versions], [data-compare], [data-restore]");
  if (!button) { return; }
  if (button.hasAttribute("data-versions")) {
    if (saving) { opening = setTimeout(openVersions, IDLE); } else { openVersions(); }
  } else if (button.dataset.compare) {
    openVersions(Number(button.dataset.compare));
  } else {
    sent.clear();
    document.addEventListener("wj-form", () => {
      document.dispatchEvent(new CustomEvent("wj-restored", { detail: { n: Number(button.dataset.restore) } }));
    }, { once: true });
    trigger("restore", { draft: button.closest(".wj-past").dataset.draft, number: Number(button.dataset.restore) });
  }
});
/* With whom it is shared. */
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-sharing], [data-unshare]");
  if (button?.dataset.unshare) {
    trigger("withdraw", { draft: button.closest(".wj-past").dataset.draft, account: button.dataset.unshare });
  } else if (button) {
    trigger("sharing", { draft: form().dataset.draft });
  }
});
/* What is said of it. */
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-comments], [data-uncomment]");
  if (button?.dataset.uncomment) {
    trigger("uncomment", { draft: button.closest(".wj-past").dataset.draft, comment: button.dataset.uncomment });
  } else if (button) {
    trigger("comments", { draft: button.dataset.comments });
  }
});
document.addEventListener("submit", (event) => {
  const said = event.target.closest?.(".wj-commenting");
  if (!said) { return; }
  event.preventDefault();
  const { place, text } = said.elements;
  document.addEventListener("wj-past", () => {  // the framework lays the new panel over the old one and keeps what is typed
    const panel = document.querySelector("#wj-past .wj-comments");
    if (panel && !panel.querySelector(".wj-failure")) { panel.querySelector("textarea").value = ""; }
  }, { once: true });
  trigger("comment", { draft: said.closest(".wj-past").dataset.draft, place: place.value, text: text.value });
});
document.addEventListener("submit", (event) => {
  const asked = event.target.closest?.(".wj-share");
  if (!asked) { return; }
  event.preventDefault();
  const { account, right } = asked.elements;
  trigger("grant", { draft: asked.closest(".wj-past").dataset.draft, account: account.value, right: right.value });
});
document.addEventListener("change", (event) => {
  const panel = event.target.dataset?.version && event.target.closest(".wj-past");
  if (panel) { openVersions(...["older", "newer"].map((one) => Number(panel.querySelector(`[data-version="${one}"]`).value))); }
});
document.addEventListener("wj-form-shown", () => root.querySelectorAll("textarea").forEach(grow));
window.addEventListener("beforeunload", (event) => { if (timers.size) { event.preventDefault(); } });
watch("value", draw);
document.addEventListener("wj-form-put", (event) => { if (props.value !== event.detail) { props.value = event.detail; draw(); } });
draw();
