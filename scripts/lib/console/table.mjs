/**
 * Columns wide enough for what is in them; numbers to the right.
 * @param {(string | number)[][]} rows
 */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const cell = (value, width) => (typeof value === 'number' ? String(value).padStart(width) : String(value).padEnd(width));
  return rows.map((row) => `  ${row.map((value, column) => cell(value, widths[column])).join('  ')}`.trimEnd()).join('\n');
}
