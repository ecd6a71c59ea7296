import { expect, it } from 'vitest';
import { divergingColours, policyClasses } from '../contracts/policy-classes';
import { classStyles, contrast, inkOn } from './class-styles';

it('writes the style sheet of the classes that there are', async () => {
	await expect(classStyles()).toMatchFileSnapshot('classes.css');
});

it.each([...policyClasses, ...divergingColours])(
	'lets names be read on $light and $dark',
	({ light, dark }) => {
		expect(contrast(light, inkOn(light, 'light'))).toBeGreaterThanOrEqual(4.5);
		expect(contrast(dark, inkOn(dark, 'dark'))).toBeGreaterThanOrEqual(4.5);
	},
);
