// @ts-check
/**
 * Loaded before a server: its clock begins at `CLOCK_FROM` and goes on from wherever the parent sets it to,
 * so that a test lives through a year. Only what an instant is made from without being given one changes.
 */
const TrueDate = Date;
let ahead = TrueDate.parse(process.env.CLOCK_FROM ?? '') - TrueDate.now();

class MovedDate extends TrueDate {
	/** @param {unknown[]} given */
	constructor(...given) {
		super(.../** @type {[number]} */ (given.length === 0 ? [MovedDate.now()] : given));
	}
	static now() {
		return TrueDate.now() + ahead;
	}
}
globalThis.Date = /** @type {DateConstructor} */ (MovedDate);

process.on('message', (instant) => {
	ahead = TrueDate.parse(String(instant)) - TrueDate.now();
	process.send?.(instant);
});
// Nobody waits for the next move alone.
process.channel?.unref();
