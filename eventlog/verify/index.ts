export type { OnProgress, Problem, ProblemKind, VerifyReport } from './report.ts'
export { type VerifyOptions, verify } from './verify.ts'
