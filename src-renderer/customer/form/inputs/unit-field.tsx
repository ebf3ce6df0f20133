import type { ReactNode } from 'react';
import { isCustomUnit, type BuiltInUnit, type Unit } from '../../field-groups.ts';
import { AddressField } from './address-field.tsx';
import { AliasesField } from './aliases-field.tsx';
import { CapitalField } from './capital-field.tsx';
import { ChoiceField, KindField } from './choice-field.tsx';
import { CodeField } from './code-field.tsx';
import { CustomField } from './custom-field.tsx';
import { ContactsField } from './contacts-field.tsx';
import { BirthdayField, FoundedOnField } from './date-field.tsx';
import { IdentityNumberField } from './identity-field.tsx';
import { MethodsField } from './methods-field.tsx';
import { NameField } from './name-field.tsx';
import { RegionField } from './region-field.tsx';
import { SuggestField } from './suggest-field.tsx';
import { TagsField } from './tags-field.tsx';
import { LongTextField, TextField } from './text-field.tsx';

const builtIn: Record<BuiltInUnit, () => ReactNode> = {
  name: () => <NameField />,
  kind: () => <KindField />,
  shortName: () => <TextField field="shortName" />,
  aliases: () => <AliasesField />,
  code: () => <CodeField />,
  stage: () => <ChoiceField field="stage" />,
  level: () => <ChoiceField field="level" />,
  owner: () => <SuggestField field="owner" />,
  source: () => <SuggestField field="source" />,
  tagIds: () => <TagsField />,
  methods: () => <MethodsField />,
  contacts: () => <ContactsField />,
  region: () => <RegionField />,
  address: () => <AddressField />,
  postcode: () => <TextField field="postcode" numeric />,
  website: () => <TextField field="website" />,
  industry: () => <SuggestField field="industry" />,
  size: () => <SuggestField field="size" />,
  creditCode: () => <TextField field="creditCode" numeric />,
  legalRepresentative: () => <TextField field="legalRepresentative" />,
  registeredCapital: () => <CapitalField />,
  foundedOn: () => <FoundedOnField />,
  gender: () => <ChoiceField field="gender" />,
  birthday: () => <BirthdayField />,
  identityNumber: () => <IdentityNumberField />,
  taxId: () => <TextField field="taxId" numeric />,
  bankName: () => <TextField field="bankName" />,
  bankAccount: () => <TextField field="bankAccount" numeric />,
  registeredAddress: () => <TextField field="registeredAddress" />,
  registeredPhone: () => <TextField field="registeredPhone" numeric />,
  notes: () => <LongTextField field="notes" />,
};

/** The input for a unit, the same in the whole form and in place on the detail page. */
export const UnitField = ({ unit }: { unit: Unit }): ReactNode =>
  isCustomUnit(unit) ? <CustomField key={unit} unit={unit} /> : builtIn[unit]();
