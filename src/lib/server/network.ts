import { isIPv6 } from 'node:net';

/** One household or office: an IPv4 address, or the 64 bits of an IPv6 network that one customer gets. */
export function network(address: string): string {
	return prefix(address, 4);
}

/** What one tunnel or one company gets: 48 bits of IPv6, as 65,536 networks; of IPv4 the network. */
export function siteOf(address: string): string {
	return prefix(address, 3);
}

function prefix(address: string, length: number): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped) return mapped;
	if (!isIPv6(address)) return address;
	const [head = '', tail] = address.split('%', 1).join('').split('::');
	const before = head === '' ? [] : head.split(':');
	const after = tail ? tail.split(':') : [];
	const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
	const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
	return groups
		.slice(0, length)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(':');
}
