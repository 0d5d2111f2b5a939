// The words of the page where a company sets up its SMS gateway.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '短信通道',
  description: '发给客户和司机的短信从这里选定的服务商发出。',
  gateway: '服务商',
  gateways: {
    log: '不发送（只写日志）',
    aliyun: '阿里云短信',
    tencent: '腾讯云短信',
    http: '自有 HTTP 接口',
  },
  gatewayHints: {
    log: '订单里显示为已发送，实际只写进服务器日志，适合试用。',
    aliyun: '在阿里云“访问控制 RAM”建立只有短信权限的 AccessKey。',
    tencent: '在腾讯云“访问管理 CAM”建立只有短信权限的密钥。',
    http: '每条短信以 JSON 发到您的接口，由它交给任意服务商。',
  },
  fields: {
    accessKeyId: 'AccessKey ID',
    accessKeySecret: 'AccessKey Secret',
    signName: '短信签名',
    secretId: 'SecretId',
    secretKey: 'SecretKey',
    sdkAppId: 'SDK AppID',
    url: '接口地址',
    token: '令牌',
  },
  fieldHints: {
    accessKeyId: undefined,
    accessKeySecret: undefined,
    signName: '已通过审核的签名，不含【】',
    secretId: undefined,
    secretKey: undefined,
    sdkAppId: '短信控制台“应用列表”里的编号',
    url: '公网 https 地址',
    token: '放在 Authorization: Bearer 里；换了地址要重新填写',
  },
  secretStays: '已保存，留空则不变',
  needed: '请填写',
  badUrl: '须为公网 https 地址',
  saved: '已保存，之后的短信从这里发出',
  offlineHint: '要连上服务器才能查看和修改。',
  loggedOnly: '目前短信不会真正发出，只写进服务器日志。',
  atProvider: '在服务商那边还要做的',
  templates: '把短信模板提交审核，通过后把编号填到“基础数据 → 短信模板”的“服务商模板编号”。',
  receipt: '把状态报告的推送地址设为下面这个，订单里才会显示是否送达：',
};

export type SmsGatewayStrings = Strings<typeof zhCN>;

export const smsGatewayStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
