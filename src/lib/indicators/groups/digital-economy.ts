import { indicatorsOf } from '../indicator';

const { reached, standing, ratio } = indicatorsOf('digitalEconomy');

export const digitalEconomy = [
	reached('people', {
		code: 'paymentAccounts',
		vi: [
			'Người có tài khoản thanh toán',
			'Số người đã mở tài khoản hoặc cài ứng dụng thanh toán điện tử.',
		],
		en: [
			'People with a payment account',
			'People who opened a payment account or installed a payment app.',
		],
		source: '001 §II.5a; 002 §2.2; 003 §II.2.2',
	}),
	standing('people', {
		code: 'payingPeople',
		vi: ['– trong đó đã thanh toán', 'Số người trong đó đã thực sự dùng để trả tiền.'],
		en: ['– of whom paying', 'Those among them who have actually paid with it.'],
		source: '003 §II.2.2',
	}),
	ratio('payingPeople', 'paymentAccounts', {
		code: 'payingShare',
		vi: ['Tỷ lệ tài khoản có thanh toán', 'Số người đã thanh toán chia cho số người có tài khoản.'],
		en: ['Share of accounts in use', 'People who pay over people who have an account.'],
		source: '003 §II.2.2',
	}),
	reached('items', {
		code: 'marketplaceShops',
		vi: [
			'Gian hàng trên sàn',
			'Số gian hàng đã mở trên sàn thương mại điện tử như postmart.vn, voso.vn.',
		],
		en: ['Shops on marketplaces', 'Shops opened on marketplaces such as postmart.vn or voso.vn.'],
		source: '000 §I.2; 001 §II.5a; 002 §2.2',
	}),
	reached('people', {
		code: 'marketplaceBuyers',
		vi: ['Người mua sắm trực tuyến', 'Số người đã cài đặt và dùng sàn thương mại điện tử.'],
		en: ['Online buyers', 'People who installed and use an online marketplace.'],
		source: '002 §5; 003 §II.2.2',
	}),
	standing('items', {
		code: 'ocopProductsListed',
		vi: ['Sản phẩm OCOP trên sàn', 'Số sản phẩm OCOP đang bán trên sàn thương mại điện tử.'],
		en: ['OCOP products listed', 'OCOP products on sale on an online marketplace.'],
		source: '002 §2.2',
	}),
	standing(
		'items',
		{
			code: 'ocopProducts',
			vi: ['Tổng sản phẩm OCOP', 'Số sản phẩm của địa phương còn được công nhận OCOP.'],
			en: ['All OCOP products', 'Local products with a valid OCOP recognition.'],
			source: '002 §2.2',
		},
		'neutral',
	),
	ratio('ocopProductsListed', 'ocopProducts', {
		code: 'ocopProductsListedShare',
		vi: [
			'Tỷ lệ sản phẩm OCOP trên sàn',
			'Sản phẩm OCOP trên sàn chia cho tổng số; mục tiêu 100 %.',
		],
		en: [
			'Share of OCOP products listed',
			'OCOP products listed over all of them; the goal is 100%.',
		],
		source: '002 §2.2',
	}),
];
