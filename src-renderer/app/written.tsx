import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconArrowForwardUp, IconCheck } from '@tabler/icons-react';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Undone, Written } from '../../src-shared/changes.ts';
import { describeAction } from '../i18n/describe-action.ts';
import { ProgressDialog } from '../kit/progress-dialog.tsx';
import { useApi } from './api.ts';
import { useTellFailure } from './failures/use-failure-toast.tsx';
import { KeptDialog } from './kept-dialog.tsx';
import { useKey } from './keys.tsx';
import { useLongWork } from './long-work.ts';

export interface WrittenActions {
  /** Names a finished write in a toast that offers to undo it. Call it after every write. */
  readonly announce: (written: Written) => void;
  /** Takes a change back, the latest without an id, and says what stayed. Resolves with false when it did not. */
  readonly undo: (changeId?: number) => Promise<boolean>;
  readonly redo: (changeId?: number) => Promise<boolean>;
  /** Says what was taken back or brought again, and what stayed, when another operation than the two above did it. */
  readonly announceUndone: (undone: Undone, kind?: 'undone' | 'redone') => void;
}

const WrittenContext = createContext<WrittenActions | null>(null);

/** How long the toast of a write offers to undo it, ms. */
const offerFor = 8_000;

/** Toasts for writes, and undo and redo by key from anywhere. */
export const WrittenProvider = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const tellFailure = useTellFailure();
  const undoing = useLongWork(client.archive.changes.undo, tellFailure);
  const redoing = useLongWork(client.archive.changes.redo, tellFailure);
  const [kept, setKept] = useState<Undone | null>(null);

  const tell = useCallback(
    (icon: ReactNode, color: string, message: ReactNode) => {
      // One at a time, and each a new one: an updated toast would keep the old one's remaining seconds.
      notifications.hide(shown);
      shown = `written-${Date.now()}-${Math.random()}`;
      notifications.show({
        id: shown,
        icon,
        color,
        message,
        autoClose: offerFor,
        closeButtonProps: { 'aria-label': t('common.action.close') },
      });
    },
    [t],
  );

  const announceUndone = useCallback(
    (undone: Undone, kind: 'undone' | 'redone' = 'undone') =>
      tell(
        kind === 'undone' ? <IconArrowBackUp size={18} /> : <IconArrowForwardUp size={18} />,
        'blue',
        <>
          <Text size="sm">{t(`common.written.${kind}`, { what: describeAction(t, undone.action) })}</Text>
          {undone.keptCount > 0 && (
            <Group gap="xs" mt={4}>
              <Text size="sm">{t('common.written.kept', { count: undone.keptCount })}</Text>
              <Button size="compact-xs" variant="default" onClick={() => setKept(undone)}>
                {t('common.written.showKept')}
              </Button>
            </Group>
          )}
        </>,
      ),
    [t, tell],
  );

  const { start: startUndo } = undoing;
  const { start: startRedo } = redoing;
  const turn = useCallback(
    async (kind: 'undone' | 'redone', changeId: number | undefined): Promise<boolean> => {
      const start = kind === 'undone' ? startUndo : startRedo;
      const undone = await start(changeId === undefined ? {} : { changeId });
      if (undone !== null) announceUndone(undone, kind);
      return undone !== null;
    },
    [startUndo, startRedo, announceUndone],
  );
  const undo = useCallback((changeId?: number) => turn('undone', changeId), [turn]);
  const redo = useCallback((changeId?: number) => turn('redone', changeId), [turn]);

  const announce = useCallback(
    (written: Written) => {
      tell(
        <IconCheck size={18} />,
        'green',
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm">{describeAction(t, written.action)}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void undo(written.changeId)}
            style={{ flexShrink: 0 }}
          >
            {t('common.action.undo')}
          </Button>
        </Group>,
      );
    },
    [t, tell, undo],
  );

  const actions = useMemo(
    () => ({ announce, undo, redo, announceUndone }),
    [announce, undo, redo, announceUndone],
  );
  useKey('mod+z', () => void undo(), { label: t('keys.undo') });
  useKey('mod+shift+z mod+y', () => void redo(), { label: t('keys.redo') });

  return (
    <WrittenContext.Provider value={actions}>
      {children}
      <ProgressDialog label={t('common.written.undoing')} work={undoing} />
      <ProgressDialog label={t('common.written.redoing')} work={redoing} />
      <KeptDialog undone={kept} onClose={() => setKept(null)} />
    </WrittenContext.Provider>
  );
};

let shown = '';

/** Announces writes, and takes them back. */
export const useWritten = (): WrittenActions => {
  const actions = useContext(WrittenContext);
  if (actions === null) throw new Error('useWritten outside of WrittenProvider');
  return actions;
};
