import { inSentence } from '../../src/lib/messages/vi/in-sentence';
import { open } from '../../src/lib/messages/vi/open';
import { serverAddress } from './environment';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';
import { someCommune } from './some-commune';

/** What a citizen without an account says of the figures. */

test.describe.configure({ mode: 'parallel' });

test('whoever knows no code names their commune, and chooses where several answer', async ({
	page,
}) => {
	const t = open.correctionRequest;
	await page.goto('/de-nghi-dinh-chinh');
	await page.getByLabel(t.text).fill('Số hộ của thôn tôi không đúng.');
	await page.getByLabel(t.unit).fill('không có xã này');
	await page.getByRole('button', { name: t.submit }).click();
	await expect(page.getByText(t.problems.commune)).toBeVisible();
	await page.getByLabel(t.unit).fill('an');
	await page.getByRole('button', { name: t.submit }).click();
	await expect(page.getByText(t.several('an'))).toBeVisible();
	await expect(page.getByLabel(t.text)).toHaveValue('Số hộ của thôn tôi không đúng.');
	const chosen = page.getByLabel(t.unit).locator('option').nth(1);
	const name = (await chosen.textContent()) ?? '';
	await page.getByLabel(t.unit).selectOption({ label: name });
	await page.getByRole('button', { name: t.submit }).click();
	await expect(page.getByText(/^Đã nhận\. Số của đề nghị này là/)).toBeVisible();
	await expect(page.getByText(`Về số liệu của ${inSentence(name)}`)).toBeVisible();
});

test('whoever asked for a correction reads what came of it and why, and asks again', async ({
	browser,
	page,
	request,
	sessionOf,
}) => {
	const { code } = await someCommune(request);
	const t = open.correctionRequest;
	await page.goto(`/de-nghi-dinh-chinh?xa=${code}`);
	await page.getByLabel(t.text).fill('Thôn cuối xã có thêm mười hộ mới chuyển về từ tháng trước.');
	await page.getByRole('button', { name: t.submit }).click();
	await expect(page.getByText(/^Đã nhận\. Số của đề nghị này là/)).toBeVisible();
	const address = new URL(page.url()).pathname;

	const desk = await browser.newContext({ baseURL: serverAddress });
	await desk.addCookies(await sessionOf('approver'));
	const ticket = await desk.newPage();
	await ticket.goto(address.replace('/de-nghi-dinh-chinh/', '/kien-nghi/'));
	await ticket.getByLabel('Nội dung trả lời').fill('Đã đối chiếu danh sách hộ với công an xã.');
	await ticket.getByLabel(/^Tóm tắt điều được hỏi/).fill('Số hộ của một thôn còn thiếu.');
	await ticket.getByLabel(/^Tóm tắt câu trả lời/).fill('Không đổi: hộ mới chỉ tính từ tháng sau.');
	await ticket.getByRole('button', { name: 'Gửi trả lời' }).click();
	await expect(ticket.getByText('Đã gửi trả lời.')).toBeVisible();
	await desk.close();

	await page.goto(address);
	await expect(page.getByText('Không đổi: hộ mới chỉ tính từ tháng sau.')).toBeVisible();
	await expect(page.getByText('Đã đối chiếu danh sách hộ')).toHaveCount(0);
	await expectNoSidewaysScrolling(page);
	await expectNoAxeViolations(page);
	await page.getByLabel(t.one.reopenLabel).fill('Các hộ này đã ở đây từ đầu năm, không phải mới.');
	await page.getByRole('button', { name: t.one.reopenSubmit }).click();
	await expect(page.getByText(t.one.reopened)).toBeVisible();
	await expect(page.getByText(/^Đang ở/)).toBeVisible();
	// The address that was given out was kept as it said before.
	await page.goto(address);
	await expect(page.getByText(/^Đang ở/)).toBeVisible();
});
