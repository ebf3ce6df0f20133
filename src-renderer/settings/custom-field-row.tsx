import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconArrowDown, IconArrowUp, IconListDetails, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  customFieldTypes,
  customFieldTypeSchema,
  type CustomField,
  type CustomFieldPatch,
} from '../../src-shared/custom-fields.ts';
import { useApi } from '../app/api.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { useWritten } from '../app/written.tsx';
import { SavedField } from '../kit/saved-field.tsx';
import { OptionsDialog } from './options-dialog.tsx';
import classes from './settings.module.css';

/** One field: its name, its type as long as it is empty, its place, and the way to its options. */
export const CustomFieldRow = ({
  field,
  isFirst,
  isLast,
  onRemove,
}: {
  field: CustomField;
  isFirst: boolean;
  isLast: boolean;
  onRemove: () => void;
}) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { announce } = useWritten();
  const tellFailure = useFailureToast();
  const { mutate } = useMutation(
    archive.customFields.update.mutationOptions({ onSuccess: announce, onError: tellFailure }),
  );
  const [editsOptions, setEditsOptions] = useState(false);
  const { id, name, type, options, position, count } = field;
  const update = (patch: CustomFieldPatch): void => mutate({ id, patch });
  const removeLabel = t('settings.customFields.delete', { name });
  return (
    <li className={classes.fields}>
      <span className={classes.places}>
        {([-1, 1] as const).map((by) => (
          <ActionIcon
            key={by}
            size="sm"
            variant="subtle"
            color="gray"
            disabled={by === -1 ? isFirst : isLast}
            aria-label={t(by === -1 ? 'settings.customFields.up' : 'settings.customFields.down', { name })}
            onClick={() => update({ position: position + by })}
          >
            {by === -1 ? <IconArrowUp size={14} /> : <IconArrowDown size={14} />}
          </ActionIcon>
        ))}
      </span>
      <SavedField
        aria-label={t('settings.customFields.nameOf', { name })}
        maxLength={50}
        value={name}
        onSave={(value) => value !== '' && update({ name: value })}
      />
      <Tooltip label={t('settings.customFields.typeFixed')} disabled={count === 0}>
        <Select
          aria-label={t('settings.customFields.typeOf', { name })}
          value={type}
          allowDeselect={false}
          disabled={count > 0}
          data={customFieldTypes.map((value) => ({
            value,
            label: t(`settings.customFields.typeValue.${value}`),
          }))}
          onChange={(value) => update({ type: customFieldTypeSchema.parse(value) })}
        />
      </Tooltip>
      {type === 'choice' ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconListDetails size={14} />}
          aria-label={t('settings.customFields.optionsOf', { name, count: options.length })}
          onClick={() => setEditsOptions(true)}
        >
          {t('settings.customFields.options', { count: options.length })}
        </Button>
      ) : (
        <span />
      )}
      <span className={classes.count}>{t('settings.customFields.count', { count })}</span>
      <Tooltip label={removeLabel}>
        <ActionIcon variant="subtle" color="gray" aria-label={removeLabel} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
      {editsOptions && (
        <OptionsDialog field={field} onChange={update} onClose={() => setEditsOptions(false)} />
      )}
    </li>
  );
};
