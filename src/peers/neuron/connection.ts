import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls';
import { type buildConnector, Client, type Dispatcher } from 'undici';

/** Milliseconds of each phase of making a connection, as far as it came. */
export interface ConnectTimings {
  readonly dns?: number;
  readonly connect?: number;
  readonly tls?: number;
}

export interface ConnectionOptions {
  /** Whom to trust; the system's authorities when null. */
  readonly trust: SecureContext | null;
  /** Milliseconds for DNS, TCP and TLS together. */
  readonly timeout: number;
}

/** Told over which connection a request goes; its dispatch options carry it through the pool. */
export interface ConnectionListener {
  /** `takeTimings` gives the timings of a connection to the first who asks after it was made. */
  onConnection(takeTimings: () => ConnectTimings): void;
}

export interface TrackedDispatch extends Dispatcher.DispatchOptions {
  /** Keeps the name in TLS's ClientHello when a request carries another `Host`; undici takes it, its types do not say so. */
  readonly servername: string;
  readonly listener: ConnectionListener;
}

const isTracked = (options: Dispatcher.DispatchOptions): options is TrackedDispatch => 'listener' in options;

/** One connection of the pool, which knows how long it took to make. */
export class TimedClient extends Client {
  #timings: ConnectTimings = {};

  constructor(origin: URL, base: Client.Options, connection: ConnectionOptions) {
    const connect: buildConnector.connector = (target, callback) => {
      openConnection(
        target,
        connection,
        timings => {
          this.#timings = timings;
        },
        callback,
      );
    };
    super(origin, { ...base, connect });
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    if (isTracked(options)) options.listener.onConnection(() => this.#takeTimings());
    return super.dispatch(options, handler);
  }

  #takeTimings(): ConnectTimings {
    const timings = this.#timings;
    this.#timings = {};
    return timings;
  }
}

function openConnection(
  target: buildConnector.Options,
  options: ConnectionOptions,
  report: (timings: ConnectTimings) => void,
  callback: buildConnector.Callback,
): void {
  const { hostname, protocol } = target;
  const secure = protocol === 'https:';
  const started = performance.now();
  let timings: ConnectTimings = {};
  let asked = started;
  const note = (phase: keyof ConnectTimings) => {
    const now = performance.now();
    timings = { ...timings, [phase]: now - asked };
    asked = now;
    report(timings);
  };

  const tcp = connectTcp({
    host: hostname,
    port: Number(target.port) || (secure ? 443 : 80),
    noDelay: true,
    keepAlive: true,
  });
  if (isIP(hostname) === 0) tcp.once('lookup', () => note('dns'));
  let socket: Socket | TLSSocket = tcp;
  let settled = false;
  const settle = (error: Error | null) => {
    if (settled) return;
    settled = true;
    clearTimeout(timer);
    if (error === null) return callback(null, socket);
    socket.destroy();
    tcp.destroy();
    callback(error, null);
  };
  const timer = setTimeout(() => settle(new ConnectTimeout(hostname, options.timeout)), options.timeout);
  tcp.on('error', settle);
  tcp.once('connect', () => {
    note('connect');
    if (!secure) return settle(null);
    const servername = isIP(hostname) === 0 ? hostname : '';
    const trust = options.trust === null ? {} : { secureContext: options.trust };
    socket = connectTls({ socket: tcp, host: hostname, servername, ALPNProtocols: ['http/1.1'], ...trust });
    socket.on('error', settle);
    socket.once('secureConnect', () => {
      note('tls');
      settle(null);
    });
  });
}

/** No connection within the time for it. */
export class ConnectTimeout extends Error {
  override readonly name = 'ConnectTimeout';
  readonly code = 'CONNECT_TIMEOUT';

  constructor(hostname: string, milliseconds: number) {
    super(`no connection to ${hostname} within ${milliseconds} ms`);
  }
}
