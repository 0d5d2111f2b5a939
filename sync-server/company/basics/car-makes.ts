// 汽車品牌與車型: what callers name most, each model with its kind of car. A company adds what it meets.
import type { Row } from './rows.ts';

type Kind = 'sedan' | 'suv' | 'electric' | 'mpv' | 'van' | 'low' | 'light-truck' | 'heavy-truck' | 'bus';
type Models = Partial<Record<Kind, string>>;

/** Models of one kind stand in one text, between blanks. */
const make = (code: string, name: string, taiwan: string, english: string, models: Models): Row => [
  code,
  name,
  taiwan,
  english,
  { models: Object.entries(models).flatMap(([kind, names]) => modelsOf(kind, names)) },
];

const modelsOf = (kind: string, names: string) =>
  names.split(' ').map((name) => ({ name: name.replaceAll('_', ' '), carModelId: `car-model-${kind}` }));

export const carMakes: readonly Row[] = [
  make('volkswagen', '大众', '福斯', 'Volkswagen', {
    sedan: '朗逸 速腾 帕萨特 迈腾 宝来 桑塔纳 捷达 高尔夫 POLO CC',
    suv: '途观L 途岳 探岳 探歌 途昂 T-ROC',
    electric: 'ID.3 ID.4 ID.6',
    mpv: '威然 途安L',
  }),
  make('toyota', '丰田', '豐田', 'Toyota', {
    sedan: '卡罗拉 雷凌 凯美瑞 亚洲龙 亚洲狮 致炫 威驰',
    suv: 'RAV4荣放 威兰达 汉兰达 锋兰达 普拉多 兰德酷路泽',
    electric: 'bZ3 bZ4X',
    mpv: '赛那 格瑞维亚 埃尔法',
  }),
  make('honda', '本田', '本田', 'Honda', {
    sedan: '思域 雅阁 型格 凌派 飞度 英诗派',
    suv: 'CR-V 皓影 XR-V 缤智 冠道 UR-V',
    mpv: '奥德赛 艾力绅',
  }),
  make('nissan', '日产', '日產', 'Nissan', {
    sedan: '轩逸 天籁 骐达 阳光',
    suv: '奇骏 逍客 楼兰 途达',
    electric: '艾睿雅',
  }),
  make('buick', '别克', '別克', 'Buick', {
    sedan: '英朗 威朗 君威 君越 凯越',
    suv: '昂科威 昂科拉 昂科旗',
    mpv: 'GL8 世纪',
    electric: '微蓝6 E5',
  }),
  make('chevrolet', '雪佛兰', '雪佛蘭', 'Chevrolet', {
    sedan: '科鲁泽 科沃兹 迈锐宝 科鲁兹',
    suv: '探界者 创酷 星迈罗 开拓者',
  }),
  make('ford', '福特', '福特', 'Ford', {
    sedan: '福克斯 蒙迪欧 金牛座 福睿斯',
    suv: '锐界 锐际 探险者 翼虎 领裕',
    low: '野马 Mustang',
    van: '全顺',
  }),
  make('hyundai', '现代', '現代', 'Hyundai', {
    sedan: '伊兰特 索纳塔 名图 领动 悦动',
    suv: '途胜 ix35 胜达',
    mpv: '库斯途',
  }),
  make('kia', '起亚', '起亞', 'Kia', { sedan: 'K3 K5 福瑞迪', suv: '智跑 狮铂 KX5', electric: 'EV5 EV6' }),
  make('mazda', '马自达', '馬自達', 'Mazda', {
    sedan: '昂克赛拉 阿特兹 马自达3',
    suv: 'CX-30 CX-4 CX-5 CX-50',
  }),
  make('mercedes', '奔驰', '賓士', 'Mercedes-Benz', {
    sedan: 'A级 C级 E级 S级 CLA 迈巴赫',
    suv: 'GLA GLB GLC GLE GLS G级',
    electric: 'EQA EQB EQC EQE EQS',
    mpv: 'V级 威霆',
    low: 'AMG_GT SLC',
  }),
  make('bmw', '宝马', '寶馬', 'BMW', {
    sedan: '1系 3系 5系 7系',
    suv: 'X1 X2 X3 X4 X5 X6 X7',
    electric: 'i3 i4 iX iX3',
    low: 'Z4 M4',
  }),
  make('audi', '奥迪', '奧迪', 'Audi', {
    sedan: 'A3 A4L A5 A6L A7L A8L',
    suv: 'Q2L Q3 Q5L Q7 Q8',
    electric: 'e-tron Q4_e-tron Q5_e-tron',
    low: 'TT R8',
  }),
  make('lexus', '雷克萨斯', '凌志', 'Lexus', { sedan: 'ES LS', suv: 'NX RX UX LX GX', mpv: 'LM' }),
  make('volvo', '沃尔沃', '富豪', 'Volvo', {
    sedan: 'S60 S90 V60',
    suv: 'XC40 XC60 XC90',
    electric: 'C40 EX30',
  }),
  make('cadillac', '凯迪拉克', '凱迪拉克', 'Cadillac', {
    sedan: 'CT4 CT5 CT6',
    suv: 'XT4 XT5 XT6',
    electric: '锐歌',
  }),
  make('land-rover', '路虎', '荒原路華', 'Land Rover', { suv: '发现 揽胜 极光 卫士 神行者' }),
  make('porsche', '保时捷', '保時捷', 'Porsche', {
    suv: '卡宴 Macan',
    sedan: '帕拉梅拉',
    low: '911 718',
    electric: 'Taycan',
  }),
  make('tesla', '特斯拉', '特斯拉', 'Tesla', { electric: 'Model_3 Model_Y Model_S Model_X' }),
  make('byd', '比亚迪', '比亞迪', 'BYD', {
    electric: '汉 秦PLUS 宋PLUS 唐 元PLUS 海豚 海鸥 海豹 驱逐舰05 宋L 元UP',
    sedan: 'F3 速锐',
    suv: 'S6 宋',
    mpv: '夏 宋MAX',
  }),
  make('geely', '吉利', '吉利', 'Geely', {
    sedan: '帝豪 星瑞 缤瑞 远景',
    suv: '博越 星越L 缤越 豪越',
    electric: '几何A 几何C 银河L7 银河E5',
  }),
  make('changan', '长安', '長安', 'Changan', {
    sedan: '逸动 UNI-V 悦翔 锐程',
    suv: 'CS35PLUS CS55PLUS CS75PLUS CS95 UNI-T UNI-K',
    electric: '深蓝SL03 深蓝S7 Lumin 启源A07',
    van: '星卡 睿行',
  }),
  make('haval', '哈弗', '哈弗', 'Haval', { suv: 'H6 H5 M6 大狗 初恋 神兽 枭龙' }),
  make('tank', '坦克', '坦克', 'Tank', { suv: '300 400 500 700' }),
  make('chery', '奇瑞', '奇瑞', 'Chery', {
    sedan: '艾瑞泽5 艾瑞泽8',
    suv: '瑞虎3 瑞虎5x 瑞虎7 瑞虎8 瑞虎9 欧萌达',
    electric: 'eQ1 小蚂蚁 QQ冰淇淋',
  }),
  make('wuling', '五菱', '五菱', 'Wuling', {
    van: '宏光 荣光 之光 征程',
    electric: '宏光MINIEV 缤果 星光',
    mpv: '凯捷 佳辰',
    suv: '星辰',
  }),
  make('baojun', '宝骏', '寶駿', 'Baojun', { suv: '510 530', electric: 'E100 KiWi 悦也 云朵', mpv: '730' }),
  make('trumpchi', '传祺', '傳祺', 'Trumpchi', { sedan: '影豹', suv: 'GS3 GS4 GS8', mpv: 'M6 M8' }),
  make('aion', '埃安', '埃安', 'Aion', { electric: 'AION_S AION_Y AION_V AION_LX' }),
  make('roewe', '荣威', '榮威', 'Roewe', { sedan: 'i5 i6', suv: 'RX5 RX9', electric: 'Ei5 D7' }),
  make('mg', '名爵', '名爵', 'MG', { sedan: 'MG5 MG6 MG7', suv: 'ZS HS', electric: 'MG4' }),
  make('hongqi', '红旗', '紅旗', 'Hongqi', {
    sedan: 'H5 H6 H7 H9',
    suv: 'HS3 HS5 HS7',
    electric: 'E-QM5 E-HS9',
  }),
  make('nio', '蔚来', '蔚來', 'NIO', { electric: 'ES6 ES8 EC6 ET5 ET7 EL6' }),
  make('xpeng', '小鹏', '小鵬', 'XPeng', { electric: 'P5 P7 G3 G6 G9 MONA_M03 X9' }),
  make('li-auto', '理想', '理想', 'Li Auto', { electric: 'L6 L7 L8 L9 ONE MEGA' }),
  make('zeekr', '极氪', '極氪', 'Zeekr', { electric: '001 007 009 X' }),
  make('aito', '问界', '問界', 'AITO', { electric: 'M5 M7 M8 M9' }),
  make('xiaomi', '小米', '小米', 'Xiaomi', { electric: 'SU7 YU7' }),
  make('leapmotor', '零跑', '零跑', 'Leapmotor', { electric: 'T03 C01 C10 C11 C16' }),
  make('jac', '江淮', '江淮', 'JAC', { 'light-truck': '帅铃 骏铃 康铃', mpv: '瑞风', suv: '思皓X8' }),
  make('foton', '福田', '福田', 'Foton', {
    'light-truck': '时代 奥铃 欧马可 祥菱',
    'heavy-truck': '欧曼',
    van: '风景 图雅诺',
  }),
  make('jmc', '江铃', '江鈴', 'JMC', { 'light-truck': '凯运 顺达', van: '特顺', suv: '域虎 宝典' }),
  make('isuzu', '五十铃', '五十鈴', 'Isuzu', { 'light-truck': '庆铃 100P KV100', 'heavy-truck': '巨咖' }),
  make('faw', '解放', '解放', 'FAW Jiefang', { 'heavy-truck': 'J6P J7 JH6', 'light-truck': '虎V J6F' }),
  make('dongfeng', '东风', '東風', 'Dongfeng', {
    'heavy-truck': '天龙 天锦 柳汽乘龙',
    'light-truck': '多利卡 凯普特',
    van: '小康K07 小康C36',
  }),
  make('sinotruk', '重汽', '重汽', 'Sinotruk', { 'heavy-truck': '豪沃 汕德卡 斯太尔' }),
  make('shacman', '陕汽', '陝汽', 'Shacman', { 'heavy-truck': '德龙X3000 德龙X5000' }),
  make('yutong', '宇通', '宇通', 'Yutong', { bus: 'ZK6 E12 T7' }),
  make('kinglong', '金龙', '金龍', 'King Long', { bus: '龙威 凯歌 海格' }),
];
