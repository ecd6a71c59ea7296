/** Places 1, 2, 2, 4 of scores that stand from high to low: equal ones share a place. */
export function placesOf(scores: readonly number[]): number[] {
	const places: number[] = [];
	scores.forEach((score, index) => {
		const ties = index > 0 && scores[index - 1] === score;
		places.push(ties ? (places[index - 1] ?? 1) : index + 1);
	});
	return places;
}
