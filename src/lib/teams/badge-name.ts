/** `Nguyễn Văn An` → `An N.`: what a citizen may read of a member's name. */
export function badgeName(fullName: string): string {
	const words = fullName.normalize('NFC').trim().split(/\s+/u);
	const [family = ''] = words;
	const given = words.at(-1) ?? '';
	const [initial = ''] = family;
	return words.length < 2 ? given : `${given} ${initial.toLocaleUpperCase('vi')}.`;
}
