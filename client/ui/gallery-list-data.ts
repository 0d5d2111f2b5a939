// Made-up people for the gallery's list; they mean nothing.

export type Team = 'east' | 'west' | 'south';
export type Work = 'free' | 'busy' | 'away';

export interface GalleryPerson {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly team: Team;
  readonly work: Work;
  readonly skills: readonly string[];
  readonly balanceFen: number;
  readonly trips: number;
  /** ISO UTC. */
  readonly joinedAt: string;
  /** `2026-03-05`. */
  readonly licensedUntil: string;
  readonly note: string;
  readonly former: boolean;
}

export const teamNames: Record<Team, string> = { east: '东区', west: '西区', south: '南区' };
export const workNames: Record<Work, string> = { free: '空闲', busy: '忙碌', away: '外出' };
export const skillNames = ['拖车', '搭电', '换胎', '送油', '开锁', '吊装'] as const;

const surnames = [...'王李张刘陈杨黄赵周吴徐孙'];
const given = ['伟', '芳', '娜', '敏', '静', '丽', '强', '磊', '军', '洋', '勇', '艳'];
const notes = ['', '=1+1 的样子不是公式', '夜班', '备注里有,逗号和"引号"', '', '@某人'];
const teams: readonly Team[] = ['east', 'west', 'south'];
const works: readonly Work[] = ['free', 'busy', 'away'];

/** The last of them joined on the day of `now`. */
export function galleryPeople(count: number, now: string): readonly GalleryPerson[] {
  const today = Date.parse(now);
  return Array.from({ length: count }, (_, index) => ({
    id: `person-${index}`,
    name: `${pick(surnames, index)}${pick(given, index * 5)}${index >= 144 ? index : ''}`,
    phone: `1380000${String(index).padStart(4, '0').slice(-4)}`,
    team: pick(teams, index * 7),
    work: pick(works, Math.floor(index / 2)),
    skills: skillNames.filter((_, skill) => (index + skill) % 3 === 0),
    balanceFen: ((index * 7919) % 900_000) - 120_000,
    trips: (index * 37) % 211,
    joinedAt: new Date(today - (count - 1 - index) * 5 * 3_600_000).toISOString(),
    licensedUntil: `202${6 + (index % 4)}-0${1 + (index % 9)}-1${index % 10}`,
    note: pick(notes, index),
    former: index % 11 === 10,
  }));
}

function pick<T>(from: readonly [T, ...T[]] | readonly T[], index: number): T {
  const found = from[index % from.length];
  if (found === undefined) throw new Error('There is nothing to pick from');
  return found;
}
