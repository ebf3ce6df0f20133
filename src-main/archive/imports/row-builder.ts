import type { Kind } from '../../../src-shared/customers.ts';
import { normaliseMethod } from '../../../src-shared/methods.ts';
import type { WrittenPlace } from './place-fields.ts';
import type { RowContact, RowDoubt, RowFields, RowMethod } from './row-draft.ts';

/** What has been read of a row so far; {@link ./assemble-row.ts} makes a customer of it. */
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
  /** By the index in the mapping; gaps are contacts of which the row says nothing. */
  readonly contacts = new Map<number, RowContact>();
  /** People named together in one cell beyond the first. */
  readonly furtherContacts: RowContact[] = [];
  /** Persons named in the phone cells of a contact. */
  readonly namedBeside = new Map<number | null, string>();
  /** What is doubtful about cells, and would not be seen in what became of them. */
  readonly doubts: RowDoubt[] = [];
  /** The column of each filled field. */
  readonly origins = new Map<string, number>();

  contact(index: number): RowContact {
    let contact = this.contacts.get(index);
    if (!contact) this.contacts.set(index, (contact = emptyContact('')));
    return contact;
  }

  /** Adds a method to a contact, or to the customer itself (null); the same one twice counts once. */
  addMethod(contact: number | null, method: Omit<RowMethod, 'normal'> & { normal?: string }): void {
    const { type, value } = method;
    const methods = contact === null ? this.methods : this.contact(contact).methods;
    if (value === '' || methods.some((other) => other.value === value && other.type === type)) return;
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
