import { z } from 'zod';

const bound = String.raw`-?\d{1,15}(?:\.\d{1,15})?|\d{4}-\d{2}-\d{2}`;
const partPattern = new RegExp(
  `^([1-9]\\d{0,14})\\.(?:(has|lacks)|(from|to)\\.(${bound})|(contains|is)\\.(.{0,100}))$`,
  'su',
);

/**
 * One part of a condition on a custom field, flat so that it can stand in an address:
 * `3.has`, `3.lacks`, `3.contains.月结`, `3.from.2023-01-01`, `3.to.120000`, `3.is.VIP`; `3.is.` means “none”.
 * Bounds and options in the normal form of values (custom-fields.ts), money in 分. Parts of one field narrow each
 * other, except that several `is` let any of their values through.
 */
export const customPartSchema = z.string().max(130).regex(partPattern);

/** All that a filter asks of one custom field. */
export interface CustomCondition {
  readonly fieldId: number;
  readonly filled?: 'has' | 'lacks' | undefined;
  readonly contains?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly is?: readonly string[] | undefined;
}

/** The conditions that the parts of a filter make, one a field, in the order in which the fields first occur. */
export const customConditions = (parts: readonly string[] = []): CustomCondition[] => {
  const conditions = new Map<number, CustomCondition>();
  for (const part of parts) {
    const [, id, filled, bounded, limit, worded, words = ''] = partPattern.exec(part) ?? [];
    if (id === undefined) continue;
    const fieldId = Number(id);
    const known = conditions.get(fieldId) ?? { fieldId };
    conditions.set(fieldId, {
      ...known,
      ...(filled === 'has' || filled === 'lacks' ? { filled } : {}),
      ...(bounded === 'from' ? { from: limit } : {}),
      ...(bounded === 'to' ? { to: limit } : {}),
      ...(worded === 'contains' ? { contains: words } : {}),
      ...(worded === 'is' ? { is: [...(known.is ?? []), words] } : {}),
    });
  }
  return [...conditions.values()];
};

/** The parts of a filter that {@link customConditions} reads as this condition; none when it asks for nothing. */
export const customParts = ({ fieldId, filled, contains, from, to, is }: CustomCondition): string[] => [
  ...(filled ? [`${fieldId}.${filled}`] : []),
  ...(contains ? [`${fieldId}.contains.${contains}`] : []),
  ...(from ? [`${fieldId}.from.${from}`] : []),
  ...(to ? [`${fieldId}.to.${to}`] : []),
  ...(is ?? []).map((value) => `${fieldId}.is.${value}`),
];

/** The parts with those of one field put in place of what was there; undefined when nothing is left. */
export const withCustomCondition = (
  parts: readonly string[] | undefined,
  condition: CustomCondition,
): string[] | undefined => {
  const others = (parts ?? []).filter((part) => !part.startsWith(`${condition.fieldId}.`));
  const all = [...others, ...customParts(condition)];
  return all.length === 0 ? undefined : all;
};
