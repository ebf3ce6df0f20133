import { isAddress, isPersonName, looksLikeCompany } from '../../../src-shared/company-names.ts';
import type { HeadingKind } from '../../../src-shared/imports.ts';
import { splitRegion } from '../../../src-shared/regions.ts';
import type { HeaderRange } from './header-rows.ts';
import { bareHeading, type Headings } from './heading-rows.ts';
import { headingTable } from './heading-table.ts';
import { isNoteStart, isTotalText } from './left-out.ts';
import { readStage } from './options.ts';
import type { SheetCells } from './sheet-cut.ts';

/** A heading is a word or two. */
const longest = 24;

const ownerLabel =
  /^(?:业务员|业务|销售员?|负责人|客户经理|跟进人?|店员|经办人?|教练|老师|医生|美容师|发型师|技师|设计师|顾问)\s*[:：\s]\s*(.{1,10})$/u;
const area = /^(?:华[东南西北中]|东北|西北|西南|东南|江浙沪|珠三角|长三角)(?:大?区|地区|片区?)?$/u;
const areaEnd = /^\p{Script=Han}{1,6}(?:片区|大区|地区|区域|商圈|线路)$/u;
const year = /^(?:19|20)\d{2}\s*年?度?(?:\s*\d{1,2}\s*月份?)?(?:客户|会员|学员|名单)?$/u;

/**
 * Rows of one word above the rows it holds for: an area, a clerk, a year, or whatever else a list is grouped by. They say so by being
 * merged across the table, by the header that follows them once more, or by their words.
 */
export function groupHeadings(sheet: SheetCells, header: HeaderRange | null): Headings | null {
  const table = headingTable(sheet, header);
  const texts = new Map<number, string>();
  const kinds: HeadingKind[] = [];
  const leads = new Map<number, number>();
  const consider = (position: number, isSure: boolean): void => {
    const [cell] = sheet.cellsAt(position);
    if (!cell || cell.type === 'error') return;
    const read = readGroup(cell.text, isSure);
    if (!read) return;
    texts.set(sheet.rowAt(position), read.text);
    kinds.push(read.kind);
    leads.set(cell.column, (leads.get(cell.column) ?? 0) + 1);
  };
  if (table.above !== null) consider(table.above, true);
  for (let position = table.from; position < sheet.filledRows; position++) {
    if (sheet.columnsAt(position).length !== 1) continue;
    const next = position + 1;
    const isFollowed = next < sheet.filledRows && sheet.columnsAt(next).length > 1;
    if (isFollowed) consider(position, table.isAcross(position) || table.isHeader(next));
  }
  if (texts.size < 2 || texts.size * 2 > sheet.filledRows) return null;
  const [lead] = [...leads].toSorted(([, a], [, b]) => b - a)[0] ?? [0];
  return { kind: commonKind(kinds), texts, own: new Set(), lead };
}

/** @param isSure whether the row is a heading whatever it says. */
function readGroup(written: string, isSure: boolean): { kind: HeadingKind; text: string } | null {
  // What is longer is none, and would take long to be looked at.
  if (written.length > 3 * longest) return null;
  const text = bareHeading(written);
  if (text === '' || text.length > longest || /[。；;！!?？]/u.test(text)) return null;
  if (isNoteStart(written) || isTotalText(written) || looksLikeCompany(text)) return null;
  const owner = ownerLabel.exec(text)?.[1]?.trim();
  if (owner !== undefined) return { kind: 'owner', text: owner };
  if (year.test(text)) return { kind: 'year', text };
  if (area.test(text) || areaEnd.test(text)) return { kind: 'region', text };
  const isDecorated = /^[-—–=*#※◆■●▲★【[〔《]/u.test(written.trim());
  const isKnown = isSure || isDecorated || readStage(text) !== null;
  if (!isKnown) return null;
  const region = splitRegion(text);
  if (region.province !== '' && region.rest === '') return { kind: 'region', text };
  return { kind: isPersonName(text) || isAddress(text) ? 'owner' : 'other', text };
}

function commonKind(kinds: readonly HeadingKind[]): HeadingKind {
  const [first] = kinds;
  const same = kinds.filter((kind) => kind === first).length;
  return first !== undefined && same * 5 >= kinds.length * 4 ? first : 'other';
}
