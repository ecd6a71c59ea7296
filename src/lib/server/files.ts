import { fileTypeFromBuffer } from 'file-type';
import { eq } from 'drizzle-orm';
import type { Database } from './db/client';
import { storedFile } from './db/schema';
import { InvalidError, NotFoundError } from './errors';
import { fileNameFor } from './file-name';
import { imageTypes, plainPicture, RefusedImage, type ImageType } from './images/picture';
import { scaledOnce } from './images/scaled';
import { lifetimes } from './lifetimes';

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
/** The longer side of a picture as it is kept: a photo for a screen, a scan to be read and printed. */
const longestSide: Record<FileKind, number> = { photo: 2400, paper: 5000 };

/**
 * Keeps an uploaded file; of a picture nothing but the picture, since cameras write down where.
 * @returns its id.
 * @throws InvalidError with field `field` when it is empty, too large, of another kind or a picture
 * that ends too early or has too many points.
 */
export async function storeFile(
	database: Database,
	file: File,
	{
		field,
		kind,
		uploadedBy,
		uploadedAt,
	}: { field: string; kind: FileKind; uploadedBy: number; uploadedAt: Date },
): Promise<number> {
	if (file.size === 0) throw refusal(field, 'fileEmpty', 'the file is empty', file);
	if (file.size > largestFile) throw refusal(field, 'fileTooLarge', 'the file is too large', file);
	const given = new Uint8Array(await file.arrayBuffer());
	const found = (await fileTypeFromBuffer(given))?.mime;
	const mediaType = fileKinds[kind].find((allowed) => allowed === found);
	if (!mediaType) throw refusal(field, 'fileOfOtherKind', `a file of type ${found}`, file);
	const type = imageTypes.find((each) => each === mediaType);
	const content = type ? await picture(given, type, { field, kind, file }) : given;
	const [stored] = await database
		.insert(storedFile)
		.values({
			...{ name: file.name, mediaType, byteLength: content.byteLength, content },
			...{ uploadedBy, uploadedAt },
		})
		.returning({ id: storedFile.id });
	if (!stored) throw new Error('An insert returns its row.');
	return stored.id;
}

async function picture(
	content: Uint8Array,
	type: ImageType,
	{ field, kind, file }: { field: string; kind: FileKind; file: File },
): Promise<Uint8Array> {
	try {
		return await plainPicture(content, type, longestSide[kind]);
	} catch (thrown) {
		if (!(thrown instanceof RefusedImage)) throw thrown;
		if (thrown.reason === 'tooManyPixels')
			throw refusal(field, 'pictureTooLarge', 'the picture has too many points', file);
		throw refusal(field, 'fileDamaged', 'the picture is damaged', file);
	}
}

const refusal = (field: string, rule: string, message: string, { size }: File) =>
	new InvalidError([{ field, rule, message, numbers: { bytes: size, limit: largestFile } }]);

/**
 * The file as an answer; the caller has made sure that whoever asks may have it.
 * @throws NotFoundError
 */
export async function serveFile(database: Database, id: number): Promise<Response> {
	const file = await findFile(database, id);
	return answerWith(file, file.content);
}

/** A picture as an answer for those with an old phone and a weak connection. @throws NotFoundError */
export async function serveScaled(database: Database, id: number): Promise<Response> {
	const file = await findFile(database, id);
	const type = imageTypes.find((each) => each === file.mediaType);
	return answerWith(file, type ? await scaledOnce(id, file.content, type) : file.content);
}

async function findFile(database: Database, id: number): Promise<typeof storedFile.$inferSelect> {
	const [file] = await database.select().from(storedFile).where(eq(storedFile.id, id));
	if (!file) throw new NotFoundError(`There is no file ${id}.`);
	return file;
}

function answerWith(
	{ name, mediaType }: Pick<typeof storedFile.$inferSelect, 'name' | 'mediaType'>,
	content: Uint8Array,
): Response {
	const isImage = imageTypes.some((type) => type === mediaType);
	const shown = encodeURIComponent(fileNameFor(name, mediaType));
	return new Response(new Uint8Array(content), {
		headers: {
			'content-type': mediaType,
			// Anything but a picture is saved, never run in our own origin.
			'content-disposition': `${isImage ? 'inline' : 'attachment'}; filename*=UTF-8''${shown}`,
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': lifetimes.file,
		},
	});
}
