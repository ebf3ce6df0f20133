import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFileImport, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { useHostInfo } from '../app/host-info.ts';
import { usePickFiles } from '../app/pick-file.ts';
import { ConfirmModal } from '../kit/confirm-modal.tsx';
import { Page } from '../kit/page.tsx';
import { ProgressDialog } from '../kit/progress-dialog.tsx';
import { CheckStep } from './check/check-step.tsx';
import { CheckActions } from './check/check-tools.tsx';
import { ColumnsStep } from './columns/columns-step.tsx';
import { ColumnsActions } from './columns/columns-tools.tsx';
import { CommitDialog } from './commit-dialog.tsx';
import { DoneStep } from './done/done-step.tsx';
import classes from './imports.module.css';
import { StartStep } from './start/start-step.tsx';
import { isTouched } from './state.ts';
import { StepBar } from './step-bar.tsx';
import { filesText } from './files-text.ts';
import { importStore, useImportWork } from './store.ts';
import { TemplateButton } from './template-button.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useImport } from './use-import.ts';
import { usePaste } from './use-paste.ts';

/** Keeps the window of a browser from closing over work that would be lost; Electron would not ask, only stay open. */
const useWarnOnClose = (needed: boolean): void => {
  const browser = useHostInfo()?.kind === 'browser';
  useEffect(() => {
    if (!needed || !browser) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [needed, browser]);
};

/** Bringing a sheet in: choose the file, see what its columns are, check every row, and write. */
export const ImportPage = () => {
  const { t } = useTranslation();
  const work = useImportWork();
  const actions = useImport();
  const pickFiles = usePickFiles();
  const { failure, reading, planning, editing, committing } = actions;
  const step = work?.step ?? 'start';
  const working = reading.running || planning.running || committing.running;
  /** What to do once the user gives the import up that is under way. */
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  useWarnOnClose(isTouched(work) || committing.running);

  const afterAsking = (then: () => void): void => {
    if (isTouched(work)) setLeaving(() => then);
    else then();
  };
  const pick = async (): Promise<void> => {
    try {
      const files = await pickFiles('import');
      if (files.length > 0) await actions.read(files);
    } catch (error) {
      actions.fail(error);
    }
  };
  const take = (files: readonly File[]): void => afterAsking(() => void actions.read(files));
  const open = !working && leaving === null;
  const over = useFileDrop(open, take);
  usePaste(open, t('imports.start.pasted'), take);

  // What was brought in is told once: who comes back wants to bring in another.
  useEffect(
    () => () => {
      if (importStore.read()?.step === 'done') importStore.set(null);
    },
    [],
  );

  const gone = failure?.code === 'notFound' && (failure.what === 'reading' || failure.what === 'plan');
  return (
    <Page
      title={t('imports.title')}
      fixed
      actions={
        <>
          <StepBar step={step} />
          {(step === 'columns' || step === 'check') && (
            <Tooltip label={t('imports.again')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('imports.again')}
                disabled={working}
                onClick={() => afterAsking(actions.reset)}
              >
                <IconX size={18} />
              </ActionIcon>
            </Tooltip>
          )}
          {work !== null && step === 'columns' && <ColumnsActions work={work} actions={actions} />}
          {work?.plan != null && step === 'check' && (
            <CheckActions counts={work.plan.counts} actions={actions} />
          )}
        </>
      }
    >
      <div className={classes.body}>
        {failure !== null && (
          <div className={classes.notice}>
            <FailureNote failure={failure}>
              {failure.code === 'sheetEmpty' && <TemplateButton />}
              <Button size="xs" variant="default" onClick={gone ? actions.reset : actions.clearFailure}>
                {gone ? t('imports.again') : t('common.action.close')}
              </Button>
            </FailureNote>
          </div>
        )}
        {step === 'start' && <StartStep busy={reading.running} onPick={() => void pick()} onPasted={take} />}
        {work !== null && step === 'columns' && <ColumnsStep work={work} actions={actions} />}
        {work !== null && step === 'check' && !committing.running && (
          <CheckStep work={work} actions={actions} />
        )}
        {work !== null && step === 'done' && <DoneStep work={work} onAnother={actions.reset} />}
      </div>
      {over && (
        <div className={classes.dropping} role="status">
          <IconFileImport size={28} stroke={1.5} aria-hidden /> {t('imports.start.drop')}
        </div>
      )}
      <ProgressDialog label={t('imports.start.reading')} work={reading} />
      <ProgressDialog label={t('imports.planning')} work={planning} />
      <ProgressDialog label={t('imports.editing')} work={editing} />
      <CommitDialog work={committing} />
      <ConfirmModal
        opened={leaving !== null}
        title={t('imports.leave.title')}
        action={t('imports.leave.confirm')}
        danger
        onConfirm={() => {
          leaving?.();
          setLeaving(null);
        }}
        onClose={() => setLeaving(null)}
      >
        {t('imports.leave.body', { file: work === null ? '' : filesText(t, work) })}
      </ConfirmModal>
    </Page>
  );
};
