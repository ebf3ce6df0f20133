import type { Meaning } from '../../../src-main/archive/imports/dictionary-entries.ts';

/**
 * Headers as they stand in the sheets of trading firms, clinics, workshops and member shops, and in exports of WPS,
 * ERP, CRM, cash and invoicing programs, with what each means. Spellings are separated by `|`; `↵` is a line break in the cell,
 * and `＞` separates the rows of a merged header.
 */
const written: readonly (readonly [Meaning, string])[] = [
  ['houseNumber', '房号|楼栋|单元|门牌|档口号'],
  ['serial', '序号|序 号|NO.|No|№|编序|行号|项次|#|序↵号|Seq.|S/N|Item No.|Line No.'],
  [
    'code',
    '客户编号|客户编码*|客户代码（ERP）|往来单位编码|客商编码|会员卡号|会员编号(必填)|卡号|档案号|病历号|Customer ID|Customer Code|Client No.|Account No|Member ID|客户ID|cust_code|customer_id|单位编码|助记码/编码|就诊卡号|VIP卡号|门诊号|客户编号：|病案号|积分卡号（旧）|就诊号',
  ],
  [
    'customerName',
    '往来单位名称|购货单位|购货单位名称|客户名称|*客户名称|客户名称（必填）|客户 名称|客户↵名称|客户全称|名称|1.名称|1、客户名称|（1）客户名称|① 客户名称|客户单位|购买方名称|购方名称|甲方|需方单位|收货单位|开票抬头|发票抬头*|商户名称|门店名称|店名|合作单位|客商名称|核算单位|Customer Name|Customer|Client Name|Account Name|customer_name|custName|Bill To|Sold To|公司/客户名称|客户（公司）名称|客户名称/姓名|客户名称↵Customer Name|客户名|付款单位|往来客户|委托单位|客户公司名称|批发商名称|采购商|档口名称|客户抬头|甲方名称（全称）|全名',
  ],
  [
    'companyName',
    '公司名称|公司全称|公司名|单位名称|单位全称|企业名称（全称）|工作单位|所在公司|单位|公司|企业名|厂家名称|供应商名称|机构名称|Company|Company Name|Organization|Firm Name|Employer|company_name|公司名称*|【公司名称】|公 司 名 称|单位名称：|公司名称（请填全称）|企业（单位）名称|Vendor Name|法人单位名称',
  ],
  [
    'personName',
    '姓名|姓 名|姓　名|会员姓名|会员姓名*|患者姓名|病人姓名|学员姓名|学生姓名|车主|车主姓名|业主姓名|客户姓名|顾客姓名|真实姓名|客人姓名|Full Name|Patient Name|Member Name|真实姓名（必填）|宝宝姓名|投保人|被保险人|租户姓名|住户姓名|持卡人姓名|购买人姓名|卡主姓名|户主|幼儿姓名|备注名',
  ],
  ['shortName', '简称|客户简称|公司简称|单位简称|Short Name|Abbr.|企业简称|客户简写|名称缩写'],
  ['aliases', '曾用名|别名|原名|Former Name|Also known as|客户别名|原单位名称|旧公司名|买家昵称'],
  [
    'customerType',
    '客户类型|客户类别|客户分类|客户性质|客户属性|会员类型|类型|Customer Type|Type|Category|往来单位类别',
  ],
  [
    'stage',
    '客户状态|客户阶段|阶段|跟进状态|成交状态|合作状态|意向程度|Status|Lead Status|Stage|销售阶段|商机阶段|客户意向|客户状态*|成交情况|会员状态',
  ],
  [
    'level',
    '客户等级|客户级别|等级|级别|会员等级|会员级别|星级|Level|Grade|客户等级（A/B/C）|重要程度|信用等级|会员卡级别|VIP等级|VIP级别|Customer Grade|学员等级',
  ],
  ['industry', '行业|所属行业|行业类别|Industry|经营范围|主营业务|主营产品|客户行业|行业类型*|行业分类'],
  ['size', '公司规模|人员规模|员工人数|企业规模|Company Size|Employees|员工数量|企业人数|No. of employees'],
  [
    'region',
    '地区|区域|省市区|所在地区|所属区域|省/市/区|省市|销售区域|Region|Area|Territory|客户所在地|所在省市区|省、市、区|片区|收货人地区',
  ],
  ['province', '省|省份|所在省份|Province|省/直辖市|省（直辖市）|State/Province|所属省份|收货人省份'],
  ['city', '市|城市|所在城市|City|地级市|所属城市|市/州|收货人城市'],
  ['district', '区|区县|区/县|县（区）|所在区县|District|县市区|County'],
  [
    'address',
    '地址|详细地址|联系地址|通讯地址|公司地址|单位地址|收货地址*|送货地址|家庭住址|家庭地址|现住址|住址|经营地址|店铺地址|Address|Street Address|Shipping Address|Delivery Address|地 址|详细地址（街道门牌号）|门牌号|收货人地址|邮寄地址：|快递地址|客户地址|办公地点|Addr.|addr1|Ship To Address|联系人地址|详址|施工小区|工程地址|送货地点|楼盘名称',
  ],
  ['postcode', '邮编|邮政编码|邮 编|Post Code|ZIP|Zip Code|Postal Code'],
  [
    'source',
    '客户来源|来源|信息来源|来源渠道|渠道|介绍人|推荐人|Lead Source|Source|获客渠道|转介绍人|客户来源渠道|了解渠道|拓客渠道|报名渠道',
  ],
  [
    'owner',
    '业务员|销售员|跟单员|客户经理|负责人|业务负责人|归属人|跟进人|所属业务员|专管业务员|Sales|Salesperson|Owner|Account Manager|Sales Rep.|业务员姓名|分管业务员|接待人员|接待人|开发人员|录单业务员|业务员*|所属员工|归属销售|专属客服|销售顾问|服务顾问|主治医生|主管会计|责任人|首诊医生|服务技师|招生老师|学管师|开单员|班主任|设计师：',
  ],
  ['gender', '性别|性 别|Gender|Sex|性别（男/女）|会员性别|患者性别'],
  [
    'birthday',
    '生日|出生日期|出生年月|出生年月日|会员生日|Birthday|Date of Birth|DOB|D.O.B.|生日（农历）|农历生日|宝宝生日|出生时间|客户生日（公历）',
  ],
  [
    'identityNumber',
    '身份证号|身份证号码|身份证|证件号码|身份证号（18位）|居民身份证号码|ID Card|ID No.|ID Number|身份证件号码|身份证号码*|联系人身份证',
  ],
  [
    'creditCode',
    '统一社会信用代码|社会信用代码|信用代码|统一社会信用代码/税号|营业执照号|营业执照注册号|组织机构代码|USCC|Credit Code|工商注册号|统一社会信用代码（18位）|统一信用代码',
  ],
  ['website', '网址|网站|官网|公司网址|Website|URL|Web Site|公司官网|公司主页'],
  [
    'legalRepresentative',
    '法人|法定代表人|法人代表|企业法人|法人姓名|Legal Representative|Legal Person|法定代表人（负责人）|经营者',
  ],
  [
    'registeredCapital',
    '注册资本|注册资金|注册资本（万元）|注册资金(万)|Registered Capital|认缴资本|注册资本：万元',
  ],
  ['foundedOn', '成立日期|成立时间|注册日期|Founded|公司成立时间|Date Established|开业日期|成立年月'],
  [
    'taxId',
    '税号|纳税人识别号|税务登记号|Tax ID|VAT No.|税 号|开票税号|纳税人税号|纳税识别号|购方税号|Tax No.|购买方纳税人识别号',
  ],
  [
    'bankName',
    '开户行|开户银行|银行名称|开户行名称|Bank Name|Bank|开户支行|开户银行全称|收款银行|购方开户行',
  ],
  [
    'bankAccount',
    '银行账号|银行帐号|账号|帐号|开户行及账号|开户行账号|开户银行及帐号|Bank Account|银行卡号|对公账号|开户行、账号|开户行/账号|收款账号|银行账户|A/C No.|购方银行账号',
  ],
  [
    'registeredAddress',
    '注册地址|开票地址|注册地址及电话|地址、电话|地址电话|开票地址及电话|Registered Address|Billing Address|税务登记地址|购方地址电话',
  ],
  ['registeredPhone', '注册电话|开票电话|Billing Phone|发票电话'],
  [
    'notes',
    '备注|备 注|备注1|说明|备注信息|客户备注|其他|Remark|Remarks|Notes|Comment|Memo|备注说明|沟通记录|跟进记录|拜访记录|特殊要求|主诉|病史|过敏史|客户情况|情况备注|备注（选填）|备注栏|要求|回访记录|客户需求|注意事项|特殊备注|沟通情况|买家留言|商家备注',
  ],
  ['tags', '标签|客户标签|分组|Tags|Group|客户分组|会员标签|分类标签'],
  [
    'contactName',
    '联系人|联系人姓名|联 系 人|联系人*|联系人（必填）|主要联系人|联络人|对接人|收货人|收件人|采购联系人|采购人员|Contact|Contact Person|Contact Name|Attn.|Attn:|ATTN|经手人|联系人1|联系人（一）|第一联系人|第二联系人|contact_name|负责人/联系人|联系人/负责人|紧急联系人|法人/联系人|客户联系人|联系人＞姓名|联系信息＞联系人|老板|店长|采购负责人|财务联系人|业务联系人|公司联系人|单位联系人|家长姓名|家属姓名*|陪诊人|提货人|父亲＞姓名|母亲姓名',
  ],
  [
    'contactTitle',
    '职务|职位|岗位|称呼|Title / Position|Job Title|Position|联系人职务|职称|职务/职位|联系人＞职务|头衔|与学员关系',
  ],
  ['contactDepartment', '部门|所在部门|科室|Department|Dept.|所属部门|联系人部门'],
  [
    'mobile',
    '手机|手机号|手机号码|手机号码(必填)*|手 机|移动电话|手机1|手机（2）|联系手机|本人手机|会员手机号|Mobile|Mobile No.|Mobile Phone|Cell|Cell Phone|Mob.|M.P.|mobile_phone|联系人手机|联系人手机号|注册手机号|手机号码（11位）|收货人手机|家长手机|车主手机|联系人＞手机|联系人2手机|绑定手机|预留手机号|手机/微信|手机号(同微信)|*手 机↵号码：|手机號碼|老板手机|负责人手机|学生手机号',
  ],
  [
    'phone',
    '电话|联系电话|联系 电话|联系↵电话|电话号码|固定电话|座机|办公电话|公司电话|单位电话|家庭电话|Tel|Tel.|TEL:|Telephone|Phone|Phone No.|Phone Number|联系方式|联系方式（手机/座机）|电话1|电话2|联系电话*|紧急联系电话|客户电话|会员电话|收货电话|热线电话|Office Phone|Contact No.|Contact Number|电话/传真|固话|总机|tel_no|电话（区号）|备用联系电话|患者电话|家长电话|业务电话|联系电话（手机）',
  ],
  ['fax', '传真|传 真|传真号码|Fax|Fax No.|FAX:|公司传真|传真机'],
  [
    'email',
    '邮箱|电子邮箱|E-mail|Email|E-Mail Address|电子邮件|邮箱地址|邮件|Email地址|联系邮箱|收票邮箱|接收邮箱|e_mail|Mail|电子信箱|邮箱（Email）',
  ],
  ['wechat', '微信|微信号|WeChat|Wechat ID|微信号码|微 信|微信号（选填）|客户微信号|联系人微信|微信/QQ'],
  ['qq', 'QQ|QQ号|QQ号码|qq|Q Q|QQ：'],
  [
    'other',
    '旺旺|钉钉|WhatsApp|Skype|抖音号|LINE|其他联系方式|Telegram|阿里旺旺ID|Facebook|小红书|小红书号|快手号|企业微信',
  ],
  [
    'unused',
    '创建时间|建档日期|录入时间|最近联系时间|下次跟进时间|年采购额（万元）|采购额|金额|余额|积分|办卡日期|到期日期|消费金额|累计消费（元）|数量|单价|产品名称|年龄|制表人|Created At|Amount|Balance|Points|应收余额|期初应收|最后消费时间|消费次数|订单编号|入会时间|信用额度|最近就诊时间|登记日期|销售额|开卡时间|照片',
  ],
];

const unfold = (text: string): string[] => text.replaceAll('↵', '\n').split('＞');

/** Every spelling as the rows of its header. */
export const realHeaders: readonly (readonly [rows: string[], meaning: Meaning])[] = written.flatMap(
  ([meaning, spellings]) =>
    spellings.split('|').map((spelling): [string[], Meaning] => [unfold(spelling), meaning]),
);

/** Headers one slip away from a word that is known: a wrong, missing or swapped sign, a homophone, a look-alike. */
export const misspeltHeaders: readonly (readonly [header: string, meaning: Meaning])[] = (
  [
    ['contactName', '联糸人|联系入|連係人|联系人姓明|联细人|联人系|联络入'],
    ['mobile', '手机号吗|手几号码|手机码号|手机号嘛|手机好码|Moblie|Mobil|Mobile Phnoe'],
    ['phone', '联系电活|联系电话号|电话号吗|联糸电话|联系店话|Telphone|Telehpone|Phone Numer|固定电活'],
    [
      'customerName',
      '客户名秤|客户名陈|客护名称|客户名成|往来单位名秤|客户名乘|Custmer Name|Customer Nmae|购货单为',
    ],
    ['companyName', '公司名秤|单位名陈|企业名城|公司民称|Compnay|Company Nmae|公司全秤'],
    ['personName', '会员性名|会员姓明|客户性名|患者姓明'],
    ['address', '详细地扯|通讯地止|收货地址址|联系地只|Adress|Addres|Shiping Address'],
    ['identityNumber', '身份证好|身份正号|身分证号|身份证号吗|身份证好码'],
    ['creditCode', '统一社会信用代吗|社会信用代马|统一社会信用带码|统一社会信用代'],
    ['bankName', '开户银航|开户行名秤|开户航|开户银行行'],
    ['bankAccount', '银行帐好|银行账号号|开户行及帐好'],
    ['taxId', '纳税人识别好|纳税人识别|纳税人识別号|纳税人是别号'],
    ['email', '电子有箱|电子邮相|电子由件|Emial|Emai|E-mial'],
    ['birthday', '出生日其|出身日期|出生年约|Brithday|Birthdya'],
    ['owner', '业务圆|业物员|客户经里|业务原|Salesprson'],
    ['postcode', '邮政编马|邮正编码'],
    ['legalRepresentative', '法定代表入|法定代表|法人代錶|法定带表人'],
    ['level', '客户等及|客户级别别|会员等极'],
    ['industry', '所属行页|所属行也|行业类另'],
    ['source', '客户来原|客户来元|客户来缘'],
    ['notes', 'Remarsk|Remraks|备注信系'],
    ['contactTitle', '联系人职物|联系人织务'],
  ] satisfies [Meaning, string][]
).flatMap(([meaning, spellings]) => spellings.split('|').map((spelling) => [spelling, meaning] as const));

/** Headers that say nothing a customer has a field for; none of them may be taken for one. */
export const unknownHeaders: readonly string[] =
  '合同编号|毛利|毛利率|上次拜访日期|车牌号|车牌号码|车架号|发动机号|品牌|型号|规格|颜色|尺寸|库存|仓库|批次|批号|保质期|生产日期|快递单号|物流公司|运费|税率|税额|折后价|成本|利润|佣金|提成|班级|年级|课程|课时|教室|宠物名|宠物品种|毛色|体重|身高|血型|血压|视力|镜片度数|诊断|处方|用药|手术|床位|楼层|户型|面积|租金|押金|水表读数|电表读数|项目|工程名称|施工进度|验收|保修|维修项目|里程|油品|套餐|次卡|剩余次数|会议|座位|桌号|菜品|口味|星座|属相|爱心指数|民族|婚姻|学历|毕业院校|专业|政治面貌|兴趣|鞋码|__proto__|constructor|toString|hasOwnProperty|Foo|SKU|Model|Color|Weight|Warehouse|Invoice Amount Due|Lorem|XYZ|Q1|Q2|A1|2023|2023年|1月|一月|同比|环比|完成率|是否|确认|打印|选择|计量单位|快递公司|保险公司|设备名称|项目名称|课程名称|文件名称|服务名称|产品编号|设备编号|批准文号|快递号码|发票号码|合同名称|生产厂商型号|开课地点|上车地点|施工单位人数|电话费|手机壳|手机型号|邮费|地址类型码|客流量|生日蛋糕|微信支付|银行利率|传真纸|身高体重|联动|联系次数|性能|行业标准号|税前价|法兰|备件|备货|标价|来料|来电次数'.split(
    '|',
  );
