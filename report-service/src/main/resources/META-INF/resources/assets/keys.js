"use strict";
(() => {
  const go = (link) => { if (link) location.href = link.href; };
  const blocks = () => [...document.querySelectorAll(".block[id]")];
  const step = (by) => {
    const all = blocks();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement.closest(".block"));
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  };
  let first = "";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const keys = first + event.key;
    first = "";
    switch (keys) {
      case "ArrowLeft": go(document.querySelector("link[rel=prev]")); break;
      case "ArrowRight": go(document.querySelector("link[rel=next]")); break;
      case "j": step(1); break;
      case "k": step(-1); break;
      case "g": first = "g"; break;
      case "gd": location.href = "/"; break;
      case "gs": location.href = "/summary"; break;
      case "?": document.getElementById("help").showModal(); break;
      default: break;
    }
  });
  document.getElementById("print")?.addEventListener("click", () => window.print());
})();
