import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../src-shared/changes.ts';
import { useApi } from '../../app/api.ts';
import { FailurePanel } from '../../app/failures/failure-panel.tsx';
import { useFailureToast } from '../../app/failures/use-failure-toast.tsx';
import { useWritten } from '../../app/written.tsx';
import { HistoryEntryView } from './history-entry.tsx';
import classes from './history.module.css';

const step = 50;
const most = 500;

/** A field as actions name it for ever: a custom field by what it is called. */
const lastingName = (part: string, fields: HistoryEntry['fields']): string => {
  const custom = fields.find(({ field }) => field === part)?.custom;
  return custom === undefined ? part : `custom:${custom.name}`;
};

/** What happened to a customer, newest first; each change and each field of it can be taken back. */
export const CustomerHistory = ({ id, name }: { id: number; name: string }) => {
  const { t } = useTranslation();
  const { archive, client } = useApi();
  const { announceUndone } = useWritten();
  const tellFailure = useFailureToast();
  const heading = useId();
  const [limit, setLimit] = useState(step);
  const { data, error, refetch } = useQuery(
    archive.customers.history.queryOptions({ input: { id, limit }, placeholderData: keepPreviousData }),
  );
  const undo = async ({ change, fields }: HistoryEntry, field?: string): Promise<void> => {
    const parts =
      field === undefined ? [...new Set(fields.map((one) => one.field.split('.')[0] ?? ''))] : [field];
    try {
      const undone = await client.archive.changes.undoForCustomer({
        changeId: change.id,
        customerId: id,
        ...(field === undefined ? {} : { field }),
      });
      // Told as what was taken back here, which of a bulk change is this customer's part only.
      announceUndone({
        ...undone,
        action:
          parts.length === 0
            ? change.action
            : { type: 'updateCustomer', name, fields: parts.map((part) => lastingName(part, fields)) },
      });
    } catch (failure) {
      tellFailure(failure);
    }
  };
  return (
    <section aria-labelledby={heading} className={classes.history}>
      <h2 id={heading} className={classes.heading}>
        {t('history.title')}
      </h2>
      {error !== null && <FailurePanel error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <ol className={classes.entries}>
          {data.entries.map((entry) => (
            <HistoryEntryView key={entry.change.id} entry={entry} onUndo={(...what) => void undo(...what)} />
          ))}
        </ol>
      )}
      {data !== undefined && data.total > data.entries.length && limit < most && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setLimit(Math.min(most, limit * 2 + step))}
        >
          {t('customer.history.more', { count: data.total - data.entries.length })}
        </Button>
      )}
    </section>
  );
};
