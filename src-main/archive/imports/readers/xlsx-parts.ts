import { ReadError } from './read-error.ts';
import type { CheckedZip } from './zip.ts';
import { attribute, readXml } from './xml.ts';
import { plainNumber, readNumberFormat, type NumberFormat } from './number-formats.ts';

/** A worksheet as the workbook part lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of the zip entry. */
  readonly part: string;
}

export interface WorkbookParts {
  readonly sheets: readonly ListedSheet[];
  readonly epoch1904: boolean;
  readonly strings: string | null;
  readonly styles: string | null;
}

/** The parts that a package lists beside its workbook part, which is of XML, or binary as in .xlsb. */
export interface Package {
  readonly workbook: string;
  readonly related: readonly Relationship[];
}

/**
 * Finds the workbook of a package by its relationships (ECMA-376 part 2), as programs other than Excel name
 * parts as they like.
 *
 * @returns null when the package holds no workbook.
 */
export async function findWorkbook(zip: CheckedZip, fileName: string): Promise<Package | null> {
  const roots = zip.has('_rels/.rels') ? await readRelationships(zip, '_rels/.rels', '', fileName) : [];
  const workbook = roots.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  if (!zip.has(workbook)) return null;
  const slash = workbook.lastIndexOf('/') + 1;
  const folder = workbook.slice(0, slash);
  const listing = `${folder}_rels/${workbook.slice(slash)}.rels`;
  const related = zip.has(listing) ? await readRelationships(zip, listing, folder, fileName) : [];
  return { workbook, related };
}

/** Lists the sheets of a workbook of XML parts. Throws ReadError `sheetUnsupported` for another document. */
export async function findParts(
  zip: CheckedZip,
  { workbook, related }: Package,
  fileName: string,
): Promise<WorkbookParts> {
  const sheets: ListedSheet[] = [];
  let epoch1904 = false;
  let root = '';
  await readXml(zip.open(workbook), fileName, {
    open(name, attributes) {
      root ||= name;
      if (name === 'workbookPr') epoch1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const part = worksheetPart(zip, related, attribute(attributes, 'id'));
      if (part === null) return;
      const state = attributes['state'];
      const hidden = state === 'hidden' || state === 'veryHidden';
      sheets.push({ name: attributes['name'] ?? '', hidden, part });
    },
  });
  // Texts and presentations are packages too.
  if (root !== 'workbook') throw new ReadError({ code: 'sheetUnsupported', name: fileName });
  return { sheets, epoch1904, ...commonParts(zip, related) };
}

/** The part of a worksheet by its relationship; null for charts and what is not there. */
export function worksheetPart(
  zip: CheckedZip,
  related: readonly Relationship[],
  id: string | undefined,
): string | null {
  const part = related.find((relationship) => relationship.id === id);
  return part?.type.endsWith('/worksheet') && zip.has(part.target) ? part.target : null;
}

export function commonParts(
  zip: CheckedZip,
  related: readonly Relationship[],
): Pick<WorkbookParts, 'strings' | 'styles'> {
  const partOf = (kind: string): string | null => {
    const target = related.find(({ type }) => type.endsWith(`/${kind}`))?.target;
    return target !== undefined && zip.has(target) ? target : null;
  };
  return { strings: partOf('sharedStrings'), styles: partOf('styles') };
}

export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function readRelationships(
  zip: CheckedZip,
  part: string,
  folder: string,
  fileName: string,
): Promise<Relationship[]> {
  const relationships: Relationship[] = [];
  await readXml(zip.open(part), fileName, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = resolve(folder, attributes['Target'] ?? '');
      relationships.push({ id: attributes['Id'] ?? '', type: attributes['Type'] ?? '', target });
    },
  });
  return relationships;
}

/** A target is relative to the folder of its source part, or absolute in the package. */
function resolve(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The number format of each cell style, by the index that cells carry in `s`. */
export async function readStyles(zip: CheckedZip, part: string, fileName: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const styles: NumberFormat[] = [];
  let inCellStyles = false;
  await readXml(zip.open(part), fileName, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCellStyles = true;
      if (name !== 'xf' || !inCellStyles) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(Number.isInteger(id) ? readNumberFormat(id, codes.get(id)) : plainNumber);
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** A boolean of the format: `1`, `true` or `on`. */
export const isTrue = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';
