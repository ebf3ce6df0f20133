import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { BackupBanners } from '../backups/backup-banners.tsx';
import { Finder } from '../finder/finder.tsx';
import { ErrorBoundary } from './failures/error-boundary.tsx';
import { useActivity, useLock } from '../protection/locking.ts';
import { useHostCommands } from './host-commands.ts';
import { useKey } from './keys.tsx';
import { KeysOverlay } from './keys-overlay.tsx';
import { navigate } from './location.ts';
import { Rail } from './rail.tsx';
import { Routes } from './routes.tsx';
import classes from './shell.module.css';
import { StatusBar } from './status-bar.tsx';
import { TroubleBanner } from './trouble-banner.tsx';
import { WrittenProvider } from './written.tsx';

const Frame = () => {
  const { t } = useTranslation();
  const [path] = useLocation();
  useKey('n mod+n', () => navigate('/customers/new'), { label: t('keys.newCustomer') });
  useKey('mod+,', () => navigate('/settings'), { label: t('keys.settings') });
  const lock = useLock();
  useKey('mod+l', lock, { label: t('keys.lock'), inFields: true, overDialogs: true });
  useActivity();
  useHostCommands();
  return (
    <div className={classes.shell}>
      <Rail />
      <div className={classes.stage}>
        <TroubleBanner />
        <BackupBanners />
        <main className={classes.main}>
          <ErrorBoundary key={path}>
            <Suspense fallback={null}>
              <Routes />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <StatusBar />
      <Finder />
      <KeysOverlay />
    </div>
  );
};

/** The program once an archive is open: rail, room, status bar, and what works from anywhere. */
export const Shell = () => (
  <WrittenProvider>
    <Frame />
  </WrittenProvider>
);
