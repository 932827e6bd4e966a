// Draws the balance over time from the table that says the same in figures.
(() => {
  "use strict";
  const language = document.documentElement.lang;
  const colours = ["#0d8a7e", "#c77a1a", "#5b6fc4", "#b04a7a", "#6d8a2f", "#8a5ab8"];

  // What the axis calls months and days.
  const called = (part, style, count, step) => [...Array(count).keys()].map(n =>
    new Intl.DateTimeFormat(language, { [part]: style, timeZone: "UTC" }).format(new Date(Date.UTC(2023, 0, 1 + n * step))));
  const names = {
    MMMM: called("month", "long", 12, 31), MMM: called("month", "short", 12, 31),
    WWWW: called("weekday", "long", 7, 1), WWW: called("weekday", "short", 7, 1),
  };

  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function read(table) {
    const rows = [...table.tBodies[0].rows];
    const width = table.tHead.rows[0].cells.length;
    const columns = [rows.map(row => Date.parse(row.cells[0].firstElementChild.dateTime + "T12:00:00") / 1000)];
    for (let n = 1; n < width; n++) {
      columns.push(rows.map(row => {
        const value = row.cells[n].querySelector("data");
        return value ? Number(value.value) : null;
      }));
    }
    return columns;
  }

  function draw(place) {
    const table = document.getElementById(place.dataset.chart);
    const labels = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent);
    const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
    const exact = new Intl.NumberFormat(language, { minimumFractionDigits: 2 });
    const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric" });
    const axis = { stroke: style("--soft"), grid: { stroke: style("--line"), width: 1 }, ticks: { stroke: style("--line") } };
    place.replaceChildren();
    new uPlot({
      width: place.clientWidth,
      height: 230,
      fmtDate: pattern => uPlot.fmtDate(pattern, names),
      cursor: { y: false },
      scales: { x: { time: true } },
      series: [
        { label: place.dataset.day, value: (u, seconds) => seconds === null ? "–" : day.format(seconds * 1000) },
        ...labels.map((label, n) => ({
          label,
          stroke: colours[n % colours.length],
          width: 2,
          fill: labels.length === 1 ? colours[0] + "22" : undefined,
          paths: uPlot.paths.stepped({ align: 1 }),
          points: { show: false },
          value: (u, amount) => amount === null ? "–" : exact.format(amount) + " " + place.dataset.currency
        }))
      ],
      axes: [
        { ...axis, values: [[86400 * 28, "{MMM}", "\n{YYYY}", null, null, null, null, null, 1], [86400, "{D} {MMM}", null, null, null, null, null, null, 1]] },
        { ...axis, size: 70, values: (u, ticks) => ticks.map(tick => whole.format(tick)) }
      ]
    }, read(table), place);
  }

  const places = [...document.querySelectorAll("[data-chart]")];
  const drawAll = () => places.forEach(draw);
  drawAll();
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth !== width) {
      width = window.innerWidth;
      drawAll();
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
})();
