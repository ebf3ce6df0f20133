import { ReadError } from './read-error.ts';
import type { TextBudget } from './chunk-writer.ts';
import type { ReaderOutput } from './messages.ts';
import { OdsCells } from './ods-cells.ts';
import { OdsStyles } from './ods-styles.ts';
import { attribute, readXml, type XmlListener } from './xml.ts';
import { measuredZip, type CheckedZip } from './zip.ts';

const content = 'content.xml';

/** Whether a zip file is an OpenDocument of whatever kind. */
export const isOpenDocument = (zip: CheckedZip): boolean =>
  zip.has(content) && !zip.has('[Content_Types].xml');

/**
 * Reads all tables of an OpenDocument spreadsheet (ISO/IEC 26300).
 *
 * @throws ReadError `sheetEncrypted`, and `sheetUnsupported` for a text or a presentation.
 */
export async function readOds(zip: CheckedZip, fileName: string, output: ReaderOutput): Promise<void> {
  if (await isEncrypted(zip)) throw new ReadError({ code: 'sheetEncrypted', name: fileName });
  const styles = new OdsStyles();
  const listener = { open: styles.open.bind(styles) };
  if (zip.has('styles.xml')) await readXml(zip.open('styles.xml'), fileName, listener);
  const tables = new Tables(fileName, styles, output);
  await readXml(measuredZip(zip, [content], output).open(content), fileName, tables);
  if (!tables.isSpreadsheet) throw new ReadError({ code: 'sheetUnsupported', name: fileName });
}

/**
 * What stands in a sheet and is none of its cells: remarks, shapes with text, readings, changes that somebody
 * recorded, links.
 */
const passedOver = new Set([
  'annotation',
  'shapes',
  'frame',
  'g',
  'rect',
  'line',
  'custom-shape',
  'forms',
  'ruby-text',
  'tracked-changes',
  'dde-links',
]);

/** Hands what stands within each table to its cells. */
class Tables implements XmlListener {
  isSpreadsheet = false;
  readonly #fileName: string;
  readonly #styles: OdsStyles;
  readonly #output: ReaderOutput;
  readonly #budget: TextBudget = { used: 0 };
  #cells: OdsCells | null = null;
  #epoch1904 = false;
  /** Tables within cells of tables are none of their own. */
  #depth = 0;
  #passing = 0;

  constructor(fileName: string, styles: OdsStyles, output: ReaderOutput) {
    this.#fileName = fileName;
    this.#styles = styles;
    this.#output = output;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#passing > 0 || passedOver.has(name)) {
      this.#passing++;
      return;
    }
    if (name === 'table') {
      if (this.#depth++ > 0) return;
      this.#output.beginSheet(
        attribute(attributes, 'name') ?? '',
        this.#styles.hides(attribute(attributes, 'style-name') ?? ''),
      );
      this.#cells = new OdsCells(this.#fileName, this.#budget, this.#styles, this.#epoch1904, this.#output);
    } else if (this.#cells) {
      if (this.#depth === 1) this.#cells.open(name, attributes);
    } else if (name === 'spreadsheet') this.isSpreadsheet = true;
    else if (name === 'null-date')
      this.#epoch1904 = attribute(attributes, 'date-value')?.startsWith('1904') === true;
    else this.#styles.open(name, attributes);
  }

  text(part: string): void {
    if (this.#passing === 0 && this.#depth === 1) this.#cells?.text(part);
  }

  close(name: string): void {
    if (this.#passing > 0) this.#passing--;
    else if (name === 'table') {
      if (--this.#depth > 0) return;
      this.#cells?.end();
      this.#cells = null;
    } else if (this.#depth === 1) this.#cells?.close(name);
  }
}

/** The list of a package's files is far smaller. */
const mostListed = 4 * 1024 * 1024;

/** Whether the parts are encrypted, each on its own or all in one (OpenDocument 1.2 part 3, 4.8). */
async function isEncrypted(zip: CheckedZip): Promise<boolean> {
  const manifest = 'META-INF/manifest.xml';
  if (!zip.has(manifest) || zip.sizeOf(manifest) > mostListed) return false;
  const parts: Uint8Array[] = [];
  for await (const bytes of zip.open(manifest)) parts.push(bytes);
  // Old programs begin it with a document type, so it is searched rather than parsed.
  return Buffer.concat(parts).includes('encryption-data');
}
