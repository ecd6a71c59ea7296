/** By what a file is, never by what it is called: a picture named `p.html` would be saved as a page. */
const extensions: Readonly<Record<string, readonly string[]>> = {
	'image/jpeg': ['jpg', 'jpeg'],
	'image/png': ['png'],
	'image/webp': ['webp'],
	'application/pdf': ['pdf'],
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
};

/** The name that a file is handed out under: its own, with an ending that says what it is. */
export function fileNameFor(name: string, mediaType: string): string {
	const endings = extensions[mediaType] ?? [];
	const [, ending = ''] = /\.([^.]*)$/.exec(name) ?? [];
	if (endings.includes(ending.toLowerCase())) return name;
	return `${name.replace(/\.[a-z0-9]{1,5}$/i, '') || 'file'}.${endings[0] ?? 'bin'}`;
}
