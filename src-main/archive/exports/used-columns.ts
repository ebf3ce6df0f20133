import type { Database } from 'better-sqlite3';
import type { ContactMethodType } from '../../../src-shared/contact-methods.ts';
import type { ContactPart } from '../../../src-shared/labels.ts';
import { prepared } from '../statements.ts';
import type { UsedColumns } from './columns.ts';

/** An import knows as many contacts of one row. */
const mostContacts = 10;

/** Which method types and contact columns the customers of a selection fill, so that no column stands empty. */
export const usedColumns = (sqlite: Database, ids: readonly number[]): UsedColumns => {
  const list = JSON.stringify(ids);
  const methods = prepared(
    sqlite,
    `select distinct type from contactMethods
     where contactId is null and customerId in (select value from json_each(?))`,
  )
    .pluck()
    .all(list) as ContactMethodType[];
  const parts = prepared(
    sqlite,
    `with ranked as materialized (
       select id, name, title, department,
         row_number() over (partition by customerId order by position, id) - 1 as place
       from contacts where customerId in (select value from json_each(?)))
     select place, max(name <> '') as name, max(title <> '') as title, max(department <> '') as department,
       (select group_concat(distinct type) from contactMethods
        where contactId in (select id from ranked as same where same.place = ranked.place)) as types
     from ranked where place < ${mostContacts} group by place order by place`,
  ).all(list) as { place: number; name: number; title: number; department: number; types: string | null }[];
  return {
    methods: new Set(methods),
    contacts: parts.map(({ name, title, department, types }) => {
      const used = new Set<ContactPart>(
        (types ?? '').split(',').filter((type) => type !== '') as ContactMethodType[],
      );
      if (name === 1) used.add('name');
      if (title === 1) used.add('title');
      if (department === 1) used.add('department');
      return used;
    }),
  };
};
