import type { Database } from 'better-sqlite3';
import type { Contact } from '../../../src-shared/contacts.ts';
import type { ContactMethod, ContactMethodType } from '../../../src-shared/contact-methods.ts';
import type { CustomValue } from '../../../src-shared/custom-fields.ts';
import type { Customer } from '../../../src-shared/customers.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { prepared } from '../statements.ts';

type CustomerRow = Omit<Customer, 'aliases' | 'doubts' | 'methods' | 'contacts' | 'tagIds' | 'custom'> & {
  aliases: string;
  doubts: string;
};
type ContactRow = Omit<Contact, 'left' | 'methods'> & { customerId: number; left: number };
type MethodRow = ContactMethod & { type: ContactMethodType; customerId: number; contactId: number | null };

const fields = `id, kind, code, name, shortName, aliases, stage, level, industry, size, province, city, district,
  address, postcode, source, owner, gender, birthday, identityNumber, creditCode, website, legalRepresentative,
  registeredCapital, foundedOn, taxId, bankName, bankAccount, registeredAddress, registeredPhone, notes,
  createdAt, updatedAt, trashedAt, version, doubts`;

// json_each lets one prepared statement take any number of ids.
const among = 'in (select value from json_each(?))';

const statements = {
  customers: `select ${fields} from customers where id ${among}`,
  contacts: `select id, customerId, name, title, department, fromDate, toDate, "left", notes from contacts
     where customerId ${among} order by customerId, position, id`,
  methods: `select id, customerId, contactId, type, value, normal, label from contactMethods
     where customerId ${among} order by customerId, position, id`,
  tags: `select customerId, tagId from customerTags where customerId ${among} order by customerId, tagId`,
  customValues: `select customerId, fieldId, value from customFieldValues where customerId ${among}`,
};

/**
 * Whole customers with everything that belongs to them, by id; ids without a customer are missing in the map.
 * Five statements whatever the number of ids.
 */
export function loadCustomersSync(sqlite: Database, ids: readonly number[]): Map<number, Customer> {
  if (ids.length === 0) return new Map();
  const list = JSON.stringify(ids);
  const rows = prepared(sqlite, statements.customers).all(list) as CustomerRow[];
  const customers = new Map<number, Customer>();
  for (const row of rows) {
    customers.set(row.id, {
      ...row,
      aliases: JSON.parse(row.aliases) as string[],
      doubts: JSON.parse(row.doubts) as Customer['doubts'],
      methods: [],
      contacts: [],
      tagIds: [],
      custom: [],
    });
  }
  const contacts = new Map<number, Contact>();
  const contactRows = prepared(sqlite, statements.contacts).all(list) as ContactRow[];
  for (const { customerId, left, ...rest } of contactRows) {
    const contact: Contact = { ...rest, left: left === 1, methods: [] };
    contacts.set(contact.id, contact);
    customers.get(customerId)?.contacts.push(contact);
  }
  const methodRows = prepared(sqlite, statements.methods).all(list) as MethodRow[];
  for (const { customerId, contactId, ...method } of methodRows) {
    const holder = contactId === null ? customers.get(customerId) : contacts.get(contactId);
    holder?.methods.push(method);
  }
  const tagRows = prepared(sqlite, statements.tags).all(list) as { customerId: number; tagId: number }[];
  for (const { customerId, tagId } of tagRows) customers.get(customerId)?.tagIds.push(tagId);
  loadCustomValues(sqlite, list, customers);
  return customers;
}

function loadCustomValues(sqlite: Database, list: string, customers: ReadonlyMap<number, Customer>): void {
  const fieldIds = prepared(sqlite, 'select id from customFields order by position, id')
    .pluck()
    .all() as number[];
  // Most archives have none, and then nothing is asked customer by customer.
  if (fieldIds.length === 0) return;
  const place = new Map(fieldIds.map((id, index) => [id, index]));
  const rows = prepared(sqlite, statements.customValues).all(list) as (CustomValue & {
    customerId: number;
  })[];
  for (const { customerId, ...value } of rows) customers.get(customerId)?.custom.push(value);
  for (const { custom } of customers.values()) {
    if (custom.length > 1) {
      custom.sort((a, b) => (place.get(a.fieldId) ?? 0) - (place.get(b.fieldId) ?? 0));
    }
  }
}

/** Whole customers in the order of `ids`; ids without a customer are left out. */
export function loadCustomers(sqlite: Database, ids: readonly number[]): Customer[] {
  const found = loadCustomersSync(sqlite, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** @throws FailureError `notFound customer` */
export function getCustomer(sqlite: Database, id: number): Customer {
  const customer = loadCustomersSync(sqlite, [id]).get(id);
  if (!customer) throw new FailureError({ code: 'notFound', what: 'customer' });
  return withSharedIdentityNumber(sqlite, customer);
}

/** A 身份证 that another customer carries too is a doubt that depends on the others; it is found when asked for. */
function withSharedIdentityNumber(sqlite: Database, customer: Customer): Customer {
  if (customer.identityNumber === '') return customer;
  const other = prepared(
    sqlite,
    // Without saying that it is not empty the index of those that are not may not be used.
    "select id from customers where identityNumber = ? and identityNumber <> '' and id <> ? and +trashedAt is null limit 1",
  ).get(customer.identityNumber, customer.id);
  if (other === undefined) return customer;
  return {
    ...customer,
    doubts: [
      ...customer.doubts,
      { field: 'identityNumber', reason: 'identityNumberUsedTwice', value: customer.identityNumber },
    ],
  };
}
