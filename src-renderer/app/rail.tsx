import { ActionIcon, Text, Tooltip } from '@mantine/core';
import {
  IconArchive,
  IconFileImport,
  IconHistory,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSettings,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
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
      {lower.map((place) => (
        <RailLink key={place.path} place={place} narrow={narrow} />
      ))}
    </nav>
  );
};
