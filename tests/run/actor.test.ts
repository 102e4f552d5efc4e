import { expect, test } from 'vitest';
import { newActor, propertiesOf } from '../../src/run/actor.ts';

const persona = {
  name: 'alice',
  userName: 'ingrid.moe',
  fullName: 'Ingrid Moe',
  password: 'a password',
  phoneNr: '+12025550143',
  language: 'en',
};

test('the address of an actor has the domain in small letters, as hosts give it back', () => {
  const actor = newActor(persona, 'ingrid.moe@mail.example', 'Neuron.Example.ORG');
  expect(propertiesOf(actor)).toMatchObject({
    jid: 'ingrid.moe@neuron.example.org',
    absentJid: 'ingrid.moe@neuron.example.org/nobody-alice',
    domain: 'Neuron.Example.ORG',
  });
  expect(propertiesOf({ ...actor, domain: null })).toMatchObject({ jid: null, absentJid: null });
});
