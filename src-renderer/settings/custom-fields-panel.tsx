import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../src-shared/custom-fields.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { Panel } from '../kit/panel.tsx';
import { CustomFieldRow } from './custom-field-row.tsx';
import { NewCustomField } from './new-custom-field.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import classes from './settings.module.css';

/** The fields that the archive has of its own: name, type, options and order. */
export const CustomFieldsPanel = () => {
  const { t } = useTranslation();
  const { archive, client } = useApi();
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
      {removing !== null && (
        <RemoveDialog
          title={t('settings.customFields.deleteTitle')}
          action={t('settings.customFields.delete', { name: removing.name })}
          id={removing.id}
          count={removing.count}
          remove={client.archive.customFields.remove}
          onClose={() => setRemoving(null)}
        >
          {removing.count === 0
            ? t('settings.customFields.deleteUnused', { name: removing.name })
            : t('settings.customFields.deleteUsed', { name: removing.name, count: removing.count })}
        </RemoveDialog>
      )}
    </Panel>
  );
};
