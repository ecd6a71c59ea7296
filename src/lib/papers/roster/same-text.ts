import { searchKey, withTonesLast } from '../../contracts/text/search-key';

const spelling = (text: string) => withTonesLast(text).replace(/\s+/gu, ' ').trim();

/** Whether two texts differ in nothing but where tones stand, case and spaces. */
export const sameSpelling = (one: string, other: string): boolean =>
	spelling(one) === spelling(other);

/** Whether what a file says is what is stored: a file may have lost its accents, the store may not. */
export const saysTheSame = (written: string, stored: string): boolean =>
	sameSpelling(written, stored) ||
	(searchKey(written) === searchKey(stored) && !/[\p{M}đ]/iu.test(written.normalize('NFD')));
