// Schema versions of a collection: how a document of a former version becomes one of the next, and back, so
// that a device that was not updated yet goes on working, and an updated one takes over what it holds.

type Doc = Record<string, unknown>;
export type Convert = (document: Doc) => Doc;

/** From one version to the next, and back. Both keep what they do not know. */
export interface Step {
  readonly up: Convert;
  readonly down: Convert;
}

export interface Versioned {
  /** The current one. */
  readonly version: number;
  /** The step from each former version that is still served, by that version. */
  readonly steps: Readonly<Record<number, Step>>;
}

export type Standing =
  /** Nothing to convert. */
  | { readonly kind: 'current' }
  | { readonly kind: 'former'; readonly up: Convert; readonly down: Convert }
  /** Too old to be converted, or newer than this program. */
  | { readonly kind: 'too-old' }
  | { readonly kind: 'too-new' };

/** How documents of `version` stand to the current ones. */
export function standingOfVersion({ version: current, steps }: Versioned, version: number): Standing {
  if (version === current) return { kind: 'current' };
  if (version > current) return { kind: 'too-new' };
  const way: Step[] = [];
  for (let from = version; from < current; from++) {
    const step = steps[from];
    if (!step) return { kind: 'too-old' };
    way.push(step);
  }
  return {
    kind: 'former',
    up: (document) => way.reduce((doc, { up }) => up(doc), document),
    down: (document) => way.reduceRight((doc, { down }) => down(doc), document),
  };
}
