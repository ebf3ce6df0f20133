import { ActionIcon, Text, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconArchive,
  IconFileImport,
  IconHistory,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconLock,
  IconSettings,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useLock } from '../protection/locking.ts';
import { useApi } from './api.ts';
import { usePreferences, useUpdatePreferences } from './preferences.ts';
import classes from './shell.module.css';

const upper = [
  { path: '/customers', name: 'customers', icon: IconUsers },
  { path: '/import', name: 'import', icon: IconFileImport, also: '/imports' },
  { path: '/backups', name: 'backups', icon: IconArchive },
  { path: '/history', name: 'history', icon: IconHistory },
  { path: '/trash', name: 'trash', icon: IconTrash },
] as const;
const lower = [{ path: '/settings', name: 'settings', icon: IconSettings }] as const;

type Place = (typeof upper)[number] | (typeof lower)[number];

const RailLink = ({ place, narrow }: { place: Place; narrow: boolean }) => {
  const { t } = useTranslation();
  const [path] = useLocation();
  const here =
    path === place.path ||
    path.startsWith(`${place.path}/`) ||
    ('also' in place && path.startsWith(`${place.also}/`));
  const name = t(`common.rail.${place.name}`);
  const Icon = place.icon;
  return (
    <Tooltip label={name} position="right" disabled={!narrow}>
      <Link
        href={place.path}
        className={classes.link}
        data-here={here || undefined}
        aria-current={here ? 'page' : undefined}
        aria-label={name}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
        {!narrow && <span>{name}</span>}
      </Link>
    </Tooltip>
  );
};

/** Locks the archive; there when it has a password. */
const LockButton = ({ narrow }: { narrow: boolean }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const lock = useLock();
  const { data: state } = useQuery(archive.archive.state.queryOptions());
  if (state?.state !== 'open' || !state.hasPassword) return null;
  const name = t('common.rail.lock');
  return (
    <Tooltip label={name} position="right" disabled={!narrow}>
      <UnstyledButton className={classes.link} aria-label={name} onClick={lock}>
        <IconLock size={18} stroke={1.6} aria-hidden />
        {!narrow && <span>{name}</span>}
      </UnstyledButton>
    </Tooltip>
  );
};

/** The way between the rooms: 184 px with words, or icons only. */
export const Rail = () => {
  const { t } = useTranslation();
  const { railCollapsed: narrow } = usePreferences();
  const update = useUpdatePreferences();
  const toggle = t(narrow ? 'common.rail.expand' : 'common.rail.collapse');
  return (
    <nav className={classes.rail} data-narrow={narrow || undefined} aria-label={t('common.rail.label')}>
      <div className={classes.brand}>
        {!narrow && <Text fw={700}>{t('common.appName')}</Text>}
        <Tooltip label={toggle} position="right">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={toggle}
            aria-expanded={!narrow}
            onClick={() => update({ railCollapsed: !narrow })}
          >
            {narrow ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
          </ActionIcon>
        </Tooltip>
      </div>
      {upper.map((place) => (
        <RailLink key={place.path} place={place} narrow={narrow} />
      ))}
      <div className={classes.spring} />
      <LockButton narrow={narrow} />
      {lower.map((place) => (
        <RailLink key={place.path} place={place} narrow={narrow} />
      ))}
    </nav>
  );
};
