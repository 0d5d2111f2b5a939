// Finding a form's fields on the page by their paths.

/** Of a row's or a list's part without a field of its own: the nearest field around it. */
export function fieldAt(form: Element | undefined, path: string): HTMLElement | undefined {
  for (let at = path; at !== ''; at = at.split('.').slice(0, -1).join('.')) {
    const field = form?.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (field) return field;
  }
  return undefined;
}

const controls = 'input, select, textarea, button, [tabindex]';

export function focusField(form: Element | undefined, path: string): void {
  const field = fieldAt(form, path);
  const control =
    field?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? field?.querySelector<HTMLElement>(controls);
  control?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** Paths without a field on the page come last. */
export function inPageOrder(form: Element | undefined, paths: readonly string[]): string[] {
  const all = [...(form?.querySelectorAll('[data-path]') ?? [])];
  const place = (path: string): number => {
    const field = fieldAt(form, path);
    return field ? all.indexOf(field) : Infinity;
  };
  return paths
    .map((path) => ({ path, place: place(path) }))
    .sort((a, b) => (a.place === b.place ? 0 : a.place - b.place))
    .map(({ path }) => path);
}
