// The words of the rule that whoever verified does not approve.
import type { RuleStrings } from './rule-strings.ts';

export default {
  name: 'A price is approved by another person than the one who verified it',
  hint: 'Switched off, whoever verified may approve too. Each switch is recorded and shown where prices are approved.',
  off: 'In this company whoever verified may approve too',
  offSince: (who: string, when: string) =>
    `In this company whoever verified may approve too (set by ${who}, ${when})`,
  lastChange: (who: string, when: string) => `Changed by ${who}, ${when}`,
  history: 'History',
  switchOff: 'Let whoever verified approve too?',
  confirm: 'Allow',
} satisfies RuleStrings;
