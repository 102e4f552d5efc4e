import { Command } from 'commander';
import { examples } from '../examples.ts';
import { codeCommand } from './code.ts';
import { compareCommand } from './compare.ts';
import { listCommand } from './list.ts';
import { matchCommand } from './match.ts';
import { openapiCommand } from './openapi.ts';
import { showCommand } from './show.ts';
import { validateCommand } from './validate.ts';

const EXAMPLES = examples([
  ['neuron-conformance schemas list', 'all endpoints'],
  ['neuron-conformance schemas show Account/Login', 'one of them'],
  ['neuron-conformance schemas validate traffic.har', 'judge recorded traffic'],
]);

/** The command group `schemas`: everything that can be asked of the contract without a host. */
export const schemasCommand = (): Command =>
  [listCommand, showCommand, validateCommand, openapiCommand, compareCommand, matchCommand, codeCommand].reduce(
    (group, command) => group.addCommand(command()),
    new Command('schemas').description('ask the contract without a host').addHelpText('before', EXAMPLES),
  );
