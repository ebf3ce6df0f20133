import { Button, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBookmarks, IconBookmarkPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportScheme } from '../../../src-shared/import-schemes.ts';
import { useApi } from '../../app/api.ts';
import { useFailureToast } from '../../app/failures/use-failure-toast.tsx';
import { KeyLayer } from '../../app/keys.tsx';
import { useWritten } from '../../app/written.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { NameDialog } from '../../kit/name-dialog.tsx';
import { freshSheet } from '../sheet-work.ts';
import { planInput, putSheet, sheetOf, type ImportWork } from '../state.ts';
import { importStore } from '../store.ts';
import type { ImportActions } from '../use-import.ts';

/** Schemes to be removed, one by one. */
const SchemesDialog = ({ schemes, onClose }: { schemes: readonly ImportScheme[]; onClose: () => void }) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const { announce } = useWritten();
  const tellFailure = useFailureToast();
  const remove = async (id: number): Promise<void> =>
    announce(await client.archive.imports.schemes.remove({ id }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('imports.schemes.manageTitle')}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>
        <Stack gap="xs">
          {schemes.length === 0 && (
            <EmptyState icon={IconBookmarks} title={t('imports.schemes.none')}>
              {t('imports.schemes.noneBody')}
            </EmptyState>
          )}
          {schemes.map(({ id, name, columns }) => (
            <Group key={id} justify="space-between" wrap="nowrap">
              <Text size="sm" truncate title={name}>
                {name}{' '}
                <Text span size="xs" c="dimmed">
                  {t('imports.schemes.columns', { count: columns })}
                </Text>
              </Text>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={14} />}
                aria-label={t('imports.schemes.remove', { name })}
                onClick={() => remove(id).catch(tellFailure)}
              >
                {t('common.action.delete')}
              </Button>
            </Group>
          ))}
        </Stack>
      </KeyLayer>
    </Modal>
  );
};

/** Mappings saved under a name: one to be used for the open sheet, the present one to be saved, others to be removed. */
export const SchemeControl = ({ work, actions }: { work: ImportWork; actions: ImportActions }) => {
  const { t } = useTranslation();
  const { archive, client } = useApi();
  const { announce } = useWritten();
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null);
  const { data: schemes = [] } = useQuery(archive.imports.schemes.list.queryOptions());
  const close = (): void => setDialog(null);

  const save = async (name: string): Promise<void> => {
    const open = sheetOf(work);
    const input = planInput({ ...work, included: new Set([work.open]) });
    const sheet = input.sheets.find(
      (one) => one.readingId === open.readingId && one.sheet === open.understanding.sheet,
    );
    if (sheet === undefined) return;
    const { matchBy, people, newFields } = input;
    announce(await client.archive.imports.schemes.save({ name, sheet, matchBy, people, newFields }));
  };

  const use = async ({ id: schemeId, matchBy, people }: ImportScheme): Promise<void> => {
    const { readingId, understanding } = sheetOf(work);
    const { sheet, header, table, layout, alike } = understanding;
    const asIs = layout?.taken === false;
    const joined = alike?.joined === true;
    const shape = { readingId, sheet, header, table, asIs, joined };
    const mapped = await client.archive.imports.understand({ ...shape, schemeId });
    importStore.update((now) => ({
      ...putSheet(now, freshSheet(readingId, mapped)),
      matchBy,
      people,
    }));
  };

  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconBookmarks size={14} />}
            disabled={actions.understanding}
          >
            {t('imports.schemes.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {schemes.length > 0 && <Menu.Label>{t('imports.schemes.use')}</Menu.Label>}
          {schemes.map((scheme) => (
            <Menu.Item key={scheme.id} onClick={() => void use(scheme).catch(actions.fail)}>
              {scheme.name}
            </Menu.Item>
          ))}
          {schemes.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<IconBookmarkPlus size={14} />} onClick={() => setDialog('save')}>
            {t('imports.schemes.save')}
          </Menu.Item>
          {schemes.length > 0 && (
            <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => setDialog('manage')}>
              {t('imports.schemes.manage')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'save' && (
        <NameDialog
          title={t('imports.schemes.saveTitle')}
          label={t('imports.schemes.name')}
          missing={t('imports.schemes.nameMissing')}
          hint={t('imports.schemes.saveHint')}
          initial=""
          onSave={save}
          onClose={close}
        />
      )}
      {dialog === 'manage' && <SchemesDialog schemes={schemes} onClose={close} />}
    </>
  );
};
