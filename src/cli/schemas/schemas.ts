import { Command } from 'commander';
import { compareCommand } from './compare.ts';
import { listCommand } from './list.ts';
import { matchCommand } from './match.ts';
import { openapiCommand } from './openapi.ts';
import { showCommand } from './show.ts';
import { validateCommand } from './validate.ts';

const EXAMPLES = `Examples:
  neuron-conformance schemas list
  neuron-conformance schemas show Account/Login
  neuron-conformance schemas validate traffic.har
`;

/** The command group `schemas`: everything that can be asked of the contract without a host. */
export const schemasCommand = (): Command =>
  [listCommand, showCommand, validateCommand, openapiCommand, compareCommand, matchCommand].reduce(
    (group, command) => group.addCommand(command()),
    new Command('schemas')
      .description('ask the contract: list, show, validate, compare')
      .addHelpText('before', EXAMPLES),
  );
