import { indicatorsOf } from '../indicator';
import { enterprises, withBanks } from '../organisations';

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
		organisations: withBanks,
	}),
	standing('people', {
		code: 'payingPeople',
		vi: ['– trong đó đã thanh toán', 'Số người trong đó đã thực sự dùng để trả tiền.'],
		en: ['– of whom paying', 'Those among them who have actually paid with it.'],
		source: '003 §II.2.2',
		organisations: withBanks,
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
		organisations: enterprises,
	}),
	reached('items', {
		code: 'marketplaceShopsPostmart',
		vi: ['– trên postmart.vn', 'Số gian hàng trong đó mở trên sàn postmart.vn.'],
		en: ['– on postmart.vn', 'Those of them that were opened on postmart.vn.'],
		source: '000 §I.2; 002 §2.2',
		organisations: enterprises,
	}),
	reached('items', {
		code: 'marketplaceShopsVoso',
		vi: ['– trên voso.vn', 'Số gian hàng trong đó mở trên sàn voso.vn.'],
		en: ['– on voso.vn', 'Those of them that were opened on voso.vn.'],
		source: '000 §I.2; 002 §2.2',
		organisations: enterprises,
	}),
	reached('items', {
		code: 'marketplaceShopsOther',
		vi: ['– trên sàn khác', 'Số gian hàng trong đó mở trên sendo.vn hoặc sàn khác.'],
		en: ['– on others', 'Those of them that were opened on sendo.vn or any other marketplace.'],
		source: '000 §I.2',
		organisations: enterprises,
	}),
	reached('people', {
		code: 'marketplaceBuyers',
		vi: ['Người mua sắm trực tuyến', 'Số người đã cài đặt và dùng sàn thương mại điện tử.'],
		en: ['Online buyers', 'People who installed and use an online marketplace.'],
		source: '002 §5; 003 §II.2.2',
		organisations: enterprises,
	}),
	reached('households', {
		code: 'sellersGuided',
		vi: [
			'Hộ được hướng dẫn bán hàng trên mạng',
			'Số hộ, cơ sở được hướng dẫn đăng ảnh, quảng bá, nhận đơn và đóng gói sản phẩm.',
		],
		en: [
			'Sellers guided',
			'Households and businesses shown how to post photos, advertise, take orders and pack.',
		],
		source: '000 §I.2',
	}),
	reached('households', {
		code: 'qualityPledges',
		vi: [
			'Hộ cam kết chất lượng sản phẩm',
			'Số hộ, cơ sở bán hàng trên mạng đã cam kết cung cấp sản phẩm đúng chất lượng.',
		],
		en: [
			'Quality pledges',
			'Households and businesses that sell online and pledged the quality of their products.',
		],
		source: '000 §I.2',
	}),
	reached('items', {
		code: 'productsAdvertisedOnline',
		vi: [
			'Sản phẩm được quảng bá trên mạng',
			'Số sản phẩm của địa phương được quảng bá trên trang web, Zalo, Facebook.',
		],
		en: ['Products advertised online', 'Local products advertised on websites, Zalo or Facebook.'],
		source: '002 §2.2',
	}),
	standing('items', {
		code: 'ocopProductsListed',
		vi: ['Sản phẩm OCOP trên sàn', 'Số sản phẩm OCOP đang bán trên sàn thương mại điện tử.'],
		en: ['OCOP products listed', 'OCOP products on sale on an online marketplace.'],
		source: '002 §2.2',
		organisations: enterprises,
	}),
	standing(
		'items',
		{
			code: 'ocopProducts',
			vi: ['Tổng sản phẩm OCOP', 'Số sản phẩm của địa phương còn được công nhận OCOP.'],
			en: ['All OCOP products', 'Local products with a valid OCOP recognition.'],
			source: '002 §2.2',
			organisations: enterprises,
		},
		'neutral',
	),
	...(
		[
			['Postmart', 'postmart.vn', '002 §6.2'],
			['Voso', 'voso.vn', '002 §6.2'],
			['Other', 'sàn khác', '002 §6.2'],
		] as const
	).map(([code, place, source]) =>
		standing('items', {
			code: `productsBrought${code}`,
			vi: [
				`Sản phẩm đã đưa lên ${place}`,
				`Số sản phẩm do chính đơn vị đưa lên ${place} và đang bán ở đó.`,
			],
			en: [
				`Products brought to ${code === 'Other' ? 'other marketplaces' : place}`,
				'Products that the organisation itself put there and that are on sale.',
			],
			source,
			organisations: enterprises,
			organisationsOnly: true,
		}),
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
