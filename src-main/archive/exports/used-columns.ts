import type { Database } from 'better-sqlite3';
import type { ContactMethodType } from '../../../src-shared/contact-methods.ts';
import type { ContactPart } from '../../../src-shared/labels.ts';
import { breathe } from '../long-work.ts';
import { prepared } from '../statements.ts';
import type { UsedColumns } from './columns.ts';

/** An import knows as many contacts of one row. */
const mostContacts = 10;

/** As many customers as are looked through between two turns of the event loop. */
const batch = 2_000;

/** Which method types, contact columns and custom fields the customers of a selection fill, so that no column stands empty. */
export const usedColumns = async (sqlite: Database, ids: readonly number[]): Promise<UsedColumns> => {
  const methods = new Set<ContactMethodType>();
  const contacts: Set<ContactPart>[] = [];
  const customFields = new Set<number>();
  for (let start = 0; start < ids.length; start += batch) {
    const list = JSON.stringify(ids.slice(start, start + batch));
    for (const type of customerMethods(sqlite, list)) methods.add(type);
    for (const id of filledFields(sqlite, list)) customFields.add(id);
    for (const { place, ...parts } of contactParts(sqlite, list)) {
      const used = (contacts[place] ??= new Set());
      for (const type of parts.types?.split(',') ?? []) used.add(type as ContactMethodType);
      for (const part of ['name', 'title', 'department'] as const) if (parts[part] === 1) used.add(part);
    }
    await breathe();
  }
  return { methods, contacts, customFields };
};

const customerMethods = (sqlite: Database, list: string): ContactMethodType[] =>
  prepared(
    sqlite,
    `select distinct type from contactMethods
     where contactId is null and customerId in (select value from json_each(?))`,
  )
    .pluck()
    .all(list) as ContactMethodType[];

const filledFields = (sqlite: Database, list: string): number[] =>
  prepared(
    sqlite,
    'select distinct fieldId from customFieldValues where customerId in (select value from json_each(?))',
  )
    .pluck()
    .all(list) as number[];

interface PlaceParts {
  readonly place: number;
  readonly name: number;
  readonly title: number;
  readonly department: number;
  readonly types: string | null;
}

const contactParts = (sqlite: Database, list: string): PlaceParts[] =>
  prepared(
    sqlite,
    `with ranked as materialized (
       select id, name, title, department,
         row_number() over (partition by customerId order by position, id) - 1 as place
       from contacts where customerId in (select value from json_each(?)))
     select place, max(name <> '') as name, max(title <> '') as title, max(department <> '') as department,
       (select group_concat(distinct type) from contactMethods
        where contactId in (select id from ranked as same where same.place = ranked.place)) as types
     from ranked where place < ${mostContacts} group by place order by place`,
  ).all(list) as PlaceParts[];
