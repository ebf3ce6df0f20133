import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { customFieldId, type CustomField } from '../../src-shared/custom-fields.ts';
import { useApi } from '../app/api.ts';

export interface CustomFields {
  /** In their order. */
  readonly fields: readonly CustomField[];
  /** Whether the archive has answered; before that no field is known to be gone. */
  readonly known: boolean;
  /** The field of a key such as `custom:3`; undefined for other names and for a field that is gone. */
  readonly byKey: (key: string) => CustomField | undefined;
}

const none: readonly CustomField[] = [];

/** The custom fields of the archive. */
export const useCustomFields = (): CustomFields => {
  const { archive } = useApi();
  const { data } = useQuery(archive.customFields.list.queryOptions());
  return useMemo(() => {
    const fields = data ?? none;
    const byId = new Map(fields.map((field) => [field.id, field]));
    return {
      fields,
      known: data !== undefined,
      byKey: (key) => byId.get(customFieldId(key) ?? 0),
    };
  }, [data]);
};
