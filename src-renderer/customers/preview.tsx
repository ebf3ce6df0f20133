import { Button, Group, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactMethod } from '../../src-shared/contact-methods.ts';
import { customKey } from '../../src-shared/custom-fields.ts';
import type { Customer, CustomerField } from '../../src-shared/customers.ts';
import type { Tag } from '../../src-shared/tags.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { DoubtText } from '../customer/doubt-text.tsx';
import { useCustomFields } from '../custom-fields/use-custom-fields.ts';
import { valueText } from '../custom-fields/value-text.ts';
import { fieldLabel } from '../i18n/describe-action.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { DateText } from '../kit/date-text.tsx';
import { SidePanel } from '../kit/side-panel.tsx';
import { TagChip } from '../kit/tag-chip.tsx';
import { factText } from './facts.ts';
import classes from './preview.module.css';

const Methods = ({ methods }: { methods: readonly ContactMethod[] }) => {
  const { t } = useTranslation();
  return (
    <ul className={classes.methods}>
      {methods.map((method) => (
        <li key={method.id} className={classes.method}>
          <span className={classes.type}>{method.label || t(`fields.methodType.${method.type}`)}</span>
          <span className={classes.value}>{method.value}</span>
          <CopyButton
            value={method.value}
            label={t('customers.preview.copyPhone', { value: method.value })}
          />
        </li>
      ))}
    </ul>
  );
};

const shownFacts: readonly CustomerField[] = [
  'shortName',
  'kind',
  'stage',
  'level',
  'industry',
  'size',
  'address',
  'source',
  'owner',
  'gender',
  'birthday',
  'creditCode',
  'identityNumber',
  'legalRepresentative',
  'registeredCapital',
  'foundedOn',
  'website',
  'notes',
];

const Facts = ({ customer }: { customer: Customer }) => {
  const { t, i18n } = useTranslation();
  const { byKey } = useCustomFields();
  const builtIn = shownFacts.flatMap((field) => {
    const text = factText(t, customer, field);
    return text === '' ? [] : [{ field, label: fieldLabel(t, field), text }];
  });
  const custom = customer.custom.flatMap(({ fieldId, value }) => {
    const field = customKey(fieldId);
    const own = byKey(field);
    return own === undefined
      ? []
      : [{ field, label: own.name, text: valueText(own.type, value, i18n.language) }];
  });
  const facts = [...builtIn, ...custom];
  return (
    <dl className={classes.facts}>
      {facts.map(({ field, label, text }) => (
        <Fragment key={field}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
    </dl>
  );
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title}>
    <h3 className={classes.partTitle}>{title}</h3>
    {children}
  </section>
);

const Summary = ({ customer, tags }: { customer: Customer; tags: readonly Tag[] }) => {
  const { t } = useTranslation();
  const carried = tags.filter(({ id }) => customer.tagIds.includes(id));
  const withMethods =
    customer.methods.length > 0 || customer.contacts.some(({ methods }) => methods.length > 0);
  return (
    <Stack gap="md">
      <Group gap={6}>
        <Text size="sm" c="dimmed" className="numeric">
          {customer.code}
        </Text>
        {carried.map((tag) => (
          <TagChip key={tag.id} name={tag.name} colour={tag.colour} />
        ))}
      </Group>
      {customer.trashedAt !== null && (
        <Text size="sm" c="dimmed">
          {t('customers.preview.trashed')} <DateText at={customer.trashedAt} />
        </Text>
      )}
      {(customer.methods.length > 0 || !withMethods) && (
        <Part title={t('customers.preview.methods')}>
          <Methods methods={customer.methods} />
          {!withMethods && (
            <Text size="sm" c="dimmed">
              {t('customers.preview.noMethods')}
            </Text>
          )}
        </Part>
      )}
      {customer.contacts.length > 0 && (
        <Part title={t('customers.preview.contacts')}>
          {customer.contacts.map((contact) => (
            <div key={contact.id} className={classes.contact} data-left={contact.left || undefined}>
              <Text size="sm" fw={600} component="span">
                {contact.name}
              </Text>{' '}
              <Text size="sm" c="dimmed" component="span">
                {[contact.department, contact.title, contact.left ? t('customers.preview.left') : '']
                  .filter(Boolean)
                  .join(' ')}
              </Text>
              <Methods methods={contact.methods} />
            </div>
          ))}
        </Part>
      )}
      <Part title={t('customers.preview.facts')}>
        <Facts customer={customer} />
      </Part>
      {customer.doubts.length > 0 && (
        <Part title={t('customers.preview.doubts')}>
          {customer.doubts.map((doubt) => (
            <Text key={`${doubt.field}-${doubt.reason}`} size="sm">
              {doubt.value} <DoubtText doubts={[doubt]} />
            </Text>
          ))}
        </Part>
      )}
    </Stack>
  );
};

interface PreviewProps {
  readonly id: number;
  /** From the row, at once; the rest follows. */
  readonly name: string;
  readonly tags: readonly Tag[];
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** A customer at a glance beside the list, to read from and to copy from. ↑↓ goes on to the next. */
export const Preview = ({ id, name, tags, onOpen, onClose }: PreviewProps) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { data, error, refetch } = useQuery(
    archive.customers.get.queryOptions({ input: { id }, placeholderData: keepPreviousData }),
  );
  return (
    <SidePanel
      title={name}
      actions={
        <Button size="compact-sm" variant="default" onClick={onOpen}>
          {t('customers.preview.open')}
        </Button>
      }
      width={340}
      onClose={onClose}
    >
      {data !== undefined && data.id === id && <Summary customer={data} tags={tags} />}
      {error !== null && <FailurePanel error={error} onRetry={() => void refetch()} />}
      <Text size="xs" c="dimmed" mt="md">
        {t('customers.preview.hint')}
      </Text>
    </SidePanel>
  );
};
