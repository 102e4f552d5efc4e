import type { Duplex } from 'node:stream';

const ANSWERS: Readonly<Record<string, readonly [status: string, text: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'Request header too large.'],
  HPE_INVALID_TRANSFER_ENCODING: ['501 Not Implemented', 'Transfer encoding not implemented.'],
  HPE_INVALID_CONTENT_LENGTH: ['400 Bad Request', 'Invalid content length.'],
  HPE_INVALID_VERSION: ['505 HTTP Version Not Supported', 'HTTP version not supported.'],
  HPE_INVALID_METHOD: ['405 Method Not Allowed', 'Invalid method.'],
};

/** Answers what is no HTTP request, as the framework does, and ends the connection. */
export function onProtocolError(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, text] = ANSWERS[error.code ?? ''] ?? ['400 Bad Request', 'Invalid request.'];
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${text.length}\r\nConnection: close\r\n\r\n${text}`,
  );
}
