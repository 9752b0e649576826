import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** A way to a server that a test can cut, as a lost network does: what is open breaks, and nothing new comes through. */
export class Line {
  #server;
  #open = new Set();
  #isCut = false;

  static async to(address) {
    const { hostname, port } = new URL(address);
    const line = new Line();
    line.#server = createServer((near) => line.#pass(near, connect(Number(port), hostname))).listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    line.url = `http://127.0.0.1:${line.#server.address().port}`;
    return line;
  }

  cut() {
    this.#isCut = true;
    for (const socket of this.#open) socket.destroy();
  }

  mend() {
    this.#isCut = false;
  }

  async close() {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #pass(near, far) {
    for (const [socket, other] of [[near, far], [far, near]]) {
      this.#open.add(socket);
      // Whatever ends one side ends the other.
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
    if (this.#isCut) near.destroy();
  }
}
