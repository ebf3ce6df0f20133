import type { Kind } from '../../../src-shared/customers.ts';
import { normaliseMethod } from '../../../src-shared/methods.ts';
import type { WrittenPlace } from './place-fields.ts';
import type { RowContact, RowDoubt, RowFields, RowMethod } from './row-draft.ts';

/** No customer and no contact has more; a cell of thousands would take long to be compared with itself. */
const mostMethods = 100;

/**
 * What has been read of a row so far; {@link ./assemble-row.ts} makes a customer of it. There is one for every row of a sheet, so it
 * has lists where maps would be larger than what they hold.
 */
export class RowBuilder {
  name = '';
  kind: Kind | '' = '';
  /** The code of the customer that the row already is; '' for rows of any other file. */
  importedAs = '';
  fields: RowFields = {};
  readonly aliases: string[] = [];
  readonly tags: string[] = [];
  readonly methods: RowMethod[] = [];
  readonly notes: string[] = [];
  readonly place: { -readonly [K in keyof WrittenPlace]: string } = {
    region: '',
    province: '',
    city: '',
    district: '',
    address: '',
  };
  /** With their indices in the mapping; gaps are contacts of which the row says nothing. */
  readonly #contacts: (readonly [index: number, contact: RowContact])[] = [];
  /** People named together in one cell beyond the first. */
  readonly furtherContacts: RowContact[] = [];
  /** The first person named in the phone cells of a contact, or of the customer itself (null). */
  readonly namedBeside: (readonly [contact: number | null, person: string])[] = [];
  /** What is doubtful about cells, and would not be seen in what became of them. */
  readonly doubts: RowDoubt[] = [];
  readonly #origins: (readonly [field: string, column: number])[] = [];

  /** The contact of that index; from now on there is one. */
  contact(index: number): RowContact {
    let contact = this.contactAt(index);
    if (!contact) this.#contacts.push([index, (contact = emptyContact(''))]);
    return contact;
  }

  contactAt(index: number): RowContact | undefined {
    for (const [at, contact] of this.#contacts) if (at === index) return contact;
    return undefined;
  }

  /** All contacts, in the order of the mapping. */
  contacts(): RowContact[] {
    if (this.#contacts.length > 1) this.#contacts.sort(([one], [other]) => one - other);
    return this.#contacts.map(([, contact]) => contact);
  }

  /** Notes from which column a field was filled. */
  cameFrom(field: string, column: number): void {
    this.#origins.push([field, column]);
  }

  /** The column that filled a field last. */
  originOf(field: string): number | undefined {
    return this.#origins.findLast(([filled]) => filled === field)?.[1];
  }

  /** Notes a person named beside a number; the first one counts. */
  nameBeside(contact: number | null, person: string): void {
    if (!this.namedBeside.some(([at]) => at === contact)) this.namedBeside.push([contact, person]);
  }

  /** Adds a method to a contact, or to the customer itself (null); the same one twice counts once. */
  addMethod(contact: number | null, method: Omit<RowMethod, 'normal'> & { normal?: string }): void {
    const { type, value } = method;
    const methods = contact === null ? this.methods : this.contact(contact).methods;
    if (
      value === '' ||
      methods.length >= mostMethods ||
      methods.some((other) => other.value === value && other.type === type)
    )
      return;
    const normal = method.normal ?? normaliseMethod(type, value);
    methods.push({ ...method, value: value.slice(0, 200), normal });
  }

  addNote(header: string, text: string): void {
    this.notes.push(header === '' ? text : `${header}：${text}`);
  }
}

export const emptyContact = (name: string, title = ''): RowContact => ({
  name,
  title,
  department: '',
  notes: '',
  methods: [],
});
