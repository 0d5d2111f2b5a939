// Vehicles as a sheet says them.
import { normalPlate } from '#schemas/fleet/plate.ts';
import { day, oneOf, plate, text, wholeNumber } from '../import/cells.ts';
import type { ImportKind, Texts } from '../import/kind.ts';
import { named, severalNamed } from '../import/reference-cells.ts';

const any = { all: ['不限', '不限', 'All'] satisfies Texts } as const;
const several = (zhCN: string, zhTW: string, en: string): Texts => [
  `${zhCN}，多个用顿号分隔，留空为不限`,
  `${zhTW}，多個以頓號分隔，留空為不限`,
  `${en}, separated by commas; empty for all`,
];

export const vehicleImport: ImportKind = {
  collection: 'vehicles',
  href: '/vehicles',
  identity: { column: 'plate', normal: normalPlate },
  blank: {
    ...{ name: '', disabled: false, state: 'available', positionSource: 'phone' },
    ...{ driverIds: [], carModelIds: [], roadConditionIds: [], serviceIds: [], equipmentIds: [] },
  },
  finish: (draft) => ({ ...draft, name: draft['plate'] }),
  columns: [
    {
      ...plate,
      key: 'plate',
      labels: ['车牌', '車牌', 'Plate'],
      synonyms: [
        '车牌号',
        '车牌号码',
        '車牌號',
        '車牌號碼',
        '牌照',
        '号牌',
        '號牌',
        '车号',
        'plate number',
        'licence plate',
      ],
      required: true,
      example: '浙A12345',
    },
    {
      ...named('vehicle-type', ['车辆类型的名称', '車輛類型的名稱', 'Name of a vehicle type']),
      key: 'typeId',
      labels: ['车辆类型', '車輛類型', 'Vehicle type'],
      synonyms: ['类型', '類型', '车辆类别', '救援车类型', 'type'],
      required: true,
      example: '平板拖车',
    },
    {
      ...named('outlets', ['网点名称', '網點名稱', 'Name of an outlet']),
      key: 'outletId',
      labels: ['网点', '網點', 'Outlet'],
      synonyms: ['所属网点', '所屬網點', '所在网点', '站点', '所属站点'],
      required: true,
      example: '杭州城西站',
    },
    {
      ...oneOf([
        [
          'available',
          { texts: ['可用', '可用', 'Available'], synonyms: ['空闲', '空閒', '正常', '在用', 'free'] },
        ],
        ['busy', { texts: ['忙碌', '忙碌', 'Busy'], synonyms: ['任务中', '任務中'] }],
        ['off', { texts: ['停用中', '停用中', 'Off'], synonyms: ['停用', '停运', '停運'] }],
        ['in-repair', { texts: ['维修中', '維修中', 'In repair'], synonyms: ['维修', '維修', '修理'] }],
      ]),
      key: 'state',
      labels: ['状态', '狀態', 'State'],
      synonyms: ['车辆状态', '車輛狀態', 'status'],
      example: '可用',
    },
    {
      ...severalNamed('drivers', [
        '司机姓名或用户名，多个用顿号分隔',
        '司機姓名或使用者名稱，多個以頓號分隔',
        'Drivers by name or user name, separated by commas',
      ]),
      key: 'driverIds',
      labels: ['司机', '司機', 'Drivers'],
      synonyms: ['驾驶员', '駕駛員', '司机姓名', '随车司机', 'driver'],
      example: '张师傅、李师傅',
    },
    {
      ...severalNamed('service', several('服务名称', '服務名稱', 'Services'), any),
      key: 'serviceIds',
      labels: ['服务', '服務', 'Services'],
      synonyms: ['服务项目', '服務項目', '支持服务', '可做服务', 'service'],
      example: '拖车牵引、搭电',
    },
    {
      ...severalNamed('car-model', several('可救援的车型', '可救援的車型', 'Cars'), any),
      key: 'carModelIds',
      labels: ['车型', '車型', 'Cars'],
      synonyms: ['可救援车型', '可救援車型', 'Cars it can take', '支持车型', '可救车型', '支援車型'],
      example: '轿车、SUV',
    },
    {
      ...severalNamed('road-condition', several('路况名称', '路況名稱', 'Roads'), any),
      key: 'roadConditionIds',
      labels: ['路况', '路況', 'Roads'],
      synonyms: ['支持路况', '支援路況', '道路条件'],
      example: '路面、高速',
    },
    {
      ...severalNamed('equipment', [
        '设备器材，多个用顿号分隔',
        '設備器材，多個以頓號分隔',
        'Equipment, separated by commas',
      ]),
      key: 'equipmentIds',
      labels: ['设备器材', '設備器材', 'Equipment'],
      synonyms: ['设备', '設備', '器材', '随车设备', '装备'],
      example: '',
    },
    {
      ...text(60),
      key: 'model',
      labels: ['厂牌型号', '廠牌型號', 'Make and model'],
      synonyms: ['品牌型号', '车辆型号', '型号', '型號', '品牌', 'model'],
      example: '江淮帅铃',
    },
    {
      ...wholeNumber({
        least: 0,
        most: 200_000,
        units: { kg: 1, 公斤: 1, 千克: 1, 吨: 1000, 噸: 1000, t: 1000 },
      }),
      key: 'maxLoadKg',
      labels: ['最大载重（kg）', '最大載重（kg）', 'Maximum load (kg)'],
      synonyms: ['最大载重', '最大載重', '载重', '載重', '核定载质量', '吨位', 'load'],
      example: '5000',
    },
    {
      ...oneOf([
        ['blue', { texts: ['蓝牌', '藍牌', 'Blue'], synonyms: ['蓝', '藍', '蓝色'] }],
        ['yellow', { texts: ['黄牌', '黃牌', 'Yellow'], synonyms: ['黄', '黃', '黄色'] }],
        ['green', { texts: ['绿牌', '綠牌', 'Green'], synonyms: ['绿', '綠', '绿色'] }],
        ['yellow-green', { texts: ['黄绿牌', '黃綠牌', 'Yellow-green'], synonyms: ['黄绿', '黃綠'] }],
        ['white', { texts: ['白牌', '白牌', 'White'], synonyms: ['白', '白色'] }],
        ['black', { texts: ['黑牌', '黑牌', 'Black'], synonyms: ['黑', '黑色'] }],
      ]),
      key: 'plateColor',
      labels: ['车牌颜色', '車牌顏色', 'Plate colour'],
      synonyms: ['号牌颜色', '牌照颜色', '號牌顏色', 'plate color'],
      example: '蓝牌',
    },
    {
      ...oneOf([
        ['phone', { texts: ['司机手机', '司機手機', "Driver's phone"], synonyms: ['手机', '手機', 'phone'] }],
        [
          'device',
          {
            texts: ['车载设备', '車載設備', 'Device in the vehicle'],
            synonyms: ['GPS', '车载', '设备', 'device'],
          },
        ],
        ['none', { texts: ['无', '無', 'None'] }],
      ]),
      key: 'positionSource',
      labels: ['定位来源', '定位來源', 'Position from'],
      synonyms: ['定位方式', '定位'],
      example: '司机手机',
    },
    {
      ...day,
      key: 'insuranceExpiresOn',
      labels: ['保险到期日', '保險到期日', 'Insured until'],
      synonyms: ['保险到期', '保险有效期', '保险截止日', '保險到期', '交强险到期日'],
      example: '2027-05-31',
    },
    {
      ...day,
      key: 'inspectionExpiresOn',
      labels: ['年检到期日', '年檢到期日', 'Inspected until'],
      synonyms: ['年检到期', '年检有效期', '检验有效期', '年審到期日', '年审到期日', '驗車到期日'],
      example: '2027-08-31',
    },
    {
      ...text(500),
      key: 'note',
      labels: ['备注', '備註', 'Note'],
      synonyms: ['说明', '附注', 'remark', 'notes'],
      example: '',
    },
  ],
};
