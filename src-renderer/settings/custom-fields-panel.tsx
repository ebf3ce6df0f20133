import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../src-shared/custom-fields.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { useLongWork } from '../app/long-work.ts';
import { useWritten } from '../app/written.tsx';
import { ConfirmModal } from '../kit/confirm-modal.tsx';
import { Panel } from '../kit/panel.tsx';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import { CustomFieldRow } from './custom-field-row.tsx';
import { NewCustomField } from './new-custom-field.tsx';
import classes from './settings.module.css';

/** Asks before a field goes with its values, and says how many customers have one. */
const RemoveDialog = ({ field, onClose }: { field: CustomField; onClose: () => void }) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const { announce } = useWritten();
  const tellFailure = useFailureToast();
  const { start, running, progress, cancel } = useLongWork(client.archive.customFields.remove);
  const { id, name, count } = field;
  const remove = async (): Promise<void> => {
    const written = await start({ id });
    if (written !== null) announce(written);
    onClose();
  };
  return (
    <ConfirmModal
      opened
      title={t('settings.customFields.deleteTitle')}
      action={t('settings.customFields.delete', { name })}
      danger
      busy={running}
      onConfirm={() => void remove().catch(tellFailure)}
      onClose={onClose}
    >
      <Stack gap="sm">
        {count === 0
          ? t('settings.customFields.deleteUnused', { name })
          : t('settings.customFields.deleteUsed', { name, count })}
        {running && count > 1_000 && (
          <ProgressPanel
            label={t('settings.customFields.delete', { name })}
            progress={progress}
            onCancel={cancel}
          />
        )}
      </Stack>
    </ConfirmModal>
  );
};

/** The fields that the archive has of its own: name, type, options and order. */
export const CustomFieldsPanel = () => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { data: fields, error, refetch } = useQuery(archive.customFields.list.queryOptions());
  const [removing, setRemoving] = useState<CustomField | null>(null);
  if (error !== null) return <FailurePanel error={error} onRetry={() => void refetch()} />;
  if (fields === undefined) return null;
  return (
    <Panel title={t('settings.customFields.title')} description={t('settings.customFields.description')}>
      <Stack gap="sm">
        {fields.length === 0 ? (
          <Text c="dimmed">{t('settings.customFields.empty')}</Text>
        ) : (
          <>
            <div className={`${classes.fields} ${classes.head}`} aria-hidden>
              <span />
              <span>{t('settings.customFields.name')}</span>
              <span>{t('settings.customFields.type')}</span>
              <span />
              <span className={classes.count}>{t('settings.customFields.used')}</span>
            </div>
            <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
              {fields.map((field, index) => (
                <CustomFieldRow
                  key={field.id}
                  field={field}
                  isFirst={index === 0}
                  isLast={index === fields.length - 1}
                  onRemove={() => setRemoving(field)}
                />
              ))}
            </Stack>
          </>
        )}
        <NewCustomField />
      </Stack>
      {removing !== null && <RemoveDialog field={removing} onClose={() => setRemoving(null)} />}
    </Panel>
  );
};
