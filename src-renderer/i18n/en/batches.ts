/** Texts of what is around an import: the template before it, and the imports that were done. */
export const batches = {
  template: {
    button: 'Download template',
    hint: 'No sheet yet? Fill in this one: it has lists to choose from, and a note on every column.',
    fileName: 'Customer import template.xlsx',
  },
};
