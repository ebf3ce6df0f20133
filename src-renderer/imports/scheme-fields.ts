import { fieldNameKey, type NewField } from '../../src-shared/custom-fields.ts';
import type { ImportTarget, Understanding } from '../../src-shared/imports.ts';

/**
 * A sheet whose columns are to make fields, among the fields that the import makes already: those of one name are one,
 * as the import has it.
 */
export const withSchemeFields = (
  newFields: readonly NewField[],
  understanding: Understanding,
): { readonly newFields: readonly NewField[]; readonly understanding: Understanding } => {
  if (understanding.newFields.length === 0) return { newFields, understanding };
  const all = [...newFields];
  const places = understanding.newFields.map((field) => {
    const key = fieldNameKey(field.name);
    const known = all.findIndex(({ name }) => fieldNameKey(name) === key);
    return known === -1 ? all.push(field) - 1 : known;
  });
  const placed = (target: ImportTarget): ImportTarget => {
    const place = target.field.startsWith('new:')
      ? places[Number(target.field.slice('new:'.length))]
      : undefined;
    return place === undefined ? target : { ...target, field: `new:${place}` };
  };
  return {
    newFields: all,
    understanding: {
      ...understanding,
      columns: understanding.columns.map((guess) => ({
        ...guess,
        target: placed(guess.target),
        also: guess.also.map(placed),
      })),
    },
  };
};
