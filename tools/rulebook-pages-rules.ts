/** The printed pages of rules and of protocols. */
import { type Condition, type Example, type Operand, operandsOf, type Rule } from '@keel/engine'
import { inWords, type Protocol, protocols, type SettingName, sentenceOf, usualOrder } from '@keel/rulebook'
import {
  basisOf,
  bullets,
  confidenceOf,
  page,
  sourceNames,
  table,
  valueHeads,
  valueRow,
  valueRows,
} from './rulebook-pages-markdown.ts'

export function rulePage(rule: Rule): string {
  const dated = valueRows(rule.values)
  return page(
    `# ${rule.title}`,
    `\`${rule.id}\` · **${rule.severity}** · asked in ${rule.phases.join(', ')}${rule.group ? ` · sibling group \`${rule.group}\`` : ''} · ${confidenceOf(rule.confidence)}`,
    `**${sentenceOf(rule)}**`,
    [
      `- **Why:** ${rule.because}`,
      `- **Do:** ${rule.action}`,
      `- **The patient is told:** ${rule.saysToPatient}`,
      ...(rule.appliesTo ? [`- **Asked only when:** ${inWords(rule.appliesTo, rule.values)}`] : []),
      `- **Fires when:** ${inWords(rule.when, rule.values)}`,
      `- **Not known:** hold, and ask for the fact.`,
      `- **Who may let it pass:** ${whoMayPass(rule)}`,
      ...(rule.cites.length > 0 ? [`- **Source of the rule:** ${sourceNames(rule.cites)}`] : []),
    ],
    dated.length > 0 ? '## Numbers' : '',
    table(valueHeads, dated),
    ...settingBlocks(rule),
    '## Examples',
    examplesTable(rule.examples),
  )
}

function whoMayPass({ severity, overridableBy, values }: Rule): string {
  if (overridableBy === undefined) return withoutOverride[severity]
  const { role, attests, within } = overridableBy
  return `${role}, with a recorded reason, who attests "${attests}"${within ? `; only when ${inWords(within, values)}` : ''}.`
}

const withoutOverride: Readonly<Record<Rule['severity'], string>> = {
  caution: 'it stops nothing.',
  review: 'a prescriber, with a recorded reason.',
  hold: 'nobody; a fact must change.',
  block: 'nobody; a fact must change.',
}

const isSetting = (operand: Operand): operand is { readonly setting: SettingName } => 'setting' in operand

function settingBlocks({ when }: Rule): readonly string[] {
  const names = [
    ...new Set(
      operandsOf(when)
        .filter(isSetting)
        .map(({ setting }) => setting),
    ),
  ]
  if (names.length === 0) return []
  const rows = protocols.flatMap((protocol) =>
    names.flatMap((name) => settingRows(protocol, name).map((row) => [protocol.id, ...row])),
  )
  return ['## Numbers that the protocols state', table(['Protocol', 'Value', 'When', ...valueHeads.slice(1)], rows)]
}

function settingRows({ settings }: Protocol, name: SettingName): readonly (readonly string[])[] {
  const cases = settings[name]
  if (cases === 'not-limited') return [[`\`${name}\``, 'always', 'not limited', '', '', '', '']]
  return cases.flatMap(({ where, bounds = {}, values }) =>
    values.map((value) => {
      const [, ...rest] = valueRow(name, value)
      return [
        `\`${name}\``,
        where ? inWords(where as Condition, bounds) : cases.length > 1 ? 'otherwise' : 'always',
        ...rest,
      ]
    }),
  )
}

function examplesTable(examples: readonly Example[]): string {
  return table(
    ['Example', 'Known facts', 'Verdict'],
    examples.map(({ name, given, expect }) => [
      name,
      Object.entries(given)
        .map(([path, value]) => `${path} ${JSON.stringify(value)}`)
        .join(', ') || 'none',
      expect,
    ]),
  )
}

/** `disabled-by-default` -> "disabled by default". */
export const statusInWords = ({ status }: Protocol): string => status.replaceAll('-', ' ')

export function protocolPage(protocol: Protocol): string {
  const names = Object.keys(protocol.settings) as SettingName[]
  return page(
    `# ${protocol.title}`,
    `\`${protocol.id}\` · ${protocol.drug}, ${protocol.route} · ${protocol.offLabel ? 'off-label' : 'on label'}`,
    bullets([
      `**For:** ${protocol.indication}`,
      `**Usual order:** ${usualOrder(protocol)}`,
      `**Status:** ${statusInWords(protocol)}`,
      `**Given:** ${protocol.places.join(', ')}`,
    ]),
    '## Limits',
    table(
      ['Limit', 'When', ...valueHeads.slice(1)],
      names.flatMap((name) => settingRows(protocol, name)),
    ),
    '## Watching',
    table(
      ['Reading', 'Says', 'Confidence', 'Source'],
      protocol.monitoring.map(({ reading, says, confidence, cites }) => [
        reading,
        says,
        confidenceOf(confidence),
        sourceNames(cites),
      ]),
    ),
    '## What to know',
    table(
      ['About', 'Says', 'Confidence', 'Basis', 'Source'],
      protocol.notes.map(({ about, says, confidence, basis, cites }) => [
        about,
        says,
        confidenceOf(confidence),
        basisOf({ basis, cites }),
        sourceNames(cites),
      ]),
    ),
    ...programmeBlocks(protocol),
  )
}

function programmeBlocks({ rems }: Protocol): readonly string[] {
  if (!rems) return []
  return [
    '## What the US programme of risk evaluation asks',
    table(
      ['Asks', 'Confidence', 'Source'],
      rems.requirements.map(({ says, confidence, cites }) => [says, confidenceOf(confidence), sourceNames(cites)]),
    ),
    table(valueHeads, valueRows({ 'the form is due within': rems.formDueWithin })),
    'Fields of the monitoring form. It changes now and then: read the current one before it is sent.',
    table(
      ['Part', 'Fields', 'Confidence', 'Source'],
      rems.form.map(({ group, fields, confidence, cites }) => [
        group,
        fields.map(({ says }) => says).join('; '),
        confidenceOf(confidence),
        sourceNames(cites),
      ]),
    ),
  ]
}
