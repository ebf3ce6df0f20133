/** Texts of what is around an import: the template before it, and the imports that were done. */
export const batches = {
  template: {
    button: '下载模板',
    hint: '表格还没有？用这张模板填：可以从列表里选，每一列都有说明。',
    fileName: '客户导入模板.xlsx',
  },
} as const;
