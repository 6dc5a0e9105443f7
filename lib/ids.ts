/** A random id (UUID): says nothing about order or number. */
export const newId = (): string => crypto.randomUUID()
