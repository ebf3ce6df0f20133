import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewField } from '../../src-shared/custom-fields.ts';
import { useCustomFields } from '../custom-fields/use-custom-fields.ts';
import { valueText } from '../custom-fields/value-text.ts';
import { useImportWork } from './store.ts';
import type { OwnFields } from './targets.ts';

const none: readonly NewField[] = [];

/** The custom fields that columns can go to: those of the archive, and those that this import would make. */
export const useOwnFields = (): OwnFields => {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const { byKey } = useCustomFields();
  const newFields = useImportWork()?.newFields ?? none;
  return useMemo(
    () => (field) => {
      const made = field.startsWith('new:') ? newFields[Number(field.slice('new:'.length))] : byKey(field);
      return made && { name: made.name, textOf: (value) => valueText(made.type, value, language) };
    },
    [newFields, byKey, language],
  );
};
