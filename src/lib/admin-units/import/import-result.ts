/** What an import did. `notes` are sentences for the person who ran it. */
export interface ImportResult {
	added: number;
	changed: number;
	unchanged: number;
	notes: string[];
}

export const changedAnything = ({ added, changed }: ImportResult) => added + changed > 0;
