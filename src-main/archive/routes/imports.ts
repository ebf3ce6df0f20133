import { writeTemplate } from '../exports/template.ts';
import { getImport, listImports, listLeftovers } from '../imports/batches.ts';
import {
  acceptImport,
  commitImport,
  decideImport,
  discardImport,
  editImport,
  importPlanCounts,
  importPlanRows,
  importRows,
  importWords,
  planImport,
  readImport,
  saveImportScheme,
  understandImport,
} from '../imports/imports.ts';
import { listSchemes, removeScheme } from '../imports/schemes.ts';
import { writeLeftovers } from '../imports/write-leftovers.ts';
import type { Wires } from './wires.ts';

export const importsRoutes = ({ os, session, running, beforeImport }: Wires) => ({
  read: os.imports.read.handler(({ input, signal }) =>
    running(signal, (report, aborted) => readImport(session(), input, report, aborted)),
  ),
  schemes: {
    list: os.imports.schemes.list.handler(() => listSchemes(session())),
    save: os.imports.schemes.save.handler(({ input }) => saveImportScheme(session(), input)),
    remove: os.imports.schemes.remove.handler(({ input }) => removeScheme(session(), input.id)),
  },
  understand: os.imports.understand.handler(({ input }) => understandImport(session(), input)),
  words: os.imports.words.handler(({ input }) => importWords(session(), input)),
  rows: os.imports.rows.handler(({ input }) => importRows(session(), input)),
  plan: os.imports.plan.handler(({ input, signal }) =>
    running(signal, (report, aborted) => planImport(session(), input, report, aborted)),
  ),
  planRows: os.imports.planRows.handler(({ input }) => importPlanRows(session(), input)),
  planCounts: os.imports.planCounts.handler(({ input }) => importPlanCounts(session(), input)),
  decide: os.imports.decide.handler(({ input }) => decideImport(session(), input)),
  accept: os.imports.accept.handler(({ input }) => acceptImport(session(), input)),
  edit: os.imports.edit.handler(({ input, signal }) =>
    running(signal, (report, aborted) => editImport(session(), input, report, aborted)),
  ),
  commit: os.imports.commit.handler(({ input, signal }) =>
    running(signal, (report, aborted) => commitImport(session(), input, beforeImport, report, aborted)),
  ),
  discard: os.imports.discard.handler(({ input }) => discardImport(session(), input)),
  list: os.imports.list.handler(({ input }) => listImports(session(), input)),
  get: os.imports.get.handler(({ input }) => getImport(session(), input.changeId)),
  leftovers: os.imports.leftovers.handler(({ input }) => listLeftovers(session(), input)),
  exportLeftovers: os.imports.exportLeftovers.handler(({ input }) => writeLeftovers(session(), input)),
  template: os.imports.template.handler(({ input }) => writeTemplate(session(), input)),
});
