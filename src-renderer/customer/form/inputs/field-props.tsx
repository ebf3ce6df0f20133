import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldLabel } from '../../../i18n/describe-action.ts';
import { DoubtText } from '../../doubt-text.tsx';
import { useFieldNotes } from '../form-notes.tsx';

/** What every input of the form has: how it is called, and what is said below it. */
export interface FieldProps {
  readonly label: string;
  readonly description: ReactNode;
  readonly descriptionProps: { readonly component: 'div' };
  readonly error: ReactNode;
  readonly inputWrapperOrder: ('label' | 'input' | 'description' | 'error')[];
  readonly size: 'sm';
  readonly autoComplete: 'off';
  readonly spellCheck: false;
}

const order: FieldProps['inputWrapperOrder'] = ['label', 'input', 'description', 'error'];

/** Label, doubts and errors of the field at a path; `hint` stands below where there is nothing to doubt. */
export const useFieldProps = (path: string, label?: string, hint?: ReactNode): FieldProps => {
  const { t } = useTranslation();
  const { doubts, error } = useFieldNotes(path);
  return {
    label: label ?? fieldLabel(t, path),
    description: doubts.length > 0 ? <DoubtText doubts={doubts} /> : hint,
    descriptionProps: { component: 'div' },
    error,
    inputWrapperOrder: order,
    size: 'sm',
    autoComplete: 'off',
    spellCheck: false,
  };
};
