import type { ContactMethodType } from '../../../src-shared/contact-methods.ts';
import type { CustomerFields, Doubt, Kind } from '../../../src-shared/customers.ts';

/** Values of custom fields in normal form, by target: `custom:3`, or `new:0` for a field that the import makes. */
type OwnValues = {
  [field: `custom:${number}`]: string | undefined;
  [field: `new:${number}`]: string | undefined;
};

/** Plain and custom fields of a customer that a sheet can fill; only those that are filled are present. */
export type RowFields = Partial<Omit<CustomerFields, 'kind' | 'name'>> & OwnValues;

export interface RowMethod {
  type: ContactMethodType;
  value: string;
  /** As normaliseMethod (methods.ts) gives it. */
  normal: string;
  label: string;
  /** The column it came from. */
  column: number;
}

export interface RowContact {
  name: string;
  title: string;
  department: string;
  notes: string;
  methods: RowMethod[];
}

/** One row of a sheet as a customer. Tags stand by their names. */
export interface RowDraft {
  kind: Kind;
  name: string;
  /** In a file of leftovers, the code of the customer whose doubtful values the row corrects; else ''. */
  importedAs: string;
  fields: RowFields;
  aliases: string[];
  tags: string[];
  methods: RowMethod[];
  contacts: RowContact[];
}

/** A value as it will stand in the archive, beside what was written. */
export interface RowValue {
  readonly field: string;
  readonly column: number;
  readonly raw: string;
  readonly value: string;
}

/** A doubt with the column of its cell. */
export type RowDoubt = Doubt & { column: number };

export interface NormalisedRow {
  readonly draft: RowDraft;
  /** The cell of the name as it is, before anything was read out of it. */
  readonly writtenName: string;
  readonly values: () => RowValue[];
  readonly doubts: () => readonly RowDoubt[];
}
