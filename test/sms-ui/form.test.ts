// What the form of a gateway asks for, and what it sends.
import { describe, expect, test } from 'vitest';
import { missingIn, settingsOf } from '../../client/sms/form.ts';

describe('what is missing', () => {
  test('is what this gateway needs, not what another does', () => {
    expect(missingIn({ gateway: 'log' }, 'log')).toEqual([]);
    expect(missingIn({ gateway: 'aliyun', signName: ' ' }, 'log')).toEqual([
      ...['accessKeyId', 'accessKeySecret', 'signName'],
    ]);
    expect(missingIn({ gateway: 'http', url: 'https://sms.example.com', token: 't' }, 'aliyun')).toEqual([]);
  });

  test('is no secret that is kept on the server, as long as the gateway stays', () => {
    const draft = { gateway: 'tencent', secretId: 'id', sdkAppId: '1400', signName: '钱江' } as const;
    expect(missingIn(draft, 'tencent')).toEqual([]);
    expect(missingIn(draft, 'aliyun')).toEqual(['secretKey']);
  });
});

test('what is of another gateway is not sent', () => {
  const draft = {
    gateway: 'http',
    url: ' https://sms.example.com ',
    signName: '钱江',
    accessKeyId: 'a',
  } as const;
  expect(settingsOf(draft)).toEqual({ gateway: 'http', url: 'https://sms.example.com', token: '' });
});
