import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKey } from '../../../app/keys.tsx';
import { drawNow } from '../../../kit/draw-now.ts';
import { KeyHint } from '../../../kit/key-hint.tsx';
import { type ContactValues, isEmptyContact, newContact } from '../../values/customer-values.ts';
import { useField, useFormStore } from '../form-store.ts';
import { DateInput } from './date-field.tsx';
import classes from './inputs.module.css';
import { MethodRows } from './methods-field.tsx';

type TextPart = 'name' | 'title' | 'department';

const ContactCard = ({
  contact,
  index,
  bare,
  onEdit,
  onRemove,
}: {
  contact: ContactValues;
  index: number;
  /** Stands in a box already. */
  bare: boolean;
  onEdit: (part: Partial<ContactValues>) => void;
  onRemove: () => void;
}) => {
  const { t } = useTranslation();
  const [dated, setDated] = useState(
    contact.id !== undefined || contact.left || contact.fromDate !== '' || contact.toDate !== '',
  );
  const owner = contact.name.trim() || t('customer.form.contactNumber', { number: index + 1 });
  const text = (part: TextPart) => (
    <TextInput
      className={classes.third}
      label={t(`fields.contact.${part}`)}
      name={`contacts.${index}.${part}`}
      value={contact[part]}
      onChange={(event) => onEdit({ [part]: event.currentTarget.value })}
      autoComplete="off"
      spellCheck={false}
      maxLength={part === 'name' ? 200 : 100}
    />
  );
  const date = (part: 'fromDate' | 'toDate') => (
    <div className={classes.quarter}>
      <DateInput
        path={`contacts.${index}.${part}`}
        label={t(`customer.form.${part}`)}
        value={contact[part]}
        onChange={(value) => onEdit({ [part]: value })}
      />
    </div>
  );
  return (
    <div
      role="group"
      aria-label={owner}
      className={classes.contact}
      data-bare={bare || undefined}
      data-left={contact.left || undefined}
    >
      {text('name')}
      {text('title')}
      {text('department')}
      <div className={classes.whole}>
        <MethodRows
          methods={contact.methods}
          path={`contacts.${index}.methods`}
          owner={owner}
          onChange={(change) => onEdit({ methods: change(contact.methods) })}
        />
      </div>
      {dated && date('fromDate')}
      {dated && date('toDate')}
      <div className={`${dated ? classes.half : classes.whole} ${classes.end}`}>
        {dated ? (
          <Checkbox
            label={t('customer.form.left')}
            checked={contact.left}
            onChange={(event) => onEdit({ left: event.currentTarget.checked })}
          />
        ) : (
          <Button size="compact-sm" variant="subtle" onClick={() => setDated(true)}>
            {t('customer.form.addDates')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onRemove}>
          {t('customer.form.removeContact')}
        </Button>
      </div>
      {(contact.notes !== '' || contact.id !== undefined) && (
        <Textarea
          className={classes.whole}
          label={t('fields.contact.notes')}
          value={contact.notes}
          onChange={(event) => onEdit({ notes: event.currentTarget.value })}
          autosize
          minRows={1}
          maxLength={5_000}
        />
      )}
    </div>
  );
};

/** People at the customer, any number; with `only`, the one of that key alone, and `onRemoved` when it was removed. */
export const ContactsField = ({ only, onRemoved }: { only?: string | undefined; onRemoved?: () => void }) => {
  const { t } = useTranslation();
  const store = useFormStore();
  const [contacts, set] = useField('contacts');
  const cards = useRef<HTMLDivElement>(null);
  const focusLast = (): void => {
    const names = cards.current?.querySelectorAll<HTMLInputElement>(
      'input[name^="contacts."][name$=".name"]',
    );
    names?.[names.length - 1]?.focus();
  };
  const add = (): void => {
    const last = contacts.at(-1);
    // A second empty card would only be in the way; the one that is there is meant.
    if (last === undefined || !isEmptyContact(last)) drawNow(() => set([...contacts, newContact()]));
    focusLast();
  };
  useKey('alt+c', add, {
    label: t('customer.keys.addContact'),
    group: 'form',
    inFields: true,
    enabled: only === undefined,
  });

  return (
    <div ref={cards} className={classes.methods}>
      {contacts.map((contact, index) =>
        only !== undefined && contact.key !== only ? null : (
          <ContactCard
            key={contact.key}
            contact={contact}
            index={index}
            bare={only !== undefined}
            onEdit={(part) =>
              store.set((values) => ({
                contacts: values.contacts.map((one) => (one.key === contact.key ? { ...one, ...part } : one)),
              }))
            }
            onRemove={() => {
              set(contacts.filter((one) => one.key !== contact.key));
              onRemoved?.();
            }}
          />
        ),
      )}
      {only === undefined && (
        <div>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={14} />}
            rightSection={<KeyHint keys="alt+c" />}
            onClick={add}
          >
            {t('customer.form.addContact')}
          </Button>
        </div>
      )}
    </div>
  );
};
