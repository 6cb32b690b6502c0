/** The difference of two releases as a person reads it: what changed, then for whom. */
import type { Listed, PatientChange, ReleaseDiff } from '@keel/rulebook'

export function printDiff(before: string, after: string, diff: ReleaseDiff): string {
  const blocks = [
    `From ${before} to ${after}`,
    block('Rules', diff.rules),
    block('Protocols', diff.protocols),
    block('Arithmetic', diff.arithmetic),
    ...Object.entries(diff.knowledge).map(([kind, listed]) => block(`${kind}s`, listed)),
    panelBlock(diff.panel),
  ]
  return blocks.filter((one) => one !== '').join('\n\n')
}

function block(title: string, { added, removed, changed }: Listed): string {
  const heading = `${title[0]?.toUpperCase()}${title.slice(1)}`
  const lines = [
    ...(added.length > 0 ? [`  new: ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`  gone: ${removed.join(', ')}`] : []),
    ...changed.flatMap(({ id, changes }) => changes.map((change) => `  ${id}: ${change}`)),
  ]
  return lines.length === 0 ? '' : [heading, ...lines].join('\n')
}

function panelBlock({ asked, changed, notAsked }: ReleaseDiff['panel']): string {
  if (notAsked !== null) return `For whom\n  The panel could not be asked: ${notAsked}`
  const summary =
    changed.length === 0
      ? `Nobody of the panel is treated differently (${asked} questions asked).`
      : `${changed.length} of ${asked} questions about the panel are answered differently.`
  return ['For whom', `  ${summary}`, ...changed.flatMap(changeLines)].join('\n')
}

function changeLines({ patient, says, phase, before, after, because, noLonger }: PatientChange): readonly string[] {
  const change = before === after ? `${after} as before` : `${before} → ${after}`
  return [
    `  ${patient} ${says}, ${phase}: ${change}`,
    ...(because.length > 0 ? [`      now found: ${because.join(', ')}`] : []),
    ...(noLonger.length > 0 ? [`      no longer: ${noLonger.join(', ')}`] : []),
  ]
}
