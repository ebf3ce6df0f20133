/** Texts before an archive is open: the first start, and an archive that cannot be opened. */
export const firstRun = {
  title: '欢迎使用客档',
  lead: '把客户都放到一处：只有一份，随时找得到，丢不了。先选一个开始的办法：',
  create: { title: '新建档案', body: '从空的开始，一位一位加进来。', action: '新建' },
  import: {
    title: '导入 Excel',
    body: '手上有客户表格，直接拖进来；写入之前都能先看、先改。',
    action: '去导入',
  },
  restore: { title: '从备份恢复', body: '换了电脑或重装了系统，把备份文件找回来。', action: '选备份文件…' },
  sample: {
    title: '用示例数据看看',
    body: '先放一批编造的客户，随便试，满意了再换成自己的。',
    action: '放入示例',
  },
  businessName: '单位名称（可以以后再填）',
  businessPlaceholder: '例如：杭州八骏贸易有限公司',
  folder: '档案会放在这个文件夹里，不会离开这台电脑：',
  changeFolder: '换一个文件夹…',
  creating: '正在新建档案',
  sampling: '正在放入示例客户',
  problem: {
    title: '档案现在打不开',
    reassure: '先别着急：客档没有改动或覆盖任何文件。',
    folder: '档案文件夹',
    reopening: '正在打开…',
    backups: '可以恢复的备份',
    backupsHint: '找到了这些检查过的备份，最新的在最上面。恢复时，打不开的文件会另外留着。',
    noBackups: '这个文件夹里没有找到备份。如果备份在 U 盘或其他地方，可以从文件恢复。',
    restoreFile: '从文件恢复…',
  },
} as const;
