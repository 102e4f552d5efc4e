export type { NeuronClient, NeuronClientOptions, OutgoingRequest } from './client.ts';
export { connectNeuron } from './connect.ts';
export { newNonce } from './nonce.ts';
export { partLabel, type SignContext, type SignOverrides, signRequest } from './sign.ts';
