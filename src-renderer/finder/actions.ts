import { useComputedColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../app/commands.ts';
import { navigate } from '../app/location.ts';
import { useUpdatePreferences } from '../app/preferences.ts';
import { useWritten } from '../app/written.tsx';
import { openExport } from '../exports/open-export.ts';
import type { finder } from '../i18n/zh-CN/finder.ts';

export type ActionName = keyof typeof finder.action;

export interface FinderAction {
  readonly name: ActionName;
  readonly title: string;
  readonly run: () => void;
}

/** Half-width, lower case, without blanks: what two spellings of a name have in common. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/** Whether a text means an action: part of its name, or the beginning of one of its keywords. */
export const meansAction = (text: string, name: string, keywords: string): boolean => {
  const wanted = plain(text);
  return plain(name).includes(wanted) || keywords.split(' ').some((keyword) => keyword.startsWith(wanted));
};

/** The actions that a text means; all of them for an empty text. */
export const useActions = (text: string): FinderAction[] => {
  const { t } = useTranslation();
  const { undo, redo } = useWritten();
  const update = useUpdatePreferences();
  const scheme = useComputedColorScheme();
  const runs: Record<ActionName, () => void> = {
    newCustomer: () => navigate('/customers/new'),
    import: () => navigate('/import'),
    export: openExport,
    backup: () => navigate('/backups?make=1'),
    backups: () => navigate('/backups'),
    history: () => navigate('/history'),
    trash: () => navigate('/trash'),
    tags: () => navigate('/settings?section=tags'),
    settings: () => navigate('/settings'),
    undo: () => void undo(),
    redo: () => void redo(),
    dark: () => update({ colourScheme: 'dark' }),
    light: () => update({ colourScheme: 'light' }),
    keys: () => runCommand('keys'),
  };
  return (Object.keys(runs) as ActionName[]).flatMap((name) => {
    if (name === scheme) return [];
    const title = t(`finder.action.${name}.name`);
    return meansAction(text, title, t(`finder.action.${name}.keywords`))
      ? [{ name, title, run: runs[name] }]
      : [];
  });
};
