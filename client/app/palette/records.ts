// Customers, vehicles, outlets, staff and roles as the palette finds them: what this person may see, by what it is known by.
import Building from 'lucide-solid/icons/building';
import CarFront from 'lucide-solid/icons/car-front';
import MapPin from 'lucide-solid/icons/map-pin';
import ShieldCheck from 'lucide-solid/icons/shield-check';
import User from 'lucide-solid/icons/user';
import { createMemo, type Accessor } from 'solid-js';
import { may, type Permission } from '#schemas/staff/permissions.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';
import { useReference } from '../../data/reference.ts';
import { useActor } from '../../data/session.ts';
import { useStrings } from '../../i18n/strings.ts';
import type { IconComponent } from '../../ui/icon.ts';
import { recordStrings } from '../../records/strings.ts';
import type { Target } from './target.ts';

/** In the order in which they are shown. */
export const recordKinds = ['vehicles', 'customers', 'outlets', 'staff', 'roles'] as const;
type Kind = (typeof recordKinds)[number];

export type RecordTargets = Readonly<Record<Kind, Accessor<readonly Target[]>>>;

interface Words {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly keywords?: string | undefined;
}

/** Inside components. */
export function useRecordTargets(): RecordTargets {
  return {
    customers: useTargets('customers', Building, ({ name, shortName, contact, address }) => ({
      label: name,
      detail: joined(contact.name, contact.phone),
      keywords: joined(shortName, address),
    })),
    vehicles: useTargets('vehicles', CarFront, ({ plate, name }) => ({
      label: plate,
      detail: name === plate ? undefined : name,
    })),
    outlets: useTargets('outlets', MapPin, ({ name, phone, address }) => ({
      label: name,
      detail: joined(phone, address),
    })),
    staff: useTargets('staff', User, ({ name, username, phone }) => ({
      label: name,
      detail: joined(username, phone),
    })),
    roles: useTargets('roles', ShieldCheck, ({ name }) => ({ label: name })),
  };
}

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

function useTargets<Name extends Kind>(
  name: Name,
  icon: IconComponent,
  words: (document: DocumentOf<Name>) => Words,
): Accessor<readonly Target[]> {
  const t = useStrings(recordStrings);
  const permission: Permission = `${name}.view`;
  if (!may(useActor(), permission)) return () => [];
  const documents = useReference(name);
  return createMemo(() =>
    documents().map((document): Target => {
      const { label, detail, keywords } = words(document);
      return {
        ...{ id: `${name}:${document.id}`, label, icon, href: `/${name}/${document.id}` },
        ...(detail && { detail }),
        ...(keywords && { keywords }),
        ...(document.disabled && { note: t().disabled }),
      };
    }),
  );
}
