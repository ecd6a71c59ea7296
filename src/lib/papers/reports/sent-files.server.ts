import { textFields } from '../../server/form';
import { faultOf, largestUpload, type UploadFault } from './limits';
import type { SentFile } from '../sent-file';

/** The parts of a form that aren't files, names and boundaries included. */
const roomForTheRest = 512 * 1024;

/** The files of a posted form and its other fields, or why they are not looked at; too much is refused unread. */
export async function readSentFiles(
	request: Request,
): Promise<{ files: SentFile[]; fields: Record<string, string> } | { fault: UploadFault }> {
	if (Number(request.headers.get('content-length')) > largestUpload + roomForTheRest)
		return { fault: 'tooLarge' };
	const form = await readForm(request);
	if (form === undefined) return { fault: 'tooLarge' };
	const files = form
		.getAll('files')
		.filter((entry) => typeof entry !== 'string')
		.filter(({ name, size }) => name !== '' || size > 0);
	const fault = faultOf(files);
	if (fault) return { fault };
	return {
		fields: textFields(form),
		files: await Promise.all(
			files.map(async (file) => ({
				name: file.name,
				content: new Uint8Array(await file.arrayBuffer()),
			})),
		),
	};
}

/** Undefined when the server stopped reading at its limit, which is how it ends a body without length. */
async function readForm(request: Request): Promise<FormData | undefined> {
	try {
		return await request.formData();
	} catch (thrown) {
		if (thrown instanceof Error && 'status' in thrown && thrown.status === 413) return undefined;
		throw thrown;
	}
}
