// The pages of this person's menu, and the few things that are done from anywhere.
import BadgeJapaneseYen from 'lucide-solid/icons/badge-japanese-yen';
import Languages from 'lucide-solid/icons/languages';
import Palette from 'lucide-solid/icons/palette';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import Rocket from 'lucide-solid/icons/rocket';
import type { Actor } from '#schemas/staff/permissions.ts';
import { locale, localeNames, locales, setLocale } from '../../i18n/locale.ts';
import { setTheme, theme, type Theme } from '../../ui/appearance.ts';
import type { NavItem } from '../../ui/shell-nav.tsx';
import { mayOpen } from '../pages.ts';
import type { AppStrings } from '../strings.ts';
import type { PaletteStrings } from './strings.ts';
import type { Target } from './target.ts';

/** Those of the menu, and those that are reached by the sign of sync, the person's own menu and the catalog. */
export function pageTargets(nav: readonly NavItem[], actor: Actor, t: AppStrings): Target[] {
  const setup: Target = {
    ...{ id: 'page:/setup', label: t.setup, icon: Rocket, href: '/setup' },
    ...{ note: t.companyName, keywords: t.companyName },
  };
  const pages = nav
    .filter(({ href }) => href !== setup.href)
    .map(({ href, label, icon, section }) => ({
      ...{ id: `page:${href}`, label, icon, href },
      ...(section && { note: section.label }),
    }));
  const sync: Target = { id: 'page:/sync', label: t.sync, icon: RefreshCw, href: '/sync' };
  const prices: Target = {
    ...{ id: 'page:/catalog?type=price-item', label: t.standardPrices, icon: BadgeJapaneseYen },
    ...{ note: t.catalog, keywords: t.standardPricesWords, href: '/catalog?type=price-item' },
  };
  return [
    ...pages,
    ...(mayOpen(actor, '/catalog') ? [prices] : []),
    sync,
    ...(mayOpen(actor, '/setup') ? [setup] : []),
  ];
}

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Those that would change something. */
export function actionTargets(t: PaletteStrings): Target[] {
  const languages = locales
    .filter((each) => each !== locale())
    .map((each) => ({
      ...{ id: `action:language-${each}`, label: t.language(localeNames[each]), icon: Languages },
      run: () => setLocale(each),
    }));
  const looks = themes
    .filter((each) => each !== theme())
    .map((each) => ({
      ...{ id: `action:theme-${each}`, label: t.theme[each], icon: Palette },
      run: () => setTheme(each),
    }));
  return [...languages, ...looks];
}
