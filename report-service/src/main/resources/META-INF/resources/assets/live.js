"use strict";
// Keeps the page true while the day runs. What is said is made by the service: an event says that there is news, and the
// strip, or the day, is fetched again. A fill brings its words along and is shown at once. Ages grow here, also when nothing
// comes any more.
(() => {
  const strips = () => [...document.querySelectorAll(".today")];
  if (!strips().length) return;
  const lost = document.getElementById("lost");
  const accounts = strips().map((strip) => strip.dataset.account);
  const RETRY = 3000;
  const DAY_AFTER_VALUE = 10000;
  const STRIP_AFTER_FILL = 1000;
  const NEWEST = 50;
  const STYLES = { PROVISIONAL: "mark", CONFIRMED: "quiet", UNCONFIRMED: "warn" };
  let fetchedAt = performance.now();

  const words = (seconds) => {
    if (seconds < 120) return `${ seconds } s`;
    if (seconds < 7200) return `${ Math.floor(seconds / 60) } min`;
    return seconds < 172800 ? `${ Math.floor(seconds / 3600) } h` : `${ Math.floor(seconds / 86400) } days`;
  };
  const ages = () => {
    const since = Math.floor((performance.now() - fetchedAt) / 1000);
    for (const age of document.querySelectorAll(".today [data-age]")) {
      age.textContent = words(Number(age.dataset.age) + since);
    }
    if (!lost.hidden) lost.textContent = `The connection is lost and tried again. What is shown was fetched ${ words(since) } ago.`;
  };

  // The newest state wins, however the answers overtake one another: one request at a time, and one more if news came.
  // What takes long to make is not asked for back to back: the pause is so many times what the answer took.
  const refresher = (load, pauses = 0) => {
    let busy = false, again = false;
    const run = async () => {
      if (busy) { again = true; return; }
      busy = true;
      const started = performance.now();
      try { await load(); } catch { /* the stream says that it is lost */ }
      if (pauses) await new Promise((rested) => setTimeout(rested, pauses * (performance.now() - started)));
      busy = false;
      if (again) { again = false; run(); }
    };
    return run;
  };
  const html = async (url) => {
    const answer = await fetch(url, { cache: "no-store", headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(url + ": " + answer.status);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  const keepingFocus = (inside, swap) => {
    const focused = inside.contains(document.activeElement) ? document.activeElement.closest("[id]") : null;
    swap();
    if (focused) document.getElementById(focused.id)?.focus({ preventScroll: true });
  };

  const node = (name, text, style) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (style) made.className = style;
    return made;
  };
  const line = (fill) => {
    const made = node("li", ""), time = node("time", fill.said.time);
    made.dataset.fill = fill.id;
    time.dateTime = fill.time;
    made.append(time, " ", node("b", fill.said.text), " ", node("span", fill.said.commission, "quiet"), " ",
      node("em", fill.said.status, STYLES[fill.status]));
    return made;
  };
  const stripOf = (account) => strips().find((strip) => strip.dataset.account === account);
  const timeOf = (row) => Date.parse(row.querySelector("time").dateTime);
  // Whether the list now says it: a line of it is told anew, or a newer one comes in. An older one may be of another day.
  const show = (strip, fill) => {
    const list = strip?.querySelector(".fills ol");
    if (!list) return false;
    const rows = [...list.children];
    const known = rows.find((row) => row.dataset.fill === fill.id);
    if (known) {
      known.replaceWith(line(fill));
      return true;
    }
    const before = rows.find((row) => timeOf(row) <= Date.parse(fill.time));
    if (!before) return false;
    before.before(line(fill), "\n");
    rows.slice(NEWEST - 1).forEach((row) => row.remove());
    const count = strip.querySelector("[data-count]");
    count.textContent = Number(count.textContent) + 1;
    return true;
  };
  // A strip that was made before a fill came must not take it away again.
  const fresh = new Map();
  const remember = (fill) => {
    fresh.set(fill.id, fill);
    setTimeout(() => { if (fresh.get(fill.id) === fill) fresh.delete(fill.id); }, 3 * STRIP_AFTER_FILL);
  };

  const refreshStrip = Object.fromEntries(accounts.map((account) => [account, refresher(async () => {
    const made = (await html("/today?account=" + encodeURIComponent(account))).querySelector(".today");
    const strip = stripOf(account);
    if (!made || !strip) return;
    const open = strip.querySelector("details")?.open ?? true;
    if (made.querySelector("details")) made.querySelector("details").open = open;
    for (const fill of fresh.values()) if (fill.account === account) show(made, fill);
    fetchedAt = performance.now();
    keepingFocus(strip, () => strip.replaceWith(made));
  })]));
  const told = {};
  const refreshDay = refresher(async () => {
    if (!document.getElementById("day")) return;
    const page = await html(location.pathname + location.search);
    for (const part of [".bar nav", "#day"]) {
      const here = document.querySelector(part), fresh = page.querySelector(part)?.innerHTML;
      if (!here || fresh === undefined || fresh === told[part]) continue;
      told[part] = fresh;
      keepingFocus(here, () => { here.innerHTML = fresh; });
      if (part === "#day") document.dispatchEvent(new Event("day-swapped"));
    }
  }, 2);

  const shown = document.getElementById("day");
  const isShown = ({ account, date }) => shown && account === shown.dataset.account && date === shown.dataset.date;
  let later = 0;
  const soon = {};
  const handlers = {
    status: () => accounts.forEach((account) => refreshStrip[account]()),
    nav: (nav) => {
      refreshStrip[nav.account]?.();
      if (isShown(nav) && !later) later = setTimeout(() => { later = 0; refreshDay(); }, DAY_AFTER_VALUE);
    },
    fill: (fill) => {
      if (!refreshStrip[fill.account]) return;
      if (!show(stripOf(fill.account), fill)) { refreshStrip[fill.account](); return; }
      remember(fill);
      soon[fill.account] ??= setTimeout(() => { soon[fill.account] = null; refreshStrip[fill.account](); }, STRIP_AFTER_FILL);
    },
    day: (day) => { if (isShown(day)) refreshDay(); },
    alert: () => document.dispatchEvent(new Event("alert-told")),
  };

  const connect = () => {
    const stream = new EventSource("/api/stream" + (accounts.length === 1 ? "?account=" + encodeURIComponent(accounts[0]) : ""));
    stream.onopen = () => {
      if (!lost.hidden) refreshDay();
      lost.hidden = true;
    };
    stream.onerror = () => {
      lost.hidden = false;
      ages();
      if (stream.readyState === EventSource.CLOSED) setTimeout(connect, RETRY);
    };
    for (const [name, handle] of Object.entries(handlers)) {
      stream.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
    addEventListener("pagehide", () => { stream.onerror = null; stream.close(); }, { once: true });
  };
  setInterval(ages, 1000);
  connect();
})();
