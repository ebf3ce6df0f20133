import type { TFunction } from 'i18next';
import type { NoteLabel } from './to-draft.ts';

/** Begins the lines of the notes for what does not fit its field. */
export const noteLabel =
  (t: TFunction): NoteLabel =>
  (field) =>
    field === null ? t('customer.form.capitalNote') : t('customer.form.customNote', { field });
