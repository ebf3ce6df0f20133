import type { CustomerField } from './customers.ts';

/** What a label in a pasted text announces. */
export type PastedTarget =
  | CustomerField
  | 'company'
  | 'contact'
  | 'title'
  | 'department'
  | 'phone'
  | 'fax'
  | 'email'
  | 'wechat'
  | 'qq'
  | 'addressAndPhone'
  | 'bankAndAccount'
  | 'invoiceAddress'
  | 'anyTaxId';

const words: Record<string, PastedTarget> = {};
const say = (target: PastedTarget, list: string) => {
  for (const word of list.split(' ')) words[word] = target;
};
say(
  'company',
  '名称 公司名称 企业名称 单位名称 客户名称 客户 公司 单位 企业 店名 店铺 抬头 发票抬头 开票抬头 开票名称 购方名称 购买方 购买方名称 公司名 户名 开户名 开户名称 公司全称 全称 company',
);
say(
  'contact',
  '姓名 名字 联系人 联络人 收货人 收件人 收件人姓名 负责人 联系人姓名 会员姓名 客户姓名 name contact',
);
say('title', '职务 职位 职称 title position');
say('department', '部门 科室 department');
say(
  'phone',
  '手机 手机号 手机号码 移动电话 联系电话 联系手机 联系方式 电话 电话号码 座机 固话 固定电话 办公电话 公司电话 单位电话 热线 收货电话 收件人电话 tel telephone mobile phone cell mob',
);
say('fax', '传真 传真号 传真号码 fax');
say('email', '邮箱 电子邮箱 电子邮件 邮件 邮箱地址 email e-mail mail');
say('wechat', '微信 微信号 weixin wechat wx');
say('qq', 'qq qq号 qq号码');
say(
  'address',
  '地址 联系地址 收货地址 收件地址 通讯地址 公司地址 办公地址 详细地址 所在地区 地区 所在地 家庭地址 住址 add addr address',
);
say('invoiceAddress', '注册地址 单位地址 开票地址 企业地址 营业地址');
say(
  'addressAndPhone',
  '地址电话 地址、电话 地址,电话 地址/电话 地址及电话 地址和电话 单位地址电话 单位地址及电话 注册地址电话 注册地址及电话 注册地址、电话 公司地址及电话 公司地址电话',
);
say('registeredPhone', '注册电话 开票电话');
say('bankName', '开户行 开户银行 开户行名称 银行 银行名称 开户支行');
say(
  'bankAccount',
  '账号 帐号 银行账号 银行帐号 银行账户 开户账号 开户帐号 账户 帐户 卡号 银行卡号 对公账号 公司账号',
);
say(
  'bankAndAccount',
  '开户行及账号 开户行及帐号 开户行、账号 开户行账号 开户行和账号 开户行/账号 开户银行及账号 开户银行及帐号 开户银行账号 开户银行、账号 银行及账号 开户行,账号',
);
say(
  'anyTaxId',
  '税号 纳税人识别号 纳税识别号 纳税号 税务登记号 识别号 企业税号 公司税号 单位税号 统一社会信用代码/纳税人识别号 纳税人识别号/统一社会信用代码 纳税人识别码 信用代码/税号',
);
say('creditCode', '统一社会信用代码 社会信用代码 统一信用代码 信用代码 统一代码');
say('identityNumber', '身份证 身份证号 身份证号码 证件号 证件号码');
say('birthday', '生日 出生日期 出生年月 出生');
say('gender', '性别');
say('legalRepresentative', '法人 法定代表人 法人代表 企业法人 法人姓名');
say('registeredCapital', '注册资本 注册资金');
say('foundedOn', '成立日期 成立时间 注册日期 注册时间 成立于');
say('website', '网址 网站 官网 主页 website web url');
say('industry', '行业 所属行业');
say('postcode', '邮编 邮政编码 zip postcode');
say('notes', '备注 说明 留言 note notes');
say('source', '来源 客户来源');
say('owner', '业务员 跟进人 客户经理');
say('shortName', '简称 公司简称');
say('code', '客户编号');

const escape = (word: string) =>
  [...word].map((sign) => sign.replace(/[/.\\]/gu, '\\$&')).join(String.raw`[ \t]{0,4}`);
const pattern = Object.keys(words)
  .sort((one, other) => other.length - one.length)
  .map(escape)
  .join('|');
// With a colon a label may follow anything but a Chinese sign; without one it needs a space before and after, or
// the digits that it announces.
const label = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${pattern})(?:[(（][^()（）]{0,12}[)）])?[ \t]*(?:[:=][ \t:]*|[ \t]+(?=\S)|(?=\+?\(?\d{3}))`,
  'giu',
);
// 张三电话:138… Those that begin with 公司 are left out, or 八骏公司电话 would lose its 公司.
const gluedLabel =
  /(?<=\p{Script=Han})(联系人|姓名|收货人|联系电话|联系方式|电话|手机号码|手机号|手机|地址|邮箱|微信号|微信|传真|税号|开户行|账号|备注|QQ)[ \t]*[:=][ \t:]*/giu;
const withColon = /[:=][ \t:]*$/u;

/** One labelled value of a line, and the text before the first label. */
export interface LabelledLine {
  before: string;
  pairs: { target: PastedTarget; value: string }[];
}

/** What a word announces when it stands alone, as in a header row. */
export const targetOfLabel = (text: string): PastedTarget | undefined =>
  words[text.replace(/[\s:*]+/gu, '').toLowerCase()];

/** Takes a line (with half-width colons) apart at its labels: `姓名:张三 电话:13812345678`. */
export const readLabels = (line: string): LabelledLine => {
  const labels = [...line.matchAll(label)].filter(
    // A bare word in the middle of a line (公司 名称 …) is a label only before what it announces.
    (match) =>
      withColon.test(match[0]) ||
      match.index === 0 ||
      /^\+?\d|^[a-z0-9]/iu.test(line.slice(match.index + match[0].length)),
  );
  const glued = [...line.matchAll(gluedLabel)].filter(
    ({ index }) => !labels.some((match) => index >= match.index && index < match.index + match[0].length),
  );
  const found = [...labels, ...glued].sort((one, other) => one.index - other.index);
  const pairs = found.map((match, position) => ({
    target: targetOfLabel(match[1] ?? '') ?? 'notes',
    value: line
      .slice(match.index + match[0].length, found[position + 1]?.index)
      .trim()
      .replace(/[,;，；、|]+$/u, ''),
  }));
  return { before: line.slice(0, found[0]?.index ?? line.length).trim(), pairs };
};
