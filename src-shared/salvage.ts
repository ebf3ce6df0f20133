import { z } from 'zod';
import { archiveCountsSchema } from './backups.ts';

/** What was read of one kind of rows, and in how many places nothing could be read. */
const salvagedPartSchema = z.object({ read: z.number().int(), unreadable: z.number().int() });

/** What came of salvaging a damaged archive. */
export const salvageReportSchema = z.object({
  /** What the new archive holds. */
  counts: archiveCountsSchema,
  customers: salvagedPartSchema,
  contacts: salvagedPartSchema,
  contactMethods: salvagedPartSchema,
  /** Everything else: tags, custom fields, their values, views, settings. */
  others: salvagedPartSchema,
  /**
   * Customers of whom only parts could be read. Those with contacts or numbers left stand in the archive under
   * `name`; for others it is ''. `code` is '' where it could not be read either. At most 1,000.
   */
  incomplete: z.array(z.object({ id: z.number().int(), code: z.string(), name: z.string() })).max(1_000),
  incompleteCount: z.number().int(),
  /** Where the damaged file is kept. */
  keptAs: z.string(),
});
export type SalvageReport = z.infer<typeof salvageReportSchema>;
