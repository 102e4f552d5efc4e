import { openApiDocument } from '../openapi/document.ts';
import { commonSchema } from '../schema/common-schema.ts';
import { schemaFile } from '../schema/file-names.ts';
import { loadSpecs } from '../spec/load-specs.ts';
import { SIDES } from '../success.ts';
import { brokerAgentXsd } from '../xsd/broker-agent.ts';
import { agentApiPage } from './page/agent-api-page.ts';
import { SchemaSet } from './schema-set.ts';
import { answerShapes } from './shapes.ts';

/** What is made from the specs, as texts by file name relative to the project. */
export interface Artefacts {
  /** Written at each build. */
  readonly built: ReadonlyMap<string, string>;
  /** Kept in the repository; CI fails when they differ from what the specs give. */
  readonly committed: ReadonlyMap<string, string>;
}

/** Makes everything that follows from a folder of specs. Throws a SpecError when the specs are wrong. */
export function makeArtefacts(specs: string): Artefacts {
  const schemas = new SchemaSet();
  const catalogue = loadSpecs(specs, schemas.errors);
  const groups = [...new Set(catalogue.endpoints.map(spec => spec.group))];
  const built = new Map([
    ['dist/generated/catalogue.json', JSON.stringify(catalogue)],
    ['dist/generated/shapes.json', JSON.stringify(answerShapes(catalogue))],
    ...groups.map(
      group =>
        [
          `dist/generated/validators/${group}.cjs`,
          schemas.code(catalogue.endpoints.filter(spec => spec.group === group)),
        ] as const,
    ),
  ]);
  const committed = new Map([
    ...catalogue.endpoints.flatMap(spec =>
      SIDES.map(
        side => [`schemas/agent-api/${schemaFile(spec.endpoint, side)}`, json(schemas.schemaOf(spec, side))] as const,
      ),
    ),
    ['schemas/agent-api/common.json', json(commonSchema(schemas.definitions))],
    ['schemas/agent-api/broker-agent.xsd', brokerAgentXsd(catalogue)],
    ['schemas/agent-api/openapi.json', json(openApiDocument(catalogue, schemas.schemaOf, schemas.definitions))],
    ['docs/agent-api.md', agentApiPage(catalogue)],
  ]);
  return { built, committed };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
