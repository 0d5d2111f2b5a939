// Addresses from which an outlet's call system may speak: an IP address, or a block of them (CIDR).
import ipaddr from 'ipaddr.js';

/** `192.168.1.20`, `192.168.1.0/24`, `2001:db8::1`, `2001:db8::/32`; no host names, no shortened IPv4. */
export const isNetworkAddress = (text: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(text) ||
  ipaddr.IPv4.isValidCIDRFourPartDecimal(text) ||
  ipaddr.IPv6.isValid(text) ||
  ipaddr.IPv6.isValidCIDR(text);
