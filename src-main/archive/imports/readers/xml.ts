import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { ReadError } from './read-error.ts';

/** What a reader of an XML part wants to be told. Names come without their namespace prefix. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>, selfClosing: boolean): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Streams one XML part. A document type is refused: no spreadsheet program writes one, and entities are how
 * a few bytes become gigabytes.
 *
 * @throws ReadError `sheetSuspicious`; an ordinary error when the XML is not well-formed.
 */
export async function readXml(
  parts: AsyncIterable<Uint8Array>,
  fileName: string,
  listener: XmlListener,
): Promise<void> {
  const feed = feedTo(fileName, listener);
  let decoder: TextDecoder | undefined;
  for await (const bytes of parts) {
    decoder ??= new TextDecoder(encodingOf(bytes));
    feed.write(decoder.decode(bytes, { stream: true }));
  }
  feed.write(decoder?.decode() ?? '');
  feed.close();
}

/** Characters handed to the parser at a time. */
const partLength = 65_536;

/**
 * Reads XML that is text already, as {@link readXml} does.
 *
 * @param progress is told how many characters are read.
 */
export function readXmlText(
  text: string,
  fileName: string,
  listener: XmlListener,
  progress: (done: number) => void,
): void {
  const feed = feedTo(fileName, listener);
  for (let at = 0; at < text.length; at += partLength) {
    feed.write(text.slice(at, at + partLength));
    progress(Math.min(at + partLength, text.length));
  }
  feed.close();
}

function feedTo(fileName: string, listener: XmlListener): { write(text: string): void; close(): void } {
  const parser = new SaxesParser();
  let inProlog = true;
  let prolog = '';
  parser.on('opentag', (tag) => {
    inProlog = false;
    listener.open(localName(tag.name), tag.attributes, tag.isSelfClosing);
  });
  if (listener.close) {
    const close = listener.close.bind(listener);
    parser.on('closetag', (tag) => close(localName(tag.name)));
  }
  if (listener.text) {
    const text = listener.text.bind(listener);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.on('doctype', () => {
    throw new ReadError({ code: 'sheetSuspicious', name: fileName, reason: 'dtd' });
  });
  let unbroken = 0;
  return {
    write(part) {
      const text = withoutForbidden(part);
      // The parser keeps a text until its end, so one without an end would take all memory.
      const mark = Math.max(text.lastIndexOf('<'), text.lastIndexOf('>'));
      unbroken = mark < 0 ? unbroken + text.length : text.length - mark;
      if (unbroken > longestText) throw new Error('a text of XML without an end');
      if (inProlog) {
        prolog += text;
        refuseDoctype(prolog, fileName);
      }
      parser.write(text);
    },
    close: () => void parser.close(),
  };
}

/** A cell has 32,767 characters, each of six at most when it is escaped. */
const longestText = 1024 * 1024;
const longestProlog = 1024 * 1024;

/**
 * Looks for a document type before the parser sees the text: it would first collect the whole of it.
 * Written as a walk over the prolog, because an expression with alternatives could take for ever.
 */
function refuseDoctype(prolog: string, fileName: string): void {
  let at = 0;
  for (;;) {
    while (/\s/u.test(prolog.charAt(at))) at++;
    const end = prolog.startsWith('<?', at) ? '?>' : prolog.startsWith('<!--', at) ? '-->' : null;
    if (end === null) break;
    const found = prolog.indexOf(end, at);
    if (found < 0) break;
    at = found + end.length;
  }
  const rest = prolog.slice(at, at + 4);
  if (rest.startsWith('<!') && rest.length > 3 && rest !== '<!--') {
    throw new ReadError({ code: 'sheetSuspicious', name: fileName, reason: 'dtd' });
  }
  if (prolog.length > longestProlog) throw new Error('an XML part without a root element');
}

// Forbidden in XML, yet written by some exporting programs; spreadsheet programs drop them when they repair a file.
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/u;
const withoutForbidden = (text: string): string =>
  forbidden.test(text) ? text.replace(new RegExp(forbidden, 'gu'), '') : text;

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
};

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** The value of an attribute whatever its prefix. */
export const attribute = (attributes: Readonly<Record<string, string>>, name: string): string | undefined => {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found === undefined ? undefined : attributes[found];
};
