import { z } from 'zod'

/** Whatever else was typed into the address is simply no link we know. */
export const signedLinkInput = z.object({ token: z.string().max(200).catch('') })
export type SignedLinkInput = z.infer<typeof signedLinkInput>
