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

/**
 * Finds the parts of a workbook by its relationships (ECMA-376 part 2), as programs other than Excel name them
 * as they like.
 *
 * @returns null when the package holds no workbook of XML parts.
 */
export async function findParts(zip: CheckedZip, fileName: string): Promise<WorkbookParts | null> {
  const roots = zip.has('_rels/.rels') ? await readRelationships(zip, '_rels/.rels', '', fileName) : [];
  const workbook = roots.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  if (!zip.has(workbook) || !workbook.toLowerCase().endsWith('.xml')) return null;

  const slash = workbook.lastIndexOf('/') + 1;
  const folder = workbook.slice(0, slash);
  const listing = `${folder}_rels/${workbook.slice(slash)}.rels`;
  const parts = zip.has(listing) ? await readRelationships(zip, listing, folder, fileName) : [];

  const sheets: ListedSheet[] = [];
  let epoch1904 = false;
  await readXml(zip.open(workbook), fileName, {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const part = parts.find(({ id }) => id === attribute(attributes, 'id'));
      if (!part?.type.endsWith('/worksheet') || !zip.has(part.target)) return;
      const state = attributes['state'];
      const hidden = state === 'hidden' || state === 'veryHidden';
      sheets.push({ name: attributes['name'] ?? '', hidden, part: part.target });
    },
  });
  const partOf = (kind: string): string | null => {
    const target = parts.find(({ type }) => type.endsWith(`/${kind}`))?.target;
    return target !== undefined && zip.has(target) ? target : null;
  };
  return { sheets, epoch1904, strings: partOf('sharedStrings'), styles: partOf('styles') };
}

interface Relationship {
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
