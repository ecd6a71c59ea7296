import { fileTypeFromBuffer } from 'file-type';
import { eq } from 'drizzle-orm';
import type { Database } from './db/client';
import { storedFile } from './db/schema';
import { InvalidError, NotFoundError } from './errors';
import { DamagedImage } from './images/bytes';
import { imageTypes, withoutMetadata } from './images/without-metadata';

const office = [
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation',
] as const;

/** What may be handed in, by purpose: told by a file's content, never by its name. */
export const fileKinds = {
	photo: imageTypes,
	paper: ['application/pdf', ...imageTypes, ...office],
} as const;
export type FileKind = keyof typeof fileKinds;

export const largestFile = 8 * 1024 * 1024;

/**
 * Keeps an uploaded file; of a picture nothing but the picture, since cameras write down where.
 * @returns its id.
 * @throws InvalidError with field `field` when it is empty, too large, of another kind or a picture
 * that ends too early.
 */
export async function storeFile(
	database: Database,
	file: File,
	{ field, kind, uploadedBy }: { field: string; kind: FileKind; uploadedBy: number },
): Promise<number> {
	if (file.size === 0) throw refusal(field, 'fileEmpty', 'the file is empty', file);
	if (file.size > largestFile) throw refusal(field, 'fileTooLarge', 'the file is too large', file);
	const given = new Uint8Array(await file.arrayBuffer());
	const found = (await fileTypeFromBuffer(given))?.mime;
	const mediaType = fileKinds[kind].find((allowed) => allowed === found);
	if (!mediaType) throw refusal(field, 'fileOfOtherKind', `a file of type ${found}`, file);
	const content = cleaned(given, mediaType);
	if (!content) throw refusal(field, 'fileDamaged', 'the picture is damaged', file);
	const [stored] = await database
		.insert(storedFile)
		.values({ name: file.name, mediaType, byteLength: content.byteLength, content, uploadedBy })
		.returning({ id: storedFile.id });
	if (!stored) throw new Error('An insert returns its row.');
	return stored.id;
}

/** Null for a picture that can't be read to its end. */
function cleaned(content: Uint8Array, mediaType: string): Uint8Array | null {
	const type = imageTypes.find((each) => each === mediaType);
	if (!type) return content;
	try {
		return withoutMetadata(content, type);
	} catch (error) {
		if (error instanceof DamagedImage) return null;
		throw error;
	}
}

const refusal = (field: string, rule: string, message: string, { size }: File) =>
	new InvalidError([{ field, rule, message, numbers: { bytes: size, limit: largestFile } }]);

/**
 * The file as an answer; the caller has made sure that whoever asks may have it.
 * @throws NotFoundError
 */
export async function serveFile(database: Database, id: number): Promise<Response> {
	const [file] = await database.select().from(storedFile).where(eq(storedFile.id, id));
	if (!file) throw new NotFoundError(`There is no file ${id}.`);
	const isImage = imageTypes.some((type) => type === file.mediaType);
	return new Response(new Uint8Array(file.content), {
		headers: {
			'content-type': file.mediaType,
			// Anything but a picture is saved, never run in our own origin.
			'content-disposition': `${isImage ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': 'private, max-age=3600',
		},
	});
}
