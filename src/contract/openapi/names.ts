import type { Side } from '../success.ts';

/** `Account/Login`, `request` → `AccountLoginRequest`: the name of a component. */
export const componentName = (endpoint: string, side: Side): string =>
  endpoint.replace('/', '') + (side === 'request' ? 'Request' : 'Answer');

/** `Account/Login` → `AccountLogin`: the id of an operation. */
export const operationId = (endpoint: string): string => endpoint.replace('/', '');
