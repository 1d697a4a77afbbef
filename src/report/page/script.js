"use strict";
(function () {
  var rows = document.getElementById("rows-table");
  if (!rows) return;
  var words = rows.dataset;
  var fold = function (text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  };
  var number = function (text) {
    var plain = text.trim();
    if (plain === "" || plain === "–") return -Infinity;
    var vietnamese = document.documentElement.lang === "vi";
    plain = vietnamese ? plain.replace(/\./g, "").replace(",", ".") : plain.replace(/,/g, "");
    var value = Number(plain);
    return isNaN(value) ? null : value;
  };
  function tools(table) {
    var box = document.createElement("div");
    box.className = "tools";
    var input = document.createElement("input");
    input.type = "search";
    input.placeholder = words.search;
    input.setAttribute("aria-label", words.search);
    var shown = document.createElement("span");
    shown.setAttribute("role", "status");
    box.append(input, shown);
    var holder = table.closest(".scroll");
    holder.parentNode.insertBefore(box, holder);
    var body = table.tBodies[0];
    var state = { tokens: [] };
    var folded = new WeakMap();
    function apply() {
      var wanted = fold(input.value).split(/\s+/).filter(Boolean);
      var count = 0;
      Array.prototype.forEach.call(body.rows, function (row) {
        if (wanted.length && !folded.has(row)) folded.set(row, fold(row.textContent));
        var own = state.tokens.length ? " " + row.dataset.t + " " : "";
        var fits = state.tokens.every(function (token) { return own.indexOf(" " + token + " ") >= 0; }) &&
          wanted.every(function (word) { return folded.get(row).indexOf(word) >= 0; });
        row.hidden = !fits;
        if (fits) count += 1;
      });
      shown.textContent = words.shown.replace("{0}", count);
    }
    var wait;
    input.addEventListener("input", function () { clearTimeout(wait); wait = setTimeout(apply, 120); });
    return { box: box, state: state, apply: apply, input: input };
  }
  function sortable(table) {
    var head = table.tHead;
    var body = table.tBodies[0];
    var last = head.rows[head.rows.length - 1];
    var columns = [];
    Array.prototype.forEach.call(head.rows[0].cells, function (cell) {
      if (cell.rowSpan > 1 || head.rows.length === 1) columns.push(cell);
    });
    if (head.rows.length > 1) columns = columns.concat(Array.prototype.slice.call(last.cells));
    columns.forEach(function (cell, at) {
      var button = document.createElement("button");
      button.type = "button";
      while (cell.firstChild) button.appendChild(cell.firstChild);
      cell.appendChild(button);
      button.addEventListener("click", function () {
        var down = cell.getAttribute("aria-sort") === "ascending";
        columns.forEach(function (other) { other.removeAttribute("aria-sort"); });
        cell.setAttribute("aria-sort", down ? "descending" : "ascending");
        var list = Array.prototype.map.call(body.rows, function (row) {
          var text = row.cells[at] ? row.cells[at].textContent : "";
          return { row: row, text: text, value: number(text) };
        });
        var numeric = list.every(function (item) { return item.value !== null; });
        var order = new Intl.Collator(document.documentElement.lang);
        list.sort(function (a, b) {
          var way = numeric ? a.value - b.value : order.compare(a.text, b.text);
          if (isNaN(way)) way = 0;
          return down ? -way : way;
        });
        var fragment = document.createDocumentFragment();
        list.forEach(function (item) { fragment.appendChild(item.row); });
        body.appendChild(fragment);
      });
    });
  }
  var lists = {};
  Array.prototype.forEach.call(document.querySelectorAll("table.tool"), function (table) {
    sortable(table);
    if (table.tBodies[0].rows.length < 8 && !table.id) return;
    var own = tools(table);
    if (table.id) lists["#" + table.id.replace("-table", "")] = listed(own);
  });
  function listed(own) {
    var all = document.createElement("button");
    all.type = "button";
    all.textContent = words.all;
    all.hidden = true;
    own.box.appendChild(all);
    function choose(tokens) {
      own.state.tokens = tokens;
      all.hidden = tokens.length === 0;
      own.apply();
    }
    all.addEventListener("click", function () { own.input.value = ""; choose([]); });
    return choose;
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[data-f]") : null;
    if (link && lists[link.hash]) lists[link.hash](link.dataset.f.split(" ").filter(Boolean));
  });
  window.addEventListener("beforeprint", function () {
    Array.prototype.forEach.call(document.querySelectorAll("details:not(.screen)"), function (part) { part.open = true; });
  });
})();
