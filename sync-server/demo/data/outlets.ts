// The two outlets of the demo company, one on each side of the river.
import type { DocumentOf } from '#schemas/sync/collections.ts';
import type { Bank } from './places.ts';

export const outlets: readonly DocumentOf<'outlets'>[] = [
  {
    id: 'outlet-gongshu',
    name: '拱墅网点',
    disabled: false,
    phone: '0571-00008001',
    contact: '沈建国',
    address: '杭州市拱墅区石祥路202号',
    lng: 120.1448,
    lat: 30.3312,
    // Call systems on this machine, so that a pop can be tried out.
    callSystemAddresses: ['127.0.0.1', '::1'],
  },
  {
    id: 'outlet-binjiang',
    name: '滨江网点',
    disabled: false,
    phone: '0571-00008002',
    contact: '徐明辉',
    address: '杭州市滨江区滨康路512号',
    lng: 120.2012,
    lat: 30.1842,
    callSystemAddresses: ['127.0.0.2'],
  },
];

export const bankOf = (outletId: string): Bank => (outletId === 'outlet-binjiang' ? 'south' : 'north');
