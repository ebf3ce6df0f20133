import type { Database } from 'better-sqlite3';
import { companyCore } from '../../../src-shared/company-names.ts';
import { isCreditCode } from '../../../src-shared/credit-code.ts';
import type { Kind } from '../../../src-shared/customers.ts';
import { readIdentityNumber } from '../../../src-shared/identity-number.ts';
import { breathe } from '../long-work.ts';
import { toSimplified } from '../search/simplify.ts';
import { prepared } from '../statements.ts';
import { MatchIndex } from './match-index.ts';

interface KeyRow {
  id: number;
  kind: Kind;
  code: string;
  name: string;
  creditCode: string;
  identityNumber: string;
  nameKey: string;
}

/** So many rows are read between two turns of the event loop. */
const batch = 2_000;

/** Loads the keys of all customers outside the trash. `apart` as {@link MatchIndex} takes it. */
export async function loadIndex(sqlite: Database, apart: boolean, step: () => void): Promise<MatchIndex> {
  const index = new MatchIndex(apart);
  for (let last = 0; ;) {
    const rows = prepared(
      sqlite,
      `select id, kind, code, name, creditCode, identityNumber, nameKey from customers
       where id > ? and trashedAt is null order by id limit ${batch}`,
    ).all(last) as KeyRow[];
    for (const { id, ...keys } of rows) {
      index.add(id, {
        ...keys,
        importedAs: '',
        writtenName: keys.name,
        creditCode: isCreditCode(keys.creditCode) ? keys.creditCode : '',
        identityNumber: readIdentityNumber(keys.identityNumber).valid ? keys.identityNumber : '',
        phones: [],
        core: keys.kind === 'company' ? companyCore(keys.name, toSimplified) : '',
        person: '',
      });
    }
    const end = rows.at(-1)?.id;
    if (end === undefined) break;
    last = end;
    step();
    await breathe();
  }
  for (let last = 0; ;) {
    const rows = prepared(
      sqlite,
      `select id, customerId, normal from contactMethods
       where id > ? and normal <> '' and type in ('mobile', 'phone') order by id limit ${batch}`,
    ).all(last) as { id: number; customerId: number; normal: string }[];
    for (const { customerId, normal } of rows) if (index.get(customerId)) index.addPhone(customerId, normal);
    const end = rows.at(-1)?.id;
    if (end === undefined) break;
    last = end;
    step();
    await breathe();
  }
  return index;
}
