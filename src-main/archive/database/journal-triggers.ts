import { journaledColumns, quoted, type JournaledTable } from './tables.ts';

const owner: Record<JournaledTable, (row: 'new' | 'old') => string> = {
  customers: (row) => `${row}.id`,
  contacts: (row) => `${row}.customerId`,
  contactMethods: (row) => `${row}.customerId`,
  customerTags: (row) => `${row}.customerId`,
  customFieldValues: (row) => `${row}.customerId`,
  tags: () => 'null',
  customFields: () => 'null',
  savedViews: () => 'null',
  importSchemes: () => 'null',
  settings: () => 'null',
  importFiles: () => 'null',
};

const into = 'insert into journal (changeId, tableName, rowId, customerId, operation, before, after)';
const currentChange = `coalesce((select id from openChange), raise(abort, 'write outside a change'))`;

/** JSON object of the columns whose value differs between old and new, taken from `row`. */
const changedColumns = (columns: readonly string[], row: 'old' | 'new'): string =>
  `(select json_group_object(k, v) from (${columns
    .map(
      (column) =>
        `select '${column}' as k, ${row}.${quoted(column)} as v where old.${quoted(column)} is not new.${quoted(column)}`,
    )
    .join(' union all ')}))`;

/**
 * The triggers that journal every row of one table and refuse writes outside a change.
 *
 * An update journals the columns that really changed, before and after; a deletion the whole row; an insertion
 * nothing but the fact, since the row itself is there. Derived columns fire no trigger.
 */
export function journalTriggers(table: JournaledTable): string {
  const columns: readonly string[] = journaledColumns[table];
  const of = columns.map(quoted).join(', ');
  const differs = columns.map((column) => `old.${quoted(column)} is not new.${quoted(column)}`).join(' or ');
  const whole = columns.map((column) => `'${column}', old.${quoted(column)}`).join(', ');
  return `
create trigger ${table}Inserted after insert on ${table} begin
  ${into} values (${currentChange}, '${table}', new.id, ${owner[table]('new')}, 'I', null, null);
end;
create trigger ${table}Updated after update of ${of} on ${table} when ${differs} begin
  ${into} values (${currentChange}, '${table}', old.id, ${owner[table]('old')}, 'U',
    ${changedColumns(columns, 'old')}, ${changedColumns(columns, 'new')});
end;
create trigger ${table}Deleted after delete on ${table} begin
  ${into} values (${currentChange}, '${table}', old.id, ${owner[table]('old')}, 'D', json_object(${whole}), null);
end;`;
}
