/** Surnames of one sign that more than about ten thousand people bear, the commonest first. */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛阎闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷曲盛冉翁蓝骆路游辛欧管柴蒙鲍华喻祁房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑党宫景卜冷席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀胥郁南班储芮晏言栗桓杭楼嵇都斯习阳鹿湛鄢厉危奚昝诸羿覃尧肇佴谌母占阚戈冼雍计令揭粟漆仝植皮赖甯豆蔺郗濮麹暴支花元牧鄂来訾户';
/** The double surnames in use. */
const double =
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 端木 百里 东郭 南宫 呼延 申屠 太史 澹台 轩辕 独孤 闻人 淳于 单于 赫连 钟离 鲜于 闾丘 万俟 公冶 拓跋 西门 第五 羊舌 司空 濮阳 公羊';

const singles = new Set(single);
const doubles = new Set(double.split(' '));

/** The surname at the beginning of the text, a double one first; '' if it begins with none. */
export const leadingSurname = (text: string): string => {
  const two = text.slice(0, 2);
  if (doubles.has(two)) return two;
  const one = text.charAt(0);
  return singles.has(one) ? one : '';
};
