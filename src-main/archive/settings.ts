import type { Database } from 'better-sqlite3';
import type { Written } from '../../src-shared/changes.ts';
import {
  preferencesSchema,
  settingsSchema,
  type Preferences,
  type Settings,
} from '../../src-shared/settings.ts';
import { change } from './change.ts';
import type { Session } from './session.ts';
import { prepared } from './statements.ts';

const valuesOf = (rows: { key: string; value: string }[]): Record<string, unknown> =>
  Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]));

/** The settings of the business, defaults where nothing was set. */
export const readSettings = (sqlite: Database): Settings =>
  settingsSchema.parse(
    valuesOf(
      prepared(sqlite, 'select key, value from settings order by id').all() as {
        key: string;
        value: string;
      }[],
    ),
  );

export async function updateSettings(
  session: Session,
  patch: Partial<Settings>,
): Promise<Written & { settings: Settings }> {
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined);
  const { changeId, action } = await change(
    session,
    { action: { type: 'updateSettings', fields: entries.map(([key]) => key) } },
    (tx) => {
      const write = prepared(
        tx.sqlite,
        'insert into settings (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
      );
      for (const [key, value] of entries) write.run(key, JSON.stringify(value));
    },
  );
  return { changeId, action, settings: readSettings(session.sqlite) };
}

/** How this PC shows things; values that no longer fit fall back to their defaults. */
export function readPreferences(sqlite: Database): Preferences {
  const stored = valuesOf(
    prepared(sqlite, 'select key, value from preferences').all() as { key: string; value: string }[],
  );
  const shape = preferencesSchema.shape;
  const fitting = Object.fromEntries(
    Object.entries(shape).flatMap(([key, schema]) =>
      key in stored && schema.safeParse(stored[key]).success ? [[key, stored[key]]] : [],
    ),
  );
  return preferencesSchema.parse(fitting);
}

/** Preferences are no part of the history: they are written beside it, in turn with the changes. */
export async function updatePreferences(session: Session, patch: Partial<Preferences>): Promise<Preferences> {
  await session.queue.run(async () => {
    const write = prepared(
      session.writer.sqlite,
      'insert into preferences (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
    );
    for (const [key, value] of Object.entries(patch)) {
      if (value !== undefined) write.run(key, JSON.stringify(value));
    }
  });
  return readPreferences(session.sqlite);
}
