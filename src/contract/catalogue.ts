import { readFileSync } from 'node:fs';
import type { Catalogue, Spec, SpecRequirement } from './spec.ts';

/** The compiled contract, read once from what the build wrote. */
export class Contract {
  readonly #byId: ReadonlyMap<string, Spec>;
  readonly catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
    this.#byId = new Map(catalogue.endpoints.map(spec => [spec.endpoint, spec]));
  }

  get endpoints(): readonly Spec[] {
    return this.catalogue.endpoints;
  }

  endpoint(id: string): Spec | undefined {
    return this.#byId.get(id);
  }

  /** All requirements, those of endpoints with their endpoint. */
  requirements(): readonly (SpecRequirement & { readonly endpoint?: string })[] {
    return [
      ...this.catalogue.common,
      ...this.endpoints.flatMap(spec =>
        spec.requirements.map(requirement => ({ ...requirement, endpoint: spec.endpoint })),
      ),
    ];
  }
}

/** Reads `dist/generated/catalogue.json`. Throws when the build has not been run. */
export function loadContract(): Contract {
  const file = new URL('../../dist/generated/catalogue.json', import.meta.url);
  const catalogue: Catalogue = JSON.parse(readFileSync(file, 'utf8'));
  return new Contract(catalogue);
}
