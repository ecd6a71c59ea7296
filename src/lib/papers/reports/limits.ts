/** All files of one upload together; the server takes 8 MB a request, all around them included. */
export const largestUpload = 7 * 1024 * 1024;
export const largestUploadMegabytes = 7;
export const mostFiles = 100;

/** What is wrong with a choice of files before anybody has opened one. */
export type UploadFault = 'noFile' | 'tooLarge' | 'tooManyFiles';

/** The same on the device, where it saves the way, and on the server. */
export function faultOf(files: readonly { size: number }[]): UploadFault | undefined {
	if (files.length === 0) return 'noFile';
	if (files.length > mostFiles) return 'tooManyFiles';
	const bytes = files.reduce((sum, { size }) => sum + size, 0);
	return bytes > largestUpload ? 'tooLarge' : undefined;
}
