// Cars that break down, what is wrong with them, and what their owners are called.

export interface CarKind {
  readonly model: string;
  readonly electric: boolean;
}

const burning = [
  '大众朗逸',
  '丰田卡罗拉',
  '日产轩逸',
  '别克君威',
  '奥迪A4L',
  '宝马3系',
  '本田CR-V',
  '哈弗H6',
  '奔驰C级',
];
const electric = ['特斯拉Model 3', '比亚迪秦PLUS EV', '小鹏P7', '蔚来ES6', '理想L7', '极氪001'];

export const carKinds: readonly CarKind[] = [
  ...burning.map((model) => ({ model, electric: false })),
  ...electric.map((model) => ({ model, electric: true })),
];

export const colors = ['白色', '黑色', '银灰', '红色', '深蓝', '香槟金'] as const;

export const surnames = [...'赵钱孙李周吴郑王冯陈沈韩杨朱秦许何吕张孔曹严金魏陶姜戚谢邹喻'];

/** By code of the service. */
export const faults: Readonly<Record<string, readonly string[]>> = {
  tow: ['发动机故障灯亮，无法行驶', '变速箱挂不上挡', '水温过高，已停车', '动力系统报警，无法行驶'],
  'jump-start': ['亏电，无法启动', '忘关大灯，蓄电池没电', '停放半个月，打不着火'],
  'tyre-change': ['右前轮被钉子扎破', '左后轮鼓包漏气', '爆胎，备胎在后备箱'],
  'accident-tow': ['追尾事故，前脸受损，水箱漏液', '侧面碰撞，前轮变形', '撞护栏，气囊弹出'],
  'basement-tow': ['车库负二层，挂不上空挡', '地库内无法启动，限高2.2米', '电子手刹锁死'],
  fuel: ['油表见底，已熄火', '燃油耗尽，停在应急车道'],
  battery: ['电瓶老化，多次搭电', '电瓶鼓包，需更换'],
  lockout: ['钥匙锁在车内', '遥控失灵，车门打不开'],
  inflation: ['胎压低报警', '右后轮慢撒气'],
  recovery: ['车轮陷入路边沟内', '泥地打滑，无法驶出', '底盘托住，无法移动'],
  'on-site-repair': ['皮带断裂', '保险丝熔断，灯光全灭'],
  'ev-charging': ['电量耗尽，停在路边', '剩余电量2%，附近充电桩故障'],
  'crane-lift': ['车辆翻入绿化带，需吊装'],
  'motorcycle-rescue': ['摩托车链条断裂'],
};
