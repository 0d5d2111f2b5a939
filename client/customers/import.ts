// Customers as a sheet says them. Rates are no part of it: they are agreed one by one.
import { oneOf, phone, text, wholeNumber, yesNo } from '../import/cells.ts';
import type { CellProblem, ImportKind } from '../import/kind.ts';
import { fold } from '../import/near.ts';
import { valueAt } from '../import/kind.ts';
import { named, severalNamed } from '../import/reference-cells.ts';

export const customerImport: ImportKind = {
  collection: 'customers',
  href: '/customers',
  identity: { column: 'name', normal: fold },
  blank: {
    disabled: false,
    outletIds: [],
    contact: { name: '' },
    settlement: { cycle: 'per-order' },
    needsConfirmation: false,
  },
  columns: [
    {
      ...text(120),
      key: 'name',
      labels: ['客户名称', '客戶名稱', 'Customer name'],
      synonyms: [
        '客户',
        '客戶',
        '客户全称',
        '公司名称',
        '单位名称',
        '單位名稱',
        '名称',
        '名稱',
        'customer',
        'name',
      ],
      required: true,
      example: '平安财险杭州分公司',
    },
    {
      ...text(40),
      key: 'shortName',
      labels: ['简称', '簡稱', 'Short name'],
      synonyms: ['客户简称', '客戶簡稱'],
      example: '平安杭州',
    },
    {
      ...named('customer-type', ['客户类型的名称', '客戶類型的名稱', 'Name of a customer type']),
      key: 'typeId',
      labels: ['客户类型', '客戶類型', 'Customer type'],
      synonyms: ['类型', '類型', '客户类别', '类别', '客户性质', 'type'],
      required: true,
      example: '保险公司',
    },
    {
      ...severalNamed(
        'outlets',
        [
          '网点名称，多个用顿号分隔，留空为全部',
          '網點名稱，多個以頓號分隔，留空為全部',
          'Outlets, separated by commas; empty for all',
        ],
        { all: ['全部网点', '全部網點', 'All outlets'] },
      ),
      key: 'outletIds',
      labels: ['所属网点', '所屬網點', 'Outlets'],
      synonyms: ['网点', '網點', '服务网点', '所属区域', 'outlet'],
      example: '杭州城西站',
    },
    {
      ...text(60),
      key: 'contact.name',
      labels: ['联系人', '聯絡人', 'Contact'],
      synonyms: ['联系人姓名', '聯繫人', '聯絡人姓名', '客户联系人', '对接人', 'contact name'],
      example: '王经理',
    },
    {
      ...phone,
      key: 'contact.phone',
      labels: ['联系电话', '聯絡電話', 'Phone'],
      synonyms: [
        '电话',
        '電話',
        '手机',
        '手機',
        '手机号',
        '联系方式',
        '联系人电话',
        '聯絡人電話',
        '聯繫電話',
        'tel',
        'mobile',
      ],
      example: '13800138000',
    },
    {
      ...text(200),
      key: 'address',
      labels: ['地址', '地址', 'Address'],
      synonyms: ['客户地址', '客戶地址', '联系地址', '通讯地址'],
      example: '杭州市西湖区文三路 90 号',
    },
    {
      ...oneOf([
        [
          'per-order',
          { texts: ['按单结算', '按單結算', 'Per order'], synonyms: ['按单', '单结', '現結', '现结'] },
        ],
        ['monthly', { texts: ['月结', '月結', 'Monthly'], synonyms: ['按月', '按月结算'] }],
      ]),
      key: 'settlement.cycle',
      labels: ['结算周期', '結算週期', 'Settlement'],
      synonyms: ['结算方式', '結算方式', '结算', '账期'],
      example: '月结',
    },
    {
      ...wholeNumber({ least: 1, most: 28, units: { 日: 1, 号: 1, 號: 1 } }),
      key: 'settlement.day',
      labels: ['结算日', '結算日', 'Day of the month'],
      synonyms: ['每月结算日', '月结日', '账单日', 'settlement day'],
      example: '25',
    },
    {
      ...named('settlement-method', ['入账方式的名称', '入帳方式的名稱', 'Name of a settlement method']),
      key: 'settlement.method',
      labels: ['入账方式', '入帳方式', 'Method'],
      synonyms: ['付款方式', '收款方式', '支付方式', 'payment method'],
      example: '银行转账',
    },
    {
      ...yesNo,
      key: 'needsConfirmation',
      labels: ['结果需第三方确认', '結果需第三方確認', 'Results need confirmation'],
      synonyms: ['结果确认', '需要确认', '第三方确认', '是否需确认'],
      example: '是',
    },
    {
      ...wholeNumber({ least: 1, most: 720, units: { 小时: 1, 小時: 1, h: 1, 天: 24 } }),
      key: 'confirmWithinHours',
      labels: ['确认时限（小时）', '確認時限（小時）', 'Confirm within (hours)'],
      synonyms: ['确认时限', '確認時限'],
      example: '24',
    },
    {
      ...text(120),
      key: 'invoice.title',
      labels: ['发票抬头', '發票抬頭', 'Invoice to'],
      synonyms: ['开票抬头', '开票名称', '抬头'],
      example: '中国平安财产保险股份有限公司',
    },
    {
      ...text(30),
      key: 'invoice.taxNumber',
      labels: ['税号', '稅號', 'Tax number'],
      synonyms: ['纳税人识别号', '统一社会信用代码', '統一編號', '信用代码'],
      example: '91330100MA2XXXXX0X',
    },
    {
      ...text(500),
      key: 'note',
      labels: ['备注', '備註', 'Note'],
      synonyms: ['说明', '附注', 'remark', 'notes'],
      example: '',
    },
  ],
  problems: (draft): Readonly<Record<string, CellProblem>> => {
    const missing: CellProblem = { kind: 'missing' };
    const isMonthly = valueAt(draft, 'settlement.cycle') === 'monthly';
    const hasInvoice = valueAt(draft, 'invoice') !== undefined;
    return {
      ...(isMonthly && valueAt(draft, 'settlement.day') === undefined && { 'settlement.day': missing }),
      ...(hasInvoice && !valueAt(draft, 'invoice.title') && { 'invoice.title': missing }),
    };
  },
};
