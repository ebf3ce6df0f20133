import type { FailureCode } from '../../../src-shared/failures.ts';
import type { FailureSentence } from '../sentence.ts';

/** One sentence a failure: what happened, what was not lost, what to do now. */
export const failures = {
  noArchive: {
    what: '这个文件夹里还没有档案。',
    safe: '没有动任何文件。',
    next: '可以新建一个档案，或者从备份恢复。',
  },
  archiveAlreadyThere: {
    what: '文件夹“{{folder}}”里已经有一个档案。',
    safe: '原来的档案原样没动。',
    next: '直接打开它，或者换一个空文件夹。',
  },
  archiveLocked: {
    what: '另一个窗口或另一个程序正开着这个档案。',
    safe: '档案本身没有问题。',
    next: '请先关掉另一个客档，再试一次。文件夹：{{folder}}',
  },
  archiveFolderMissing: {
    what: '找不到档案文件夹“{{folder}}”。',
    safe: '没有新建任何东西，也没有覆盖任何东西。',
    next: '如果它在 U 盘或移动硬盘上，请先插好再试；也可以换一个文件夹。',
  },
  archiveMoved: {
    what: '“{{folder}}”里的档案已经搬走，现在在“{{to}}”。',
    safe: '内容都在新的文件夹里，什么都没有丢。',
    next: '请打开新的文件夹；如果它在 U 盘或移动硬盘上，请先插好。',
  },
  moveTargetTaken: {
    what: '“{{folder}}”里已经有客档的文件（{{name}}），不能把档案搬到那里。',
    safe: '那里的文件和现在的档案都没有动。',
    next: '请选一个空文件夹；那些文件确实不要了，请自己先移走。',
  },
  moveInside: {
    what: '“{{folder}}”就是档案现在的文件夹，或者在它里面。',
    safe: '没有动任何文件。',
    next: '请选别处的文件夹。',
  },
  folderMissing: {
    what: '找不到文件夹“{{path}}”，或者它没有接上。',
    safe: '没有写入任何东西。',
    next: '看看路径有没有写错；在 U 盘或移动硬盘上的话，请先插好。',
  },
  archiveEmptyFile: {
    what: '档案文件“{{path}}”是空的，里面一个字节也没有。',
    safe: '没有覆盖它，也没有动备份。',
    next: '请从最近的备份恢复。',
  },
  archiveForeignFile: {
    what: '“{{path}}”不是客档的档案文件。',
    safe: '没有动这个文件。',
    next: '请换一个文件夹，或者从备份恢复。',
  },
  archiveDamaged: {
    what: '档案文件“{{path}}”损坏了。',
    safe: '损坏的文件会原样留着，备份不受影响。',
    next: '请从最近的备份恢复。',
  },
  archiveNewer: {
    what: '这个档案是用更新版本的客档写的（格式 {{schema}}，本程序认得到 {{ours}}）。',
    safe: '没有动它。',
    next: '请把客档升级到新版本再打开。',
  },
  locked: {
    what: '档案已锁定。',
    safe: '内容都在，只是现在谁也看不到。',
    next: '输入密码就能继续。',
  },
  wrongPassword: {
    what: '密码不对。',
    safe: '档案没有问题，什么都没有改动。',
    next: '看看大小写和输入法，再输一次；真的忘了，可以用恢复密钥。',
  },
  tryLater: {
    what: '密码输错的次数太多，要等 {{seconds}} 秒才能再试。',
    safe: '档案没有问题，什么都没有改动。',
    next: '关掉程序再打开也要等；记不起来的话，找一找写下来的恢复密钥。',
  },
  wrongRecoveryKey: {
    what: '恢复密钥不对：{{reason}}。',
    safe: '档案没有问题，什么都没有改动。',
    next: '请对照写下来的那张纸，一组一组再输一次。',
  },
  passwordUnfit: {
    what: '这个密码不能用：{{reason}}。',
    safe: '原来的保护没有变。',
    next: '换一个长一点、别人想不到的，比如几个不相干的词连起来。',
  },
  passwordSet: {
    what: '档案已经有密码了。',
    safe: '原来的密码没有变。',
    next: '要换密码，请用“修改密码”。',
  },
  passwordNotSet: {
    what: '档案还没有密码。',
    safe: '什么都没有改动。',
    next: '请先设置密码。',
  },
  keysMissing: {
    what: '找不到打开档案的钥匙文件（{{path}}），它的副本和备份里也没有。',
    safe: '档案文件还在，没有动它。',
    next: '如果档案是从别处复制来的，请把同一个文件夹里的 kedang.keys 也复制过来；否则请从备份恢复。',
  },
  readOnly: {
    what: '“{{path}}”是只读的，现在不能写入。',
    safe: '已经保存的内容都在，可以照常查看。',
    next: '请取消文件夹的只读属性，或者换一个文件夹。',
  },
  noPermission: {
    what: '没有权限读写“{{path}}”。',
    safe: '没有写入任何东西，原有内容不受影响。',
    next: '请换一个有权限的文件夹，或者请管理这台电脑的人开放权限。',
  },
  fileMissing: {
    what: '找不到文件“{{path}}”。',
    safe: '档案不受影响。',
    next: '它可能被移动或删除了，请重新选择文件。',
  },
  diskFull: {
    what: '磁盘空间不够，没有写成（{{path}}）。',
    safe: '已经保存的内容都在，这一步没有写入一半。',
    next: '请腾出一些空间，再试一次。',
  },
  ioError: {
    what: '读写“{{path}}”时磁盘出错。',
    safe: '这一步没有写入，之前保存的都在。',
    next: '请检查磁盘或 U 盘是否接好，再试一次；最好马上备份到另一块盘。',
  },
  busy: {
    what: '另一项工作正在进行，还没轮到这一步。',
    safe: '没有写入任何东西。',
    next: '等它做完再试一次。',
  },
  cancelled: { what: '已取消。', safe: '没有留下做了一半的东西。', next: '需要时可以重新开始。' },
  connectionLost: {
    what: '与档案的连接断了。',
    safe: '已经保存的内容都在。',
    next: '程序会自动重新连接；连不上时请重新打开客档。',
  },
  invalidInput: {
    what: '有内容填得不合要求：{{problems}}',
    safe: '没有写入任何东西，填的内容还在。',
    next: '改好以后再保存。',
  },
  notFound: {
    what: '找不到这{{thing}}，可能刚被删除了。',
    safe: '其他内容不受影响。',
    next: '可以到回收站或历史里看看。',
  },
  nameMissing: {
    what: '还没有填名称。',
    safe: '填的内容都还在。',
    next: '填上名称就能保存，其他都可以空着。',
  },
  codeTaken: {
    what: '客户编号 {{customerCode}} 已经用在“{{holder}}”上了。',
    safe: '填的内容都还在。',
    next: '换一个编号，或者清空让程序自动编号。',
  },
  codesExhausted: {
    what: '编号规则“{{pattern}}”已经没有空号了。',
    safe: '填的内容都还在。',
    next: '到设置里把编号规则加长一位，再保存。',
  },
  nameTaken: {
    what: '已经有一个叫“{{name}}”的{{thing}}。',
    safe: '原来的没有动。',
    next: '请换一个名字。',
  },
  customerChanged: {
    what: '这位客户刚刚在另一个窗口被改过：{{meanwhile}}。',
    safe: '两边的内容都还在，没有互相覆盖。',
    next: '看过对方的修改以后，再决定怎么保存。',
  },
  nothingToUndo: {
    what: '没有可以撤销的变更。',
    safe: '什么都没有改动。',
    next: '更早的变更可以在历史里看到。',
  },
  nothingToRedo: {
    what: '没有可以重做的变更。',
    safe: '什么都没有改动。',
    next: '撤销之后又有新的变更时，就不能重做了。',
  },
  alreadyUndone: {
    what: '这次变更已经撤销过了。',
    safe: '什么都没有改动。',
    next: '需要的话可以在历史里重做。',
  },
  sheetUnsupported: {
    what: '还读不懂“{{name}}”这种文件。',
    safe: '档案不受影响。',
    next: '请在 Excel 或 WPS 里另存为 .xlsx 或 .csv 再导入。',
  },
  sheetUnreadable: {
    what: '“{{name}}”读不出来，文件可能坏了。',
    safe: '档案不受影响，什么都没有写入。',
    next: '请用 Excel 或 WPS 打开它，另存一份再试。',
  },
  sheetEncrypted: {
    what: '“{{name}}”加了打开密码，读不出来。',
    safe: '档案不受影响。',
    next: '请在 Excel 或 WPS 里去掉密码，另存一份再导入。',
  },
  sheetEmpty: { what: '“{{name}}”里没有内容。', safe: '档案不受影响。', next: '请看看是不是选错了文件。' },
  sheetTooLarge: {
    what: '“{{name}}”太大了：{{limit}}。',
    safe: '档案不受影响，什么都没有写入。',
    next: '请把它拆成几个小一点的文件，分几次导入。',
  },
  sheetSuspicious: {
    what: '“{{name}}”的内部结构不正常，为了安全没有打开。',
    safe: '档案不受影响。',
    next: '请用 Excel 或 WPS 打开它，另存为一个新文件再试。',
  },
  nameColumnMissing: {
    what: '还没有一列被认作“名称”。',
    safe: '什么都没有写入。',
    next: '请在表格上方指明哪一列是客户名称。',
  },
  planOutdated: {
    what: '核对之后，档案里的客户又有了变化，已经重新核对了一遍。',
    safe: '什么都没有写入，您做过的决定都还在。',
    next: '请再看一眼各类的行数，然后导入。',
  },
  backupDamaged: {
    what: '备份文件“{{path}}”损坏了，不能用来恢复。',
    safe: '现在的档案没有动。',
    next: '请换一个备份。',
  },
  backupForeign: {
    what: '“{{path}}”不是客档的备份文件。',
    safe: '现在的档案没有动。',
    next: '请选一个扩展名相符的备份文件。',
  },
  backupNewer: {
    what: '这个备份是用更新版本的客档做的（格式 {{schema}}，本程序认得到 {{ours}}）。',
    safe: '现在的档案没有动。',
    next: '请把客档升级到新版本再恢复。',
  },
  placeNotConnected: {
    what: '备份的第二处“{{path}}”没有接上，或者刚被拔掉了。',
    safe: '本机的备份和档案都不受影响，那边没有留下复制了一半的文件。',
    next: '请插好 U 盘或移动硬盘；接上以后会自动把缺的备份补过去。',
  },
  placeUnsuitable: {
    what: '“{{path}}”就在档案自己的文件夹里，不能当第二处。',
    safe: '没有写入任何东西。',
    next: '请选 U 盘、另一块硬盘或同步文件夹，这样这台电脑坏了备份还在。',
  },
  backupLocked: {
    what: '备份“{{path}}”有自己的密码。',
    safe: '现在的档案没有动。',
    next: '请输入做这份备份时的密码，或者它的恢复密钥。',
  },
  restoreFailed: {
    what: '恢复没有成功，已经退回到恢复之前的样子。',
    safe: '恢复之前的内容另存在“{{safetyBackup}}”。',
    next: '请换一个备份再试。',
  },
  fieldInUse: {
    what: '字段“{{name}}”已经有 {{count}} 位客户填了内容，不能再换类型。',
    safe: '字段和内容都没有动。',
    next: '可以新建一个字段，或者先清空这些内容。',
  },
  tooManyFields: {
    what: '自定义字段最多 {{max}} 个，已经满了。',
    safe: '没有写入任何内容。',
    next: '可以先删除不再用的字段（可以撤销），再新建。',
  },
  customValueInvalid: {
    what: '“{{value}}”不能填在字段“{{field}}”里。',
    safe: '以前保存的内容都在，这一次没有写入。',
    next: '请按这个字段的类型填写，或者把它写进备注。',
  },
  internal: {
    what: '程序出了意料之外的错误。',
    safe: '已经保存的内容都在，这一步没有写入。',
    next: '可以再试一次。如果又出现，请把这个编号告诉技术人员：{{incident}}',
  },
} as const satisfies Record<FailureCode, FailureSentence>;

/** Words that fill the gaps of the sentences above. */
export const failureWords = {
  title: '没有成功',
  together: '{{safe}}{{next}}',
  unknownIncident: '（没有编号）',
  password: { short: '至少要 8 个字', long: '最多 128 个字', common: '太常见，别人一猜就中' },
  recoveryKey: { mistyped: '抄写时有字输错了', other: '它不是这个档案现在的恢复密钥' },
  thing: {
    customer: '位客户',
    tag: '个标签',
    view: '个视图',
    scheme: '个导入方案',
    change: '次变更',
    backup: '个备份',
    reading: '次读取结果',
    plan: '次导入核对',
    file: '个文件',
    draft: '份草稿',
    customField: '个字段',
    leftovers: '批没导入的行',
  },
  named: { tag: '标签', view: '视图', customField: '字段', builtInField: '自带的字段' },
  limit: {
    bytes: '文件超过 {{max}}',
    inflatedBytes: '展开后超过 {{max}}',
    entries: '内部部件超过 {{max}} 个',
    ratio: '压缩比例高得不正常',
    rows: '超过 {{max}} 行',
    columns: '超过 {{max}} 列',
    memory: '读取它需要太多内存',
    time: '读取它花了太长时间',
  },
  needs: '大约需要 {{size}}',
} as const;
