import { Parser } from 'htmlparser2';
import { ReadError } from './read-error.ts';
import { ChunkWriter, type TextBudget } from './chunk-writer.ts';
import { HtmlTable } from './html-table.ts';
import { readLimits } from './limits.ts';
import type { ReaderOutput } from './messages.ts';

/** Whether text is a web page, or a piece of one as programs and the clipboard write tables. */
export const isHtml = (start: string): boolean =>
  /^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|meta|body|table|style|div|center|font)\b/iu.test(
    start,
  ) || /^\s*<(?:\?xml|!doctype)[\s\S]*?<html\b/iu.test(start);

/** Elements whose text is not shown. */
const unshown = new Set(['script', 'style', 'title', 'template', 'noscript', 'rt', 'rp']);
/** Elements that stand on lines of their own. */
const blocks = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre']);
/** Characters handed to the parser at a time. */
const partLength = 65_536;

/**
 * Reads the tables of a web page, each as a sheet; a table within a cell of another is one of its own. A
 * web page tells no types: all cells are text.
 *
 * @throws ReadError `sheetUnsupported` when it has no table.
 */
export function readHtml(text: string, fileName: string, output: ReaderOutput): void {
  const tables: HtmlTable[] = [];
  const open: HtmlTable[] = [];
  let unseen = 0;
  const budget: TextBudget = { used: 0 };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const table = open.at(-1);
        if (unshown.has(name)) unseen++;
        else if (name === 'table') {
          if (tables.length >= readLimits.tables || open.length >= readLimits.tableDepth) {
            const max = readLimits.tables;
            throw new ReadError({ code: 'sheetTooLarge', name: fileName, limit: 'memory', max });
          }
          const made = new HtmlTable((emit) => new ChunkWriter(fileName, budget, emit));
          tables.push(made);
          open.push(made);
        } else if (name === 'br' || blocks.has(name)) table?.breakLine(name !== 'br');
        else table?.open(name, attributes);
      },
      ontext(part) {
        if (unseen === 0) open.at(-1)?.text(part);
      },
      onclosetag(name) {
        if (unshown.has(name)) unseen--;
        else if (name === 'table') open.pop()?.end();
        else if (blocks.has(name)) open.at(-1)?.breakLine(true);
        else open.at(-1)?.close(name);
      },
    },
    { lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  for (let at = 0; at < text.length; at += partLength) {
    parser.write(text.slice(at, at + partLength));
    output.progress(Math.min(at + partLength, text.length), text.length);
  }
  parser.end();
  for (const table of open.reverse()) table.end();

  if (tables.length === 0) throw new ReadError({ code: 'sheetUnsupported', name: fileName });
  const filled = tables.filter((table) => table.isFilled);
  const base = fileName.replace(/\.[^.]*$/u, '');
  for (const [index, table] of filled.entries()) {
    table.emit(index === 0 ? base : `${base} ${index + 1}`, output);
  }
}
