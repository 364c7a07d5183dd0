//! A stranger's server that a leak would reach: it hears HTTP, bare connections and datagrams on one port.

import { createSocket } from 'node:dgram';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface Listener {
  readonly port: number;
  /** What has come so far: the first words of each connection, and datagrams. Empty if nothing did. */
  heard(): readonly string[];
  close(): void;
}

/** Friendly to every asker, so that nothing stays away for a reason of its own. */
const ANSWER = [
  'HTTP/1.1 200 OK',
  'Access-Control-Allow-Origin: *',
  'Cross-Origin-Resource-Policy: cross-origin',
  'Content-Type: text/javascript',
  'Content-Length: 0',
  'Connection: close',
  '\r\n',
].join('\r\n');

export async function listen(): Promise<Listener> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    heard.push('a connection');
    socket.on('error', () => sockets.delete(socket));
    socket.on('data', (data) => {
      heard.push(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.end(ANSWER);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket('udp4');
  datagrams.on('message', () => heard.push('a datagram'));
  datagrams.on('error', () => undefined);
  await new Promise<void>((resolve) => datagrams.bind(port, '127.0.0.1', resolve));
  return {
    port,
    heard: () => heard,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      datagrams.close();
    },
  };
}
