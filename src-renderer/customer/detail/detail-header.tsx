import { ActionIcon, Badge, Button, CopyButton, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconCheck,
  IconCopy,
  IconDots,
  IconPencil,
  IconReceipt,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../src-shared/customers.ts';
import { useKey } from '../../app/keys.tsx';
import { valueLabel } from '../../i18n/describe-action.ts';
import { KeyHint } from '../../kit/key-hint.tsx';
import { TagChip } from '../../kit/tag-chip.tsx';
import { useTags } from '../tags/use-tags.ts';
import classes from './detail.module.css';
import { invoiceBlock } from './invoice-block.ts';
import { TagsButton } from './tags-button.tsx';

interface HeaderActions {
  readonly onBack: () => void;
  readonly onEdit: () => void;
  readonly onTags: (tagIds: number[]) => void;
  readonly onMove: (type: 'trash' | 'restore') => void;
  readonly moving: boolean;
}

const Facts = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation();
  const { tags } = useTags();
  const { code, kind, stage, level, owner, tagIds } = customer;
  return (
    <div className={classes.facts}>
      <CopyButton value={code} timeout={1_500}>
        {({ copied, copy }) => (
          <button
            type="button"
            className={classes.code}
            onClick={copy}
            aria-label={t('customer.detail.copyCode', { code })}
          >
            {code}
            {copied ? (
              <IconCheck size={13} aria-hidden />
            ) : (
              <IconCopy size={13} aria-hidden className={classes.copyIcon} />
            )}
          </button>
        )}
      </CopyButton>
      <span>{valueLabel(t, 'kind', kind)}</span>
      {stage !== '' && (
        <Badge size="sm" radius="sm" variant="light">
          {valueLabel(t, 'stage', stage)}
        </Badge>
      )}
      {level !== '' && (
        <Badge size="sm" radius="sm" variant="default">
          {t('customer.detail.level', { level })}
        </Badge>
      )}
      {tagIds.map((id) => {
        const tag = tags.find((one) => one.id === id);
        return tag === undefined ? null : <TagChip key={id} name={tag.name} colour={tag.colour} />;
      })}
      {owner !== '' && <span>{t('customer.detail.owner', { owner })}</span>}
    </div>
  );
};

const Actions = ({
  customer,
  onEdit,
  onTags,
  onMove,
  moving,
}: Omit<HeaderActions, 'onBack'> & { customer: Customer }) => {
  const { t } = useTranslation();
  const block = invoiceBlock(t, customer);
  useKey('e', onEdit, { label: t('customer.keys.edit'), group: 'customer' });
  return (
    <div className={classes.actions}>
      {block !== null && (
        <CopyButton value={block} timeout={1_500}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={15} /> : <IconReceipt size={15} />}
              onClick={copy}
            >
              {copied ? t('common.action.copied') : t('customer.detail.copyInvoice')}
            </Button>
          )}
        </CopyButton>
      )}
      <TagsButton customer={customer} onSave={onTags} />
      <Button leftSection={<IconPencil size={15} />} rightSection={<KeyHint keys="e" />} onClick={onEdit}>
        {t('common.action.edit')}
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Tooltip label={t('common.action.more')}>
            <ActionIcon variant="default" size={36} aria-label={t('common.action.more')} loading={moving}>
              <IconDots size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTrash size={15} />} color="red" onClick={() => onMove('trash')}>
            {t('customer.detail.trash')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
};

/** Who this is, always in sight, and what one can do with all of it. */
export const DetailHeader = ({ customer, onBack, ...actions }: HeaderActions & { customer: Customer }) => {
  const { t } = useTranslation();
  useKey('escape', onBack, { label: t('customer.keys.back'), group: 'customer' });
  return (
    <header className={classes.header}>
      <Tooltip label={t('common.action.back')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('common.action.back')}
          onClick={onBack}
        >
          <IconArrowLeft size={18} />
        </ActionIcon>
      </Tooltip>
      <div className={classes.who}>
        <h1 className={classes.name} title={customer.name}>
          {customer.name}
        </h1>
        <Facts customer={customer} />
      </div>
      {customer.trashedAt === null ? (
        <Actions customer={customer} {...actions} />
      ) : (
        <Button
          leftSection={<IconRestore size={15} />}
          loading={actions.moving}
          onClick={() => actions.onMove('restore')}
        >
          {t('customer.detail.restore')}
        </Button>
      )}
    </header>
  );
};
