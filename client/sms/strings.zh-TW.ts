// The words of the page where a company sets up its SMS gateway.
import type { SmsGatewayStrings } from './strings.ts';

export default {
  title: '簡訊通道',
  description: '發給客戶和司機的簡訊從這裡選定的服務商發出。',
  gateway: '服務商',
  gateways: {
    log: '不發送（只寫日誌）',
    aliyun: '阿里雲簡訊',
    tencent: '騰訊雲簡訊',
    http: '自有 HTTP 介面',
  },
  gatewayHints: {
    log: '訂單裡顯示為已發送，實際只寫進伺服器日誌，適合試用。',
    aliyun: '在阿里雲「訪問控制 RAM」建立只有簡訊權限的 AccessKey。',
    tencent: '在騰訊雲「訪問管理 CAM」建立只有簡訊權限的金鑰。',
    http: '每則簡訊以 JSON 發到您的介面，由它交給任意服務商。',
  },
  fields: {
    accessKeyId: 'AccessKey ID',
    accessKeySecret: 'AccessKey Secret',
    signName: '簡訊簽名',
    secretId: 'SecretId',
    secretKey: 'SecretKey',
    sdkAppId: 'SDK AppID',
    url: '介面位址',
    token: '令牌',
  },
  fieldHints: {
    accessKeyId: undefined,
    accessKeySecret: undefined,
    signName: '已通過審核的簽名，不含【】',
    secretId: undefined,
    secretKey: undefined,
    sdkAppId: '簡訊控制台「應用列表」裡的編號',
    url: '公網 https 位址',
    token: '放在 Authorization: Bearer 裡；換了位址要重新填寫',
  },
  secretStays: '已儲存，留空則不變',
  needed: '請填寫',
  badUrl: '須為公網 https 位址',
  saved: '已儲存，之後的簡訊從這裡發出',
  offlineHint: '要連上伺服器才能查看和修改。',
  loggedOnly: '目前簡訊不會真正發出，只寫進伺服器日誌。',
  atProvider: '在服務商那邊還要做的',
  templates: '把簡訊範本提交審核，通過後把編號填到「基礎資料 → 簡訊範本」的「服務商範本編號」。',
  receipt: '把狀態報告的推送位址設為下面這個，訂單裡才會顯示是否送達：',
} satisfies SmsGatewayStrings;
