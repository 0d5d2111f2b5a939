// 車型, 路況 and 客戶類型.
import type { Row } from './rows.ts';

export const carModels: readonly Row[] = [
  ['sedan', '轿车', '轎車', 'Saloon'],
  ['suv', 'SUV', 'SUV', 'SUV'],
  ['electric', '新能源车', '新能源車', 'Electric car'],
  ['mpv', 'MPV', 'MPV', 'MPV'],
  ['van', '面包车', '麵包車', 'Van'],
  ['low', '低底盘跑车', '低底盤跑車', 'Low sports car'],
  ['light-truck', '轻卡', '輕型卡車', 'Light truck'],
  ['medium-truck', '中卡', '中型卡車', 'Medium truck'],
  ['heavy-truck', '重卡', '重型卡車', 'Heavy truck'],
  ['bus', '客车', '客車', 'Bus'],
  ['motorcycle', '摩托车', '機車', 'Motorcycle'],
];

export const roadConditions: readonly Row[] = [
  ['road', '路面', '路面', 'Road'],
  ['parking', '停车场', '停車場', 'Car park'],
  ['basement', '地下车库', '地下車庫', 'Basement car park'],
  ['highway', '高速', '高速公路', 'Motorway'],
  ['elevated', '高架', '高架', 'Elevated road'],
  ['multi-storey', '高层车库', '高層車庫', 'Multi-storey car park'],
  ['tunnel', '隧道', '隧道', 'Tunnel'],
  ['narrow', '窄路', '窄路', 'Narrow lane'],
  ['low-clearance', '限高', '限高', 'Low clearance'],
  ['mountain', '山路', '山路', 'Mountain road'],
  ['ditch', '沟渠', '溝渠', 'Ditch'],
  ['mud', '泥地', '泥地', 'Mud'],
  ['field', '田野', '田野', 'Field'],
  ['forest', '山林', '山林', 'Forest'],
  ['water', '涉水', '涉水', 'Flooded road'],
  ['snow', '冰雪', '冰雪', 'Snow and ice'],
];

export const customerTypes: readonly Row[] = [
  ['insurer', '保险公司', '保險公司', 'Insurer'],
  ['platform', '救援平台', '救援平台', 'Rescue platform'],
  ['dealer', '4S店', '4S店', 'Car dealer'],
  ['garage', '修理厂', '修理廠', 'Garage'],
  ['private', '个人', '個人', 'Private person'],
  ['rental', '租赁公司', '租賃公司', 'Rental company'],
  ['logistics', '物流公司', '物流公司', 'Logistics company'],
  ['maker', '车厂', '車廠', 'Car maker'],
  ['bank', '银行权益', '銀行權益', 'Bank benefits'],
  ['dispatcher', '网派商', '網派商', 'Online dispatcher'],
  ['government', '交警与政府', '交警與政府', 'Police and government'],
];
