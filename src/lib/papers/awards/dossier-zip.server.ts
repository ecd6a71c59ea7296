import { createHash } from 'node:crypto';
import { zip, type AsyncZippable } from 'fflate';
import { canonicalJson, type JsonValue } from '../../contracts/text/canonical-json';

/** A file of a dossier: where it stands in it, and what it is of. */
export interface DossierFile {
	/** `bao-cao-thanh-tich.docx`, `minh-chung/03-anh.jpg`. */
	path: string;
	content: Uint8Array;
	/** What the manifest says of it beside its size and hash. */
	about: JsonValue;
}

export const manifestName = 'manifest.json';
/** As `sha256sum -c` reads it. */
export const sumsName = 'SHA256SUMS';

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/**
 * A dossier as one file: what belongs to it, a manifest in canonical JSON that names every file with its
 * size and hash, and the sums as `sha256sum` checks them.
 * @param facts what the manifest says of the dossier as a whole.
 */
export async function writeDossierZip(
	files: readonly DossierFile[],
	facts: Readonly<Record<string, JsonValue>>,
): Promise<Uint8Array> {
	const listed = files.map(({ path, content, about }) => ({
		...{ path, about, bytes: content.byteLength, sha256: sha256(content) },
	}));
	const manifest = new TextEncoder().encode(canonicalJson({ ...facts, files: listed }));
	const sums = [...listed, { path: manifestName, sha256: sha256(manifest) }]
		.map((file) => `${file.sha256}  ${file.path}\n`)
		.join('');
	const entries: AsyncZippable = Object.fromEntries([
		...files.map(({ path, content }) => [path, content] as const),
		[manifestName, manifest] as const,
		[sumsName, new TextEncoder().encode(sums)] as const,
	]);
	return new Promise((resolve, reject) => {
		zip(entries, { level: 6 }, (error, content) => (error ? reject(error) : resolve(content)));
	});
}

/** A name that every system can store, in its folder and with its number. */
export const evidencePath = (index: number, name: string): string =>
	`minh-chung/${String(index + 1).padStart(2, '0')}-${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')}`;
