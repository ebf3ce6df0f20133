import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedField } from '../../src-shared/custom-fields.ts';
import type { CustomerDraft } from '../../src-shared/customers.ts';
import { useApi } from '../app/api.ts';
import { draftText, storedText } from './values/words.ts';

export interface Words {
  /** A stored value of a field; `field` as in the history. */
  readonly stored: (field: string, value: string, custom?: NamedField) => string;
  /** What a field of a draft says, on one line. */
  readonly draft: (draft: CustomerDraft, field: string, custom?: NamedField) => string;
}

/** Values in words, in the language of the screen. */
export const useWords = (): Words => {
  const { t, i18n } = useTranslation();
  const { archive } = useApi();
  const { data: tags } = useQuery(archive.tags.list.queryOptions());
  const { language } = i18n;
  return useMemo(() => {
    const tagNames = new Map((tags ?? []).map(({ id, name }) => [id, name]));
    return {
      stored: (field, value, custom) => storedText(t, language, field, value, custom),
      draft: (draft, field, custom) => draftText(t, language, draft, field, tagNames, custom),
    };
  }, [t, language, tags]);
};
