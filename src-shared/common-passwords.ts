const list = (text: string): string[] => text.trim().split(/\s+/u);

/** Whole passwords of eight characters and more that are tried first, ours by observation of what people type. */
export const commonPasswords: ReadonlySet<string> = new Set(
  list(`
    0123456789 01234567 012345678 11112222 11223344 1122334455 112233445566 12121212 12312312 123123123
    123321123 1234554321 12344321 123456123456 1234567890 123456780 12345679 123454321 1234567a 12345678a
    123456789a 1234567890a 123456abc 123456aa 123456qq 123456qwe 123456asd 12345qwert 1234qwer 123qweasd
    123qwe123 123abc123 123456789z 123698745 147258369 147852369 159357456 159753456 159357258 13145200
    1314520520 13145201314 13141314 13145210 15201314 31415926 314159265 3141592653 520131400 52013140
    5201314520 5201314a 52013141314 520520520 5211314a 5845201314 584520584 55555555 56785678 66668888
    741852963 7758258a 77585210 7758521a 775852100 87654321 88886666 888888888 963852741 98765432 987654321
    987654321a 9876543210 99998888 a1234567 a12345678 a123456789 a1b2c3d4 a1b2c3d4e5 aa123456 aa12345678
    aa123456789 aaa123456 aabbccdd abc12345 abc123456 abc1234567 abc12345678 abcd1234 abcd12345 abcd123456
    abcdefg1 abcdefgh abcdefghi access14 asd12345 asd123456 asdasd123 asdf1234 asdfasdf asdfghjk asdfghjkl
    asdfghjkl; baseball1 changeme1 computer1 dragon123 football1 iloveyou1 iloveyou2 letmein1 letmein123
    master123 monkey123 myspace1 p@ssw0rd p@ssword pa55word pass1234 passw0rd password1 password12
    password123 password1234 q1234567 q12345678 q123456789 q1w2e3r4 q1w2e3r4t5 qaz12345 qazwsx123
    qazwsxed qazwsxedc qazxswed qq123456 qq1234567 qq12345678 qq123456789 qq5201314 qwe12345 qwe123456
    qweasdzxc qweqweqwe qwer1234 qwer12345 qwerasdf qwert123 qwert12345 qwerty12 qwerty123 qwerty1234
    qwertyui qwertyuiop qwertyuiop123 starwars1 sunshine1 superman1 trustno1 w1234567 w12345678
    w123456789 welcome1 welcome123 wo123456 woaini00 woaini11 woaini520 woaini521 woaini1314 woaini1314520
    woaini5201314 wang1234 www12345 x1234567 xx123456 z1234567 z12345678 z123456789 zaq12wsx zaq1xsw2
    zhang123 zxc12345 zxc123456 zxcasdqwe zxcvbnm1 zxcvbnm123 zxcvbnmm zz123456 1q2w3e4r 1q2w3e4r5t
    1q2w3e4r5t6y 1qaz1qaz 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 2wsx3edc 3edc4rfv !qaz2wsx !qaz@wsx 1qaz@wsx
    我爱你一生一世 一二三四五六七八 密码密码密码密码
  `),
);

/** Words that make no password, alone or with a common ending: of computers, of love, of luck, of families, and ours. */
export const commonWords: readonly string[] = list(`
  password passwd pass admin administrator root guest user test login welcome letmein secret master server system
  windows computer internet office excel default changeme temp demo dragon monkey football baseball superman
  batman sunshine princess iloveyou loveyou lovely flower summer winter qwerty qwertyuiop asdf asdfgh asdfghjkl
  zxcv zxcvbn zxcvbnm qazwsx qweasd qweasdzxc abc abcd abcdef abc123 hello china beijing shanghai guangzhou
  shenzhen hangzhou zhongguo zhonghua
  woaini woaini1314 woaiwojia wodemima mima mima123 nihao nihaoma wobuzhidao laopo laogong baobao baobei
  xiaobao xiaoxiao mama baba mamababa jiayou facai gongxifacai facaidaji xinnian kuaile shengri dajiahao
  caishen zhaocai wangcai tianxia tiantian meimei gege didi jiejie laoban laobanniang kehu kehudangan dangan
  gongsi caiwu xiaoshou kuaiji yewu mendian dianpu shangdian kedang kedang123 keda
  zhang wang li liu chen yang huang zhao zhou wu xu sun zhu ma hu guo lin he gao liang zheng luo song xie
  tang han cao deng xiao feng zeng cheng cai peng pan yuan dong yu su ye lv wei jiang tian du ding shen
  zhangwei wangwei wangfang liwei lina zhangmin lijing wangjing liuwei wangxiuying zhangli lixiuying
  zhangjie wangyong liqiang liming xiaoming xiaohong xiaowang xiaoli xiaozhang
  qq weixin wechat taobao alipay zhifubao jingdong dingding
  5201314 1314520 5211314 584520 7758521 7758258 520520 1314 520 521 888888 666666 168168 123456 12345678
  密码 我的密码 管理员 客档 客户档案 客户 档案 老板 公司 财务 销售 会计 门店 恭喜发财 招财进宝 万事如意 我爱你 你好 中国
`);

/** What people put behind or before a word. */
export const commonEndings: ReadonlySet<string> = new Set(
  list(`
    0 1 2 3 4 5 6 7 8 9 00 01 07 08 09 10 11 12 13 18 20 21 22 23 66 68 69 77 86 88 99 000 001 007 100 101 110
    111 112 119 120 123 132 147 159 168 188 222 234 256 258 258 321 333 369 456 518 520 521 555 567 588 654 666 678
    688 777 789 868 886 888 898 987 998 999 0000 1111 1122 1212 1231 1234 1314 1688 2222 2580 3333 3344 4321
    5200 5201 5211 5555 5566 5678 5858 6666 6688 6789 6868 7777 7788 7890 8080 8686 8866 8888 8899 9527 9876
    9898 9999 12123 12321 12345 13145 54321 55555 66666 88888 99999 111111 112233 121212 123123 123321 123456
    131452 147258 159357 168168 222222 520131 520520 521521 654321 666666 666888 678910 789456 888666 888888
    987654 999999 1234567 1314520 5201314 5211314 7654321 7758258 7758521 12345678 87654321 123456789 987654321
    1234567890 520131 5201314520 a b c x z q aa ab abc abcd qwe asd zxc com net cn vip abc123 a123 123a 123abc 123qwe
    a1 a12 a123456 123456a 123.com
  `),
);
