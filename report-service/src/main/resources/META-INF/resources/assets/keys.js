"use strict";
(() => {
  const go = (selector) => {
    const link = document.querySelector(selector);
    if (link) location.href = link.href;
  };
  const blocks = () => [...document.querySelectorAll(".block[id]")];
  const step = (by) => {
    const all = blocks();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement.closest(".block"));
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  };
  const help = () => document.getElementById("help").showModal();
  let first = "";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const keys = first + event.key;
    first = "";
    switch (keys) {
      case "ArrowLeft": go("link[rel=prev]"); break;
      case "ArrowRight": go("link[rel=next]"); break;
      case "j": step(1); break;
      case "k": step(-1); break;
      case "g": first = "g"; break;
      case "gd": go(".bar a[data-key=d]"); break;
      case "gs": go(".bar a[data-key=s]"); break;
      case "ga": go(".bar a[data-key=a]"); break;
      case "?": help(); break;
      default: break;
    }
  });
  document.getElementById("keys").addEventListener("click", help);
  document.getElementById("print")?.addEventListener("click", () => window.print());
})();
