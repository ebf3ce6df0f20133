import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RestoringProvider } from '../backups/restoring.tsx';
import { FirstRun } from '../first-run/first-run.tsx';
import { Problem } from '../first-run/problem.tsx';
import { SalvagingProvider } from '../salvage/salvaging.tsx';
import { LockScreen } from '../protection/lock-screen.tsx';
import { useApi } from './api.ts';
import { FailureScreen } from './failures/failure-screen.tsx';
import { useAppliedPreferences } from './preferences.ts';
import { Shell } from './shell.tsx';

const Screen = () => {
  useTranslation();
  const { archive } = useApi();
  const { data: state, error, refetch } = useQuery(archive.archive.state.queryOptions());
  if (state === undefined)
    return error === null ? null : <FailureScreen error={error} onRetry={() => void refetch()} />;
  if (state.state === 'locked') return null;
  if (state.state === 'none') return <FirstRun folder={state.folder} place={state.place} />;
  if (state.state === 'problem') return <Problem state={state} />;
  return <Shell />;
};

/** The dialog of restoring goes away with what it showed when the archive is locked, and stays when a restore opens it. */
const Screens = () => {
  const { archive } = useApi();
  const { data: state } = useQuery(archive.archive.state.queryOptions());
  return (
    <RestoringProvider locked={state?.state === 'locked'}>
      {state?.state === 'locked' ? (
        <LockScreen state={state} />
      ) : (
        <SalvagingProvider>
          <Screen />
        </SalvagingProvider>
      )}
    </RestoringProvider>
  );
};

/** What is shown depends on the archive: none yet, open, or something wrong with it. */
export const App = ({ systemLocale }: { systemLocale: string }) => {
  useAppliedPreferences(systemLocale);
  return <Screens />;
};
