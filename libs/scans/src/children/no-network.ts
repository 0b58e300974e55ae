import { Socket as DatagramSocket } from 'node:dgram';
import { Server, Socket } from 'node:net';

function refuse(): never {
  throw new Error('A child process has no network.');
}

/**
 * A second wall for the children that we write ourselves, where the system makes no namespace: what parses foreign bytes
 * cannot be led into connecting, listening or sending. It does not hold against machine code; a namespace does.
 */
export function withoutNetwork(): void {
  Socket.prototype.connect = refuse;
  Server.prototype.listen = refuse;
  DatagramSocket.prototype.bind = refuse;
  DatagramSocket.prototype.send = refuse;
  DatagramSocket.prototype.connect = refuse;
}
