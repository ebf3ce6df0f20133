import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  bringBackModeSchema,
  type BackupInspection,
  type BringBackMode,
  type BroughtBack,
  type ComparedCustomer,
} from '../../src-shared/backups.ts';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { useFailureToast, useTellFailure } from '../app/failures/use-failure-toast.tsx';
import { useLongWork } from '../app/long-work.ts';
import { usePages } from '../app/use-pages.ts';
import { DataTable } from '../kit/data-table/data-table.tsx';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import classes from './backups.module.css';
import { useComparedColumns } from './compared-columns.tsx';

const pageSize = 100;

const Done = ({ result, onClose }: { result: BroughtBack; onClose: () => void }) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const undoing = useLongWork(client.archive.changes.undo, useTellFailure());
  const { created, untrashed, changed, same, recoded, changeId } = result;
  const undone = undoing.result !== null;
  return (
    <Stack gap="sm">
      <div role="status">
        {undone ? (
          <Text>{t('backups.part.undone')}</Text>
        ) : (
          <>
            {created > 0 && <Text>{t('backups.part.created', { count: created })}</Text>}
            {untrashed > 0 && <Text>{t('backups.part.untrashed', { count: untrashed })}</Text>}
            {changed > 0 && <Text>{t('backups.part.changed', { count: changed })}</Text>}
            {same > 0 && <Text>{t('backups.part.same', { count: same })}</Text>}
            {recoded.map(({ name, was, now }) => (
              <Text key={now} size="sm">
                {t('backups.part.recoded', { name, was, now })}
              </Text>
            ))}
          </>
        )}
      </div>
      <Group justify="flex-end" gap="xs">
        {changeId !== 0 && !undone && (
          <Button
            variant="default"
            loading={undoing.running}
            onClick={() => void undoing.start({ changeId })}
          >
            {t('common.action.undo')}
          </Button>
        )}
        <Button autoFocus onClick={onClose}>
          {t('backups.restore.ok')}
        </Button>
      </Group>
    </Stack>
  );
};

/** Picks customers out of an opened backup and brings them back into the archive that is open. */
export const BringBack = ({
  inspection,
  onBack,
  onClose,
}: {
  inspection: BackupInspection;
  onBack: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { archive, client } = useApi();
  const tellFailure = useFailureToast();
  const { inspectionId } = inspection;
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 120);
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const [active, setActive] = useState<number | null>(null);
  const [mode, setMode] = useState<BringBackMode>('asThen');
  const bringing = useLongWork(client.archive.backups.bringBack);
  const columns = useComparedColumns(true);
  const pages = usePages<ComparedCustomer>(pageSize, (offset, limit) =>
    archive.backups.customers.queryOptions({ input: { inspectionId, text: wanted, offset, limit } }),
  );

  const toggle = (some: readonly number[], on: boolean): void =>
    setIds((before) => {
      const next = new Set(before);
      for (const id of some) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  const allFound = async (): Promise<number[]> => {
    const found: number[] = [];
    for (let offset = 0; offset < pages.total; offset += 500) {
      const { rows } = await client.archive.backups.customers({
        inspectionId,
        text: wanted,
        offset,
        limit: 500,
      });
      found.push(...rows.map(({ id }) => id));
    }
    return found;
  };

  if (bringing.result !== null) return <Done result={bringing.result} onClose={onClose} />;
  if (bringing.running)
    return <ProgressPanel takesFocus label={t('backups.part.bringing')} work={bringing} />;
  return (
    <Stack gap="md">
      <Text size="sm">{t('backups.part.explain')}</Text>
      <TextInput
        label={t('backups.part.search')}
        leftSection={<IconSearch size={16} />}
        value={text}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.names}>
        <DataTable
          label={t('backups.part.list')}
          columns={columns}
          total={pages.total}
          rowAt={pages.rowAt}
          onRangeChange={pages.onRangeChange}
          active={active}
          onActive={setActive}
          keysAnywhere={false}
          resetKey={wanted}
          selection={{
            isSelected: ({ id }) => ids.has(id),
            onToggle: ({ id }) => toggle([id], !ids.has(id)),
            onRange: (first, last) => {
              const between = Array.from({ length: last - first + 1 }, (_, index) => first + index);
              toggle(
                between.flatMap((index) => pages.rowAt(index)?.id ?? []),
                true,
              );
            },
            state: ids.size === 0 ? 'none' : ids.size >= pages.total ? 'all' : 'some',
            onToggleAll: () => {
              if (ids.size > 0) setIds(new Set());
              else allFound().then((found) => toggle(found, true), tellFailure);
            },
          }}
          empty={<Text c="dimmed">{t('backups.part.nobody')}</Text>}
        />
      </div>
      <Radio.Group
        label={t('backups.part.mode')}
        value={mode}
        onChange={(next) => setMode(bringBackModeSchema.parse(next))}
      >
        <Group gap="lg" mt={4}>
          <Radio value="asThen" label={t('backups.part.asThen')} />
          <Radio value="fillGaps" label={t('backups.part.fillGaps')} />
        </Group>
      </Radio.Group>
      {bringing.failure !== null && <FailureNote failure={bringing.failure} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onBack}>
          {t('common.action.back')}
        </Button>
        <Button
          disabled={ids.size === 0}
          onClick={() => void bringing.start({ inspectionId, ids: [...ids], mode })}
        >
          {t('backups.part.bring', { count: ids.size })}
        </Button>
      </Group>
    </Stack>
  );
};
