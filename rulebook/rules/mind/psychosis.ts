/**
 * What the rules of psychosis share. Of a psychosis every status says either that it is there now or that it has passed;
 * a word for mood says only that the person is unwell or well.
 */
export const psychoses = ['psychotic-symptoms', 'psychotic-depression', 'other-psychosis'] as const
export const presentNow = ['current', 'untreated', 'manic', 'hypomanic', 'mixed', 'depressed'] as const
export const passed = ['history', 'stable', 'treated', 'euthymic'] as const
