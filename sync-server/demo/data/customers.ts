// Who gives the demo company its orders. All names are invented; so are the numbers.
import type { DocumentOf } from '#schemas/sync/collections.ts';

type Customer = DocumentOf<'customers'>;

interface Row {
  readonly code: string;
  readonly name: string;
  /** What people call it. */
  readonly shortName?: string;
  readonly type: string;
  readonly contact: string;
  readonly address?: string;
  /** Served by one outlet only. */
  readonly outlet?: string;
  readonly method: string;
  /** Day of the month on which it settles; none settles every order at once. */
  readonly day?: number;
}

const rows: readonly Row[] = [
  {
    code: 'anhe',
    name: '安和财产保险浙江分公司',
    shortName: '安和',
    type: 'insurer',
    contact: '钱经理',
    method: 'monthly',
    day: 25,
  },
  {
    code: 'hanhai',
    name: '瀚海财险杭州中心支公司',
    shortName: '瀚海',
    type: 'insurer',
    contact: '冯经理',
    method: 'insurer-direct',
    day: 20,
  },
  {
    code: 'tongzhou',
    name: '同舟车险浙江分公司',
    shortName: '同舟',
    type: 'insurer',
    contact: '褚经理',
    method: 'monthly',
    day: 10,
  },
  { code: 'tuan', name: '途安道路救援平台', type: 'platform', contact: '卫主管', method: 'transfer', day: 5 },
  {
    code: 'cheguanjia',
    name: '车小管服务平台',
    shortName: '车小管',
    type: 'platform',
    contact: '蒋主管',
    method: 'monthly',
    day: 15,
  },
  {
    code: 'yuanqi',
    name: '元启汽车4S店（石祥路店）',
    type: 'dealer',
    contact: '韩经理',
    address: '杭州市拱墅区石祥路杭州汽车城',
    outlet: 'outlet-gongshu',
    method: 'signed',
    day: 25,
  },
  {
    code: 'herui',
    name: '合瑞新能源汽车中心',
    type: 'dealer',
    contact: '杨经理',
    address: '杭州市西湖区古墩路1188号',
    outlet: 'outlet-gongshu',
    method: 'monthly',
    day: 25,
  },
  {
    code: 'dechi',
    name: '德驰汽车4S店（滨江店）',
    type: 'dealer',
    contact: '朱经理',
    address: '杭州市滨江区滨康路688号',
    outlet: 'outlet-binjiang',
    method: 'monthly',
    day: 28,
  },
  {
    code: 'kangqiao',
    name: '康桥老周汽修',
    type: 'garage',
    contact: '周师傅',
    address: '杭州市拱墅区康桥路218号',
    outlet: 'outlet-gongshu',
    method: 'signed',
  },
  {
    code: 'qianjiang',
    name: '江晖汽车维修厂',
    type: 'garage',
    contact: '秦厂长',
    address: '杭州市滨江区江晖路1958号',
    outlet: 'outlet-binjiang',
    method: 'transfer',
  },
  {
    code: 'yuexing',
    name: '悦行租车杭州分公司',
    type: 'rental',
    contact: '许经理',
    method: 'monthly',
    day: 20,
  },
  {
    code: 'zheyunda',
    name: '浙运达物流有限公司',
    type: 'logistics',
    contact: '吕调度',
    method: 'transfer',
    day: 10,
  },
  {
    code: 'yaoneng',
    name: '曜能汽车道路服务中心',
    type: 'maker',
    contact: '施主管',
    method: 'transfer',
    day: 5,
  },
  { code: 'yunlian', name: '云联银行车主权益', type: 'bank', contact: '孔主管', method: 'prepaid' },
  {
    code: 'chengbei',
    name: '城北道路清障中心',
    type: 'government',
    contact: '曹队长',
    method: 'transfer',
    day: 28,
  },
  { code: 'private', name: '个人散客', type: 'private', contact: '散客', method: 'cash' },
];

export const customers: readonly Customer[] = rows.map(document);

function document(row: Row, index: number): Customer {
  const { code, name, shortName, type, contact, address, outlet, method, day } = row;
  return {
    id: `customer-${code}`,
    name,
    ...(shortName && { shortName }),
    disabled: false,
    typeId: `customer-type-${type}`,
    contact: {
      name: contact,
      ...(type !== 'private' && { phone: `400-000-${String(1001 + index)}` }),
    },
    ...(address && { address }),
    outletIds: outlet ? [outlet] : [],
    settlement: {
      cycle: day === undefined ? 'per-order' : 'monthly',
      ...(day !== undefined && { day }),
      method: `settlement-${method}`,
    },
    needsConfirmation: type === 'insurer',
  };
}
