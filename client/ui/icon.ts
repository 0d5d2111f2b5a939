// The type of an icon: import each one from `lucide-solid/icons/<name>`, so that only those used are loaded.
import type { LucideIcon } from 'lucide-solid';

export type IconComponent = LucideIcon;
