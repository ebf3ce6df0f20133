import type { Router } from '@orpc/server';
import type { archiveContract } from '../../src-shared/contract.ts';
import type { ArchiveHolder } from './holder.ts';
import { archiveRoutes } from './routes/archive.ts';
import { backupsRoutes } from './routes/backups.ts';
import { changesRoutes } from './routes/changes.ts';
import { customFieldsRoutes } from './routes/custom-fields.ts';
import { customersRoutes } from './routes/customers.ts';
import { draftsRoutes } from './routes/drafts.ts';
import { eventsRoutes } from './routes/events.ts';
import { exportsRoutes } from './routes/exports.ts';
import { finderRoutes } from './routes/finder.ts';
import { importsRoutes } from './routes/imports.ts';
import { protectionRoutes } from './routes/protection.ts';
import { settingsRoutes } from './routes/settings.ts';
import { tagsRoutes } from './routes/tags.ts';
import { viewsRoutes } from './routes/views.ts';
import { workRoutes } from './routes/work.ts';
import { wiresOf, type Attendants } from './routes/wires.ts';

/** Implements the whole contract and needs no context: hosts hand it ports and nothing else. */
export type ArchiveRouter = Router<typeof archiveContract, Record<never, never>>;

/** The contract's operations, each wired to its function. No SQL and no rules stand here, nor in `routes/`. */
export function createRouter(holder: ArchiveHolder, attendants: Attendants): ArchiveRouter {
  const wires = wiresOf(holder, attendants);
  return wires.os.router({
    archive: archiveRoutes(wires),
    customers: customersRoutes(wires),
    tags: tagsRoutes(wires),
    customFields: customFieldsRoutes(wires),
    views: viewsRoutes(wires),
    changes: changesRoutes(wires),
    imports: importsRoutes(wires),
    backups: backupsRoutes(wires),
    protection: protectionRoutes(wires),
    exports: exportsRoutes(wires),
    finder: finderRoutes(wires),
    drafts: draftsRoutes(wires),
    settings: settingsRoutes(wires),
    work: workRoutes(wires),
    events: eventsRoutes(wires),
  });
}
