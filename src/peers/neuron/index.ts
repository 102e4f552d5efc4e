export type { NeuronClient, NeuronClientOptions, OutgoingRequest } from './client.ts';
export { connectNeuron } from './connect.ts';
export { type Gate, openGate, type SpendOptions, type Spent } from './gate.ts';
export { type Blocked, blockingSign, type GateState } from './gate-state.ts';
export { newNonce } from './nonce.ts';
export { partLabel, type SignContext, type SignOverrides, signRequest } from './sign.ts';
