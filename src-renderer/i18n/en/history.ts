import type { SameShape } from '../shape.ts';
import type { history as source } from '../zh-CN/history.ts';

/** Texts of the room history, and the names of all actions. */
export const history = {
  title: 'History',
  column: { at: 'Time', actor: 'By', what: 'What was done', rows: 'Records', turn: 'Undo and redo' },
  undoOf: 'Undid: {{what}}',
  redoOf: 'Redid: {{what}}',
  undone: 'undone',
  undoNamed: 'Undo: {{what}}',
  redoNamed: 'Redo: {{what}}',
  empty: 'No changes yet',
  emptyHint: 'Everything that is added, changed or imported will stand here, and can be undone.',
  action: {
    createArchive: 'Archive made',
    createCustomer: 'New customer “{{name}}”',
    updateCustomer: 'Changed “{{name}}”: {{fields}}',
    trashCustomers_one: '{{count, number}} customer moved to the trash',
    trashCustomers_other: '{{count, number}} customers moved to the trash',
    trashCustomer: '“{{name}}” moved to the trash',
    restoreCustomers_one: '{{count, number}} customer restored from the trash',
    restoreCustomers_other: '{{count, number}} customers restored from the trash',
    restoreCustomer: '“{{name}}” restored from the trash',
    purgeCustomers_one: '{{count, number}} customer deleted for good',
    purgeCustomers_other: '{{count, number}} customers deleted for good',
    purgeCustomer: '“{{name}}” deleted for good',
    addTags_one: 'Tag “{{tags}}” put on {{count, number}} customer',
    addTags_other: 'Tag “{{tags}}” put on {{count, number}} customers',
    removeTags_one: 'Tag “{{tags}}” taken off {{count, number}} customer',
    removeTags_other: 'Tag “{{tags}}” taken off {{count, number}} customers',
    setField_one: '{{field}} of {{count, number}} customer set to “{{value}}”',
    setField_other: '{{field}} of {{count, number}} customers set to “{{value}}”',
    clearField_one: '{{field}} of {{count, number}} customer cleared',
    clearField_other: '{{field}} of {{count, number}} customers cleared',
    createTag: 'New tag “{{name}}”',
    updateTag: 'Tag “{{name}}” changed',
    deleteTag: 'Tag “{{name}}” deleted',
    deleteTagUsed_one: 'Tag “{{name}}” deleted; it was on {{count, number}} customer',
    deleteTagUsed_other: 'Tag “{{name}}” deleted; it was on {{count, number}} customers',
    createView: 'New view “{{name}}”',
    updateView: 'View “{{name}}” changed',
    deleteView: 'View “{{name}}” deleted',
    updateSettings: 'Settings changed: {{fields}}',
    import:
      'Imported “{{file}}”: {{created, number}} new, {{updated, number}} updated, {{skipped, number}} skipped',
    importSheets_one:
      'Imported {{count, number}} sheet of “{{file}}”: {{created, number}} new, {{updated, number}} updated, {{skipped, number}} skipped',
    importSheets_other:
      'Imported {{count, number}} sheets of “{{file}}”: {{created, number}} new, {{updated, number}} updated, {{skipped, number}} skipped',
    importFiles_one:
      'Imported “{{file}}”: {{created, number}} new, {{updated, number}} updated, {{skipped, number}} skipped',
    importFiles_other:
      'Imported “{{file}}” and more, {{count, number}} files: {{created, number}} new, {{updated, number}} updated, {{skipped, number}} skipped',
    sampleData_one: '{{count, number}} sample customer added',
    sampleData_other: '{{count, number}} sample customers added',
    undoField: '{{field}} of “{{name}}” taken back',
  },
  listSeparator: ', ',
} as const satisfies SameShape<typeof source>;
