import { readPreferences, readSettings, updatePreferences, updateSettings } from '../settings.ts';
import type { Wires } from './wires.ts';

export const settingsRoutes = ({ os, session }: Wires) => ({
  get: os.settings.get.handler(() => readSettings(session().sqlite)),
  update: os.settings.update.handler(({ input }) => updateSettings(session(), input)),
  preferences: os.settings.preferences.handler(() => readPreferences(session().sqlite)),
  updatePreferences: os.settings.updatePreferences.handler(({ input }) =>
    updatePreferences(session(), input),
  ),
});
