import {
  fieldNameKey,
  readCustomValue,
  type CustomFieldType,
  type CustomKey,
  type NewField,
} from '../../../src-shared/custom-fields.ts';
import { isBuiltInLabel } from '../../../src-shared/labels.ts';
import { shareOf, type ColumnEvidence } from './column-evidence.ts';
import { joinHeader } from './header-rows.ts';

/** So many different words are a list to choose from; more are text. */
const mostOptions = 12;
/** So much of a column has to fit a type: the rest is doubted row by row. */
const enough = 0.8;

/** A header without its unit: 年采购额（万元） → 年采购额, whose amounts are stored in full. */
const withoutUnit = (header: string): string =>
  header.replace(/[(（[【][^()（）[\]【】]*[元￥¥][^()（）[\]【】]*[)）\]】]\s*$/u, '').trim() || header;

/**
 * The custom field that a column would make: named by its header, with the type that its values have. Null where
 * nothing stands in it, it has no header, or the name is taken.
 */
export function suggestField(
  header: readonly string[],
  evidence: ColumnEvidence,
  own: ReadonlyMap<string, CustomKey>,
): NewField | null {
  const whole = joinHeader(header).replace(/[*＊:：\s]+$/u, '');
  const isMoney = /(?<!单)元|[￥¥]|金额|货款|欠款|余额|价|费|额度?$/u.test(whole);
  const name = (isMoney ? withoutUnit(whole) : whole).slice(0, 50).trim();
  if (name === '' || evidence.filled === 0 || own.has(fieldNameKey(name)) || isBuiltInLabel(name))
    return null;
  const type = typeOf(evidence, isMoney);
  return { name, type, options: type === 'choice' ? [...evidence.values] : [] };
}

function typeOf(evidence: ColumnEvidence, isMoney: boolean): CustomFieldType {
  const { values, distinct, looked } = evidence;
  const share = (type: CustomFieldType): number =>
    values.length === 0
      ? 0
      : values.filter((value) => readCustomValue({ type, options: [] }, value) !== null).length /
        values.length;
  if (shareOf(evidence, 'date') >= enough) return 'date';
  if (values.length <= 4 && share('boolean') === 1 && !values.every((value) => /^\d+$/u.test(value)))
    return 'boolean';
  if (isMoney && share('money') >= enough) return 'money';
  if (share('number') >= enough) return 'number';
  if (/[￥¥元万]/u.test(values[0] ?? '') && share('money') >= enough) return 'money';
  const isList = values.length <= mostOptions && looked >= 4 && distinct <= 0.5;
  return isList && values.every((value) => value.length <= 20) ? 'choice' : 'text';
}
