/**
 * What a header means: a field of {@link ../../../src-shared/imports.ts}, or one of the meanings that only the whole
 * sheet decides: `customerName`, `companyName` and `personName` compete for the name; `customerType` is a stage,
 * a kind, a level or tags by its values; `houseNumber` is a part of an address; `serial` numbers the rows; `unused` is known to have no field.
 */
export type Meaning =
  | 'customerName'
  | 'companyName'
  | 'personName'
  | 'familyName'
  | 'givenName'
  | 'customerType'
  | 'serial'
  | 'unused'
  | 'code'
  | 'kind'
  | 'shortName'
  | 'aliases'
  | 'stage'
  | 'level'
  | 'industry'
  | 'size'
  | 'region'
  | 'province'
  | 'city'
  | 'district'
  | 'address'
  | 'houseNumber'
  | 'postcode'
  | 'source'
  | 'owner'
  | 'gender'
  | 'birthday'
  | 'identityNumber'
  | 'creditCode'
  | 'website'
  | 'legalRepresentative'
  | 'registeredCapital'
  | 'foundedOn'
  | 'taxId'
  | 'bankName'
  | 'bankAccount'
  | 'registeredAddress'
  | 'registeredPhone'
  | 'notes'
  | 'tags'
  | 'contactName'
  | 'contactTitle'
  | 'contactDepartment'
  | 'mobile'
  | 'phone'
  | 'email'
  | 'wechat'
  | 'qq'
  | 'fax'
  | 'other';

/**
 * Headers as they occur in sheets, by meaning; the words are separated by spaces, and spaces inside a header do
 * not count. Each stands for all its spellings with brackets, stars, colons, units and numbers
 * ({@link ./header-key.ts}).
 */
export const dictionaryEntries: readonly (readonly [Meaning, string])[] = [
  [
    'serial',
    '序号 序 编序 行号 项次 项目序号 顺序号 次序 排序 no num number seq sequence index rowno rownumber serial serialno sn 序列 itemno lineno 流水号',
  ],
  [
    'code',
    '客户编号 客户编码 客户代码 客户号 客户id 客户代号 客户序号 编号 编码 代码 代号 档案号 档案编号 会员号 会员编号 会员卡号 会员id 卡号 单位编号 单位编码 往来单位编码 往来单位编号 公司编号 企业编号 客商编码 病历号 学号 code customercode customerid customerno customernumber clientid clientcode clientno accountno accountnumber memberid memberno id custcode 客户助记码 助记码 就诊卡号 门诊号 vip卡号 会员代码 往来编码 往来单位代码 客户档案号 卡编号 就诊号 就诊编号 住院号 会员卡编号 学员编号 学员号 客户卡号 病案号 病案编号 积分卡号',
  ],
  [
    'customerName',
    '客户名称 客户名 客户 客户全称 全名 客户全名 单位全名 客户单位 客户单位名称 客户公司 客户公司名称 客户信息 名称 全称 往来单位 往来单位名称 客商名称 客商 购货单位 购买方 购买方名称 购方 购方名称 买方 买方名称 需方 甲方 收货单位 收货单位名称 开票单位 开票名称 开票抬头 发票抬头 抬头 合作单位 合作客户 合作伙伴 经销商 经销商名称 代理商 代理商名称 加盟商 门店 门店名称 店名 店铺名称 商户 商户名称 商家 商家名称 户名 customer customername client clientname account accountname buyer buyername name 商号名称 需方单位 核算单位 付款单位 委托单位 custname billto soldto shipto customers clients 往来客户 购货方 购货方名称 客户公司全称 租户 商铺名称 团购单位 用货单位 要货单位 结算单位 批发商 批发商名称 采购商 采购商名称 甲方名称 档口 档口名称 客户名字 客户抬头 开票公司',
  ],
  [
    'companyName',
    '公司 公司名称 公司名 公司全称 单位 单位名称 单位全称 工作单位 所在单位 所属公司 所属单位 所在公司 企业 企业名称 企业全称 工厂 工厂名称 厂名 厂家 厂家名称 供应商 供应商名称 机构 机构名称 学校 学校名称 医院名称 任职公司 任职单位 就职单位 组织 company companyname corporation firm business businessname organization organisation organizationname employer enterprise 企业名 firmname vendorname vendor suppliername supplier 法人单位名称 就职公司 所属企业 公司抬头 现单位',
  ],
  [
    'personName',
    '姓名 名字 客户姓名 顾客姓名 顾客 会员姓名 会员名称 会员 会员名 患者姓名 患者 病人姓名 学员姓名 学员 学生姓名 学生 业主姓名 业主 用户姓名 用户名称 用户 车主姓名 车主 本人姓名 真实姓名 中文名 中文姓名 持卡人 购买人 买家 买家姓名 fullname personname realname displayname membername patientname 客人姓名 客人 宝宝姓名 孩子姓名 投保人 被保险人 租户姓名 住户姓名 业主名称 持卡人姓名 购买人姓名 本人 个人姓名 宾客姓名 孕妇姓名 宠主 宠主姓名 主人姓名 宠物主人 就诊人 就诊人姓名 学员名称 vip姓名 patient guestname studentname 幼儿姓名 儿童姓名 宝贝姓名 小孩姓名 孩子名字 新生姓名 考生姓名 卡主 卡主姓名 户主 户主姓名 备注名 好友备注 微信备注名',
  ],
  ['familyName', '姓 姓氏 客户姓氏 lastname familyname surname'],
  ['givenName', '名 firstname givenname forename'],
  [
    'shortName',
    '简称 客户简称 公司简称 单位简称 企业简称 名称简称 shortname abbreviation abbr alias 别称 客户简写 名称缩写 客户缩写 往来单位简称',
  ],
  [
    'aliases',
    '曾用名 曾用名称 别名 原名 原名称 旧名称 旧名 曾用公司名 formername formernames formerlyknownas aliases aka 客户别名 原单位名称 旧公司名 旧公司名称 原公司名称 原客户名称 alsoknownas 昵称 买家昵称 客户昵称 网名',
  ],
  [
    'customerType',
    '客户类型 客户类别 客户分类 客户性质 客户属性 客户种类 顾客类型 类型 类别 性质 分类 会员类型 客户群 customertype clienttype type category accounttype customercategory 往来单位类别 往来单位类型 顾客类别 会员类别 客户种类名称',
  ],
  ['kind', '客户主体 主体类型 个人或公司 个人企业 公司或个人 企业或个人 kind customerkind'],
  [
    'stage',
    '阶段 客户阶段 客户状态 状态 跟进状态 跟进阶段 跟进情况 成交状态 合作状态 合作情况 商机阶段 销售阶段 意向 意向程度 意向度 生命周期 stage status customerstatus customerstage leadstatus lifecycle lifecyclestage salesstage 客户意向 成交情况 会员状态 当前状态 目前状态 当前阶段 是否成交 成交与否',
  ],
  [
    'level',
    '等级 客户等级 客户级别 级别 客户评级 评级 重要程度 重要性 重要级别 客户星级 星级 abc分类 会员等级 会员级别 level grade rating customerlevel tier priority 信用等级 会员卡级别 vip等级 vip级别 vip 客户星等 客户分级 客户价值 customergrade viplevel memberlevel',
  ],
  [
    'industry',
    '行业 所属行业 客户行业 行业类别 行业分类 行业类型 经营行业 从事行业 主营行业 主营业务 主营 经营范围 主营产品 经营项目 industry sector businesstype businessscope 客户所属行业 公司行业 行业名称',
  ],
  [
    'size',
    '规模 人员规模 公司规模 企业规模 单位规模 员工人数 员工数 员工规模 人数 职工人数 size companysize employees employeecount numberofemployees headcount 员工数量 企业人数 公司人数 noofemployees',
  ],
  [
    'region',
    '地区 区域 所在地区 所在区域 所属区域 所属地区 省市区 省市 省市县 省份城市 所在省市 所在地 所在城市地区 客户区域 客户地区 片区 籍贯 销售区域 region area territory location 客户所在地 所在省市区 地域 所属地域 行政区划 省市县区 省市区县 大区',
  ],
  [
    'province',
    '省 省份 所在省 所在省份 省级 省自治区 省直辖市 province state stateprovince provincestate 所属省份 省名 客户省份 businessstate homestate',
  ],
  [
    'city',
    '市 城市 所在市 所在城市 地级市 地市 市级 市州 city town 所属城市 客户城市 城市名称 businesscity homecity',
  ],
  ['district', '区 区县 县 县区 所在区 所在县 所在区县 市区县 区市县 district county 县市区 所属区县'],
  [
    'address',
    '地址 详细地址 联系地址 通讯地址 通信地址 公司地址 单位地址 办公地址 客户地址 收货地址 送货地址 发货地址 收件地址 邮寄地址 经营地址 营业地址 工厂地址 店铺地址 门店地址 家庭地址 家庭住址 住址 住所 现住址 居住地址 常住地址 户籍地址 具体地址 街道地址 街道 地点 寄件地址 address addr street streetaddress mailingaddress fulladdress addressline shippingaddress deliveryaddress officeaddress homeaddress 门牌号 地址信息 经营场所 办公地点 办公地 收件人地址 收货人地址 联系人地址 快递地址 收票地址 shipto地址 addr1 address1 shiptoaddress contactaddress 装修地址 安装地址 服务地址 小区地址 小区名称 小区 楼盘 楼盘名称 详址 施工小区 工程地址 项目地址 施工地址 物流地址 送货地点 businessstreet homestreet addressformatted',
  ],
  [
    'houseNumber',
    '房号 房间号 门牌 楼号 楼栋 栋号 幢号 单元号 室号 楼栋号 楼房号 楼号房号 房屋号 铺号 摊位号 摊号 商铺号 铺位号 单元 档口号',
  ],
  ['postcode', '邮编 邮政编码 邮政编号 邮递区号 邮码 postcode postalcode zip zipcode'],
  [
    'source',
    '来源 客户来源 信息来源 获客渠道 来源渠道 渠道 渠道来源 获取渠道 线索来源 推荐人 介绍人 source leadsource channel referral referrer customersource 转介绍人 转介绍 客户来源渠道 了解渠道 获知渠道 来源途径 获客来源 来源方式 介绍人姓名 推荐人姓名 引荐人 拓客渠道 报名渠道 引流渠道 推荐会员',
  ],
  [
    'owner',
    '负责人 业务员 业务 业务人员 业务经理 业务代表 销售 销售员 销售人员 销售经理 销售代表 客户经理 客户负责人 跟单 跟单员 跟进人 跟进人员 跟进业务员 所属业务员 所属销售 归属人 归属 所属人 所有人 专管员 经办人 经办 维护人 顾问 专属顾问 客服 专属客服 主管业务员 责任人 owner salesperson salesrep salesman sales accountmanager accountowner assignedto responsible representative rep 接待人员 接待人 接待 开发人员 开发人 客户开发人 所属员工 所属人员 归属员工 归属销售 归属业务员 业务员姓名 业务负责人 分管业务员 录单业务员 销售负责人 销售顾问 服务顾问 健康顾问 美容师 主治医生 主治医师 接诊医生 责任医生 主管会计 对接销售 我方负责人 我方联系人 跟进员 维护人员 服务人员 所属顾问 教练 主管教练 设计师 班主任 课程顾问 发型师 理疗师 责任护士 初诊医生 首诊医生 服务技师 技师 皮肤顾问 美容顾问 会籍顾问 招生老师 学管师 开单员 客户归属',
  ],
  ['gender', '性别 男女 gender sex 客户性别 会员性别'],
  [
    'birthday',
    '生日 出生日期 出生年月 出生年月日 生日日期 出生日 客户生日 会员生日 生辰 公历生日 阳历生日 农历生日 阴历生日 birthday birthdate dateofbirth dob birth 出生时间 宝宝生日 客户生日日期 联系人生日',
  ],
  [
    'identityNumber',
    '身份证 身份证号 身份证号码 身份证件号 身份证件号码 居民身份证 居民身份证号 居民身份证号码 公民身份号码 证件号 证件号码 证件编号 idnumber idno idcard idcardno idcardnumber identitynumber identity nationalid 联系人身份证 联系人身份证号 客户身份证号 本人身份证号 法人身份证 法人身份证号 法人身份证号码',
  ],
  [
    'creditCode',
    '统一社会信用代码 社会信用代码 信用代码 统一信用代码 统一代码 社会统一信用代码 统一社会信用代码税号 统一社会信用代码纳税人识别号 营业执照号 营业执照号码 营业执照注册号 工商注册号 注册号 执照号 三证合一代码 组织机构代码 usci uscc creditcode unifiedsocialcreditcode socialcreditcode registrationnumber businesslicense businesslicenseno 企业信用代码 公司信用代码 信用码 统一社会信用编码 组织机构代码证号',
  ],
  [
    'website',
    '网址 网站 官网 公司网址 公司网站 主页 企业官网 网店 网店地址 店铺链接 website url web homepage site 公司官网 公司主页 企业网站 企业网址 企业主页 官方网站 websitevalue',
  ],
  [
    'legalRepresentative',
    '法人 法人代表 法定代表人 法人姓名 法定代表人姓名 法代 法人负责人 企业法人 公司法人 经营者 经营者姓名 legalrepresentative legalrep legalperson representativeperson 法定代表人负责人 法人名称 法定代表',
  ],
  [
    'registeredCapital',
    '注册资本 注册资金 注册资本金 认缴资本 认缴出资额 注册资本万元 注册资金万元 registeredcapital capital 注册资本万 注册资金万 注册资本元',
  ],
  [
    'foundedOn',
    '成立日期 成立时间 成立年份 注册日期 公司成立日期 公司成立时间 创立日期 创办时间 开业日期 开业时间 foundedon founded established establishedon dateofestablishment incorporationdate dateestablished 成立年月 成立年月日 企业成立日期',
  ],
  [
    'taxId',
    '税号 纳税人识别号 纳税识别号 纳税人税号 税务登记号 税务登记证号 税务号 开票税号 公司税号 企业税号 单位税号 纳税号 taxid taxno taxnumber vat vatnumber vatno taxpayerid tin 购方税号 购买方税号 纳税人识别码 税务登记证 购买方纳税人识别号 企业识别号 统一税号',
  ],
  [
    'bankName',
    '开户行 开户银行 开户行名称 开户银行名称 银行 银行名称 开户支行 所属银行 基本户开户行 bank bankname bankbranch openingbank 收款银行 付款银行 购方开户行 开户银行全称 开户网点 beneficiarybank',
  ],
  [
    'bankAccount',
    '银行账号 银行帐号 账号 帐号 银行账户 银行帐户 开户账号 开户帐号 对公账号 对公账户 公司账号 基本户账号 银行卡号 账户 帐户 开户行及账号 开户行及帐号 开户行账号 开户行帐号 开户银行及账号 开户银行及帐号 开户银行账号 bankaccount bankaccountno bankaccountnumber iban acno 收款账号 收款帐号 付款账号 购方银行账号 银行账号信息 银行信息 开户行信息 开户信息 银行资料 开户行与账号 开户行和账号',
  ],
  [
    'registeredAddress',
    '注册地址 开票地址 登记地址 工商地址 工商注册地址 营业执照地址 注册地 开票地址电话 地址电话 地址及电话 注册地址电话 注册地址及电话 单位地址电话 公司地址电话 registeredaddress billingaddress invoiceaddress 开票地址及电话 购方地址电话 购买方地址电话 税务登记地址 税务地址 注册地点 开票地址与电话 地址与电话 公司注册地址',
  ],
  ['registeredPhone', '注册电话 开票电话 登记电话 发票电话 registeredphone invoicephone billingphone'],
  [
    'notes',
    '备注 备注信息 备注说明 说明 附注 注 注备 其他说明 其它说明 补充说明 客户备注 特殊要求 要求 需求 客户需求 情况说明 描述 客户描述 客户情况 基本情况 简介 公司简介 客户简介 记录 沟通记录 联系记录 跟进记录 拜访记录 回访记录 往来记录 其他 其它 其他信息 其它信息 喜好 偏好 爱好 notes note remark remarks comment comments memo description details otherinfo 主诉 病史 既往史 过敏史 情况备注 备注栏 注意事项 备注事项 备注内容 客户说明 补充 其他备注 客户要求 客户喜好 个人喜好 忌口 服务记录 说明事项 customernotes additionalinfo 买家备注 商家备注 卖家备注 订单备注 买家留言 客户留言 特殊备注 客户印象 沟通情况',
  ],
  [
    'tags',
    '标签 客户标签 标记 分组 客户分组 组别 群组 所属分组 tags tag label labels group groups segment 会员标签 分类标签 用户标签 客户标记 所属群组',
  ],
  [
    'contactName',
    '联系人 联系人姓名 联系人名称 主要联系人 主联系人 首要联系人 业务联系人 采购联系人 财务联系人 技术联系人 紧急联系人 备用联系人 其他联系人 客户联系人 对接人 对接联系人 接口人 联络人 经手人 采购人 采购员 采购负责人 收货人 收件人 收货人姓名 收件人姓名 老板 老板姓名 店主 店长姓名 单位联系人 公司联系人 企业联系人 联系负责人 单位负责人 企业负责人 公司负责人 contact contactname contactperson primarycontact maincontact contactfullname attn attention contacts 店长 家长 家长姓名 监护人 监护人姓名 联系者 采购人员 采购经理 采购 采购姓名 联系人员 客户方联系人 甲方联系人 对方联系人 收货联系人 现场联系人 商务联系人 开票联系人 收票人 收票人姓名 负责人姓名 联系人名 联系人中文名 联系人信息 父亲姓名 母亲姓名 爸爸姓名 妈妈姓名 父亲 母亲 爸爸 妈妈 配偶姓名 家属 家属姓名 陪诊人 提货人 提货人姓名',
  ],
  [
    'contactTitle',
    '职务 职位 职称 联系人职务 联系人职位 岗位 称呼 称谓 头衔 身份 担任职务 jobtitle position job role contacttitle title jobtitles 职务职位 职位职务 职务称呼 联系人岗位 联系人称呼 联系人职称 designation 与学员关系 与本人关系 与患者关系 与孩子关系 关系 亲属关系 organizationtitle',
  ],
  [
    'contactDepartment',
    '部门 所在部门 所属部门 部门名称 联系人部门 科室 处室 department dept division contactdepartment 所属科室 就诊科室 联系人所在部门',
  ],
  [
    'mobile',
    '手机 手机号 手机号码 联系手机 移动电话 手机电话 客户手机 客户手机号 会员手机 会员手机号 联系人手机 联系人手机号 联系人手机号码 本人手机 手机联系方式 常用手机 备用手机 移动手机 mobile mobilephone mobileno mobilenumber cell cellphone cellphonenumber contactmobile phonemobile mob mp 手机微信 微信手机 收货人手机 家长手机 家长手机号 车主手机 车主手机号 绑定手机 绑定手机号 预留手机 预留手机号 注册手机 注册手机号 注册手机号码 老板手机 负责人手机 负责人手机号 手机联系电话 手提电话 手提 大哥大 小灵通 移动号码 手机长号 长号 mobiletel mobiletelephone 手机号同微信 手机号微信号',
  ],
  [
    'phone',
    '电话 联系电话 电话号码 联系电话号码 座机 座机号 座机号码 固话 固定电话 固定电话号码 办公电话 公司电话 单位电话 客户电话 办公室电话 工作电话 家庭电话 住宅电话 联系人电话 联系方式 客户联系方式 联系人联系方式 联系号码 号码 热线 服务热线 总机 分机 收货电话 收货人电话 收件人电话 备用电话 紧急联系电话 紧急电话 电话手机 手机电话号码 电话传真 phone phonenumber phoneno tel telephone telephonenumber telno contactphone contactnumber contactno workphone officephone businessphone homephone landline contactinfo contactmethods 患者电话 家长电话 家长联系电话 车主电话 业务电话 经理电话 老板电话 负责人电话 负责人联系方式 联络电话 联络方式 通讯电话 公司座机 单位座机 办公座机 咨询电话 订货电话 门店电话 店铺电话 店面电话 本人电话 宅电 家电 短号 客户联系电话 会员电话 预留电话 登记电话号码 phonetel telephoneno telfax mainphone phonevalue',
  ],
  ['fax', '传真 传真号 传真号码 传真电话 公司传真 fax faxno faxnumber faxphone 传真机 传真机号 传真号码机'],
  [
    'email',
    '邮箱 电子邮箱 电子邮件 邮件 邮件地址 邮箱地址 电邮 e邮箱 联系邮箱 公司邮箱 工作邮箱 企业邮箱 个人邮箱 联系人邮箱 收票邮箱 email emailaddress mail contactemail workemail email地址 电子信箱 信箱 接收邮箱 发票邮箱 电子发票邮箱 开票邮箱 客户邮箱 联系电邮 emailid emailvalue',
  ],
  [
    'wechat',
    '微信 微信号 微信号码 微信id 微信账号 微信帐号 联系人微信 客户微信 微信qq qq微信 wechat wechatid weixin wx wxid 微信昵称 微信名 微信昵称号 公司微信 个人微信 微信联系方式 wechatno wechatnumber wechataccount',
  ],
  ['qq', 'qq qq号 qq号码 联系人qq 客户qq 企鹅号 qqnumber qq账号 qq帐号 qq邮箱号 qqno'],
  [
    'other',
    '其他联系方式 其它联系方式 othercontactdetails othercontact 旺旺 旺旺号 阿里旺旺 钉钉 钉钉号 抖音 抖音号 skype whatsapp telegram line facebook linkedin 支付宝 支付宝账号 小红书 小红书号 快手 快手号 企业微信 企微 微博 微博号 阿里旺旺id 淘宝账号 淘宝id 旺旺id 闲鱼号 陌陌 viber wecom',
  ],
  [
    'unused',
    '创建时间 创建日期 建档时间 建档日期 建立时间 录入时间 录入日期 添加时间 登记日期 登记时间 更新时间 更新日期 修改时间 最后修改时间 最近联系时间 最后联系时间 上次联系时间 最后跟进时间 最近跟进时间 下次联系时间 下次跟进时间 首次合作日期 首次合作时间 合作日期 合作时间 开始合作时间 签约日期 签约时间 成交日期 成交时间 首次成交时间 最近成交时间 办卡日期 办卡时间 入会日期 入会时间 开卡日期 开卡时间 到期日期 到期时间 有效期 年采购额 采购额 年销售额 销售额 销售金额 成交金额 金额 总金额 消费金额 累计消费 消费次数 余额 卡内余额 储值余额 积分 会员积分 欠款 应收款 应收账款 信用额度 账期 折扣 数量 单价 产品 产品名称 商品 商品名称 订单号 年龄 疑点 有疑问 有疑问的资料 全部联系人 全部联系方式 创建人 录入人 录入员 修改人 操作人 操作员 审核人 审核 制表人 附件 照片 图片 createdat created createddate createdtime updatedat updated modified lastmodified lastcontacted amount total balance points quantity price product age doubts createdby modifiedby added changed allcontacts allcontactdetails doubtfuldetails 应收余额 期初应收 期初应收款 期初余额 应付余额 最后消费时间 最后消费日期 最近消费时间 上次消费时间 订单编号 最近就诊时间 就诊日期 就诊时间 国家 国籍 国别 country countryregion nationality 剩余金额 剩余积分 充值金额 消费总额 消费总金额 累计金额 累计积分 账户余额 储值金额 实收金额 应收金额 未收金额 收款金额 开票金额 开票日期 收款日期 下单时间 下单日期 最近下单时间 购买日期 购买时间 到店次数 到店时间 到店日期 首次到店时间 注册时间 加入时间 跟进时间 跟进日期 联系时间 联系日期 拜访时间 拜访日期 回访时间 回访日期 提醒时间 提醒日期 date orderdate orderno lastorderdate lastcontact nextcontact 原文 emailtype phonetype addresstype websitetype organizationtype relationtype emaillabel phonelabel addresslabel websitelabel organizationlabel groupmembership middlename',
  ],
];
