import { UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../src-shared/customers.ts';
import classes from './detail.module.css';
import { InPlaceEditor } from './in-place-editor.tsx';
import { MethodLine } from './method-line.tsx';
import type { Place } from './places.ts';
import { useInPlace } from './use-in-place.ts';

/** Where something is edited that is used by clicking on it: a pencil opens it, and gets the focus back. */
export const EditPencil = ({ place, label }: { place: Place; label: string }) => {
  const { t } = useTranslation();
  const { editing, enabled, start } = useInPlace();
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(false);
  const isEditing = editing?.place === place;
  useEffect(() => {
    if (before.current && !isEditing && document.activeElement === document.body) button.current?.focus();
    before.current = isEditing;
  }, [isEditing]);
  if (!enabled) return null;
  return (
    <UnstyledButton ref={button} className={classes.pencil} aria-label={label} onClick={() => start(place)}>
      <IconPencil size={14} aria-hidden /> {t('common.action.edit')}
    </UnstyledButton>
  );
};

/** The phones, mails … of the customer itself. */
export const MethodsView = ({
  customer,
  onNext,
}: {
  customer: Customer;
  onNext: (from: Place, step: 1 | -1) => boolean;
}) => {
  const { t } = useTranslation();
  const { editing } = useInPlace();
  if (editing?.place === 'methods') {
    return (
      <InPlaceEditor editing={editing} onNext={(step) => onNext('methods', step)} onDone={() => undefined} />
    );
  }
  return (
    <div>
      {customer.methods.map((method) => (
        <MethodLine
          key={method.id}
          method={method}
          doubts={customer.doubts.filter(({ field }) => field === `methods.${method.id}`)}
        />
      ))}
      <EditPencil place="methods" label={t('customer.detail.editMethods')} />
    </div>
  );
};
