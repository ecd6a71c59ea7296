/** Where checks put what is wrong. `field` says where: `line 12`, `feature 3`, `header`, `file`. */
export interface ProblemSink {
	/** @param rule stable name, @param message in English, reads on from the field. */
	add(field: string, rule: string, message: string): void;
}
