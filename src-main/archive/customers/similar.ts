import type { SimilarCustomer } from '../../../src-shared/customers.ts';
import { companyKey } from '../../../src-shared/company-names.ts';
import { readPhone } from '../../../src-shared/phones.ts';
import { toSimplified } from '../search/simplify.ts';
import type { Session } from '../session.ts';
import { prepared } from '../statements.ts';

export interface SimilarInput {
  name: string;
  code: string;
  creditCode: string;
  identityNumber: string;
  phones: readonly string[];
  excludeId?: number | undefined;
}

type Found = Omit<SimilarCustomer, 'reason' | 'trashed'> & { trashedAt: string | null };

const most = 8;

/**
 * Customers that may be the one being typed, with the reason, the surest first: same code, credit code, 身份证,
 * phone, name under any spelling, then names that are near or sound alike.
 */
export function similarCustomers(session: Session, input: SimilarInput): SimilarCustomer[] {
  const { sqlite } = session;
  const found = new Map<number, SimilarCustomer>();
  const add = (reason: SimilarCustomer['reason'], rows: Iterable<Found>) => {
    for (const { trashedAt, ...row } of rows) {
      if (row.id !== input.excludeId && !found.has(row.id)) {
        found.set(row.id, { ...row, reason, trashed: trashedAt !== null });
      }
    }
  };
  const by = (column: 'code' | 'creditCode' | 'identityNumber', value: string) =>
    value === ''
      ? []
      : (prepared(
          sqlite,
          // That it is not empty has to be said: only then may the index be used that holds no empty ones.
          `select id, code, name, ${column} as detail, trashedAt from customers
           where ${column} = ? and ${column} <> '' limit ${most}`,
        ).all(value) as Found[]);
  add('sameCode', by('code', input.code.trim()));
  add('sameCreditCode', by('creditCode', input.creditCode.trim().toUpperCase()));
  add('sameIdentityNumber', by('identityNumber', input.identityNumber.trim().toUpperCase()));
  for (const phone of input.phones) {
    const { normal } = readPhone(phone);
    if (normal === '') continue;
    add(
      'samePhone',
      prepared(
        sqlite,
        `select c.id, c.code, c.name, m.value as detail, c.trashedAt from contactMethods m
         join customers c on c.id = m.customerId where m.normal = ? and m.normal <> '' limit ${most}`,
      ).all(normal) as Found[],
    );
  }
  const name = input.name.trim();
  const key = name === '' ? '' : companyKey(name, toSimplified);
  if (key !== '') {
    add(
      'sameName',
      prepared(
        sqlite,
        `select id, code, name, name as detail, trashedAt from customers where nameKey = ? limit ${most}`,
      ).all(key) as Found[],
    );
  }
  if (name.length >= 2) {
    for (const { id, reason } of session.finder.similarNames(name, most)) {
      add(
        reason,
        prepared(sqlite, 'select id, code, name, name as detail, trashedAt from customers where id = ?').all(
          id,
        ) as Found[],
      );
    }
  }
  return [...found.values()].slice(0, most);
}
