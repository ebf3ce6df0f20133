import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconHistory } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../src-shared/changes.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { usePreferences } from '../app/preferences.ts';
import { RoomLink } from '../app/room-link.tsx';
import { usePages } from '../app/use-pages.ts';
import { useWritten } from '../app/written.tsx';
import { UndoDialog } from '../imports/undo-dialog.tsx';
import { describeAction } from '../i18n/describe-action.ts';
import { DataTable } from '../kit/data-table/data-table.tsx';
import type { DataColumn } from '../kit/data-table/types.ts';
import { DateText } from '../kit/date-text.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { formatNumber } from '../kit/format.ts';
import { Page } from '../kit/page.tsx';
import classes from './history.module.css';

/** Whether a change can be taken back or brought again from here. */
const turnOf = (change: Change): 'undo' | 'redo' | null => {
  if (change.kind !== 'do' || change.action.type === 'createArchive') return null;
  return change.inEffect ? 'undo' : 'redo';
};

const Turn = ({ change }: { change: Change }) => {
  const { t } = useTranslation();
  const { undo, redo } = useWritten();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const turn = turnOf(change);
  if (turn === null) return null;
  const act = turn === 'undo' ? undo : redo;
  const what = describeAction(t, change.action);
  const { action, id } = change;
  // An import reaches far, and may be long ago: what undoing it will do is said first.
  const asks = turn === 'undo' && action.type === 'import';
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        loading={busy}
        leftSection={turn === 'undo' ? <IconArrowBackUp size={14} /> : <IconArrowForwardUp size={14} />}
        aria-label={t(`history.${turn}Named`, { what })}
        onClick={() => {
          if (asks) {
            setAsking(true);
            return;
          }
          setBusy(true);
          void act(id).finally(() => setBusy(false));
        }}
      >
        {t(`common.action.${turn}`)}
      </Button>
      {action.type === 'import' && (
        <UndoDialog
          batch={asking ? { changeId: id, file: action.file } : null}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
};

const What = ({ change }: { change: Change }) => {
  const { t } = useTranslation();
  const what = describeAction(t, change.action);
  if (change.kind !== 'do') return t(`history.${change.kind}Of`, { what });
  const named =
    change.action.type === 'import' ? (
      <RoomLink to={`/imports/${change.id}`} inherit>
        {what}
      </RoomLink>
    ) : (
      what
    );
  if (change.inEffect) return named;
  return (
    <>
      <Text span inherit td="line-through" c="dimmed">
        {named}
      </Text>{' '}
      <span className={classes.undone}>{t('history.undone')}</span>
    </>
  );
};

/** Every change of the archive, newest first, each with undo. */
export const HistoryPage = () => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { density } = usePreferences();
  const [active, setActive] = useState<number | null>(null);
  const pages = usePages<Change>(100, (offset, limit) => {
    const { queryKey, queryFn } = archive.changes.list.queryOptions({ input: { offset, limit } });
    return {
      queryKey: [...queryKey, 'rows'],
      queryFn: async (context) => {
        const { changes, total } = await queryFn(context);
        return { rows: changes, total };
      },
    };
  });
  const columns = useMemo<DataColumn<Change>[]>(
    () => [
      {
        id: 'at',
        title: t('history.column.at'),
        width: 130,
        numeric: true,
        render: (change) => <DateText at={change.at} />,
      },
      { id: 'actor', title: t('history.column.actor'), width: 110, render: (change) => change.actor },
      {
        id: 'what',
        title: t('history.column.what'),
        width: 560,
        render: (change) => <What change={change} />,
        whole: (change) => describeAction(t, change.action),
      },
      {
        id: 'rows',
        title: t('history.column.rows'),
        width: 90,
        numeric: true,
        align: 'end',
        render: (change) => (change.rows === 0 ? '' : formatNumber(change.rows)),
      },
      {
        id: 'turn',
        title: t('history.column.turn'),
        width: 120,
        render: (change) => <Turn change={change} />,
      },
    ],
    [t],
  );
  return (
    <Page title={t('history.title')} fixed>
      {pages.error !== null ? (
        <FailurePanel error={pages.error} onRetry={pages.retry} />
      ) : (
        !pages.loading && (
          <DataTable
            label={t('history.title')}
            columns={columns}
            total={pages.total}
            rowAt={pages.rowAt}
            onRangeChange={pages.onRangeChange}
            rowHeight={density === 'compact' ? 36 : 44}
            active={active}
            onActive={setActive}
            empty={
              <EmptyState icon={IconHistory} title={t('history.empty')}>
                {t('history.emptyHint')}
              </EmptyState>
            }
          />
        )
      )}
    </Page>
  );
};
