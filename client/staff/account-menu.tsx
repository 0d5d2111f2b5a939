// Who is signed in, how the app looks for him, and the way out.
import { useNavigate } from '@solidjs/router';
import KeyRound from 'lucide-solid/icons/key-round';
import LogOut from 'lucide-solid/icons/log-out';
import Rocket from 'lucide-solid/icons/rocket';
import User from 'lucide-solid/icons/user';
import { createMemo, createSignal, type JSX } from 'solid-js';
import { useDeps } from '../app/deps.tsx';
import { useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { locale, localeNames, locales, setLocale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { maySetUp } from '../setup/setup.ts';
import { density, setDensity, setTheme, theme, type Density, type Theme } from '../ui/appearance.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { OwnPasswordDialog } from './own-password.tsx';
import { passwordStrings } from './password-strings.ts';
import { staffStrings, type StaffStrings } from './strings.ts';

export function AccountMenu(props: { unsent: number }): JSX.Element {
  const t = useStrings(staffStrings);
  const actor = useActor();
  const navigate = useNavigate();
  const { session } = useDeps();
  const roles = useReferenceMap('roles');
  const passwords = useStrings(passwordStrings);
  const [asking, setAsking] = createSignal(false);
  const [changing, setChanging] = createSignal(false);
  const roleNames = () =>
    actor.roleIds
      .map((id) => roles().get(id)?.name ?? '')
      .filter(Boolean)
      .join(' · ');
  const signOut = async (): Promise<void> => {
    await session.signOut();
    location.assign('/');
  };
  const change = (): MenuItem => ({
    label: passwords().change,
    icon: KeyRound,
    separated: true,
    onSelect: () => setChanging(true),
  });
  const setup = (): MenuItem => ({
    ...{ label: t().setup, icon: Rocket, separated: true },
    onSelect: () => navigate('/setup'),
  });
  const leave = (): MenuItem => ({
    label: t().signOut,
    icon: LogOut,
    hint: roleNames(),
    onSelect: () => (props.unsent > 0 ? setAsking(true) : void signOut()),
  });
  const items = createMemo(() => [
    ...[...languages(), ...themes(t()), ...densities(t())],
    ...(maySetUp(actor) ? [setup()] : []),
    change(),
    leave(),
  ]);
  return (
    <>
      <Menu label={actor.name} leadingIcon={User} variant="ghost" placement="bottom-end" items={items()} />
      <OwnPasswordDialog open={changing()} onClose={() => setChanging(false)} />
      <ConfirmDialog
        open={asking()}
        title={t().signOutTitle}
        message={t().signOutMessage(props.unsent)}
        confirmLabel={t().signOutAnyway}
        tone="danger"
        onConfirm={signOut}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}

const languages = (): MenuItem[] =>
  locales.map((each) => ({
    label: localeNames[each],
    checked: locale() === each,
    onSelect: () => setLocale(each),
  }));

function themes(t: StaffStrings): MenuItem[] {
  const choices: [Theme, string][] = [
    ['system', t.themeSystem],
    ['light', t.themeLight],
    ['dark', t.themeDark],
  ];
  return choices.map(([value, label], index) => ({
    label: `${t.theme} · ${label}`,
    checked: theme() === value,
    separated: index === 0,
    onSelect: () => setTheme(value),
  }));
}

function densities(t: StaffStrings): MenuItem[] {
  const choices: [Density, string][] = [
    ['auto', t.densityAuto],
    ['dense', t.densityDense],
    ['comfortable', t.densityComfortable],
  ];
  return choices.map(([value, label], index) => ({
    label: `${t.density} · ${label}`,
    checked: density() === value,
    separated: index === 0,
    onSelect: () => setDensity(value),
  }));
}
