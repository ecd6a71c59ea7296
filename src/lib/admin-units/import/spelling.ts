/** Every letter that Vietnamese names are written with, plus the signs inside them. */
const letters = 'a-zA-Z0-9àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
const name = new RegExp(`^[${letters}${letters.toUpperCase()} .,'’()/&–-]+$`, 'u');

/**
 * Tone marks of Windows-1258 read as Windows-1252 are letters of their own: `Cộng` becomes `Côòng`,
 * `Phường` becomes `PhýõÌng`. No Vietnamese syllable has these pairs.
 */
const misreadTone = /[âăêôơưýõ][ìòÌÒ]|\p{Ll}[ÌÒ]|[yaei]ò|[Þþ]/u;

/** A name that some program stored in the wrong encoding; it must not get into the database. */
export function isMisread(text: string): boolean {
	const composed = text.normalize('NFC');
	return !name.test(composed) || misreadTone.test(composed);
}
