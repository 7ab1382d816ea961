"use strict";
(() => {
  const box = document.getElementById("chart");
  const data = JSON.parse(document.getElementById("chart-steps").textContent);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chart = echarts.init(box, null, { renderer: "svg" });
  const money = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const values = data.steps.map((step) => Number(step.nav));
  const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const draw = () => {
    const narrow = box.clientWidth < 480;
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: "inherit", color: color("--quiet") },
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      tooltip: {
        trigger: "axis", confine: true, backgroundColor: color("--paper"), borderColor: color("--line"),
        textStyle: { color: color("--ink"), fontSize: 13 },
        formatter: (points) => {
          const step = data.steps[points[0].dataIndex];
          return `<b>${ escape(step.title) }</b><br>${ escape(step.when) }<br>${ money.format(Number(step.nav)) } ${ data.currency }`;
        },
      },
      xAxis: {
        type: "category", data: data.steps.map((step) => step.title), boundaryGap: true,
        axisLabel: { color: color("--quiet"), rotate: 35, fontSize: 11, hideOverlap: false, interval: 0,
          formatter: (title) => (title.length > 18 ? title.slice(0, 17) + "…" : title), show: !narrow || data.steps.length < 9 },
        axisTick: { alignWithLabel: true }, axisLine: { lineStyle: { color: color("--line") } },
      },
      yAxis: {
        type: "value", scale: true, splitNumber: 4,
        axisLabel: { color: color("--quiet"), formatter: (value) => value.toLocaleString("en") },
        splitLine: { lineStyle: { color: color("--line") } },
      },
      series: [{
        type: "line", step: "end", data: values, symbol: "circle", symbolSize: 9, cursor: "pointer",
        lineStyle: { color: color("--accent"), width: 2 }, itemStyle: { color: color("--accent") },
        areaStyle: { color: color("--accent"), opacity: 0.08, origin: "start" },
      }],
    });
  };
  const show = (anchor) => {
    const block = document.getElementById(anchor);
    if (!block) return;
    history.replaceState(null, "", "#" + anchor);
    block.scrollIntoView({ block: "start" });
    block.focus({ preventScroll: true });
  };
  chart.getZr().on("click", (event) => {
    const point = [event.offsetX, event.offsetY];
    if (!chart.containPixel("grid", point)) return;
    const index = chart.convertFromPixel({ seriesIndex: 0 }, point)[0];
    const step = data.steps[Math.round(index)];
    if (step) show(step.anchor);
  });
  draw();
  dark.addEventListener("change", draw);
  addEventListener("resize", () => { chart.resize(); draw(); });
  addEventListener("beforeprint", () => chart.resize());
})();
