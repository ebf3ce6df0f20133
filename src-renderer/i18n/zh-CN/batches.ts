/** Texts of what is around an import: the template before it, and the imports that were done. */
export const batches = {
  template: {
    button: '下载模板',
    hint: '表格还没有？用这张模板填：可以从列表里选，每一列都有说明。',
    fileName: '客户导入模板.xlsx',
  },
  undo: {
    title: '撤销导入“{{file}}”？',
    looking: '正在看看撤销会动到谁…',
    removed_other: '移除 {{count, number}} 位客户',
    restored_other: '还原 {{count, number}} 位客户的资料',
    kept_other: '之后改过的 {{count, number}} 位会保留改过的内容',
    keptLabel: '会保留的内容',
    nothing: '这次导入的内容已经都不在了，撤销只会把它记为已撤销。',
    again: '撤销以后也可以重做。',
    confirm: '撤销这次导入',
  },
} as const;
