/** After so many quotes that nothing closes, quotes are ordinary characters in the rest of the file. */
const mostUnclosed = 10;

/**
 * Splits text into records of fields (RFC 4180): quoted fields may hold delimiters, line breaks and doubled
 * quotes; lines end in CRLF, LF or CR. Beyond the standard, a quote that nothing closes is an ordinary
 * character, and so is what follows a closing quote up to the delimiter.
 */
export function* parseRecords(text: string, delimiter: string): Generator<string[]> {
  let at = 0;
  let unclosed = 0;
  let record: string[] = [];
  while (at < text.length) {
    let field = '';
    if (text[at] === '"' && unclosed <= mostUnclosed) {
      const quoted = readQuoted(text, at);
      if (quoted) {
        field = quoted.field;
        at = quoted.end;
      } else {
        unclosed++;
      }
    }
    const end = endOfField(text, at, delimiter);
    field += text.slice(at, end);
    record.push(field);
    at = end;
    if (at >= text.length) break;
    const mark = text[at];
    at += mark === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (mark === delimiter) {
      // A delimiter at the very end opens one more, empty field.
      if (at >= text.length) record.push('');
      continue;
    }
    yield record;
    record = [];
  }
  if (record.length > 0) yield record;
}

/** The field that opens at `start` with a quote, and where it ends; null when nothing closes it. */
function readQuoted(text: string, start: number): { field: string; end: number } | null {
  let field = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    field += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { field, end: quote + 1 };
    field += '"';
    from = quote + 2;
  }
}

function endOfField(text: string, from: number, delimiter: string): number {
  const mark = delimiter.charCodeAt(0);
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === mark || code === 10 || code === 13) break;
  }
  return at;
}
