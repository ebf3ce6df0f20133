import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { contactMethodTypes, contactMethodTypeSchema } from '../../../../src-shared/contact-methods.ts';
import { DoubtText } from '../../doubt-text.tsx';
import { type MethodValues, withSpareRow } from '../../values/customer-values.ts';
import { methodType } from '../../values/to-draft.ts';
import { useField } from '../form-store.ts';
import { useFieldNotes } from '../form-notes.tsx';
import classes from './inputs.module.css';

type Change = (change: (methods: readonly MethodValues[]) => readonly MethodValues[]) => void;

const MethodRow = ({
  method,
  path,
  owner,
  last,
  onChange,
}: {
  method: MethodValues;
  path: string;
  /** Whose method it is, for those who hear the label: “张三 的”. */
  owner: string;
  last: boolean;
  onChange: Change;
}) => {
  const { t } = useTranslation();
  const { doubts } = useFieldNotes(path);
  const edit = (part: Partial<MethodValues>): void =>
    onChange((methods) => methods.map((row) => (row.key === method.key ? { ...row, ...part } : row)));
  const name = t('customer.form.methodOf', { owner });
  const empty = method.value.trim() === '';
  return (
    <div className={classes.method}>
      <Select
        aria-label={t('customer.form.methodType', { owner })}
        value={empty && method.type === null ? null : methodType(method)}
        onChange={(type) => edit({ type: type === null ? null : contactMethodTypeSchema.parse(type) })}
        data={contactMethodTypes.map((type) => ({ value: type, label: t(`fields.methodType.${type}`) }))}
        placeholder={t('customer.form.methodAuto')}
        allowDeselect={false}
      />
      <TextInput
        aria-label={name}
        name={`${path}.value`}
        value={method.value}
        onChange={(event) => edit({ value: event.currentTarget.value })}
        placeholder={last ? t('customer.form.methodPlaceholder') : undefined}
        description={doubts.length > 0 ? <DoubtText doubts={doubts} /> : undefined}
        descriptionProps={{ component: 'div' }}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        classNames={{ input: 'numeric' }}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
      />
      <TextInput
        className={classes.label}
        aria-label={t('customer.form.methodLabel', { owner })}
        value={method.label}
        onChange={(event) => edit({ label: event.currentTarget.value })}
        placeholder={t('customer.form.methodLabelPlaceholder')}
        disabled={empty}
        data-enter-skip
        autoComplete="off"
        maxLength={50}
      />
      {(!last || !empty) && (
        <ActionIcon
          className={classes.remove}
          variant="subtle"
          color="gray"
          aria-label={t('customer.form.removeMethod', { method: method.value, owner })}
          onClick={(event) => {
            // The focus goes to the next line first: it would be lost with the one that goes.
            const line = event.currentTarget.parentElement;
            (line?.nextElementSibling ?? line?.previousElementSibling)
              ?.querySelector<HTMLInputElement>('input[name]')
              ?.focus();
            onChange((methods) => methods.filter((row) => row.key !== method.key));
          }}
        >
          <IconX size={16} />
        </ActionIcon>
      )}
    </div>
  );
};

/** Phones, mails … one a line; the last line is always empty and takes the next. */
export const MethodRows = ({
  methods,
  path,
  owner,
  onChange,
}: {
  methods: readonly MethodValues[];
  path: string;
  owner: string;
  onChange: Change;
}) => (
  <div className={classes.methods}>
    {methods.map((method, index) => (
      <MethodRow
        key={method.key}
        method={method}
        path={`${path}.${index}`}
        owner={owner}
        last={index === methods.length - 1}
        onChange={(change) => onChange((rows) => withSpareRow(change(rows)))}
      />
    ))}
  </div>
);

/** The methods of the customer itself. */
export const MethodsField = () => {
  const { t } = useTranslation();
  const [methods, set] = useField('methods');
  return (
    <MethodRows
      methods={methods}
      path="methods"
      owner={t('customer.form.ownerSelf')}
      onChange={(change) => set(change(methods))}
    />
  );
};
