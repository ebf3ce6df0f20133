import { halfWidth } from '../../../src-shared/width.ts';
import { toSimplified } from '../search/simplify.ts';

/** A header without what people decorate headers with. */
export interface HeaderKey {
  /** Lower case, half-width, simplified, without spaces, signs, brackets and a number at the end. */
  readonly key: string;
  /** What stood in brackets, as keys: 万元, 必填, mobile. */
  readonly brackets: readonly string[];
  /** 职务 and 职位 of 职务/职位, as keys; empty where nothing stands between signs that mean “or”. */
  readonly sides: readonly string[];
  /** 2 of 手机2, 联系人（二）, 第二联系人, 联系人2电话; null without one. */
  readonly number: number | null;
}

const chineseNumbers = '一二三四五六七八九';
const bracketed = /[([{【〔〈《「]([^)\]}】〕〉》」]*)[)\]}】〕〉》」]/gu;

/** Letters, digits and characters of any script; everything else is decoration. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Reduces a header as sheets really have it (`*手 机\n号码：`, `联系电话（必填）`, `2、客户名称`) to the key by which the
 * dictionary knows it.
 */
export function headerKey(header: string): HeaderKey {
  const text = toSimplified(halfWidth(header).normalize('NFKC')).toLowerCase();
  const brackets: string[] = [];
  const outside = text
    .replace(bracketed, (_, inside: string) => {
      brackets.push(bare(inside));
      return ' ';
    })
    // 1、客户名称 and 1. Name number the columns of a form.
    .replace(/^\s*[([]?\d{1,2}\s*(?:[、.,:)\]]\s*|(?=\p{Script=Han}|\s))/u, '');
  const whole = bare(outside);
  const divided = outside.split(/[/、|,&+]|[或及和]/u).map(bare);
  const sides = divided.length > 1 && divided.every((side) => side.length > 1) ? divided : [];
  const inBrackets = brackets.find((inside) => /^[1-9一二三四五六七八九]$/u.test(inside));

  const ordinal = /^第([1-9一二三四五六七八九])(?=\p{L})/u.exec(whole);
  if (ordinal) return { key: whole.slice(ordinal[0].length), brackets, sides, number: numberOf(ordinal[1]) };
  const inside = /^([\p{L}]*\p{L})([1-9])(\p{L}+)$/u.exec(whole);
  if (inside) return { key: `${inside[1]}${inside[3]}`, brackets, sides, number: numberOf(inside[2]) };
  const trailing = /^(.*[^\d一二三四五六七八九])([1-9一二三四五六七八九])$/u.exec(whole);
  if (trailing?.[1]) return { key: trailing[1], brackets, sides, number: numberOf(trailing[2]) };
  return { key: whole, brackets, sides, number: inBrackets === undefined ? null : numberOf(inBrackets) };
}

const numberOf = (digit = ''): number => {
  const chinese = chineseNumbers.indexOf(digit);
  return chinese < 0 ? Number(digit) : chinese + 1;
};
