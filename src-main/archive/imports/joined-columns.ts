import type { RowColumn } from './row-columns.ts';

/** Fields to which every column adds something of its own, so that nothing has to be put together. */
const gathering = new Set('notes tags aliases mobile phone email wechat qq fax other'.split(' '));

/** Fields that are one value by nature: where several columns feed them, the first that says something counts. */
const single = new Set(
  'kind stage level gender creditCode identityNumber taxId website registeredCapital postcode'.split(' '),
);

/** Fields whose parts make one number, without anything between them. */
const unspaced = new Set(['code', 'bankAccount', 'registeredPhone']);

const dates = new Set(['birthday', 'foundedOn']);

/**
 * Columns with the same target as one: 姓 and 名, 省 and 市 and 地址, 年 and 月 and 日. The first of them carries the others
 * along.
 */
export function joinColumns(columns: readonly RowColumn[]): RowColumn[] {
  const firsts = new Map<string, RowColumn & { further: RowColumn[] }>();
  const joined: RowColumn[] = [];
  for (const column of columns) {
    const key = `${column.field} ${column.contact}`;
    const first = gathering.has(column.field) ? undefined : firsts.get(key);
    if (first) {
      first.further.push(column);
      continue;
    }
    const own = { ...column, further: [] };
    firsts.set(key, own);
    joined.push(own);
  }
  return joined;
}

/** What one column says for a field that several feed. */
export interface ColumnText {
  readonly column: RowColumn;
  readonly text: string;
}

/** Puts together what columns say for one field, in the order of the sheet. */
export function joinTexts(field: string, said: readonly ColumnText[]): string {
  const texts = said.map(({ text }) => text);
  if (texts.length < 2 || single.has(field)) return texts[0] ?? '';
  // 1985, 5, 1 under 年, 月, 日.
  if (dates.has(field) && texts.every((text) => /^\d{1,4}$/u.test(text))) return texts.join('-');
  if (unspaced.has(field)) return texts.join('');
  const isChineseName = texts.every((text) => /^\p{Script=Han}{1,3}$/u.test(text));
  const inOrder = isChineseName ? said.toSorted((a, b) => nameOrder(a) - nameOrder(b)) : said;
  return inOrder
    .map(({ text }) => text)
    .reduce((whole, text) => {
      // 3, 2, 501 under 楼号, 单元号, 房号.
      if (field === 'address' && /[\dA-Za-z]$/u.test(whole) && /^[\dA-Za-z]+$/u.test(text))
        return `${whole}-${text}`;
      const touches = /\p{Script=Han}$/u.test(whole) || /^\p{Script=Han}/u.test(text);
      return touches ? whole + text : `${whole} ${text}`;
    });
}

/** A Chinese family name stands first, also where an address book has the column of the given name before it. */
const nameOrder = ({ column: { meaning } }: ColumnText): number => (meaning === 'givenName' ? 1 : 0);
