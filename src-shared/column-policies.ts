import { contactMethodTypes } from './contact-methods.ts';
import type { ColumnPolicy } from './import-plan.ts';

const append: readonly ColumnPolicy[] = ['append', 'fill', 'overwrite', 'keep'];
const single: readonly ColumnPolicy[] = ['fill', 'overwrite', 'keep'];
/** People come and go: nobody is put in the place of somebody else. */
const people: readonly ColumnPolicy[] = ['append', 'fill', 'keep'];

const lists: ReadonlySet<string> = new Set(['tags', 'aliases', 'notes', ...contactMethodTypes]);

/** What a column with this field can do to a customer that is there already, its habit first; none for codes and kinds. */
export function policiesOf(field: string): readonly ColumnPolicy[] {
  if (field === 'ignore' || field === 'code' || field === 'kind') return [];
  if (field === 'contactName') return people;
  return lists.has(field) ? append : single;
}

/** What a column does when nobody says anything. */
export const defaultPolicy = (field: string): ColumnPolicy => policiesOf(field)[0] ?? 'fill';
