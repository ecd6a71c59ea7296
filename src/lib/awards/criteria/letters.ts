/** A, B, … Z, AA, AB, …: what stands for a unit while weights are written. */
export function letters(index: number): string {
	let [left, name] = [index, ''];
	do {
		name = String.fromCharCode(65 + (left % 26)) + name;
		left = Math.floor(left / 26) - 1;
	} while (left >= 0);
	return name;
}
