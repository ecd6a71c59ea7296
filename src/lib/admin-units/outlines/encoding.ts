/** The smallest stored form that an `Accept-Encoding` header allows. */
export function acceptedEncoding(header: string | null): 'br' | 'gzip' | 'identity' {
	const refused = /;\s*q=0(\.0*)?\s*$/;
	const accepted = (header ?? '')
		.split(',')
		.filter((entry) => !refused.test(entry))
		.map((entry) => entry.split(';')[0]?.trim().toLowerCase());
	if (accepted.includes('br')) return 'br';
	return accepted.includes('gzip') ? 'gzip' : 'identity';
}
