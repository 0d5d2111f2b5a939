// The words of the page where a company sets up its SMS gateway.
import type { SmsGatewayStrings } from './strings.ts';

export default {
  title: 'SMS gateway',
  description: 'Messages to customers and drivers go out through the provider that is chosen here.',
  gateway: 'Provider',
  gateways: {
    log: 'None (only into the log)',
    aliyun: 'Alibaba Cloud SMS',
    tencent: 'Tencent Cloud SMS',
    http: 'HTTP service of your own',
  },
  gatewayHints: {
    log: 'An order shows its messages as sent; they only go into the server’s log. For trying things out.',
    aliyun: 'Make an AccessKey in Alibaba Cloud RAM that may send SMS and nothing else.',
    tencent: 'Make a key in Tencent Cloud CAM that may send SMS and nothing else.',
    http: 'Each message goes to your service as JSON, which hands it to any provider.',
  },
  fields: {
    accessKeyId: 'AccessKey ID',
    accessKeySecret: 'AccessKey secret',
    signName: 'Signature',
    secretId: 'SecretId',
    secretKey: 'SecretKey',
    sdkAppId: 'SDK AppID',
    url: 'Address',
    token: 'Token',
  },
  fieldHints: {
    accessKeyId: undefined,
    accessKeySecret: undefined,
    signName: 'One that is approved, without its brackets 【】',
    secretId: undefined,
    secretKey: undefined,
    sdkAppId: 'From the list of applications in the SMS console',
    url: 'A public https address',
    token: 'Goes out as Authorization: Bearer; enter it again with another address',
  },
  secretStays: 'Saved; leave empty to keep it',
  needed: 'Please fill this in',
  badUrl: 'It has to be a public https address',
  saved: 'Saved; messages go out through it from now on',
  offlineHint: 'It can be seen and changed only with a connection to the server.',
  loggedOnly: 'No message is really sent now: they only go into the server’s log.',
  atProvider: 'What is left to do at the provider',
  templates:
    'Have the templates approved there, then enter their numbers under Lists → SMS templates, as “Template code at the provider”.',
  receipt: 'Have delivery reports pushed to this address, so that orders show whether a message arrived:',
} satisfies SmsGatewayStrings;
