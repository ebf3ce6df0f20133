import { useEffect, useEffectEvent } from 'react';
import type { HostCommand } from '../../src-shared/host.ts';
import { openExport } from '../exports/open-export.ts';
import { useApi } from './api.ts';
import { runCommand } from './commands.ts';
import { toFailure } from './failures/to-failure.ts';
import { isEditable } from './key-combos.ts';
import { navigate } from './location.ts';
import { useWritten } from './written.tsx';

/** Inside a text field “undo” means the typing, as the key does there; the browser has only this old way to say so. */
const turnBack = (what: 'undo' | 'redo', change: () => void): void => {
  if (isEditable(document.activeElement)) document.execCommand(what);
  else change();
};

/** Does what the native menu asks for. */
export const useHostCommands = (): void => {
  const { client } = useApi();
  const { undo, redo } = useWritten();
  const run = useEffectEvent((command: HostCommand) => {
    const actions: Record<HostCommand, () => void> = {
      new: () => navigate('/customers/new'),
      find: () => runCommand('find'),
      import: () => navigate('/import'),
      export: openExport,
      backup: () => navigate('/backups?make=1'),
      undo: () => turnBack('undo', () => void undo()),
      redo: () => turnBack('redo', () => void redo()),
      settings: () => navigate('/settings'),
      keys: () => runCommand('keys'),
      about: () => navigate('/settings?section=about'),
    };
    actions[command]();
  });

  useEffect(() => {
    const controller = new AbortController();
    const listen = async (): Promise<void> => {
      const commands = await client.host.commands(undefined, { signal: controller.signal });
      for await (const command of commands) run(command);
    };
    listen().catch((error: unknown) => {
      if (!controller.signal.aborted && toFailure(error).code !== 'connectionLost') throw error;
    });
    return () => controller.abort();
  }, [client]);
};
