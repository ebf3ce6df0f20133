import type { Written } from '../../../src-shared/changes.ts';
import { customKey, type CustomValue } from '../../../src-shared/custom-fields.ts';
import type { Customer, CustomerDraft, CustomerPatch } from '../../../src-shared/customers.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { change, type Tx } from '../change.ts';
import { changedSince, type ChangedField } from '../history/changed-since.ts';
import type { Session } from '../session.ts';
import { readSettings } from '../settings.ts';
import { prepared } from '../statements.ts';
import { holderOf, nextCode } from './codes.ts';
import { lastingName, writeCustomValues } from './custom-values.ts';
import { getCustomer, loadCustomersSync } from './load.ts';
import { insertCustomer } from './insert.ts';
import { plainFields, replaceContacts, replaceMethods, replaceTags } from './rows.ts';

/** Creates a customer. Only a name is needed; an empty code asks for the next of the pattern. */
export async function createCustomer(
  session: Session,
  draft: CustomerDraft,
): Promise<Written & { customer: Customer }> {
  if (draft.name === '') throw new FailureError({ code: 'nameMissing' });
  const { changeId, action, result } = await change(
    session,
    { action: { type: 'createCustomer', name: draft.name } },
    (tx) => {
      if (draft.code !== '') refuseTakenCode(tx, draft.code, undefined);
      const code =
        draft.code !== ''
          ? draft.code
          : nextCode(tx.sqlite, readSettings(tx.sqlite).codePattern, session.clock());
      return insertCustomer(tx, { ...draft, code });
    },
  );
  return { changeId, action, customer: getCustomer(session.sqlite, result) };
}

interface Updated {
  name: string;
  fields: string[];
  meanwhile: ChangedField[];
}

export interface UpdateResult extends Written {
  customer: Customer;
  meanwhile: Pick<ChangedField, 'field' | 'actor' | 'at' | 'custom'>[];
}

/**
 * Writes part of a customer. Refuses with `customerChanged` when one of the same fields was changed by someone
 * else after `baseVersion`; other changes since then stay and are named in `meanwhile`.
 */
export async function updateCustomer(
  session: Session,
  input: { id: number; baseVersion: number; patch: CustomerPatch },
): Promise<UpdateResult> {
  const { id, baseVersion, patch } = input;
  if (patch.name === '') throw new FailureError({ code: 'nameMissing' });
  const { changeId, action, result } = await change<Updated>(
    session,
    { action: ({ name, fields }) => ({ type: 'updateCustomer', name, fields }) },
    (tx) => {
      const current = loadCustomersSync(tx.sqlite, [id]).get(id);
      if (!current) throw new FailureError({ code: 'notFound', what: 'customer' });
      const differing = differingFields(current, patch);
      const meanwhile = changedSince(tx.sqlite, id, baseVersion);
      const contested = meanwhile.filter(({ field }) => differing.includes(field));
      if (contested.length > 0) {
        throw new FailureError({ code: 'customerChanged', meanwhile: contested, version: current.version });
      }
      if (patch.code !== undefined && patch.code !== current.code) {
        if (patch.code === '') {
          patch.code = nextCode(tx.sqlite, readSettings(tx.sqlite).codePattern, session.clock());
        } else refuseTakenCode(tx, patch.code, id);
      }
      applyPatch(tx, current, patch);
      return {
        name: patch.name ?? current.name,
        fields: differing.map((field) => lastingName(tx.sqlite, field)),
        meanwhile,
      };
    },
  );
  return {
    changeId,
    action,
    customer: getCustomer(session.sqlite, id),
    meanwhile: result.meanwhile.map(({ field, actor, at, custom }) => ({ field, actor, at, custom })),
  };
}

/** Which fields the patch would really change, by the names that history uses. */
function differingFields(current: Customer, patch: CustomerPatch): string[] {
  const fields: string[] = plainFields.filter(
    (field) => patch[field] !== undefined && patch[field] !== current[field],
  );
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  if (patch.aliases && differs(patch.aliases, current.aliases)) fields.push('aliases');
  const method = ({
    id,
    type,
    value,
    label,
  }: {
    id?: number | undefined;
    type: string;
    value: string;
    label: string;
  }) => [id ?? 0, type, value, label];
  if (patch.methods && differs(patch.methods.map(method), current.methods.map(method)))
    fields.push('methods');
  const contact = (of: NonNullable<CustomerPatch['contacts']>[number]) => [
    [of.id ?? 0, of.name, of.title, of.department, of.fromDate, of.toDate, of.left, of.notes],
    of.methods.map(method),
  ];
  if (patch.contacts && differs(patch.contacts.map(contact), current.contacts.map(contact)))
    fields.push('contacts');
  const sorted = (ids: readonly number[]) => ids.toSorted((a, b) => a - b);
  if (patch.tagIds && differs(sorted(patch.tagIds), sorted(current.tagIds))) fields.push('tags');
  for (const { fieldId, value } of patch.custom ?? []) {
    const now = current.custom.find((held) => held.fieldId === fieldId)?.value ?? '';
    if (value !== now) fields.push(customKey(fieldId));
  }
  return fields;
}

/** Writes those parts of a customer that the patch names. Its code must be free. */
export function applyPatch(tx: Tx, current: Customer, patch: CustomerPatch): void {
  const columns: Record<string, unknown> = {};
  for (const field of plainFields) if (patch[field] !== undefined) columns[field] = patch[field];
  if (patch.aliases) columns['aliases'] = JSON.stringify(patch.aliases);
  const names = Object.keys(columns);
  if (names.length > 0) {
    prepared(
      tx.sqlite,
      `update customers set ${names.map((name) => `${name} = @${name}`).join(', ')} where id = @id`,
    ).run({ ...columns, id: current.id });
  }
  if (patch.methods) replaceMethods(tx, current.id, null, current.methods, patch.methods);
  if (patch.contacts) replaceContacts(tx, current.id, current.contacts, patch.contacts);
  if (patch.tagIds) replaceTags(tx, current.id, current.tagIds, patch.tagIds);
  if (patch.custom) writeCustomValues(tx, current.id, changedValues(current, patch.custom));
}

// A value whose option was taken off the list since may stay; only what is new must fit.
const changedValues = ({ custom }: Customer, wanted: readonly CustomValue[]): CustomValue[] =>
  wanted.filter(({ fieldId, value }) => custom.find((held) => held.fieldId === fieldId)?.value !== value);

function refuseTakenCode(tx: Tx, code: string, ownId: number | undefined): void {
  const holder = holderOf(tx.sqlite, code);
  if (holder && holder.id !== ownId) {
    throw new FailureError({ code: 'codeTaken', customerCode: code, holder: holder.name });
  }
}
