// Reads every cell of the workbooks named, with SheetJS in its dense mode, and counts.
const XLSX = require("xlsx");

let cells = 0;
for (const path of process.argv.slice(2)) {
  const book = XLSX.readFile(path, { dense: true, cellDates: true });
  for (const name of book.SheetNames) {
    const rows = book.Sheets[name]["!data"] || book.Sheets[name];
    for (const row of rows) if (row) for (const cell of row) if (cell) ++cells;
  }
}
console.log(cells, "cells");
