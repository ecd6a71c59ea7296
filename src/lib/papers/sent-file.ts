export interface SentFile {
	/** As it is called on the device it comes from. */
	name: string;
	content: Uint8Array;
}
