export {
  type Changed,
  diffReleases,
  type Listed,
  type PanelAnswer,
  type PatientChange,
  type ReleaseDiff,
} from './diff.ts'
export { isRelease, type Release, releaseFormat, rulesetOf, runningRelease } from './release.ts'
