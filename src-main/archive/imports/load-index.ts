import type { Database } from 'better-sqlite3';
import { companyCore } from '../../../src-shared/company-names.ts';
import { isCreditCode } from '../../../src-shared/credit-code.ts';
import type { ContactMethodType } from '../../../src-shared/contact-methods.ts';
import type { Kind } from '../../../src-shared/customers.ts';
import { fullIdentityNumber } from '../../../src-shared/identity-number.ts';
import { breathe } from '../long-work.ts';
import { toSimplified } from '../search/simplify.ts';
import { prepared } from '../statements.ts';
import { MatchIndex } from './match-index.ts';
import { handleKey, otherNames, personalKeys } from './match-keys.ts';

interface KeyRow {
  id: number;
  kind: Kind;
  code: string;
  name: string;
  creditCode: string;
  identityNumber: string;
  nameKey: string;
  city: string;
  address: string;
  birthday: string;
  shortName: string;
  /** JSON */
  aliases: string;
}

/** So many rows are read between two turns of the event loop. */
const batch = 2_000;

/** Loads the keys of all customers outside the trash. `apart` as {@link MatchIndex} takes it. */
export async function loadIndex(sqlite: Database, apart: boolean, step: () => void): Promise<MatchIndex> {
  const index = new MatchIndex(apart);
  for (let last = 0; ;) {
    const rows = prepared(
      sqlite,
      `select id, kind, code, name, creditCode, identityNumber, nameKey, city, address, birthday, shortName, aliases from customers
       where id > ? and trashedAt is null order by id limit ${batch}`,
    ).all(last) as KeyRow[];
    for (const { id, address, birthday, shortName, aliases, ...keys } of rows) {
      const { kind, city } = keys;
      index.add(id, {
        ...keys,
        importedAs: '',
        writtenName: keys.name,
        creditCode: isCreditCode(keys.creditCode) ? keys.creditCode : '',
        identityNumber: fullIdentityNumber(keys.identityNumber),
        otherNames: otherNames({
          kind,
          shortName,
          aliases: aliases === '[]' ? [] : (JSON.parse(aliases) as string[]),
        }),
        self: kind === 'person' ? personalKeys({ birthday, city, address, methods: [] }) : null,
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
      `select id, customerId, type, normal from contactMethods
       where id > ? and normal <> '' and type in ('mobile', 'phone', 'wechat', 'qq', 'email') order by id limit ${batch}`,
    ).all(last) as { id: number; customerId: number; type: ContactMethodType; normal: string }[];
    for (const { customerId, ...method } of rows) {
      if (!index.get(customerId)) continue;
      if (method.type === 'mobile' || method.type === 'phone') index.addPhone(customerId, method.normal);
      else index.addHandle(customerId, handleKey(method));
    }
    const end = rows.at(-1)?.id;
    if (end === undefined) break;
    last = end;
    step();
    await breathe();
  }
  return index;
}
