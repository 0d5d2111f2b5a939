// The words of the frame around every page.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  brand: 'Towline',
  orders: '订单看板',
  newOrder: '新建订单',
  jobs: '我的任务',
  finance: '财务',
  sync: '同步',
  live: '已同步',
  catchingUp: '正在同步',
  starting: '正在连接',
  offline: '离线',
  unreachable: '连不上服务器',
  signedOut: '登录已失效',
  updateNeeded: '需要更新',
  storageFailed: '存储出错',
  unsent: (count: number) => `${count} 项未发送`,
  refused: (count: number) => `${count} 项被拒绝`,
  offlineBanner: '当前离线。可以照常工作，恢复网络后自动发送。',
  unreachableBanner: '暂时连不上服务器，正在重试。可以照常工作。',
  signedOutTitle: '登录已失效',
  signedOutBanner: '您录入的内容都保存在本机，重新登录后继续发送。',
  signInAgain: '重新登录',
  updateReady: '新版本已就绪。',
  updateNeededBanner: '服务器已升级，请更新后继续同步；未发送的内容不会丢失。',
  update: '更新',
  storageTitle: '本机存储写入失败',
  storageBanner: '同步已暂停。请清理设备空间后重试。',
  retry: '重试',
  openFailed: '无法打开本机数据',
  openFailedHint: '浏览器没有提供存储空间：请关闭无痕模式，或清理设备空间后重试。',
  pageFailed: '页面无法显示',
  pageFailedHint: '您录入的内容都已保存在本机。',
  reload: '重新加载',
  notFound: '没有这个页面',
  toStart: '返回首页',
};

export type AppStrings = Strings<typeof zhCN>;

export const appStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
