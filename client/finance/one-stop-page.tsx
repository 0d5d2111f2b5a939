// 一站式: whoever may do all three stages takes one order from the driver's report to the payment, in one place.
import type { JSX } from 'solid-js';
import { oneStop } from './desks.ts';
import { DeskPage } from './desk-page.tsx';

export default function OneStopPage(): JSX.Element {
  return <DeskPage desk={oneStop} />;
}
