import type { FilePlace } from '../../contracts/papers';
import { InvalidError } from '../../server/errors';

export const fileRefusals = [
	'fileEmpty',
	'fileTooLarge',
	'notAWorkbook',
	'oldWorkbook',
	'otherSpreadsheet',
	'encryptedFile',
	'macros',
	'zipBomb',
	'damagedFile',
	'wrongEncoding',
	'unclosedQuote',
	'wrongSheet',
	'doubleColumn',
	'otherVersion',
	'tooManyRows',
	'tooManyCells',
	'tooSlow',
	'noRows',
] as const;
/** Why a file as a whole is not read; interfaces word it. */
export type FileRefusal = (typeof fileRefusals)[number];

export class RefusedFile extends InvalidError {
	constructor(
		readonly refusal: FileRefusal,
		readonly place: FilePlace | null = null,
		options: { cause?: unknown } = {},
	) {
		super([{ field: 'file', rule: refusal, message: `the file was refused: ${refusal}` }]);
		if ('cause' in options) this.cause = options.cause;
	}
}
