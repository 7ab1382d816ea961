"use strict";
// The value after each block, read downwards like the story: block and both clocks on the left, value and change on
// the right. Colours are the page's own variables, so that dark, light and paper need no second drawing.
let drawn = new AbortController();
const drawChart = () => {
  drawn.abort();
  drawn = new AbortController();
  const ROW = 58;
  const PAPER_WIDTH = 640;
  const box = document.getElementById("chart");
  echarts.getInstanceByDom(box)?.dispose();
  const data = JSON.parse(document.getElementById("chart-steps").textContent);
  const money = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const change = new Intl.NumberFormat("en", {
    minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "exceptZero",
  });
  const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
  const cut = (text, room) => (text.length > room ? text.slice(0, room - 1) + "…" : text);
  const steps = data.steps.map((step, i) => {
    const by = i === 0 ? 0 : Number(step.nav) - Number(data.steps[i - 1].nav);
    return { ...step, value: Number(step.nav), by, sign: step.flow || Math.abs(by) < 0.005 ? "same" : by > 0 ? "gain" : "loss" };
  });
  const ARROWS = { gain: "▲ ", loss: "▼ ", same: "" };
  const COLORS = { gain: "var(--gain)", loss: "var(--loss)", same: "var(--accent)" };

  const options = (width) => {
    const left = width < 420 ? 150 : 178;
    const place = (i) => {
      const { when } = steps[i];
      const clocks = when.split(when.includes(" / ") ? " / " : ", ");
      return [`{title|${ cut(steps[i].title, left / 7) }}`, ...clocks.map((clock) => `{clock|${ cut(clock, left / 5.4) }}`)]
        .join("\n");
    };
    const worth = (i) => {
      const { value, by, sign } = steps[i];
      return `{nav|${ money.format(value) }}` + (i === 0 ? "" : `\n{${ sign }|${ ARROWS[sign] }${ change.format(by) }}`);
    };
    const labels = (formatter, more) => ({
      type: "category", inverse: true, data: steps.map((_, i) => i), axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { interval: 0, formatter: (i) => formatter(Number(i)), lineHeight: 15, color: "var(--quiet)", ...more },
    });
    const small = { fontSize: 11, lineHeight: 15 };
    return {
      animation: false,
      textStyle: { fontFamily: "inherit" },
      grid: { left, right: 88, top: 26, bottom: 4 },
      tooltip: {
        trigger: "axis", confine: true, backgroundColor: "var(--paper)", borderColor: "var(--line)",
        axisPointer: { type: "shadow", shadowStyle: { color: "var(--quiet)", opacity: 0.1 } },
        textStyle: { color: "var(--ink)", fontSize: 13 },
        formatter: (points) => {
          const step = steps[points[0].dataIndex];
          const by = Math.abs(step.by) < 0.005 ? "" : `<br>${ ARROWS[step.sign] }${ change.format(step.by) }`;
          return `<b>${ escape(step.title) }</b><br>${ escape(step.when) }<br>${ money.format(step.value) } ${ data.currency }${ by }`;
        },
      },
      yAxis: [
        labels(place, {
          align: "left", margin: left - 2,
          rich: { title: { color: "var(--ink)", fontSize: 12.5, lineHeight: 17 }, clock: { color: "var(--quiet)", ...small } },
        }),
        labels(worth, {
          align: "right", margin: 86,
          rich: {
            nav: { color: "var(--ink)", fontSize: 12.5, lineHeight: 17, align: "right" },
            gain: { color: "var(--gain)", align: "right", ...small },
            loss: { color: "var(--loss)", align: "right", ...small },
            same: { color: "var(--quiet)", align: "right", ...small },
          },
        }),
      ],
      xAxis: {
        type: "value", scale: true, position: "top", splitNumber: width < 420 ? 1 : 2,
        axisLabel: { color: "var(--quiet)", fontSize: 11, hideOverlap: true, formatter: (value) => value.toLocaleString("en") },
        splitLine: { lineStyle: { color: "var(--line)" } },
      },
      series: [{
        type: "line", step: "end", cursor: "pointer", showAllSymbol: true, symbolSize: 9,
        data: steps.map(({ value, sign }) => ({
          value,
          symbol: sign === "same" ? "circle" : "triangle",
          symbolRotate: sign === "loss" ? 180 : 0,
          itemStyle: { color: COLORS[sign], opacity: 1 },
        })),
        lineStyle: { color: "var(--accent)", width: 2 },
        areaStyle: { color: "var(--accent)", opacity: 0.1, origin: "start" },
      }],
    };
  };

  box.style.height = `${ steps.length * ROW + 30 }px`;
  const chart = echarts.init(box, null, { renderer: "svg" });
  const draw = (width) => {
    chart.resize({ width, height: steps.length * ROW + 30 });
    chart.setOption(options(width), true);
  };
  const show = (anchor) => {
    const block = document.getElementById(anchor);
    if (!block) return;
    history.replaceState(null, "", "#" + anchor);
    block.scrollIntoView({ block: "start" });
    block.focus({ preventScroll: true });
  };
  chart.getZr().on("click", (event) => {
    const row = chart.convertFromPixel({ yAxisIndex: 0 }, event.offsetY);
    const step = steps[Math.round(row)];
    if (step) show(step.anchor);
  });
  draw(box.clientWidth);
  const { signal } = drawn;
  addEventListener("resize", () => draw(box.clientWidth), { signal });
  addEventListener("beforeprint", () => draw(Math.min(box.clientWidth, PAPER_WIDTH)), { signal });
  addEventListener("afterprint", () => draw(box.clientWidth), { signal });
};
drawChart();
// The day was told anew while the page was open.
document.addEventListener("day-swapped", drawChart);
