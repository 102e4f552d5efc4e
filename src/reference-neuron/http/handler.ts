import type { Asking } from '../call.ts';
import { faultyWire } from '../faults/apply.ts';
import type { Fault } from '../faults/fault.ts';
import type { Host } from '../host.ts';
import { isoText, unixSeconds } from '../json/writer.ts';
import type { Observed } from '../options.ts';
import { shapeIn } from '../readings/shapes.ts';
import type { Resource } from '../resource.ts';
import { encode } from './encode.ts';
import { answer } from './pipeline.ts';
import type { Wire } from './wire.ts';

export interface HandlerOptions {
  readonly host: Host;
  readonly resources: readonly Resource[];
  readonly faults: readonly Fault[];
  readonly observe: (request: Observed) => void | Promise<void>;
}

/** What answers every request of one host. */
export function createHandler({ host, resources, faults, observe }: HandlerOptions): (asking: Asking) => Promise<Wire> {
  const byPath = new Map(resources.map(resource => [resource.path, resource]));
  const served = new Map<string, number>();
  const time = host.dialect.timestamps === 'iso-text' ? isoText : unixSeconds;
  return async asking => {
    const resource = byPath.get(asking.path);
    const endpoint = resource?.endpoint ?? null;
    const serial = (served.get(asking.path) ?? 0) + 1;
    if (endpoint !== null) served.set(asking.path, serial);
    await observe({ endpoint, method: asking.method, path: asking.path });
    const reply = await answer(host, resource, asking, faults);
    const wire = encode(reply, asking.headers.get('accept'), {
      time,
      shape: value => shapeIn(host.dialect, endpoint, value),
    });
    const { method, path, headers } = asking;
    return faultyWire(
      faults,
      { ...wire, headers: [...wire.headers, ...ALWAYS] },
      { endpoint, method, path, headers, serial },
    );
  };
}

const ALWAYS = [
  ['Server', 'neuron-conformance reference'],
  ['X-Content-Type-Options', 'nosniff'],
] as const;
