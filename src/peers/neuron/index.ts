export type { NeuronClient, NeuronClientOptions, OutgoingRequest } from './client.ts';
export { connectNeuron } from './connect.ts';
