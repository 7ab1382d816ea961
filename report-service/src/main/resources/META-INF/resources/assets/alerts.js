"use strict";
// Keeps what a page says of alerts true: when one is told, ended or acknowledged, that part is fetched again. A page that
// follows the running day hears of it from there; another listens by itself.
(() => {
  const RETRY = 3000;
  const banner = document.getElementById("alerts");
  const list = document.getElementById("alert-list");
  if (!banner && !list) return;

  const fetched = async (url, id) => {
    const answer = await fetch(url, { cache: "no-store", headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(url + ": " + answer.status);
    return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
  };
  // Whoever was on a button that is gone is on the alert it belonged to.
  const swap = (here, fresh) => {
    const ids = [];
    if (here.contains(document.activeElement)) {
      for (let at = document.activeElement; at && at !== here; at = at.parentElement) if (at.id) ids.push(at.id);
    }
    here.innerHTML = fresh.innerHTML;
    const again = ids.map((id) => document.getElementById(id)).find((found) => found);
    again?.focus({ preventScroll: true });
  };
  let busy = false, again = false;
  const refresh = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const here = banner ?? list;
      const fresh = await fetched(banner ? "/alerts/banner" : "/alerts", here.id);
      if (fresh && fresh.innerHTML !== here.innerHTML) swap(here, fresh);
    } catch { /* the next event, or the next page, says it */ }
    busy = false;
    if (again) { again = false; refresh(); }
  };

  document.addEventListener("alert-told", refresh);
  if (document.querySelector(".today")) return;
  const connect = () => {
    const stream = new EventSource("/api/stream");
    let opened = false;
    stream.onopen = () => { if (opened) refresh(); opened = true; };
    stream.onerror = () => { if (stream.readyState === EventSource.CLOSED) setTimeout(() => { connect(); refresh(); }, RETRY); };
    stream.addEventListener("alert", refresh);
    addEventListener("pagehide", () => { stream.onerror = null; stream.close(); }, { once: true });
  };
  connect();
})();
