// Loads the program of a device once for each device, so that each has an RxDB of its own as it has in reality.
import { pathToFileURL } from 'node:url';
import { bundle } from '../setup/bundle.ts';
import type { Device, DeviceOptions } from './device.ts';

interface Program {
  openDevice(options: DeviceOptions): Promise<Device>;
}

let bundled: Promise<string> | undefined;
const loaded = new Map<number, Promise<Program>>();

/** @param place which copy it runs on: one that no other open device has */
export async function openDevice(place: number, options: DeviceOptions): Promise<Device> {
  const program = loaded.get(place) ?? load(place);
  loaded.set(place, program);
  return (await program).openDevice(options);
}

async function load(place: number): Promise<Program> {
  const file = await (bundled ??= bundle({ entry: 'test/simulation/device.ts', withPackages: true }));
  const program: Program = await import(/* @vite-ignore */ `${pathToFileURL(file).href}?copy=${place}`);
  return program;
}
