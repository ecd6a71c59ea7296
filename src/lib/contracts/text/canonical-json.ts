import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalize } from 'json-canonicalize';

/** What JSON can say. Without `undefined`: what isn't there has no key. */
export type JsonValue =
	| null
	| boolean
	| number
	| string
	| readonly JsonValue[]
	| { readonly [key: string]: JsonValue };

/**
 * The one way to write a value down (RFC 8785): keys in the order of their UTF-16 units, no blanks. What is
 * the same has the same bytes, so that it can be hashed.
 * @throws Error for a number that JSON can't say.
 */
export const canonicalJson = (value: JsonValue): string => canonicalize(value);

/** SHA-256 of a text, hexadecimal; without WebCrypto, which browsers withhold where there is no HTTPS. */
export const sha256 = (text: string): string => bytesToHex(digest(utf8ToBytes(text)));
