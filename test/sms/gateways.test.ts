// Each gateway keeps the contract, and speaks its own language.
import { expect, test } from 'vitest';
import { gatewayContract, outgoing } from './contract.ts';
import { aliyunGateway, signature } from '../../sync-server/sms/aliyun.ts';
import { httpGateway } from '../../sync-server/sms/http.ts';
import { logGateway } from '../../sync-server/sms/log.ts';
import { authorization, tencentGateway } from '../../sync-server/sms/tencent.ts';
import { withFormerSecrets, withoutSecrets } from '#schemas/sms/settings.ts';

const now = new Date('2026-03-01T08:00:00Z');
const clock = () => now;

gatewayContract({
  name: 'aliyun',
  open: (send) =>
    aliyunGateway({
      settings: { gateway: 'aliyun', accessKeyId: 'key', accessKeySecret: 'secret', signName: '救援' },
      ...{ send, clock, nonce: () => 'nonce-1' },
    }),
  remote: {
    accepts: JSON.stringify({ Message: 'OK', RequestId: 'r', BizId: 'provider-1', Code: 'OK' }),
    rejects: {
      body: JSON.stringify({ Message: '触发流控', RequestId: 'r', Code: 'isv.BUSINESS_LIMIT_CONTROL' }),
      code: 'isv.BUSINESS_LIMIT_CONTROL',
    },
    asks: ({ url, method, body }) => {
      expect({ url, method }).toEqual({ url: 'https://dysmsapi.aliyuncs.com/', method: 'POST' });
      const { Signature, ...params } = Object.fromEntries(new URLSearchParams(body));
      expect(params).toMatchObject({
        ...{ Action: 'SendSms', PhoneNumbers: '13900000000', SignName: '救援', TemplateCode: 'SMS_1' },
        ...{ OutId: 'message-1', Timestamp: '2026-03-01T08:00:00Z', SignatureNonce: 'nonce-1' },
        TemplateParam: '{"vehicle":"浙A12345","link":"https://towline.test/r/x"}',
      });
      expect(Signature).toBe(signature('POST', params, 'secret'));
    },
  },
  receipts: JSON.stringify([
    { phone_number: '139', success: true, err_code: 'DELIVERED', biz_id: 'provider-1', out_id: 'message-1' },
    { phone_number: '139', success: false, err_code: 'MOBILE_NOT_ON_SERVICE', biz_id: 'provider-2' },
  ]),
  code: 'MOBILE_NOT_ON_SERVICE',
  reply: { code: 0, msg: '接收成功' },
});

gatewayContract({
  name: 'tencent',
  open: (send) =>
    tencentGateway({
      settings: { gateway: 'tencent', secretId: 'id', secretKey: 'key', sdkAppId: '1400', signName: '救援' },
      ...{ send, clock },
    }),
  remote: {
    accepts: JSON.stringify({
      Response: { SendStatusSet: [{ SerialNo: 'provider-1', Code: 'Ok', Message: 'send success' }] },
    }),
    rejects: {
      body: JSON.stringify({
        Response: { SendStatusSet: [{ SerialNo: '', Code: 'LimitExceeded.PhoneNumberDailyLimit' }] },
      }),
      code: 'LimitExceeded.PhoneNumberDailyLimit',
    },
    asks: ({ url, headers, body = '' }) => {
      expect(url).toBe('https://sms.tencentcloudapi.com/');
      expect(JSON.parse(body)).toEqual({
        ...{ PhoneNumberSet: ['+8613900000000'], SmsSdkAppId: '1400', SignName: '救援', TemplateId: 'SMS_1' },
        ...{ TemplateParamSet: ['浙A12345', 'https://towline.test/r/x'], SessionContext: 'message-1' },
      });
      const timestamp = now.getTime() / 1000;
      expect(headers).toMatchObject({
        'x-tc-action': 'SendSms',
        'x-tc-version': '2021-01-11',
        'x-tc-timestamp': String(timestamp),
        authorization: authorization({
          ...{ secretId: 'id', secretKey: 'key', service: 'sms', timestamp, body },
          host: 'sms.tencentcloudapi.com',
        }),
      });
    },
  },
  receipts: JSON.stringify([
    { mobile: '139', report_status: 'SUCCESS', errmsg: 'DELIVRD', description: '', sid: 'provider-1' },
    { mobile: '139', report_status: 'FAIL', errmsg: 'MK:1008', description: '空号', sid: 'provider-2' },
  ]),
  code: 'MK:1008',
  reply: { result: 0, errmsg: 'OK' },
});

gatewayContract({
  name: 'http',
  open: (send) => httpGateway({ gateway: 'http', url: 'https://sms.example.com/send', token: 'token' }, send),
  remote: {
    accepts: '{"status":"accepted","id":"provider-1"}',
    rejects: { body: '{"status":"rejected","code":"blocked"}', code: 'blocked' },
    asks: ({ url, headers, body }) => {
      expect(url).toBe('https://sms.example.com/send');
      expect(headers['authorization']).toBe('Bearer token');
      expect(JSON.parse(body ?? '')).toEqual(outgoing);
    },
  },
  receipts: '[{"id":"provider-1","status":"delivered"},{"id":"provider-2","status":"failed","code":"off"}]',
  code: 'off',
  reply: { ok: true },
});

gatewayContract({
  name: 'log',
  open: () => logGateway({ info: () => undefined }),
  receipts: '[{"id":"provider-1","status":"delivered"},{"id":"provider-2","status":"failed"}]',
  reply: { ok: true },
});

test('the log shows neither the whole number nor the secret of a link', async () => {
  const lines: unknown[] = [];
  const info = (fields: unknown) => void lines.push(fields);
  const result = await logGateway({ info } as never).send(outgoing, new AbortController().signal);
  expect(result).toEqual({ status: 'accepted', providerId: 'log-message-1' });
  expect(lines).toEqual([
    { message: 'message-1', to: '139****0000', text: '救援车浙A12345正在赶来：https://towline.test/r/…' },
  ]);
});

test('Tencent’s own errors are rejections', async () => {
  const body = '{"Response":{"Error":{"Code":"AuthFailure.SignatureFailure","Message":"x"},"RequestId":"r"}}';
  const gateway = tencentGateway({
    settings: { gateway: 'tencent', secretId: 'i', secretKey: 'k', sdkAppId: '1', signName: 's' },
    send: () => Promise.resolve({ status: 200, body }),
    clock,
  });
  const result = await gateway.send(outgoing, new AbortController().signal);
  expect(result).toEqual({ status: 'rejected', code: 'AuthFailure.SignatureFailure' });
});

test('secrets of settings are not shown, and kept when they are left empty', () => {
  const former = { gateway: 'http', url: 'https://a', token: 'secret' } as const;
  expect(withoutSecrets(former)).toEqual({ ...former, token: '' });
  expect(withFormerSecrets({ ...former, token: '' }, former)).toEqual(former);
  const elsewhere = { ...former, url: 'https://b', token: '' };
  expect(withFormerSecrets(elsewhere, former)).toEqual(elsewhere);
  expect(withFormerSecrets({ ...former, token: 'new' }, former)).toMatchObject({ token: 'new' });
  const other = { gateway: 'aliyun', accessKeyId: 'k', accessKeySecret: '', signName: 's' } as const;
  expect(withFormerSecrets(other, former)).toEqual(other);
});
