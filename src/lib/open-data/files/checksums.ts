import type { WrittenFile } from './data-package';
import type { Edition, Manifest } from './rows';

/** What a file is called once it is saved: apart from its folder it still says what it is of. */
export const savedName = ({ period, number }: Pick<Edition, 'period' | 'number'>, name: string) =>
	`nhip-so-${period}-${number}-${name}`;

/**
 * Checksums as `sha256sum --check` reads them, which passes over lines that begin with `#`. A CSV file
 * has no place of its own for what it is of, when it was approved and how many rows it has.
 */
export function writeChecksums(manifest: Manifest, files: readonly WrittenFile[]): string {
	const { period, changeNumber, approvedAt, rows, license } = manifest;
	const about = { period, changeNumber, approvedAt, rows, license };
	const edition = { period, number: changeNumber };
	return [
		...Object.entries(about).map(([key, value]) => `# ${key}: ${value}`),
		...files.map(({ name, hash }) => `${hash}  ${savedName(edition, `communes.${name}`)}`),
		'',
	].join('\n');
}
