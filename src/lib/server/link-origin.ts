import { hostname, networkInterfaces } from 'node:os';
import type { Config } from './config';

/**
 * The address that links and QR codes begin with. A client names the host of its request as it
 * likes, so only a name of this very machine is taken from there; a proxy's needs ORIGIN.
 */
export function linkOrigin(
	{ origin, host, port }: Pick<Config, 'origin' | 'host' | 'port'>,
	asked: Pick<URL, 'hostname' | 'origin' | 'protocol'>,
): string {
	if (origin) return new URL(origin).origin;
	return isThisMachine(asked.hostname) ? asked.origin : listeningOrigin(host, port);
}

/** Where the server can be reached as far as itself can know. */
export function listeningOrigin(host: string, port: number): string {
	const everywhere = host === '0.0.0.0' || host === '::';
	const name = everywhere ? (networkAddress() ?? 'localhost') : host;
	return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

const interfaces = () => Object.values(networkInterfaces()).flatMap((each) => each ?? []);

const networkAddress = () =>
	interfaces().find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

function isThisMachine(asked: string): boolean {
	const name = asked.toLowerCase().replace(/^\[|\]$/g, '');
	const own = hostname().toLowerCase();
	return (
		name === 'localhost' ||
		name === own ||
		name === `${own}.local` ||
		interfaces().some(({ address }) => address.toLowerCase() === name)
	);
}
