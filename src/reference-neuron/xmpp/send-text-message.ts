import { clientElement } from './stanzas.ts';
import { textMessage } from './text-message.ts';

export const sendTextMessage = textMessage('SendTextMessage', text => [clientElement('body', text)]);
