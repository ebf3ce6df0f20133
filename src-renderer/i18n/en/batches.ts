/** Texts of what is around an import: the template before it, and the imports that were done. */
export const batches = {
  template: {
    button: 'Download template',
    hint: 'No sheet yet? Fill in this one: it has lists to choose from, and a note on every column.',
    fileName: 'Customer import template.xlsx',
  },
  undo: {
    title: 'Undo the import of “{{file}}”?',
    looking: 'Looking up what undoing would touch…',
    removed_one: 'Removes one customer',
    removed_other: 'Removes {{count, number}} customers',
    restored_one: 'Gives one customer its former details back',
    restored_other: 'Gives {{count, number}} customers their former details back',
    kept_one: 'One customer that was changed since keeps what was changed',
    kept_other: '{{count, number}} customers that were changed since keep what was changed',
    keptLabel: 'What stays',
    nothing: 'Nothing of this import is left; undoing only marks it as undone.',
    again: 'It can be redone afterwards.',
    confirm: 'Undo this import',
  },
};
