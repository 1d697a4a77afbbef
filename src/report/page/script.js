"use strict";
(function () {
  const { names, words } = JSON.parse(document.getElementById("page-data").textContent);
  const language = document.documentElement.lang;
  const all = (what, from) => Array.from((from || document).querySelectorAll(what));
  const fill = (text, ...values) => values.reduce((filled, value, at) => filled.replace("{" + at + "}", value), text);
  const shown = (number) => number.toLocaleString(language);
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const sure = document.getElementById("sure");
  const lists = {};

  function button(label, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.append(label);
    made.addEventListener("click", action);
    return made;
  }

  // What rows add up to: their `data-n` by the units of their table, without those that are zero.
  function sums(table, rows) {
    if (!table.dataset.units) return "";
    const units = table.dataset.units.split("|");
    const totals = units.map(() => 0);
    rows.forEach((row) => row.dataset.n.split(" ").forEach((number, at) => { totals[at] += Number(number); }));
    return units.map((unit, at) => totals[at] && fill(unit, shown(totals[at]))).filter(Boolean).join(", ");
  }

  // A search above a table; a table with an id can also be asked for the rows behind a figure.
  function searchable(table) {
    const input = document.createElement("input");
    input.type = "search";
    input.placeholder = words.search;
    input.setAttribute("aria-label", words.search + ": " + table.caption.textContent);
    const said = document.createElement("p");
    said.className = "filter";
    said.tabIndex = -1;
    said.setAttribute("role", "status");
    const reset = button(words.all, () => { input.value = ""; choose([]); });
    const box = document.createElement("div");
    box.className = "tools";
    box.append(input, reset, said);
    const holder = table.closest(".scroll");
    holder.before(box);
    const folded = new WeakMap();
    let wanted = [];

    function apply() {
      const sought = fold(input.value).split(/\s+/).filter(Boolean);
      const fits = (row) => {
        if (sure && sure.checked && row.classList.contains("unsure")) return false;
        if (!folded.has(row) && sought.length) folded.set(row, fold(row.textContent));
        const tokens = wanted.length ? row.dataset.t.split(" ") : [];
        return wanted.every((token) => tokens.includes(token)) && sought.every((word) => folded.get(row).includes(word));
      };
      const rows = Array.from(table.tBodies[0].rows);
      const left = rows.filter((row) => { row.hidden = !fits(row); return !row.hidden; });
      said.textContent = describe(left, sought.length > 0);
      reset.hidden = !wanted.length && !sought.length;
    }

    function describe(left, isSought) {
      const link = wanted.length && document.querySelector('a[data-f="' + wanted.join(" ") + '"][data-y]');
      const behind = link && !isSought && !(sure && sure.checked) ? Number(link.dataset.y) : left.length;
      const count = behind > left.length ? fill(words.cut, shown(left.length), shown(behind)) : fill(words.rows, shown(left.length));
      const name = wanted.map((token) => names[token] || token).join(" · ");
      const said = [count, sums(table, left)].filter(Boolean).join(", ");
      return name ? fill(words.filter, name) + ": " + said : said;
    }

    function choose(tokens) {
      wanted = tokens;
      apply();
      holder.scrollTop = 0;
      if (tokens.length) said.focus({ preventScroll: true });
    }

    let wait;
    input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(apply, 120); });
    if (sure) sure.addEventListener("change", apply);
    reset.hidden = true;
    if (table.id) { lists[table.id.replace("-table", "")] = choose; apply(); }
  }

  function value(text) {
    const found = text.match(/-?\d[\d.,]*/);
    if (!found) return -Infinity;
    return Number(language === "vi" ? found[0].replace(/\./g, "").replace(",", ".") : found[0].replace(/,/g, ""));
  }

  function sortable(table) {
    const order = new Intl.Collator(language);
    const heads = Array.from(table.tHead.rows).flatMap((row) => Array.from(row.cells));
    const columns = heads.filter((cell) => cell.scope !== "colgroup");
    columns.forEach((cell, at) => {
      const sort = button("", () => {
        const way = cell.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        columns.forEach((other) => other.removeAttribute("aria-sort"));
        cell.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
        const text = (row) => (row.cells[at] ? row.cells[at].textContent : "");
        const number = cell.classList.contains("number");
        const keyed = Array.from(table.tBodies[0].rows, (row) => ({ row, key: number ? value(text(row)) : text(row) }));
        const compare = number ? (a, b) => a.key - b.key || 0 : (a, b) => order.compare(a.key, b.key);
        keyed.sort((a, b) => way * compare(a, b));
        table.tBodies[0].append(...keyed.map((item) => item.row));
      });
      sort.append(...cell.childNodes);
      cell.append(sort);
    });
  }

  // Opens what the address names: a part of the page, or the rows behind a figure (#rows=plan+outbound+LA).
  let stood;
  function go() {
    stood = location.hash;
    const [id, tokens] = decodeURIComponent(stood.slice(1)).split("=");
    const target = document.getElementById(id);
    if (!target) return;
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    all(":scope > details", target).forEach((part) => { part.open = true; });
    if (lists[id]) lists[id](tokens ? tokens.split("+") : []);
    target.scrollIntoView();
  }

  all("table.tool").forEach((table) => {
    sortable(table);
    if (table.id || table.tBodies[0].rows.length > 20) searchable(table);
  });
  all("a[data-f]").forEach((link) => { link.hash += "=" + link.dataset.f.replace(/ /g, "+"); });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-f]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    location.hash = link.hash;
    go();
  });
  window.addEventListener("hashchange", () => { if (location.hash !== stood) go(); });
  if (location.hash) go();

  // The arrow keys walk from figure to figure of a table: the tab key stops once in each line.
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  document.addEventListener("keydown", (event) => {
    const cell = steps[event.key] && event.target.matches("td a[data-f]") && event.target.closest("td");
    if (!cell) return;
    const rows = all("tr", cell.closest("table"));
    let row = rows.indexOf(cell.parentElement);
    let column = cell.cellIndex;
    let next;
    do {
      row += steps[event.key][0];
      column += steps[event.key][1];
      if (!rows[row] || !rows[row].cells[column]) return;
      next = rows[row].cells[column].querySelector("a[data-f]");
    } while (!next);
    event.preventDefault();
    next.focus();
  });

  const menu = document.getElementById("menu");
  const narrow = window.matchMedia("(max-width:72rem)");
  const foldMenu = () => { menu.open = !narrow.matches; };
  narrow.addEventListener("change", foldMenu);
  menu.addEventListener("click", (event) => { if (event.target.closest("a")) foldMenu(); });
  foldMenu();

  // A frame is a stop of the tab key only while it scrolls.
  const frames = new ResizeObserver((seen) => seen.forEach(({ target }) => {
    target.tabIndex = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight ? 0 : -1;
  }));
  all(".scroll").forEach((frame) => frames.observe(frame));
  window.addEventListener("beforeprint", () => all("details:not(.screen)").forEach((part) => { part.open = true; }));
})();
