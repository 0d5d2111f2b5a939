// Addresses from which an outlet's call system may speak: an IP address, or a block of them (CIDR).
import { IPv4, IPv6 } from 'ipaddr.js';

/** `192.168.1.20`, `192.168.1.0/24`, `2001:db8::1`, `2001:db8::/32`; no host names, no shortened IPv4. */
export const isNetworkAddress = (text: string): boolean =>
  IPv4.isValidFourPartDecimal(text) ||
  IPv4.isValidCIDRFourPartDecimal(text) ||
  IPv6.isValid(text) ||
  IPv6.isValidCIDR(text);
