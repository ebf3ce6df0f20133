import { writtenSchema } from '../changes.ts';
import {
  preferencesPatchSchema,
  preferencesSchema,
  settingsPatchSchema,
  settingsSchema,
} from '../settings.ts';
import { operation } from './operation.ts';

export const settingsOperations = {
  get: operation.output(settingsSchema),
  update: operation.input(settingsPatchSchema).output(writtenSchema.extend({ settings: settingsSchema })),
  preferences: operation.output(preferencesSchema),
  updatePreferences: operation.input(preferencesPatchSchema).output(preferencesSchema),
};
