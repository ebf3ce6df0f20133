import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../../src-shared/contacts.ts';
import type { Customer, Doubt } from '../../../src-shared/customers.ts';
import { DoubtText } from '../doubt-text.tsx';
import { dateText } from '../values/date-text.ts';
import { AddButton } from './add-button.tsx';
import classes from './detail.module.css';
import { InPlaceEditor } from './in-place-editor.tsx';
import { MethodLine } from './method-line.tsx';
import { EditPencil } from './methods-view.tsx';
import type { Place } from './places.ts';
import { useInPlace } from './use-in-place.ts';

const ContactView = ({ contact, doubts }: { contact: Contact; doubts: readonly Doubt[] }) => {
  const { t, i18n } = useTranslation();
  const path = `contacts.${contact.id}`;
  const from = dateText(contact.fromDate, i18n.language);
  const to = dateText(contact.toDate, i18n.language);
  const name = contact.name === '' ? t('customer.detail.namelessContact') : contact.name;
  return (
    <div role="group" aria-label={name} className={classes.contact} data-left={contact.left || undefined}>
      <div className={classes.contactHead}>
        <strong>{name}</strong>
        <span className={classes.muted}>
          {[contact.title, contact.department].filter(Boolean).join(t('customer.detail.dot'))}
        </span>
        {contact.left && (
          <Badge size="sm" radius="sm" variant="default">
            {t('fields.contact.left')}
          </Badge>
        )}
        {(from !== '' || to !== '') && (
          <span className={`${classes.muted} numeric`}>{t('customer.detail.period', { from, to })}</span>
        )}
        <EditPencil place={`contact:${contact.id}`} label={t('customer.detail.editContact', { name })} />
      </div>
      <DoubtText
        doubts={doubts.filter(({ field }) => field === `${path}.fromDate` || field === `${path}.toDate`)}
      />
      {contact.methods.map((method) => (
        <MethodLine
          key={method.id}
          method={method}
          doubts={doubts.filter(({ field }) => field === `${path}.methods.${method.id}`)}
        />
      ))}
      {contact.notes !== '' && <p className={classes.contactNotes}>{contact.notes}</p>}
    </div>
  );
};

/** The people at the customer; who has left stands last. */
export const ContactsView = ({
  customer,
  onNext,
}: {
  customer: Customer;
  onNext: (from: Place, step: 1 | -1) => boolean;
}) => {
  const { t } = useTranslation();
  const { editing, enabled } = useInPlace();
  const ordered = customer.contacts.toSorted((one, other) => Number(one.left) - Number(other.left));
  const editor = (place: Place) =>
    editing === null ? null : (
      <InPlaceEditor
        key={place}
        editing={editing}
        onNext={(step) => onNext(place, step)}
        onDone={() => undefined}
      />
    );
  return (
    <div className={classes.contacts}>
      {ordered.map((contact) =>
        editing?.place === `contact:${contact.id}` ? (
          editor(editing.place)
        ) : (
          <ContactView key={contact.id} contact={contact} doubts={customer.doubts} />
        ),
      )}
      {editing?.place === 'contact:new'
        ? editor('contact:new')
        : enabled &&
          customer.contacts.length > 0 && (
            <AddButton place="contact:new" name={t('customer.form.addContact')} />
          )}
    </div>
  );
};
