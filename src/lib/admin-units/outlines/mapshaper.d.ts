declare module 'mapshaper' {
	/** Runs command-line text on files in memory; answers with the files that `-o` named. */
	export function applyCommands(
		commands: string,
		input: Record<string, string | Uint8Array | object>,
	): Promise<Record<string, Uint8Array | string>>;
	const mapshaper: { applyCommands: typeof applyCommands };
	export default mapshaper;
}
