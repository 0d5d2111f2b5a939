// The migrations that this program carries, as the bundler finds them beside this file.
import { orderMigrations } from './migrate.ts';

/** `{'0001-name.sql': text}` for `migrate`. Throws when the numbers do not run from 1 without a gap. */
export function loadMigrations(): Record<string, string> {
  const files = import.meta.glob<string>('./migrations/*.sql', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const byName = Object.entries(files).map(([path, sql]) => [path.replace('./migrations/', ''), sql]);
  const named: Record<string, string> = Object.fromEntries(byName);
  orderMigrations(named);
  return named;
}
