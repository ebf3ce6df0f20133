import { Anchor, Button, CloseButton } from '@mantine/core';
import {
  IconFileExport,
  IconFlag,
  IconRestore,
  IconStairsUp,
  IconTag,
  IconTrash,
  IconTrashX,
  IconUser,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { levels, stages, type BulkAction } from '../../../src-shared/customers.ts';
import type { Tag } from '../../../src-shared/tags.ts';
import classes from './bulk.module.css';
import { OwnerPicker } from './owner-picker.tsx';
import { PickerButton } from './picker-button.tsx';
import { TagPicker } from './tag-picker.tsx';
import { ValueMenu } from './value-menu.tsx';

interface BulkBarProps {
  readonly count: number;
  /** Everything the filter finds. */
  readonly total: number;
  readonly tags: readonly Tag[];
  /** Whether the customers are in the trash: they can then be restored or deleted for good, nothing else. */
  readonly trash: boolean;
  /** Whether ids are still being fetched for a range. */
  readonly busy: boolean;
  readonly tagging: boolean;
  readonly onTagging: (opened: boolean) => void;
  readonly onAction: (action: BulkAction) => void;
  readonly onExport: () => void;
  readonly onTrash: () => void;
  readonly onPurge: () => void;
  readonly onChooseAll: () => void;
  readonly onClear: () => void;
}

/** What can be done with the ticked customers, with their number. */
export const BulkBar = ({
  count,
  total,
  tags,
  trash,
  busy,
  tagging,
  onTagging,
  onAction,
  onExport,
  onTrash,
  onPurge,
  onChooseAll,
  onClear,
}: BulkBarProps) => {
  const { t } = useTranslation();
  const [owning, setOwning] = useState(false);
  return (
    <div className={classes.frame}>
      <div className={classes.bar} role="toolbar" aria-label={t('customers.bulk.label')}>
        <span className={classes.chosen} role="status">
          {busy ? t('customers.table.selecting') : t('customers.bulk.chosen', { count })}
        </span>
        {count < total && !busy && (
          <Anchor component="button" type="button" size="sm" onClick={onChooseAll}>
            {t('customers.bulk.chooseAll', { count: total })}
          </Anchor>
        )}
        <span className={classes.spring} />
        {trash ? (
          <>
            <Button
              size="compact-sm"
              leftSection={<IconRestore size={14} />}
              onClick={() => onAction({ type: 'restore' })}
            >
              {t('customers.bulk.restore')}
            </Button>
            <Button
              size="compact-sm"
              color="red"
              variant="light"
              leftSection={<IconTrashX size={14} />}
              onClick={onPurge}
            >
              {t('customers.bulk.purge')}
            </Button>
          </>
        ) : (
          <>
            <PickerButton
              label={t('customers.bulk.tags')}
              icon={<IconTag size={14} />}
              opened={tagging}
              onChange={onTagging}
            >
              <TagPicker count={count} tags={tags} onApply={(type, tagIds) => onAction({ type, tagIds })} />
            </PickerButton>
            <ValueMenu
              field="stage"
              values={stages}
              icon={<IconFlag size={14} />}
              onPick={(value) => onAction({ type: 'set', field: 'stage', value })}
            />
            <ValueMenu
              field="level"
              values={levels}
              icon={<IconStairsUp size={14} />}
              onPick={(value) => onAction({ type: 'set', field: 'level', value })}
            />
            <PickerButton
              label={t('customers.bulk.owner')}
              icon={<IconUser size={14} />}
              opened={owning}
              onChange={setOwning}
            >
              <OwnerPicker
                onPick={(value) => {
                  setOwning(false);
                  onAction({ type: 'set', field: 'owner', value });
                }}
              />
            </PickerButton>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconFileExport size={14} />}
              onClick={onExport}
            >
              {t('exports.button')}
            </Button>
            <Button
              size="compact-sm"
              color="red"
              variant="light"
              leftSection={<IconTrash size={14} />}
              onClick={onTrash}
            >
              {t('customers.bulk.trash')}
            </Button>
          </>
        )}
        <CloseButton aria-label={t('customers.bulk.clear')} onClick={onClear} />
      </div>
    </div>
  );
};
