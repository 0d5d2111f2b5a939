// What others would try first: the words and habits that lead every published list of stolen passwords, those of
// Chinese users among them. What consists of digits, of a repetition or of a run of keys is found by rule instead.

const words = `
  password passwort passw0rd p@ssw0rd p@ssword pa55word pass1234 password1 passwords mypassword
  qwerty qwerty123 qwer1234 qwert1234 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 q1w2e3r4 qazwsx qazwsxedc qweasd qweasdzxc
  asdf1234 asdfasdf zaq12wsx zxcvbnm zxcv1234 a1b2c3d4 aa123456 aaa111 abc123 abc12345 abcd1234 a123456 a1234567
  admin administrator adminadmin root toor system superuser manager guest login user test tester testing default
  changeme letmein welcome welcome1 hello helloworld iloveyou lovely loveme princess sunshine football baseball
  basketball superman batman spiderman dragon monkey shadow master michael jordan charlie jennifer jessica ashley
  daniel andrew joshua matthew pokemon starwars whatever trustno1 freedom flower cheese computer internet samsung
  google microsoft facebook huawei xiaomi alibaba taobao tencent wechat weixin android iphone
  woaini woaini1314 woaini520 woaini521 woaiwojia woaiwoziji iloveyou1314 iloveyou520 wo5201314 love1314 love520
  5201314a 5201314abc a5201314 1314520a qq123456 qq5201314 wang1234 zhang123 li123456 aini1314 nihao nihao123
  nishiwode nishizhu woshishui woshini wodemima mima1234 xiaoxiao tianxia zhongguo china beijing shanghai
  guangzhou shenzhen hangzhou hangzhou123 haohaoxuexi laopo520 laogong520 baobao yuanyuan
  towline towline-demo rescue rescue110 jiuyuan daolujiuyuan tuoche diaodu siji dispatcher driver finance operator clerk
  secret secret1 letmein1 access access14 master123 qwerty12 asdfghjkl zxcvbnm1 passpass
`;

/** In small letters. */
export const commonPasswords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
