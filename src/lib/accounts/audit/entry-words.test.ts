import { describe, expect, it } from 'vitest';
import { auditSubjects, auditTopics, type AuditCode } from '../../contracts/audit/entries';
import { auditActions } from '../../contracts/audit/actions';
import { auditFields } from '../../contracts/audit/fields';
import { en } from '../../messages/en';
import { work as enWork } from '../../messages/en/work';
import { createFormat } from '../../messages/format';
import { vi } from '../../messages/vi';
import { work as viWork } from '../../messages/vi/work';
import { actionWords, detailParts, subjectParts, type Part } from './entry-words';

const languages = {
	vi: { work: viWork, format: createFormat('vi', vi) },
	en: { work: enWork, format: createFormat('en', en) },
};
const textOf = (parts: readonly Part[]) => parts.map(({ text }) => text).join('');
/** A key in the middle of words: `memberId`, `nomination.read`. */
const rawKey = /[a-z][A-Z]|[a-z]\.[a-z]/;

describe.each(['vi', 'en'] as const)('the words of the audit log in %s', (locale) => {
	const language = languages[locale];

	it('are there for every action, subject and field that is written', () => {
		for (const action of auditActions) expect(actionWords(action, language)).not.toMatch(rawKey);
		for (const name of [...auditSubjects, ...auditTopics])
			expect(textOf(subjectParts(`${name}:1`, language))).not.toMatch(rawKey);
		for (const topic of auditTopics)
			expect(textOf(subjectParts(topic, language))).not.toMatch(rawKey);
		for (const name of auditFields)
			expect(textOf(detailParts({ [name]: 1 }, language))).toMatch(/\S: 1$/);
		for (const name of auditFields)
			expect(textOf(detailParts({ [name]: 1 }, language))).not.toMatch(rawKey);
	});

	it('are there for every code', () => {
		for (const code of Object.keys(language.work.administration.auditCodes))
			expect(textOf(detailParts({ kind: code }, language)), code).toMatch(/: \S/);
	});
});

describe('an entry', () => {
	it('is told in words however deep its details stand', () => {
		const role: AuditCode = 'approver';
		const details = {
			grants: [{ role, unitId: 7 }],
			before: { validTo: '2026-06-30', name: 'Xã Đông' },
			key: 'quota:3',
			most: null,
			enabled: true,
		};
		expect(textOf(detailParts(details, languages.vi))).toBe(
			'vai trò được giao: (vai trò: Người duyệt; đơn vị số: 7); trước đó: (đến trước ngày: 30/6/2026; tên: Xã Đông); quy định: Số lượng tối đa: 3; nhiều nhất: không có; mở khóa: có',
		);
		const english = detailParts(details, languages.en);
		expect(english.filter(({ lang }) => lang === 'vi').map(({ text }) => text)).toEqual([
			'Xã Đông',
		]);
		expect(textOf(english)).toContain('roles given: (role: Approver; unit no.: 7)');
	});

	it('tells of several teams, and of reports as they are kept', () => {
		expect(textOf(subjectParts('team:3 team:14', languages.en))).toBe('team no. 3, 14');
		expect(textOf(subjectParts('07294@2026-10', languages.en))).toBe('07294@2026-10');
		expect(textOf(subjectParts('account:lanhdao', languages.vi))).toBe('tài khoản lanhdao');
	});

	it('of an older version is shown as it was kept', () => {
		expect(actionWords('plan.forget', languages.vi)).toBe('plan.forget');
		expect(textOf(detailParts({ forgotten: 'x' }, languages.vi))).toBe('forgotten: x');
	});
});
