import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/**
 * On an English page whatever people wrote says that it is Vietnamese (WCAG 3.1.2), and the page's own
 * sentences write their numbers as English does. Names of places are capitalised, and so pass.
 */
export async function expectVietnameseIsMarked(page: Page): Promise<void> {
	const faults = await page.evaluate(() => {
		const marked = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/;
		const isVietnamese = (text: string): boolean => {
			const words = text.normalize('NFC').match(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu) ?? [];
			return words.filter((word) => marked.test(word)).length > 2;
		};
		// `1.234` alone may be a fraction; among words, or `1.234.567`, it is none.
		const grouped = /(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])/;
		const isVietnameseNumber = (text: string): boolean =>
			/(?<![\d.])\d{1,3}(?:\.\d{3}){2,}(?![\d.])/.test(text) ||
			(/\p{L}/u.test(text) && grouped.test(text));
		const faultOf = (text: string): string | undefined => {
			if (isVietnamese(text)) return 'Vietnamese';
			return isVietnameseNumber(text) ? 'a number as Vietnamese writes it' : undefined;
		};
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const texts: [Element, string][] = [];
		while (walker.nextNode()) {
			const { parentElement, textContent } = walker.currentNode;
			if (parentElement && textContent) texts.push([parentElement, textContent]);
		}
		const typed = 'textarea, input:not([type="hidden"], [type="checkbox"], [type="radio"])';
		for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(typed))
			texts.push([field, field.value]);
		const found = texts.flatMap(([element, text]) => {
			const what = faultOf(text);
			return what === undefined ||
				element.closest('script, style') ||
				element.closest('[lang]')?.getAttribute('lang') === 'vi'
				? []
				: [
						`${what}: ${element.tagName} ${element.getAttribute('class') ?? ''} ${text.trim().slice(0, 80)}`,
					];
		});
		return [...new Set(found)];
	});
	expect(faults).toEqual([]);
}
