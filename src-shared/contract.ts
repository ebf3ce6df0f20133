import { archiveOperations } from './operations/archive.ts';
import { backupsOperations } from './operations/backups.ts';
import { changesOperations } from './operations/changes.ts';
import { customFieldsOperations } from './operations/custom-fields.ts';
import { customersOperations } from './operations/customers.ts';
import { draftsOperations } from './operations/drafts.ts';
import { eventsOperations } from './operations/events.ts';
import { exportsOperations } from './operations/exports.ts';
import { finderOperations } from './operations/finder.ts';
import { importsOperations } from './operations/imports.ts';
import { protectionOperations } from './operations/protection.ts';
import { settingsOperations } from './operations/settings.ts';
import { tagsOperations } from './operations/tags.ts';
import { viewsOperations } from './operations/views.ts';
import { workOperations } from './operations/work.ts';

/** Named part by part: the compiler writes no type of this length down. */
type ArchiveContract = {
  readonly archive: typeof archiveOperations;
  readonly customers: typeof customersOperations;
  readonly tags: typeof tagsOperations;
  readonly customFields: typeof customFieldsOperations;
  readonly views: typeof viewsOperations;
  readonly changes: typeof changesOperations;
  readonly imports: typeof importsOperations;
  readonly backups: typeof backupsOperations;
  readonly protection: typeof protectionOperations;
  readonly exports: typeof exportsOperations;
  readonly finder: typeof finderOperations;
  readonly drafts: typeof draftsOperations;
  readonly settings: typeof settingsOperations;
  readonly work: typeof workOperations;
  readonly events: typeof eventsOperations;
};

/** All that the archive can do, by noun; what each operation takes and gives stands in `operations/`. */
export const archiveContract: ArchiveContract = {
  archive: archiveOperations,
  customers: customersOperations,
  tags: tagsOperations,
  customFields: customFieldsOperations,
  views: viewsOperations,
  changes: changesOperations,
  imports: importsOperations,
  backups: backupsOperations,
  protection: protectionOperations,
  exports: exportsOperations,
  finder: finderOperations,
  drafts: draftsOperations,
  settings: settingsOperations,
  work: workOperations,
  events: eventsOperations,
};
