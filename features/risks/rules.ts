/** How a likelihood looks: the likelier, the louder. */
export const TONES = { low: 'plain', medium: 'warn', high: 'bad' } as const
