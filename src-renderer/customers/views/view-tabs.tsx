import { ActionIcon, Button, Menu, UnstyledButton } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../../src-shared/views.ts';
import { formatNumber } from '../../kit/format.ts';
import { differsFrom, useViews, type ViewContent } from './use-views.ts';
import { NameDialog } from '../../kit/name-dialog.tsx';
import classes from './view-tabs.module.css';

interface ViewTabsProps {
  /** Id of the opened view; null is “all”. */
  readonly opened: number | null;
  readonly content: ViewContent;
  /** Whether the list is narrowed or ordered in a way worth keeping. */
  readonly savable: boolean;
  readonly onOpen: (view: SavedView | null) => void;
}

interface TabProps {
  readonly name: string;
  readonly count: number | null;
  readonly here: boolean;
  readonly onOpen: () => void;
}

const Tab = ({ name, count, here, onOpen }: TabProps) => {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (here) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [here]);
  return (
    <UnstyledButton
      ref={button}
      className={classes.tab}
      aria-current={here ? 'page' : undefined}
      onClick={onOpen}
    >
      <span className={classes.name} title={name}>
        {name}
      </span>
      <span className={classes.count}>{count === null ? '' : formatNumber(count)}</span>
    </UnstyledButton>
  );
};

interface OpenedActionsProps {
  readonly view: SavedView;
  readonly changed: boolean;
  readonly onUpdate: () => void;
  readonly onReset: () => void;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

const OpenedActions = ({ view, changed, onUpdate, onReset, onRename, onRemove }: OpenedActionsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('customers.view.menu', { name: view.name })}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={14} />} onClick={onRename}>
            {t('customers.view.rename')}
          </Menu.Item>
          <Menu.Item leftSection={<IconRefresh size={14} />} disabled={!changed} onClick={onUpdate}>
            {t('customers.view.update')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<IconTrash size={14} />} onClick={onRemove}>
            {t('customers.view.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changed && (
        <>
          <Button
            size="compact-xs"
            variant="light"
            title={t('customers.view.updateHint')}
            className={classes.action}
            onClick={onUpdate}
          >
            {t('customers.view.update')}
          </Button>
          <Button size="compact-xs" variant="subtle" className={classes.action} onClick={onReset}>
            {t('customers.view.reset')}
          </Button>
        </>
      )}
    </>
  );
};

/** All customers first, then the saved views with their counts, and what can be done with the opened one. */
export const ViewTabs = ({ opened, content, savable, onOpen }: ViewTabsProps) => {
  const { t } = useTranslation();
  const views = useViews();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const view = views.views.find(({ id }) => id === opened) ?? null;
  return (
    <nav className={classes.tabs} aria-label={t('customers.view.label')}>
      <Tab
        name={t('customers.view.all')}
        count={views.all}
        here={view === null}
        onOpen={() => onOpen(null)}
      />
      {views.views.map((other) => (
        <div key={other.id} className={classes.opened}>
          <Tab
            name={other.name}
            count={other.count}
            here={other.id === opened}
            onOpen={() => onOpen(other)}
          />
          {other.id === opened && (
            <OpenedActions
              view={other}
              changed={differsFrom(other, content)}
              onUpdate={() => views.update(other.id, content)}
              onReset={() => onOpen(other)}
              onRename={() => setNaming('rename')}
              onRemove={() => views.remove(other.id, () => onOpen(null))}
            />
          )}
        </div>
      ))}
      {savable && (
        <Button
          size="compact-xs"
          variant="subtle"
          className={classes.action}
          leftSection={<IconPlus size={14} />}
          onClick={() => setNaming('new')}
        >
          {t('customers.view.save')}
        </Button>
      )}
      {naming === 'new' && (
        <NameDialog
          label={t('customers.view.name')}
          missing={t('customers.view.nameMissing')}
          title={t('customers.view.saveTitle')}
          hint={t('customers.view.saveHint')}
          initial=""
          onSave={async (name) => onOpen(await views.create(name, content))}
          onClose={() => setNaming(null)}
        />
      )}
      {naming === 'rename' && view !== null && (
        <NameDialog
          label={t('customers.view.name')}
          missing={t('customers.view.nameMissing')}
          title={t('customers.view.renameTitle')}
          initial={view.name}
          onSave={(name) => views.rename(view.id, name)}
          onClose={() => setNaming(null)}
        />
      )}
    </nav>
  );
};
