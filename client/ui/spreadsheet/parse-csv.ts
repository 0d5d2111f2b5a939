// Reads CSV as Excel and WPS write it: commas, semicolons or tabs, quotes with line breaks in them.

export function parseCsv(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(plain);
  const rows: string[][] = [];
  let row: string[] = [];
  for (const { field, ends } of fieldsOf(plain, separator)) {
    row.push(field);
    if (!ends) continue;
    rows.push(row);
    row = [];
  }
  // An empty row between others counts, so that each row has the number that people see.
  return rows.slice(0, rows.findLastIndex((cells) => cells.some((cell) => cell !== '')) + 1);
}

/**
 * That of the first line, where the headers seldom hold one. A title above them holds none; one column alone needs
 * none, though a cell of it may hold one.
 */
function separatorOf(text: string): string {
  const [first = '', ...others] = text.split(/\r?\n/, 12);
  const separated = [first, ...others].filter((each) => /[,\t;]/.test(each));
  const line = separated.length > 1 || separated[0] === first ? (separated[0] ?? '') : first;
  const counted = [',', '\t', ';'].map((sign) => ({ sign, count: line.split(sign).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

/** One field after the other; `ends`: it is the last of its row. */
function* fieldsOf(text: string, separator: string): Generator<{ field: string; ends: boolean }> {
  let at = 0;
  while (at < text.length) {
    const { field, next } = text[at] === '"' ? quotedField(text, at) : plainField(text, at, separator);
    const ends = text[next] !== separator;
    yield { field, ends };
    at = ends && text.startsWith('\r\n', next) ? next + 2 : next + 1;
    if (!ends && at >= text.length) yield { field: '', ends: true };
  }
}

function plainField(text: string, from: number, separator: string): { field: string; next: number } {
  let next = from;
  while (next < text.length && text[next] !== separator && text[next] !== '\n' && text[next] !== '\r')
    next += 1;
  return { field: text.slice(from, next), next };
}

/** What follows the closing quote up to the separator is dropped: it means nothing. */
function quotedField(text: string, from: number): { field: string; next: number } {
  let next = from + 1;
  let field = '';
  for (;;) {
    const quote = text.indexOf('"', next);
    if (quote < 0) return { field: field + text.slice(next), next: text.length };
    field += text.slice(next, quote);
    next = quote + 1;
    if (text[next] !== '"') return { field, next };
    field += '"';
    next += 1;
  }
}
