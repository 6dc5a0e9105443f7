/** Where the faults fall; FAULTS_SEED=… repeats a run, or makes another. */
export const seed = Number(process.env.FAULTS_SEED ?? 1)

/** FAULTS=full causes ten times as many, for a night. */
export const times = (usual: number): number => (process.env.FAULTS === 'full' ? usual * 10 : usual)

export const patience = (seconds: number): number => times(seconds) * 1000
