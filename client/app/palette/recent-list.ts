// The list of where a person went last: kept short, and read with care.

/** The words are those of that time, for what is not at hand later (orders). */
export interface Recent {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly href?: string | undefined;
}

const kept = 6;

/** The newest stands first and only once. */
export function withRecent(items: readonly Recent[], { id, label, detail, href }: Recent): readonly Recent[] {
  const others = items.filter((other) => other.id !== id);
  return [{ id, label, detail, href }, ...others].slice(0, kept);
}

/** What is stored may be of another version, or of anybody's making. */
export function readRecent(stored: string | null): readonly Recent[] {
  try {
    const parsed: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(parsed) ? parsed.filter(isRecent).slice(0, kept) : [];
  } catch {
    return [];
  }
}

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null) return false;
  const { id, label, detail, href } = value as Record<string, unknown>;
  const isText = (text: unknown) => text === undefined || typeof text === 'string';
  const staysHere = href === undefined || (typeof href === 'string' && /^\/(?!\/)/.test(href));
  return typeof id === 'string' && typeof label === 'string' && isText(detail) && staysHere;
}
