import { canonicalJson, sha256 } from '../../contracts/text/canonical-json';

/** An entry as it is hashed. */
export interface HashedEntry {
	id: number;
	/** UTC to the microsecond, as the database keeps it. */
	at: string;
	accountId: number | null;
	action: string;
	subject: string;
	/** As the database writes them, which keeps every digit and orders the keys. */
	details: string;
}

export interface Seal {
	sequence: number;
	entryId: number;
	entryHash: string;
	hash: string;
	/** UTC to the microsecond. */
	sealedAt: string;
}

/** What the first seal follows. */
export const beforeFirst = { sequence: 0, hash: '' };

export const hashEntry = ({ id, at, accountId, action, subject, details }: HashedEntry): string =>
	sha256(canonicalJson({ id, at, accountId, action, subject, details }));

/** The hash that ties a seal to the one before. */
export const hashSeal = (
	{ sequence, entryId, entryHash, sealedAt }: Omit<Seal, 'hash'>,
	previous: string,
): string => sha256(canonicalJson({ sequence, entryId, entryHash, sealedAt, previous }));

export type ChainFault =
	/** What the entry says isn't what was sealed. */
	| 'changed'
	/** The entry is gone, and no pruning says so. */
	| 'removed'
	/** A seal between others is gone. */
	| 'sealRemoved'
	/** The seal doesn't follow from the one before. */
	| 'sealChanged'
	/** The entry says it is older than what was sealed, yet came later. */
	| 'inserted';

/** How a seal and its entry break the chain; null where they fit. */
export function faultOf(
	seal: Seal,
	entry: HashedEntry | null,
	previous: Pick<Seal, 'sequence' | 'hash'>,
	prunedUntil: number,
): ChainFault | null {
	if (seal.sequence !== previous.sequence + 1) return 'sealRemoved';
	if (seal.hash !== hashSeal(seal, previous.hash)) return 'sealChanged';
	if (entry === null) return seal.sequence <= prunedUntil ? null : 'removed';
	return hashEntry(entry) === seal.entryHash ? null : 'changed';
}
