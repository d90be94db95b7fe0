// Runs once, when the log component is shown; `element`, `props`, `trigger` and `watch` come from Gradio.
const page = document.body;
const log = element.querySelector(".wj-log");
const byId = (id) => document.getElementById(id);
const input = () => document.querySelector("#wj-box textarea");
const phone = () => window.matchMedia("(max-width: 900px)").matches;
/* The framework's own labels, with the words that stand in their place. */
const LABELS = {
  "Upload a file": "box.choose", "Submit": "box.send", "Stop": "box.stop", "Multimedia input field": "box.area",
  "Click to upload or drop files": "box.drop", "File upload": "box.choose", "Remove file": "box.remove", "Clear files": "box.remove",
};
const words = (key) => `<span data-t="${key}">${wj.word(key)}</span>`;
const TOOLS = `<button type="button" data-copy-message>${words("log.copy")}</button>`
  + `<button type="button" data-again>${words("log.again")}</button>`
  + `<button type="button" data-thumb="up" aria-pressed="false">${words("log.up")}</button>`
  + `<button type="button" data-thumb="down" aria-pressed="false">${words("log.down")}</button>`
  + `<form class="wj-comment" hidden><label>${words("log.wrong")}<input maxlength="2000"></label><button>${words("log.comment")}</button></form>`;
/* What is being done is kept in Chinese; here the key of its words, and a pattern for what stands in their gaps. */
const STATES = Object.keys(wjTable).filter((one) => /^(state|told)\./.test(one)).map((key) => (
  { key, pattern: new RegExp("^" + wjTable[key][0].replace(/\{(\w+)\}/g, "(?<$1>\\d+)") + "$") }
));
function drawState(node, state) {
  const known = STATES.find((one) => one.pattern.test(state));
  if (!known) { node.textContent = state; return; }
  const counts = state.match(known.pattern).groups || {};
  node.innerHTML = "<span></span>";
  wj.put(node.firstChild, known.key, counts);
  if (counts.all) {
    node.insertAdjacentHTML("beforeend", `<progress max="${counts.all}" value="${counts.n}" aria-hidden="true"></progress>`);
  }
}
const KINDS = ".docx,.pdf,.md,.txt,.doc,.wps,.rtf,.odt,.zip";
const LARGEST = 20 * 1024 * 1024;

/* The log: each message is drawn once and again only when it changed, so that nothing jumps and no fold closes. */
function drawMessage(message) {
  let node = byId("wj-" + message.id);
  const fresh = !node;
  if (fresh) {
    node = document.createElement("article");
    node.id = "wj-" + message.id;
    node.className = "wj-msg wj-" + message.role;
    node.setAttribute("aria-label", message.role === "user" ? wj.word("log.you") : "问津");
    node.innerHTML = '<div class="wj-body" lang="zh-CN"></div><p class="wj-state" role="status"></p><div class="wj-tools"></div>';
    log.append(node);
  }
  const body = node.querySelector(".wj-body");
  if (node.drawn !== message.html) { body.innerHTML = message.html; node.drawn = message.html; }
  if (node.state !== message.state) { drawState(node.querySelector(".wj-state"), message.state); node.state = message.state; }
  node.setAttribute("aria-busy", String(Boolean(message.state)));
  const tools = node.querySelector(".wj-tools");
  node.plain = message.text;
  if (message.role === "assistant" && !message.state && !tools.childElementCount) { tools.innerHTML = TOOLS; }
  const again = tools.querySelector("[data-again] [data-t]");
  if (again) { wj.put(again, message.unfinished ? "log.resume" : "log.again"); }
  tools.querySelectorAll("[data-thumb]").forEach((one) => {
    one.setAttribute("aria-pressed", String((node.thumb ?? message.thumb) === one.dataset.thumb));
  });
  return fresh && message.role === "user" ? node : null;
}
/* What is thought of an answer is kept at once; a comment may follow. */
function rate(node, thumb, comment) {
  node.thumb = thumb;
  node.querySelectorAll("[data-thumb]").forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.thumb === thumb)));
  trigger("rate", { number: Number(node.id.slice(4)), thumb, comment });
}
function pressThumb(button) {
  const node = button.closest(".wj-msg");
  const thumb = button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.thumb;
  rate(node, thumb, "");
  const comment = node.querySelector(".wj-comment");
  comment.hidden = thumb !== "down";
  if (!comment.hidden) { comment.querySelector("input").focus(); }
}
function askAgain(button) {
  send({ again: Number(button.closest(".wj-msg").id.slice(4)) });
}
let latest = null;
let names = [];
let messages = [];
/* What the server says of a whole conversation takes the place of what is shown; late of the empty page it does not. */
function hear() {
  const next = Array.isArray(props.value) ? props.value : [];
  if (emptied && !next.length && location.hash) { return; }
  messages = next;
  drawLog();
}
function drawLog() {
  const known = new Set(messages.map((one) => "wj-" + one.id));
  for (const node of [...log.children]) { if (!known.has(node.id)) { node.remove(); } }
  const question = messages.map(drawMessage).filter(Boolean).pop();
  page.classList.toggle("wj-started", messages.length > 0);
  page.classList.toggle("wj-busy", messages.some((one) => one.state));
  drawOutline(messages.filter((one) => one.role === "user"));
  if (question) { latest = question; names = []; }
  // A new question goes to the top, once there is room below it for the answer; from then on nothing scrolls by itself.
  if (latest && latest.nextElementSibling) {
    latest.scrollIntoView({ block: "start", behavior: "instant" });
    latest = null;
  }
}
function drawOutline(asked) {
  const list = byId("wj-outline");
  if (!list || list.childElementCount === asked.length) { return; }
  list.replaceChildren(...asked.map((one) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.scroll = "wj-" + one.id;
    button.textContent = one.text.slice(0, 60);
    item.append(button);
    return item;
  }));
}

/* The workspace: the notice or the draft; on a phone the panes are tabs. */
function showPane(name) {
  page.dataset.pane = name;
  document.querySelectorAll("[data-pane-button]").forEach((one) => {
    one.setAttribute("aria-pressed", String(one.dataset.paneButton === name));
  });
}
function showWork(name) {
  page.dataset.work = name;
  document.querySelectorAll("[data-work-button]").forEach((one) => {
    one.setAttribute("aria-pressed", String(one.dataset.workButton === (name === "past" ? "form" : name)));
  });
  if (name === "form") { document.dispatchEvent(new CustomEvent("wj-form-shown")); }
}
let opener = null;
let asked = false;
function openPlace(button) {
  opener = button;
  asked = true;
  document.querySelectorAll(".wj-cite.wj-shown").forEach((one) => one.classList.remove("wj-shown"));
  button.classList.add("wj-shown");
  const shown = document.querySelector("#wj-notice .wj-notice");
  if (shown && shown.dataset.place === button.dataset.place) { noticeShown(); return; }
  page.classList.add("wj-opening", "wj-reading");
  trigger("place", { reference: button.dataset.place });
}
function noticeShown() {
  page.classList.remove("wj-opening");
  showWork("notice");
  if (asked) { showPane(phone() ? "work" : "chat"); }
  const pane = byId("wj-notice");
  const mark = pane.querySelector("mark") || byId("wj-here");
  if (mark) {
    const first = mark.closest("p") || mark;
    first.scrollIntoView({ block: "center", behavior: "instant" });
  }
  if (asked) {
    asked = false;
    if (mark && mark.tagName === "MARK") { mark.focus({ preventScroll: true }); }
  }
}
function step(by) {
  const shown = document.querySelector(".wj-cite.wj-shown");
  const scope = shown ? shown.closest(".wj-msg") : [...log.querySelectorAll(".wj-assistant")].pop();
  if (!scope) { return; }
  const places = [...new Map([...scope.querySelectorAll(".wj-cite[data-place]")].map((one) => [one.dataset.place, one])).values()];
  const at = shown ? places.findIndex((one) => one.dataset.place === shown.dataset.place) : 0;
  if (places.length) { openPlace(places[(at + by + places.length) % places.length]); }
}
function jumpField(label) {
  showWork("form");
  if (phone()) { showPane("work"); }
  const area = document.querySelector(`#wj-form [data-field="${CSS.escape(label)}"]`);
  area?.closest(".wj-field").scrollIntoView({ block: "center", behavior: "instant" });
  area?.focus({ preventScroll: true });
}
/* One sentence that goes by itself. */
function tell(text) {
  const note = byId("wj-upload-note");
  note.textContent = text;
  setTimeout(() => { if (note.textContent === text) { note.textContent = ""; } }, 4000);
}
let reopening = null;
function jump(button) {
  if (button.closest(".wj-own")) { jumpField(button.dataset.label); return; }
  const key = button.dataset.finding;
  const message = button.closest(".wj-msg")?.id.slice(3);
  const report = key.slice(1).split("-")[0];
  const shown = document.querySelector(`#wj-draft [data-message="${message}"] [data-paper="${report}"]`);
  if (message && !shown && reopening !== button) {
    reopening = button;
    trigger("reopen", { number: Number(message.slice(1)), report: Number(report) });
    return;
  }
  reopening = null;
  showWork("draft");
  if (phone()) { showPane("work"); }
  const mark = document.querySelector(`#wj-draft [data-at="${CSS.escape(key)}"]`);
  if (!mark) { tell(wj.word("work.no_place")); return; }
  document.querySelectorAll("#wj-draft .wj-here").forEach((one) => one.classList.remove("wj-here"));
  mark.classList.add("wj-here");
  mark.scrollIntoView({ block: "center", behavior: "instant" });
  mark.focus({ preventScroll: true });
}
/* What a check says of one file, in a paragraph. */
async function sumUp(button) {
  const place = button.closest(".wj-draft").querySelector(".wj-brief");
  const message = button.closest(".wj-drafts").dataset.message.slice(1);
  button.disabled = true;
  place.innerHTML = `<p class="wj-state">${words("paper.briefing")}</p>`;
  try {
    const told = await fetch(`/results/${location.hash.slice(1)}/${message}/${button.dataset.brief}/brief`, { method: "POST" });
    const text = await told.text();
    if (told.ok) { place.innerHTML = text; } else { place.textContent = text; }
  } catch { place.textContent = wj.word("state.lost"); }
  button.disabled = false;
}
/* One severity of a report, or all of it. */
function filterFindings(button) {
  const report = button.closest(".wj-report");
  const wanted = button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.severity;
  report.querySelectorAll("[data-severity]").forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.severity === wanted)));
  report.querySelectorAll("[data-group]").forEach((one) => { one.hidden = Boolean(wanted) && one.dataset.group !== wanted; });
}
function openReport(button) {
  const fold = button.closest(".wj-body").querySelectorAll(".wj-one")[Number(button.dataset.report)];
  fold.open = true;
  fold.scrollIntoView({ block: "start", behavior: "instant" });
  fold.querySelector("summary").focus({ preventScroll: true });
}
function nextFinding(by) {
  const all = [...document.querySelectorAll(".wj-jump")].filter((one) => one.offsetParent);
  if (!all.length) { return; }
  const at = all.indexOf(document.activeElement);
  const next = all[(at + by + all.length) % all.length] || all[0];
  next.focus();
  next.scrollIntoView({ block: "center", behavior: "instant" });
}

/* Small things: copying, the quote on hover and focus, the theme, the keys. */
async function copy(text, button) {
  try { await navigator.clipboard.writeText(text); }
  catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  const said = button.querySelector("[data-t]");
  const before = said.dataset.t;
  if (before === "log.copied") { return; }
  wj.put(said, "log.copied");
  setTimeout(() => wj.put(said, before), 1500);
}
const tip = document.createElement("div");
tip.id = "wj-tip";
tip.setAttribute("role", "tooltip");
document.body.append(tip);
function showTip(event) {
  const mark = event.target.closest?.(".wj-cite[data-quote]");
  if (!mark) { tip.hidden = true; return; }
  tip.textContent = "「" + mark.dataset.quote + "」";
  tip.hidden = false;
  const box = mark.getBoundingClientRect();
  const width = Math.min(380, window.innerWidth - 24);
  tip.style.width = width + "px";
  tip.style.left = Math.max(12, Math.min(box.left, window.innerWidth - width - 12)) + "px";
  const below = box.bottom + 8;
  tip.style.top = (below + tip.offsetHeight < window.innerHeight ? below : Math.max(8, box.top - tip.offsetHeight - 8)) + "px";
}
function setTheme(dark) {
  page.classList.toggle("dark", dark);
  document.documentElement.style.colorScheme = dark ? "dark" : "light";
  document.querySelectorAll("[data-theme]").forEach((one) => { wj.put(one.querySelector("[data-t]"), dark ? "head.light" : "head.dark"); });
}
const stored = localStorage.getItem("wenjin-theme");
setTheme(stored ? stored === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches);

/* A turn: the order goes to the server, and what it changes comes back line by line. Another conversation that is opened
   ends the watching, not the turn; a lost connection is taken up again by opening the conversation anew. */
let watched = null;
function lay(line) {
  messages = messages.slice(0, line.first).concat(line.messages);
  for (const part of ["chats", "notice", "draft", "form"]) {
    if (part in line) { document.dispatchEvent(new CustomEvent(`wj-${part}-put`, { detail: line[part] })); }
  }
  props.value = messages;
  drawLog();
}
async function readLines(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const lines = (rest + piece.value).split("\n");
    rest = lines.pop();
    lines.forEach((one) => lay(JSON.parse(one)));
  }
}
async function take(order) {
  const mine = watched = new AbortController();
  page.classList.add("wj-busy");
  let begun = false;
  try {
    const body = JSON.stringify({ conversation: location.hash.slice(1), ...order });
    const headers = { "Content-Type": "application/json" };
    const response = await fetch("/turns", { method: "POST", body, headers, signal: mine.signal });
    begun = response.ok;
    if (begun) { await readLines(response); } else { tell(await response.text()); }
  } catch {
    if (mine.signal.aborted) { return; }
    tell(wj.word("state.lost"));
    if (begun && location.hash) { trigger("visit", { id: location.hash.slice(1) }); }
  }
  if (mine === watched && !begun) {
    page.classList.remove("wj-busy");
    if (order.text && !input().value) { write(order.text); }
  }
}
function send(order) {
  if (page.classList.contains("wj-busy")) { return false; }
  showPane("chat");
  take(order);
  return true;
}
function say(text) { send({ text }); }
function write(text) {
  const area = input();
  area.value = text;
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
}
/* Conversations: the address names the one that is shown, so that a reload or a second tab finds it. What is typed goes
   to the one that it names then; a hand changes it at once, and what the server says late of the one that was left, or
   of the empty page once something was said there, no longer does. */
let left = null;
let emptied = false;
function leaveFor(id) {
  left = location.hash.slice(1) || null;
  emptied = !id;
  watched?.abort();
  messages = [];
  page.classList.remove("wj-busy");
  history.replaceState(null, "", id ? "#" + id : location.pathname);
}
function chatsShown() {
  const list = document.querySelector(".wj-chats");
  if (!list) { return; }
  showDoorOf(list.dataset.role);
  const { open } = list.dataset;
  if (open === left || (emptied && !open)) { return; }
  history.replaceState(null, "", open ? "#" + open : location.pathname);
}
/* The door of one's own task comes first. */
function showDoorOf(role) {
  const first = { secretary: "ask", reviewer: "check" }[role] || "write";
  const door = document.querySelector(`.wj-door[data-door="${first}"]`);
  if (door !== door?.parentElement.firstElementChild) { door.parentElement.prepend(door); }
}
function renameChat(chat) {
  const title = window.prompt(wj.word("chats.name"), chat.title);
  if (title && title.trim() && title !== chat.title) {
    trigger("rename", { id: chat.rename, title, version: Number(chat.version) });
  }
}
function removeChat(chat) {
  if (window.confirm(wj.word("chats.confirm", { title: chat.title }))) {
    emptied = false;
    trigger("remove", { id: chat.remove });
  }
}
/* A draft that somebody shares: shown once it is there. */
let given = "";
function openGiven(draft) {
  given = draft;
  showPane(phone() ? "work" : "chat");
  if (document.querySelector(`#wj-form .wj-form[data-draft="${CSS.escape(draft)}"]`)) { showWork("form"); }
  trigger("given", { draft });
}
function attach() { document.querySelector("#wj-box input[type=file]")?.click(); }

document.addEventListener("click", (event) => {
  const on = (selector) => event.target.closest?.(selector);
  let hit;
  if ((hit = on("[data-place]")) && hit.tagName === "BUTTON") { openPlace(hit); }
  else if ((hit = on("[data-finding]"))) { jump(hit); }
  else if ((hit = on("[data-step]"))) { step(Number(hit.dataset.step)); }
  else if ((hit = on("[data-say]"))) { say(hit.dataset.say); }
  else if ((hit = on("[data-write]"))) { write(hit.dataset.write); }
  else if ((hit = on("[data-brief]"))) { sumUp(hit); }
  else if (on("[data-attach]")) { attach(); }
  else if (on("[data-sample]")) { send({ sample: true }); }
  else if ((hit = on("[data-chat]"))) { showPane("chat"); leaveFor(hit.dataset.chat); trigger("visit", { id: hit.dataset.chat }); }
  else if ((hit = on("[data-given]"))) { openGiven(hit.dataset.given); }
  else if ((hit = on("[data-rename]"))) { renameChat(hit.dataset); }
  else if ((hit = on("[data-remove]"))) { removeChat(hit.dataset); }
  else if (on("[data-new]")) { showPane("chat"); leaveFor(""); trigger("restart", {}); input().focus(); }
  else if ((hit = on("[data-scroll]"))) { showPane("chat"); byId(hit.dataset.scroll)?.scrollIntoView({ block: "start" }); }
  else if ((hit = on("[data-pane-button]"))) { showPane(hit.dataset.paneButton); }
  else if ((hit = on("[data-work-button]"))) { showWork(hit.dataset.workButton); }
  else if ((hit = on("[data-again]"))) { askAgain(hit); }
  else if ((hit = on("[data-thumb]"))) { pressThumb(hit); }
  else if ((hit = on("[data-severity]"))) { filterFindings(hit); }
  else if ((hit = on("[data-report]"))) { openReport(hit); }
  else if ((hit = on("[data-copy-field]"))) { copy(hit.closest(".wj-field").querySelector("textarea").value, hit); }
  else if ((hit = on("[data-copy-message]"))) { copy(hit.closest(".wj-msg").plain, hit); }
  else if ((hit = on("[data-copy]"))) { copy(hit.dataset.copy, hit); }
  else if (on("[data-drawer]")) { showPane(page.dataset.pane === "side" ? "chat" : "side"); }
  else if (on("[data-keys]")) { byId("wj-keys").showModal(); }
  else if (on("[data-language]")) { wj.turn(); }
  else if (on("[data-theme]")) {
    const dark = !page.classList.contains("dark");
    localStorage.setItem("wenjin-theme", dark ? "dark" : "light");
    setTheme(dark);
  }
});
document.addEventListener("submit", (event) => {
  const comment = event.target.closest?.(".wj-comment");
  if (!comment) { return; }
  event.preventDefault();
  rate(comment.closest(".wj-msg"), "down", comment.querySelector("input").value);
  comment.hidden = true;
});
document.addEventListener("mouseover", showTip);
document.addEventListener("focusin", showTip);
document.addEventListener("scroll", () => { tip.hidden = true; }, true);
document.addEventListener("keydown", (event) => {
  const typing = /^(TEXTAREA|INPUT|SELECT)$/.test(event.target.tagName);
  if (event.key === "Escape") {
    tip.hidden = true;
    if (page.dataset.work === "past") { showWork("form"); document.querySelector("[data-versions]")?.focus(); return; }
    if (page.dataset.pane === "work") { showPane("chat"); }
    if (typing) { event.target.blur(); }
    if (opener && document.contains(opener)) { opener.focus(); }
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) { return; }
  if (event.key === "/") { event.preventDefault(); showPane("chat"); input().focus(); }
  else if (event.key === "?") { byId("wj-keys").showModal(); }
  else if (event.key === "j") { nextFinding(1); }
  else if (event.key === "k") { nextFinding(-1); }
  else if (event.key === "[") { step(-1); }
  else if (event.key === "]") { step(1); }
});

/* The framework's input box: Chinese labels, the kinds of file, and one sentence for a file that is too large. */
function label() {
  document.querySelectorAll("#wj-box [aria-label]").forEach((one) => {
    const key = LABELS[one.getAttribute("aria-label")];
    if (key) { one.dataset.tAriaLabel = key; one.dataset.tTitle = key; wj.speak(one); }
  });
  const area = input();
  if (area && !area.dataset.tAriaLabel) {
    const title = document.querySelector('#wj-box [data-testid="block-info"]');
    if (title) { wj.put(title, "box.title"); }
    area.dataset.tAriaLabel = "box.title";
    area.dataset.tPlaceholder = "box.placeholder";
    wj.speak(area);
  }
  const file = document.querySelector("#wj-box input[type=file]");
  if (file && file.accept !== KINDS) { file.accept = KINDS; }
}
function nameFiles() {
  const shown = [...document.querySelectorAll("#wj-box .thumbnail-item")];
  shown.forEach((one, at) => {
    if (names[at] && one.dataset.name !== names[at]) { one.dataset.name = names[at]; one.setAttribute("aria-label", names[at]); }
  });
}
function forgetFile(event) {
  const item = event.target.closest?.("#wj-box .thumbnail-item");
  if (item && event.target.closest("button")) {
    names.splice([...document.querySelectorAll("#wj-box .thumbnail-item")].indexOf(item), 1);
  }
}
function refuseLarge(event) {
  if (!event.target.closest?.("#wj-box")) { return; }
  const files = event.target.files || event.dataTransfer?.files;
  const large = [...(files || [])].find((one) => one.size > LARGEST);
  const note = byId("wj-upload-note");
  note.textContent = large ? wj.word("box.large", { name: large.name }) : "";
  if (large) {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.target.value) { event.target.value = ""; }
    return;
  }
  names.push(...[...(files || [])].map((one) => one.name));
}
for (const kind of ["change", "drop"]) { document.addEventListener(kind, refuseLarge, true); }
function watchBox() {
  const box = byId("wj-box");
  if (!box) { requestAnimationFrame(watchBox); return; }
  document.addEventListener("click", forgetFile, true);
  new MutationObserver(() => { label(); nameFiles(); }).observe(box, { childList: true, subtree: true });
  label();
  input()?.focus();
}
document.addEventListener("wj-chats", chatsShown);
document.addEventListener("wj-notice", noticeShown);
/* The versions take the place of the draft until one goes back; a second look at them keeps the place. */
document.addEventListener("wj-past", () => {
  const panel = document.querySelector("#wj-past .wj-past, #wj-past .wj-failure");
  if (!panel) { return; }
  const fresh = page.dataset.work !== "past";
  const chosen = document.activeElement?.dataset?.version;
  showWork("past");
  if (fresh) { panel.querySelector("h2")?.focus(); }
  if (chosen) { panel.querySelector(`[data-version="${chosen}"]`).focus(); }
});
document.addEventListener("wj-restored", (event) => { showWork("form"); tell(wj.word("versions.restored", event.detail)); });
document.addEventListener("wj-form", (event) => {
  if (event.detail.fresh || given) { showWork("form"); }
  given = "";
});
document.addEventListener("wj-draft", () => {
  if (reopening) { jump(reopening); return; }
  showWork(document.querySelector("#wj-draft .wj-draft") ? "draft" : "notice");
});
document.addEventListener("wj-send", (event) => {
  const { text, files } = event.detail || {};
  if (!text?.trim() && !files?.length) { return; }
  if (!send({ text: text || "", files: (files || []).map((one) => one.path) })) { event.preventDefault(); }
});
watch("value", hear);
for (const pane of ["wj-notice", "wj-draft", "wj-form", "wj-past"]) { byId(pane).tabIndex = 0; }  // they scroll
wj.apply();
showPane("chat");
showWork("notice");
hear();
watchBox();
