import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** A screen's line to the server: it can break at any moment, and lead to another node afterwards. */
export class NetworkLine {
	readonly #target: () => string;
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	#isSilent = false;

	private constructor(target: () => string) {
		this.#target = target;
		this.#server = createServer((near) => {
			const { hostname, port } = new URL(this.#target());
			const far = connect(Number(port), hostname);
			this.#keep(near, far);
			this.#keep(far, near);
		});
	}

	/** @param target asked at every new connection for the address of a node. */
	static async open(target: () => string): Promise<NetworkLine> {
		const line = new NetworkLine(target);
		line.#server.listen(0, '127.0.0.1');
		await once(line.#server, 'listening');
		return line;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** Breaks what is open, without a goodbye to either end. */
	cut(): void {
		for (const socket of this.#sockets) socket.destroy();
	}

	/** Passes nothing on any more and closes nothing, as a firewall does that forgot its connections. */
	forget(): void {
		for (const socket of this.#sockets) socket.unpipe().pause();
	}

	/** Whether what connects from now on is passed on. */
	set isSilent(isSilent: boolean) {
		this.#isSilent = isSilent;
	}

	close(): void {
		this.#server.close();
		this.cut();
	}

	#keep(socket: Socket, other: Socket): void {
		this.#sockets.add(socket);
		socket.setNoDelay(true);
		socket.on('error', () => {});
		socket.on('close', () => {
			this.#sockets.delete(socket);
			other.destroy();
		});
		if (!this.#isSilent) socket.pipe(other);
	}
}
